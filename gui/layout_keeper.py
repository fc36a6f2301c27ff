"""Keeps the window's size and the places of its docks in the document, and puts them back; no larger than the screen has room."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget
from shiboken6 import isValid

from charting.core.document import Layout, Workspace
from charting.core.history import History
from gui.dock_widths import DockWidths

SIZE = QSize(1440, 900)
FRAME = QSize(16, 56)
"""What a window manager's frame and title bar take of the screen, at most."""
SMALLEST = QSize(960, 560)
"""The least size on a screen that has as much room."""
REST = 400
"""Milliseconds without a change before the layout is kept."""
_VERSION = 1
_CHANGES = {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange}


class WindowSize(QObject):
    """Gives a window its first size, and a least one that follows the screens.

    With one that does not, the bars below the chart lie beyond the edge of a small screen, or of one whose texts are large, and
    no hand can bring them back.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._watch)
        for screen in QGuiApplication.screens():
            self._watch(screen)
        window.installEventFilter(self)
        self.fit()
        window.resize(SIZE.boundedTo(_room(window)))

    def fit(self) -> None:
        """Let the window be as small as its screen wants it."""
        self._window.setMinimumSize(SMALLEST.boundedTo(_room(self._window)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Another screen."""
        if event.type() is QEvent.Type.ScreenChangeInternal:
            self.fit()
        return False

    def _watch(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self.fit)


class LayoutKeeper(QObject):
    """Watches a window; the document's layout is amended, which undo leaves alone."""

    def __init__(self, window: QMainWindow, history: History) -> None:
        super().__init__(window)
        self._window = window
        self._history = history
        self._kept = Layout()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self.keep)
        window.installEventFilter(self)
        history.changed.connect(self._follow)
        self._widths = DockWidths(window)
        self.restore()

    def watch_docks(self) -> None:
        """Keep the places of the window's docks too, now that they are there."""
        self._widths.watch()
        for dock in self._window.findChildren(QDockWidget):
            dock.visibilityChanged.connect(self._begin)
            dock.dockLocationChanged.connect(self._begin)
            dock.topLevelChanged.connect(self._begin)
            dock.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sizes and places that change."""
        if event.type() in _CHANGES:
            self._begin()
        return False

    def keep(self) -> None:
        """Put the layout into the document now."""
        self._timer.stop()
        geometry, docks = self._window.saveGeometry(), self._window.saveState(_VERSION)
        layout = Layout(_text(geometry), _text(docks))
        if layout != self._history.document.layout:
            self._kept = layout
            self._history.amend(replace(self._history.document, layout=layout))

    def restore(self) -> None:
        """Arrange the window as the document says; what cannot be read leaves it as it is."""
        layout = self._history.document.layout
        self._kept = layout
        if layout.geometry:
            self._window.restoreGeometry(_bytes(layout.geometry))
        if layout.docks:
            self._window.restoreState(_bytes(layout.docks), _VERSION)
        self._widths.forget()

    def close(self) -> None:
        """Keep the layout and stop watching."""
        self.keep()
        self._window.removeEventFilter(self)
        self._history.changed.disconnect(self._follow)

    def _begin(self) -> None:
        if isValid(self._window) and self._window.isVisible():  # docks report their end while the window is being deleted
            self._timer.start()

    def _follow(self, _before: Workspace, after: Workspace) -> None:
        if after.layout is not self._kept and after.layout != self._kept:
            self.restore()


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "replace"))


def _room(window: QWidget) -> QSize:
    return window.screen().availableSize() - FRAME
