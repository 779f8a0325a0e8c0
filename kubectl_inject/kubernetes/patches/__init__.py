"""What leads from one object to another: strategic merge patches, JSON patches, differences for people."""
