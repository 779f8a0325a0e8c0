"""``kubectl inject status``, what it reads from a cluster, and how it watches one."""
