"""What tests of the legend and of panes do with a chart's mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from charting.scene.legend_layout import LegendLine
from charting.view.chart import ChartView

LEFT = Qt.MouseButton.LeftButton


def line_of(view: ChartView, id_: str) -> LegendLine:
    """The legend's line of an indicator."""
    view.repaint()
    assert view.scene is not None
    return next(line for line in view.legend.lines(view.scene) if line.subject is not None and line.subject.indicator == id_)


def name_of(view: ChartView, id_: str) -> QPoint:
    """A place on an indicator's name in the legend."""
    run, ratio = line_of(view, id_).run, view.devicePixelRatioF()
    return QPoint(round(run.x / ratio) + 5, round(run.y / ratio))


def in_pane(view: ChartView, index: int, share: float = 0.5) -> QPoint:
    """A place in a pane, a share of its height from its top."""
    view.repaint()
    assert view.scene is not None
    left, top, width, height = view.scene.panes[index].rect
    ratio = view.devicePixelRatioF()
    return QPoint(round((left + width / 2) / ratio), round((top + height * share) / ratio))


def drag(qtbot: QtBot, view: ChartView, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    """Drag with the left button, by way of the middle."""
    qtbot.mouseMove(view, start)
    qtbot.mousePress(view, LEFT, pos=start)
    for place in (start + QPoint(2, 2), (start + end) / 2, end):
        qtbot.mouseMove(view, place)
        view.repaint()
    if release:
        qtbot.mouseRelease(view, LEFT, pos=end)
        view.repaint()
