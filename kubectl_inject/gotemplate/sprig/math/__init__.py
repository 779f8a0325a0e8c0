"""Arithmetic: on int64, on float64, and in decimal digits."""
