"""The Kustomize KRM function: a ResourceList in, the ResourceList with sidecars out."""
