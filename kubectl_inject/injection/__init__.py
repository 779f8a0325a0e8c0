"""What happens to one Pod, and to each workload of a stream."""
