"""A real window on a virtual display, driven with real mouse and keys."""
