"""Shows how a file is read before it is opened, and lets it be read otherwise."""
