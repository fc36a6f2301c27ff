"""Opens menus over the chart, and has it notice when the pointer left it for them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMenu

from charting.view.chart import ChartView


def pop_up(menu: QMenu, view: ChartView, place: QPoint) -> None:
    """Open a menu at a place on the screen.

    Qt tells a widget nothing of a pointer that went away while a menu was open: the crosshair would stay behind.
    """
    menu.aboutToHide.connect(partial(_leave, view))
    menu.popup(place)


def _leave(view: ChartView) -> None:
    if not view.rect().contains(view.mapFromGlobal(QCursor.pos())):
        QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
