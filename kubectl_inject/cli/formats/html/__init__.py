"""Reports as one HTML file: it loads nothing, runs no script but its own, and reads well without any."""
