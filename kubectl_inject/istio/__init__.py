"""What Istio defines: its releases, and the rules of each."""
