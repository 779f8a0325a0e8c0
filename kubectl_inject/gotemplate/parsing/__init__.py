"""Go's package text/template/parse: a source cut into tokens, and the tree that they make."""
