"""Marks English texts below the view so that the view can translate them when it shows them."""

from __future__ import annotations


def translatable(text: str) -> str:
    """Return ``text`` unchanged; its use tells the translation tools that users will read it.

    Nothing below ``charting.view`` knows Qt, so titles stay English here and pass through Qt's translation (context
    ``lionrock``) on their way to the screen.
    """
    return text
