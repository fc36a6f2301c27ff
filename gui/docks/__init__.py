"""The window's docks, one to a file, with their models."""
