"""The self-contained archive: a Python of its own, what starts the programs, and the platforms that have one."""
