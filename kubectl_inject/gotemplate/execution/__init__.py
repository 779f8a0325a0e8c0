"""What compiled templates call when they are rendered: Go's own functions, fields, loops, output, and what it costs."""
