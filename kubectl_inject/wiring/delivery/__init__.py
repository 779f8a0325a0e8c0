"""What delivers manifests, and how each gets its sidecars: Kustomize, Helm, Flux, Argo CD, helmfile, or nothing."""
