"""What Argo CD's plugin server asks for: applications rendered and injected, and the parameters that they take."""
