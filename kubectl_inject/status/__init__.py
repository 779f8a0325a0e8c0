"""What runs in a cluster beside what injection would make now: facts in, verdicts out. Nothing here reads a cluster."""
