"""What a server reads again when it changes: files, a control plane's ConfigMaps, and what is served from them."""
