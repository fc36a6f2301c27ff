"""Where bars come from: providers, the local store and the feed that joins them."""
