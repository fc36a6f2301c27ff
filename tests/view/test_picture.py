"""What is painted piece by piece is what would be painted as a whole."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from charting.core.bars import Bars
from charting.core.document import Indicator, Workspace
from charting.core.history import History
from charting.core.theme import theme
from charting.scene.navigation import Span
from charting.view.chart import ChartView
from tests.scene.making import chart, series_of, walk


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A shown chart of 400 bars with every indicator's values on show."""
    made = chart((Indicator("volume", "volume"), Indicator("sma", "sma", {"period": 50})), (Indicator("macd", "macd"),))
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    widget.set_series(series_of(walk(400)))
    qtbot.waitUntil(lambda: complete(widget))
    yield widget
    widget.close_workers()


def complete(view: ChartView) -> bool:
    view.repaint()
    return view.scene is not None and all(shown.values is not None for pane in view.scene.panes for shown in pane.plotted)


def pixels(picture: QPixmap) -> np.ndarray:
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()).copy()


def frame() -> None:
    """What the event loop does next: it finds what changed, and paints that."""
    QApplication.sendPostedEvents()
    QApplication.sendPostedEvents()


def on_screen(view: ChartView) -> np.ndarray:
    return pixels(view.screen().grabWindow(view.winId()))


def test_the_crosshair_leaves_nothing_behind(view: ChartView, qtbot: QtBot) -> None:
    before = on_screen(view)
    for x, y in ((300, 200), (310, 240), (700, 90), (420, 520), (30, 300), (890, 300), (400, 590)):
        qtbot.mouseMove(view, QPoint(x, y))
        frame()  # only what it touched is painted
        np.testing.assert_array_equal(on_screen(view), pixels(view.grab()))
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    frame()
    np.testing.assert_array_equal(on_screen(view), before)


def test_a_shorter_legend_leaves_nothing_of_a_longer_one(view: ChartView, qtbot: QtBot) -> None:
    """Without a crosshair the legend tells of the last bar, whose prices are the longest here."""
    bars = walk(400)
    scale = np.where(np.arange(len(bars)) == len(bars) - 1, 1_000_000.0, 1.0)
    columns = (getattr(bars, name) * scale for name in ("open", "high", "low", "close"))
    view.set_series(series_of(Bars.of(bars.time, *columns, bars.volume, bars.interval)))
    qtbot.waitUntil(lambda: complete(view))
    view.sight.move(Span(100.0, 300.0))
    view.repaint()
    for place in (QPoint(300, 300), QPoint(500, 300)):
        qtbot.mouseMove(view, place)
        frame()
        np.testing.assert_array_equal(on_screen(view), pixels(view.grab()))


def test_a_new_frame_is_the_picture_that_is_kept_of_it(view: ChartView) -> None:
    for _ in range(3):
        view.sight.pan(-3)
        view.repaint()  # painted where it is seen
        fresh = on_screen(view)
        view.repaint()  # copied from the picture
        np.testing.assert_array_equal(on_screen(view), fresh)


@pytest.mark.parametrize("ratio", [1.25, 1.5, 1.75])
def test_between_two_pixels_a_new_frame_is_the_picture_that_is_kept_of_it(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    """At 125 per cent a chart may begin a quarter of a pixel beside a whole one: all of it moved whenever it stood still."""
    monkeypatch.setattr(ChartView, "devicePixelRatioF", lambda _: ratio)
    window = QWidget()
    qtbot.addWidget(window)
    view.setParent(window)
    view.move(7, 33)
    window.resize(910, 640)
    window.show()
    assert 7 * ratio % 1
    for _ in range(3):
        view.sight.pan(-3)
        view.refresh()
        fresh, kept = rendered(window, ratio), rendered(window, ratio)
        assert np.abs(fresh - kept).max() <= 8
    left, top, right, foot = (math.floor(side * ratio + 0.5) for side in (7, 33, 7 + view.width(), 33 + view.height()))
    edges = kept[top, left:right], kept[foot - 1, left:right], kept[top:foot, left], kept[top:foot, right - 1]
    assert not any((edge == kept[0, 0]).all(axis=1).any() for edge in edges)  # nowhere the window beneath
    view.setParent(None)


def rendered(window: QWidget, ratio: float) -> np.ndarray:
    """A window as on a screen of another ratio, (n, m, 3)."""
    image = QImage(window.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    window.render(image)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, :, :3].astype(np.int16)
