"""From the text of one document to nodes and plain objects, as Kubernetes reads YAML, within limits."""
