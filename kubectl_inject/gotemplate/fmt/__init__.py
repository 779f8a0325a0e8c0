"""Go's package fmt: values printed, by verbs of printf too."""
