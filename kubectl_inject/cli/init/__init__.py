"""``kubectl inject init``, and the configuration that it gives a repository."""
