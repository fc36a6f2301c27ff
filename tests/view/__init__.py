"""Tests of charting.view."""
