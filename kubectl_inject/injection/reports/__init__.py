"""What is reported of an injection: what was done and why, warnings, explanations, checks."""
