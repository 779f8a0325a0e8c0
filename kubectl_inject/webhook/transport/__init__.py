"""How callers reach the server: connections, TLS, and the bounds of both."""
