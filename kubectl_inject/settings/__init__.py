"""The settings of an injection, wherever they are given, and the configuration that they resolve to."""
