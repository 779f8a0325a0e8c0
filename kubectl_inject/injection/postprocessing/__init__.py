"""What Istio does to a Pod beside its templates: overrides, probes, metrics, order, status, OpenShift's user ids."""
