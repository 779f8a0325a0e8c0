"""Where manifests come from: files, folders, URLs and standard input, and which of them are meant."""
