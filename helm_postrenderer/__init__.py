"""The Helm post-renderer. Nothing is here yet."""
