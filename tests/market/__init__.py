"""Tests of the sources of bars, the store and the feed."""
