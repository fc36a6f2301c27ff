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
        yield from _in_layout(part.layout())


def put_in_order(*parts: QWidget) -> None:
    """Have the Tab key go through the parts one after the other: Qt goes in the order in which widgets were made."""
    for before, after in pairwise([stop for part in parts for stop in stops(part)]):
        QWidget.setTabOrder(before, after)


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    items = () if layout is None else (layout.itemAt(index) for index in range(layout.count()))
    for item in items:
        if item is not None:
            widget = item.widget()
            yield from _in_layout(item.layout()) if widget is None else stops(widget)
