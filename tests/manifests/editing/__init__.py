"""Tests of text-preserving edits."""
