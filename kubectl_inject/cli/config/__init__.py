"""The commands of ``kubectl inject config``, a file for each."""
