"""What lines and bars say in words and numbers."""
