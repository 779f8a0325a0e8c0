"""Options, declared once for every front end, and the quick parser of command lines."""
