"""The pages of the drawing's properties form."""
