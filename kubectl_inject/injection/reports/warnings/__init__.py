"""Warnings: what a cluster would refuse, what has another effect than meant, and how to cure it, each with its code."""
