"""A chart that lives: however many ticks come, one frame; the view follows only where it may, and never jumps in a hand."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core.bars import Bars
from charting.core.blocks import Blocks
from charting.core.document import Indicator, Workspace
from charting.core.edits import replace_indicator
from charting.core.history import History
from charting.core.theme import theme
from charting.drawings.catalogue import TOOLS
from charting.indicators.columns import Column
from charting.scene.navigation import Span
from charting.view.chart import ChartView
from tests.bench.drawings import mixed
from tests.scene.making import chart, series_of, walk
from tests.view.legend_hands import LEFT
from tests.view.test_changes import SOFT

BARS = walk(420)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A chart of 400 bars with two indicators."""
    made = chart((Indicator("sma", "sma"),), (Indicator("macd", "macd"),))
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    widget.set_series(series_of(BARS.slice(0, 400)))

    complete(qtbot, widget)
    yield widget
    widget.close_workers()


def complete(qtbot: QtBot, view: ChartView) -> None:
    """Wait until every indicator has its values."""

    def shown() -> bool:
        view.repaint()
        return view.scene is not None and all(one.values is not None for pane in view.scene.panes for one in pane.plotted)

    qtbot.waitUntil(shown)


def pixels(view: ChartView) -> NDArray[np.int64]:
    """What is seen of a chart, (height, width, 4)."""
    image = view.grab().toImage()
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(np.int64)


def tick(view: ChartView, count: int, close: float) -> None:
    """The bars up to ``count`` with another last close."""
    bars = BARS.slice(0, count)
    prices = bars.close.copy()
    prices[-1] = close
    high, low = np.maximum(bars.high, prices), np.minimum(bars.low, prices)
    view.set_series(series_of(Bars.of(bars.time, bars.open, high, low, prices, bars.volume, bars.interval)))


def test_a_column_that_outgrew_its_room_is_held_by_nothing(qtbot: QtBot, view: ChartView) -> None:
    """Each of ten million rows is 80 MB, and another one comes every few hours."""
    bars = walk(800)
    assert view.scene is not None
    view.set_series(series_of(bars.slice(0, 400)))
    complete(qtbot, view)
    view.sight.zoom(20.0)
    view.repaint()
    outgrown = [weakref.ref(values.base) for values in columns(view)]
    for count in range(401, 800):
        view.set_series(series_of(bars.slice(0, count)))
        if count > 795:
            view.repaint()
    QApplication.processEvents()
    gc.collect()
    assert all(values.base is not None and len(values) == 799 for values in columns(view))
    assert [one() is None for one in outgrown] == [True] * 4


def test_what_was_found_out_about_a_hidden_indicator_is_kept(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To find it out again would hold up a frame where there are millions of bars."""
    view.set_series(series_of(walk(5000)))
    complete(qtbot, view)
    view.sight.zoom(50.0)
    view.repaint()
    before = view.history.document
    view.history.commit(replace_indicator(before, before.chart.id, Indicator("sma", "sma", visible=False)), "Hide")
    view.repaint()
    monkeypatch.setattr(Blocks, "of", lambda *_: pytest.fail("built anew"))
    view.history.undo()
    view.repaint()
    assert all(values is not None for values in columns(view))


def columns(view: ChartView) -> list[Column]:
    """The values of all indicators on show."""
    assert view.scene is not None
    return [values for pane in view.scene.panes for one in pane.plotted for values in (one.values or {}).values()]


def settle(qtbot: QtBot) -> None:
    for _ in range(3):
        QApplication.processEvents()


def test_any_number_of_ticks_is_one_frame(qtbot: QtBot, view: ChartView) -> None:
    settle(qtbot)
    frames = view.frames
    for step in range(200):
        tick(view, 400 + step // 50, 5_000.0 + step)
    assert view.frames == frames, "nothing is painted before the event loop says so"
    qtbot.waitUntil(lambda: view.frames > frames)
    assert view.frames == frames + 1
    assert view.scene is not None
    assert view.scene.series.last == 5_199.0


def test_ticks_between_frames_of_a_drag_add_no_frames(qtbot: QtBot, view: ChartView) -> None:
    settle(qtbot)
    qtbot.mousePress(view, LEFT, pos=QPoint(400, 200))
    frames = view.frames
    for step in range(10):
        qtbot.mouseMove(view, QPoint(400 + 4 * step, 200))
        for part in range(20):
            tick(view, 400, 5_000.0 + step + part / 20)
        settle(qtbot)
    assert view.frames - frames <= 10
    qtbot.mouseRelease(view, LEFT, pos=QPoint(440, 200))


def test_a_new_bar_does_not_move_the_chart_in_a_hand(qtbot: QtBot, view: ChartView) -> None:
    view.repaint()
    assert view.scene is not None
    width = view.scene.panes[0].viewport.slot_width
    before = view.sight.span
    qtbot.mousePress(view, LEFT, pos=QPoint(400, 200))
    qtbot.mouseMove(view, QPoint(430, 200))
    dragged = view.sight.span
    assert dragged.first == pytest.approx(before.first - 30 / width)
    for count in range(401, 411):
        tick(view, count, 5_000.0)
        assert view.sight.span == dragged
    qtbot.mouseMove(view, QPoint(460, 200))
    assert view.sight.span.first == pytest.approx(before.first - 60 / width)
    qtbot.mouseRelease(view, LEFT, pos=QPoint(460, 200))
    view.sight.stop()


def test_the_view_follows_new_bars_only_from_the_newest(view: ChartView) -> None:
    before = view.sight.span
    tick(view, 403, 5_000.0)
    assert view.sight.span == before.moved(3)
    view.sight.move(Span(100, 250))
    tick(view, 406, 5_000.0)
    assert view.sight.span == Span(100, 250)


def test_the_crosshair_stays_under_the_pointer_while_bars_come(qtbot: QtBot, view: ChartView) -> None:
    qtbot.mouseMove(view, QPoint(500, 200))
    row = view.pointed_row
    told: list[int] = []
    view.pointed.connect(told.append)
    tick(view, 401, 5_000.0)
    view.repaint()
    assert view.pointed_row == row + 1, "the chart went one bar on beneath it"
    assert told == [row + 1]


def test_drawings_after_trades_look_as_on_a_chart_that_saw_no_price_before(qtbot: QtBot) -> None:
    """One of every tool, some with anchors after the newest bar; bars change and come, and scales with them."""
    made = chart((Indicator("sma", "sma"),), (Indicator("macd", "macd"),))
    drawings = mixed(BARS, 2 * len(TOOLS), 330, 415)
    document = Workspace(1, "Test", made.id, (made,), {made.symbol: drawings})

    def shown(count: int, close: float, span: Span) -> ChartView:
        widget = ChartView(History(document), made.id, theme("dark"))
        qtbot.addWidget(widget)
        widget.resize(900, 600)
        widget.show()
        tick(widget, count, close)
        widget.sight.move(span)
        complete(qtbot, widget)
        return widget

    living = shown(400, 5_000.0, Span(320, 425))
    for count, close in ((400, 5_010.0), (400, 5_400.0), (401, 5_005.0), (402, 5_020.0), (402, 4_600.0)):
        tick(living, count, close)
        complete(qtbot, living)
        assert living.scene is not None
        at = living.scene.price_pane.viewport
        fresh = shown(count, close, Span(at.first_slot, at.last_slot))
        assert fresh.scene is not None
        assert fresh.scene.price_pane.viewport == at
        assert (np.abs(pixels(living) - pixels(fresh)) <= SOFT).all()
        fresh.close_workers()
    living.close_workers()
