"""The commands of ``kubectl inject serve``, which start and install the webhook."""
