"""Gives docks back the width that was taken from them while the window was too narrow for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow

_SIDES = (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea)


class DockWidths(QObject):
    """Remembers how wide the docks at each side of a window were made by hand, or were at first.

    Qt makes docks narrower with the window, but leaves all the room that comes back to the middle.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wanted: dict[Qt.DockWidgetArea, int] = {}
        self._width = window.width()
        window.installEventFilter(self)

    def watch(self) -> None:
        """Look after the docks that are there now."""
        self.forget()
        for dock in self._window.findChildren(QDockWidget):
            dock.installEventFilter(self)

    def forget(self) -> None:
        """They have been arranged anew: as wide as they are now they are to be."""
        self._wanted.clear()
        self._width = self._window.width()
        for dock in self._window.findChildren(QDockWidget):
            self._note(dock)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Widths that change, the docks' by hand or with the window's."""
        if event.type() == QEvent.Type.Resize and isinstance(event, QResizeEvent):
            if watched is self._window:
                grown, self._width = self._window.width() > self._width, self._window.width()
                if grown:
                    QTimer.singleShot(0, self, self._give_back)  # not while the window lays itself out
            elif isinstance(watched, QDockWidget) and self._window.width() == self._width:
                self._note(watched, by_hand=bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton))
        return False

    def _note(self, dock: QDockWidget, *, by_hand: bool = False) -> None:
        side = self._window.dockWidgetArea(dock)
        if side in _SIDES and dock.isVisible() and not dock.isFloating():
            self._wanted[side] = dock.width() if by_hand else max(dock.width(), self._wanted.get(side, 0))

    def _give_back(self) -> None:
        docks = [dock for dock in self._window.findChildren(QDockWidget) if dock.isVisible() and not dock.isFloating()]
        for side, wanted in self._wanted.items():
            narrow = [dock for dock in docks if self._window.dockWidgetArea(dock) == side and dock.width() < wanted]
            if narrow:
                self._window.resizeDocks(narrow, [wanted] * len(narrow), Qt.Orientation.Horizontal)
