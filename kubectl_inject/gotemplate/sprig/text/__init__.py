"""Functions of strings: those of Go's package strings, case, quotes, indentation and wrapping."""
