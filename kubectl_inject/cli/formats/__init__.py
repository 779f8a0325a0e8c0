"""Output formats, a file for each: a command's outcome in, text out."""
