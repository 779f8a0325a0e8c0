"""Manifests: from bytes to documents, nodes and plain objects, and back to text."""
