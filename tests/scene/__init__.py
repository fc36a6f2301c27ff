"""Tests of scenes: what is to be painted, as numbers."""
