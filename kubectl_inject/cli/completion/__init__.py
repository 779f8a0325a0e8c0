"""Completion of words in shells: the command that prints scripts, and the program that they ask for words."""
