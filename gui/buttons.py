"""Small buttons with an icon, as docks, cards and notices have them, and the room that buttons will take."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolBar, QToolButton, QWidget

from gui import styling


def icon_button(
    name: str, icon: str, title: str, run: Callable[[], object] | None = None, parent: QWidget | None = None, size: int = 16
) -> QToolButton:
    """A flat button of an icon; ``title`` (translated) is its tooltip and what screen readers say."""
    from gui import icons

    button = blank_button(name, title, run, parent, size)
    button.setIcon(icons.icon(icon))
    return button


def blank_button(
    name: str, title: str, run: Callable[[], object] | None = None, parent: QWidget | None = None, size: int = 16
) -> QToolButton:
    """The same without its icon, which comes later into the room that is kept for it."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setAccessibleName(title)
    button.setToolTip(title)
    button.setIconSize(QSize(size, size))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAutoRaise(True)
    styling.set_role(button, "small")
    if run is not None:
        button.clicked.connect(run)
    return button


def leave_room(bar: QToolBar, popup: QToolButton.ToolButtonPopupMode = QToolButton.ToolButtonPopupMode.DelayedPopup) -> None:
    """Make an empty tool bar as thick as it will be with buttons, so that nothing moves when they come; clearing it ends that."""
    button = QToolButton(bar)
    button.setIconSize(bar.iconSize())
    button.setPopupMode(popup)
    button.ensurePolished()
    room = QWidget(bar)
    room.setFixedSize(button.sizeHint())
    button.deleteLater()
    bar.addWidget(room)
