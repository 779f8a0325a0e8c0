"""An AdmissionReview from its bytes to those of its answer."""
