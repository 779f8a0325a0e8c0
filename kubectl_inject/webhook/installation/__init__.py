"""What installs the webhook in a cluster."""
