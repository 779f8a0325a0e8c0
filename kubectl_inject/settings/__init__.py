"""What a user says of injection, however they say it, and the configuration that it resolves to."""
