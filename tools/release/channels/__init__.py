"""What each way to install takes: packages of Python, krew, Helm, container images."""
