"""What checks at each change that everything is injected: pre-commit, and pipelines."""
