"""Tests of what lines and bars say."""
