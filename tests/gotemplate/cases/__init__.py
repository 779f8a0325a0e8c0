"""Templates, and what Go's text/template prints or says of them: a module for each topic."""
