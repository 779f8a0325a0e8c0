"""From plain objects to text: YAML, JSON, diffs."""
