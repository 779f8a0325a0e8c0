"""What exists only so that programs start fast; docs/architecture.md says what each saves."""
