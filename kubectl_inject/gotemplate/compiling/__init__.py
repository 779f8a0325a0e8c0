"""The tree of a template as Python: its lines, what is done once, and what they cost beforehand."""
