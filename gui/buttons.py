"""Small buttons with an icon, as docks, cards and notices have them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from gui import icons, styling


def icon_button(
    name: str, icon: str, title: str, run: Callable[[], object] | None = None, parent: QWidget | None = None, size: int = 16
) -> QToolButton:
    """A flat button of an icon; ``title`` (translated) is its tooltip and what screen readers say."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAccessibleName(title)
    button.setToolTip(title)
    button.setIcon(icons.icon(icon))
    button.setIconSize(QSize(size, size))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoRaise(True)
    styling.set_role(button, "small")
    if run is not None:
        button.clicked.connect(run)
    return button
