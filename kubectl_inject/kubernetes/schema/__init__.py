"""Kubernetes' types of fields: the generated table, and objects read, compared and ordered by it."""
