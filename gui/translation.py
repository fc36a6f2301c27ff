"""Turns English texts into the user's language: one function for the window and the chart in it."""

from __future__ import annotations

from charting.view.translation import tr

__all__ = ["tr"]
