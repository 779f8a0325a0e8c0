"""Versions and constraints on them, by the rules of Masterminds/semver v3."""
