"""Paints scenes with Qt and reads the hand's gestures."""
