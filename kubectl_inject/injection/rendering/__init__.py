"""Injection templates: what they see, how they are rendered, and the overlays that come of it."""
