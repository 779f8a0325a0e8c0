"""What is read from, and asked of, a cluster: always through the user's own kubectl."""
