"""A field that offers a few choices by their titles."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtWidgets import QComboBox, QWidget

from gui.wheel import scroll_past


def choice(
    name: str, title: str, choices: Iterable[tuple[str, Any]], now: Any, choose: Callable[[Any], None], parent: QWidget
) -> QComboBox:
    """A box of ``choices`` (title, value), with the one that holds ``now`` chosen; ``choose`` is told the user's."""
    box = QComboBox(parent)
    scroll_past(box)
    box.setObjectName(name)
    box.setAccessibleName(title)
    box.view().setAccessibleName(title)
    values = []
    for text, value in choices:
        box.addItem(text)
        values.append(value)
    box.setCurrentIndex(values.index(now))
    box.activated.connect(lambda index: choose(values[index]))
    return box
