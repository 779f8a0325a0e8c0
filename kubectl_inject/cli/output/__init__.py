"""Where the output of commands goes: standard output, files, reports, and lines for people."""
