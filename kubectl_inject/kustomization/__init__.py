"""Injection as patches that Kustomize and Flux apply, so that the sources stay as they are."""
