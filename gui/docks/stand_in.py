"""Frames that keep the places of docks until these are made: a head with the name, and the room below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from gui.docks.title_bar import DockTitleBar


def stand_in(name: str, title: str, window: QMainWindow) -> QDockWidget:
    """A frame that looks, and is put back, as the dock of that object name will be."""
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setAccessibleName(title)
    dock.setTitleBarWidget(DockTitleBar(dock, closes=False))
    return dock


def give_place(frames: Sequence[QDockWidget], docks: Sequence[QDockWidget], window: QMainWindow) -> None:
    """Put docks where the frames of the same names stand, so that nothing else moves, and take the frames away."""
    state, hidden = window.saveState(), [frame.isHidden() for frame in frames]
    window.setUpdatesEnabled(False)
    for frame in frames:
        frame.setObjectName("")  # so that the state means the dock
        window.removeDockWidget(frame)
        frame.deleteLater()
    for dock, away in zip(docks, hidden, strict=True):
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.setHidden(away)
    window.restoreState(state)
    window.setUpdatesEnabled(True)
