"""A chart that is moved, resized and ticked at for a hundred thousand frames must not grow: ``python -m tests.soak``."""
