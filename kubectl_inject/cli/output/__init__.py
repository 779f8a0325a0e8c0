"""Where it goes what commands make: standard output, files, reports, and lines for people."""
