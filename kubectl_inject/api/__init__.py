"""The Python API, which ``kubectl_inject`` offers: configurations and injectors, by the command line's nouns."""
