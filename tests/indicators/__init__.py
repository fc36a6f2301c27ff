"""Tests of charting.indicators."""
