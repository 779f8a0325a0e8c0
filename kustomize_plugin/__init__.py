"""The Kustomize KRM function. Nothing is here yet."""
