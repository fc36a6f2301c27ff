"""The user's own indicators."""
