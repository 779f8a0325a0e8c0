"""Checksums, passwords that are derived, and decryption."""
