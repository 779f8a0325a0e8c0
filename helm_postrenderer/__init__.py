"""The Helm post-renderer: rendered manifests in, the same with sidecars out."""
