"""The processes that answer AdmissionReviews, one request at a time each."""
