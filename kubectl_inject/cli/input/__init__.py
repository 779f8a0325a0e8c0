"""What commands read: the options that name it, its streams of manifests, and files that are passed over."""
