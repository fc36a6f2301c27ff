"""What is painted where it changed is what would be painted as a whole, and no more is painted than that."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core.document import Anchor, Drawing, Indicator, Workspace
from charting.core.history import History
from charting.core.theme import theme
from charting.scene.navigation import Span
from charting.scene.series import Series
from charting.view.chart import ChartView
from tests.scene.making import chart, series_of, walk
from tests.view.test_picture import complete, frame, on_screen, pixels

COUNT = 400
OVER = (
    Indicator("volume", "volume"),
    Indicator("sma", "sma", {"period": 50}),
    Indicator("bands", "bbands"),
    Indicator("ichimoku", "ichimoku"),
    Indicator("psar", "sar"),
    Indicator("rsi", "rsi"),
)
Change = Callable[[ChartView], None]


class Watched(ChartView):
    """A chart that remembers what was painted of it."""

    painted: list[QRegion]

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted = [*getattr(self, "painted", []), event.region()]
        super().paintEvent(event)

    def share(self) -> float:
        """Share of the widget that was painted since this was last asked."""
        regions, self.painted = self.painted, []
        whole = self.width() * self.height()
        return sum(one.width() * one.height() for region in regions for one in region) / whole


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[Watched]:
    """A shown chart with indicators of every style on the bars and below, which has been painted twice."""
    made = chart(OVER, (Indicator("macd", "macd"), Indicator("zigzag", "zigzag")))
    line = Drawing("line", "trend_line", (_at(300), _at(380)), extend_right=True)
    document = Workspace(1, "Test", made.id, (made,), {made.symbol: (line,)})
    widget = Watched(History(document), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    widget.set_series(growing(COUNT))
    qtbot.waitUntil(lambda: complete(widget))
    widget.sight.move(Span(COUNT - 121.0, COUNT + 9.0))
    widget.repaint()
    widget.repaint()
    assert widget.share() > 1
    yield widget
    widget.close_workers()


BARS = walk(COUNT + 50)


def _at(row: int) -> Anchor:
    return Anchor(datetime.datetime.fromtimestamp(int(BARS.time[row]), datetime.UTC), float(BARS.low[row]), "1d")


def growing(count: int) -> Series:
    """The first bars of a series in one memory, as a feed has them."""
    return series_of(BARS.slice(0, count))


def traded(view: ChartView, factor: float) -> None:
    """The last price changes, within the bar."""
    shown = view.series
    assert shown is not None
    row = len(shown.bars) - 1
    low, high = float(shown.bars.low[row]), float(shown.bars.high[row])
    column = shown.bars.close
    column.flags.writeable = True
    column[row] = low + (high - low) * factor
    column.flags.writeable = False
    view.set_series(growing(row + 1))


def whole(view: ChartView) -> np.ndarray:
    """The same, painted from the first pixel to the last."""
    view.set_theme(theme("dark"))
    return pixels(view.grab())


def coloured(view: ChartView) -> None:
    drawings = view.history.document.drawings[view.chart.symbol]
    line = replace(drawings[0], stroke=replace(drawings[0].stroke, colour="down", width=3.0))
    view.history.commit(replace(view.history.document, drawings={view.chart.symbol: (line,)}), "Colour")


def drawn(view: ChartView) -> None:
    another = Drawing("other", "horizontal_line", (_at(350),))
    drawings = (*view.history.document.drawings[view.chart.symbol], another)
    view.history.commit(replace(view.history.document, drawings={view.chart.symbol: drawings}), "Draw")


SMALL: dict[str, Change] = {
    "a tick up": lambda view: traded(view, 0.9),
    "a tick down": lambda view: traded(view, 0.1),
    "a line in another colour": coloured,
    "another drawing": drawn,
}


@pytest.mark.parametrize("change", SMALL.values(), ids=SMALL)
def test_what_changed_is_painted_as_if_all_of_it_were(view: Watched, change: Change) -> None:
    traded(view, 0.5)
    frame()
    view.share()
    change(view)
    frame()
    share, found = view.share(), on_screen(view)
    assert 0 < share < 0.6
    np.testing.assert_array_equal(found, whole(view))


def many_ticks(view: ChartView, _qtbot: QtBot) -> None:
    chance = np.random.default_rng(7)
    for _ in range(12):
        traded(view, float(chance.random()))
        frame()


def ticks_under_a_resting_crosshair(view: ChartView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view, QPoint(300, 200))
    frame()
    traded(view, 0.3)
    frame()
    qtbot.mouseMove(view, QPoint(500, 100))
    traded(view, 0.8)


def a_part_that_is_asked_for_before_the_picture_is_built(view: ChartView, _qtbot: QtBot) -> None:
    traded(view, 0.2)
    view.repaint(0, 0, 40, 40)


@pytest.mark.parametrize(
    "happens", [many_ticks, ticks_under_a_resting_crosshair, a_part_that_is_asked_for_before_the_picture_is_built]
)
def test_nothing_is_left_behind(view: Watched, qtbot: QtBot, happens: Callable[[ChartView, QtBot], None]) -> None:
    happens(view, qtbot)
    frame()
    found = on_screen(view)
    np.testing.assert_array_equal(found, whole(view))


def test_a_pointer_that_moves_on_before_it_is_painted_leaves_nothing_behind(view: Watched, qtbot: QtBot) -> None:
    qtbot.mouseMove(view, QPoint(300, 200))
    frame()
    qtbot.mouseMove(view, QPoint(400, 250))
    QApplication.sendPostedEvents()  # what it takes is known, but not yet painted
    qtbot.mouseMove(view, QPoint(600, 100))
    QApplication.sendPostedEvents(view, QEvent.Type.UpdateRequest.value)
    qtbot.mouseMove(view, QPoint(500, 300))
    frame()
    np.testing.assert_array_equal(on_screen(view), pixels(view.grab()))


def test_another_bar_that_the_view_follows_is_painted_whole(view: Watched) -> None:
    view.reset_view()
    frame()
    view.share()
    view.set_series(growing(COUNT + 1))
    frame()
    share, found = view.share(), on_screen(view)
    assert share >= 1
    np.testing.assert_array_equal(found, pixels(view.grab()))


def test_a_drag_of_a_drawing_leaves_nothing_behind_and_paints_no_more_than_it_touches(view: Watched, qtbot: QtBot) -> None:
    scene = view.scene
    assert scene is not None
    start, end = (scene.projection.point(anchor) for anchor in view.history.document.drawings[view.chart.symbol][0].anchors)
    middle = QPoint(round((start[0] + end[0]) / 2), round((start[1] + end[1]) / 2))
    qtbot.mouseMove(view, middle)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 8):
        qtbot.mouseMove(view, middle + QPoint(3 * step, -4 * step))
        frame()
        np.testing.assert_array_equal(on_screen(view), pixels(view.grab()))
    view.share()
    qtbot.mouseMove(view, middle + QPoint(25, -30))
    frame()
    assert 0 < view.share() < 0.8
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(25, -30))
    frame()
    np.testing.assert_array_equal(on_screen(view), pixels(view.grab()))


def test_an_empty_chart_and_its_bars_again_leave_nothing_of_each_other(view: Watched) -> None:
    before, series = on_screen(view), view.series
    view.set_series(None, "Nothing is known of this symbol.")
    frame()
    np.testing.assert_array_equal(on_screen(view), pixels(view.grab()))
    view.set_series(None, "Another sentence.")
    frame()
    np.testing.assert_array_equal(on_screen(view), pixels(view.grab()))
    view.set_series(series)
    frame()
    np.testing.assert_array_equal(on_screen(view), pixels(view.grab()))
    assert on_screen(view).shape == before.shape


def test_any_number_of_changes_makes_one_frame(view: Watched) -> None:
    frames = view.frames
    for factor in (0.1, 0.4, 0.7):
        traded(view, factor)
    frame()
    assert view.frames == frames + 1


def test_nothing_is_built_while_nobody_sees_it(view: Watched, qtbot: QtBot) -> None:
    view.hide()
    frames = view.frames
    traded(view, 0.4)
    frame()
    assert view.frames == frames
    view.show()
    qtbot.waitUntil(lambda: view.frames == frames + 1)
    found = on_screen(view)
    np.testing.assert_array_equal(found, whole(view))
