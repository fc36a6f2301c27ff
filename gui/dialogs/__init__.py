"""The window's dialogs, one to a file."""
