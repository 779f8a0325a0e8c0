"""What kubectl-inject takes in time and memory, measured as whole processes: ``make bench``."""
