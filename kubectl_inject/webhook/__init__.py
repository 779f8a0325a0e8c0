"""Injection when a Pod is created: the core as a mutating admission webhook, and what installs it in a cluster."""
