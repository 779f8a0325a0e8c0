"""Istio's protobuf messages: their types, defaults, merging and validation."""
