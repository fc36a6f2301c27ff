"""One drawing tool a file; ``charting.drawings.catalogue`` lists them."""
