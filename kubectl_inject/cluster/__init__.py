"""What is read from, and requested of, a cluster: always through the user's own kubectl."""
