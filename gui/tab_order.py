"""The order in which the Tab key goes through the widgets of a part: that in which they stand in their layouts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def stops(part: QWidget) -> Iterator[QWidget]:
    """Where the Tab key stops in a part, in the order of its layouts."""
    inner = part.widget() if isinstance(part, QScrollArea) else None
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    elif inner is not None:
        yield from stops(inner)
    else:
        yield from _in_layout(part.layout(), part)


def put_in_order(*parts: QWidget) -> None:
    """Have the Tab key go through the parts one after the other: Qt goes in the order in which widgets were made."""
    for before, after in pairwise([stop for part in parts for stop in stops(part)]):
        QWidget.setTabOrder(before, after)


def _in_layout(layout: QLayout | None, whose: QWidget) -> Iterator[QWidget]:
    """What stands in a layout of a widget, in its order.

    ``QLayout.itemAt`` would tell it too, but PySide keeps what that returns after Qt has deleted it, and the process ends
    as soon as an event comes to lie at the same place of the memory.
    """
    if layout is None:
        return
    parts = (*whose.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly), *layout.children())
    placed = {layout.indexOf(part): part for part in parts if isinstance(part, QWidget | QLayout)}
    for place in sorted(placed.keys() - {-1}):
        part = placed[place]
        yield from stops(part) if isinstance(part, QWidget) else _in_layout(part, whose)
