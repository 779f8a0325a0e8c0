"""What developers run: programs that tests need, and what writes generated files. Nothing of it is shipped."""
