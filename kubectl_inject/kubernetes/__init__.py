"""Kubernetes' own rules: types of workload fields, Go's JSON of them, strategic merge patch."""
