"""``kubectl inject``: injection, into manifests or as patches beside them."""
