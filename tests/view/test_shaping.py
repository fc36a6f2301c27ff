"""Styles whose bars prices make, on a chart under real hands."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from charting.core.bars import Bars
from charting.core.document import BarStyle, Compared, Indicator, Workspace
from charting.core.edits import set_chart
from charting.core.history import History
from charting.core.theme import theme
from charting.indicators.own.heikin_ashi import Averaged
from charting.scene import comparing, levels, styles
from charting.scene.comparing import Alignment
from charting.scene.series import Other, Series
from charting.view import shaping
from charting.view.chart import ChartView
from charting.view.render import render_chart
from tests.scene.making import chart, series_of, walk
from tests.view.test_chart import draw, drawn, scene

BARS = walk(400)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A shown chart of 400 bars with volume, an average and RSI."""
    made = chart((Indicator("volume", "volume"), Indicator("sma", "sma", {"period": 10})), (Indicator("rsi", "rsi"),))
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    widget.set_series(series_of(walk(400)))
    widget.repaint()
    yield widget
    widget.close_workers()


def choose(view: ChartView, style: BarStyle) -> None:
    view.history.commit(set_chart(view.history.document, view.chart_id, style=style), "Style")


def made_as(view: ChartView) -> str | None:
    made = None if view.series is None else view.series.made
    return None if made is None else made.style


@pytest.mark.parametrize("style", ["renko", "kagi", "point-and-figure", "line-break"])
def test_indicators_drawings_and_undo_go_on_working(qtbot: QtBot, view: ChartView, style: BarStyle) -> None:
    candles = view.series
    line = draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    choose(view, style)
    shown = scene(view)
    assert made_as(view) == style
    assert drawn(view) == (line,)
    assert len(shown.sheet.items) == 1
    assert 0 < len(shown.series.bars) < 400
    qtbot.waitUntil(lambda: all(one.values is not None for pane in scene(view).panes for one in pane.plotted))
    values = [column for pane in scene(view).panes for one in pane.plotted for column in (one.values or {}).values()]
    assert all(len(column) == len(shown.series.bars) for column in values)
    second = draw(qtbot, view, "trend_line", (320, 300), (520, 320))
    rows = [shown.series.axis.anchor_slot(anchor.time.timestamp()) for anchor in second.anchors]
    places = [shown.panes[0].viewport.slot(x) for x in (320, 520)]
    assert rows == pytest.approx(places, abs=0.6)
    view.history.undo()
    view.history.undo()
    assert view.series is candles
    assert made_as(view) is None


def test_a_live_bar_goes_on_in_the_same_style(view: ChartView) -> None:
    bars = walk(400)
    choose(view, "kagi")
    view.set_series(series_of(bars.slice(0, 399)))
    before = scene(view).series
    view.set_series(series_of(bars))
    assert made_as(view) == "kagi"
    assert scene(view).series.last == bars.close[-1]
    assert len(before.bars) <= len(scene(view).series.bars)
    view.set_series(None, "Nothing")
    view.repaint()
    assert view.series is None


def test_many_bars_are_made_in_a_worker(qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shaping, "AT_ONCE", 10)
    makers: list[str] = []
    make = shaping.in_style

    def noted(*arguments: object) -> object:
        makers.append(threading.current_thread().name)
        return make(*arguments)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(shaping, "in_style", noted)
    choose(view, "renko")
    scene(view)
    assert made_as(view) is None  # until the bricks are there, the bars are shown
    choose(view, "line-break")
    qtbot.waitUntil(lambda: made_as(view) == "line-break")
    assert set(makers) == {"lionrock-bars"}
    choose(view, "candles")
    assert made_as(view) is None


def test_the_crosshair_reads_the_bricks(qtbot: QtBot, view: ChartView) -> None:
    choose(view, "renko")
    scene(view)
    qtbot.mouseMove(view, QPoint(400, 200))
    view.point_at(400, 200)
    assert 0 <= view.pointed_row < len(scene(view).series.bars)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 200))


def test_many_averaged_bars_are_made_while_others_are_shown(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Candles meanwhile, and no frame waits; a trade in between does not have them made again."""
    choose(view, "heikin-ashi")
    qtbot.waitUntil(lambda: all(one.values is not None for pane in scene(view).panes for one in pane.plotted))
    expected = view.grab().toImage()
    threads: list[str] = []
    begin = Averaged.__init__
    monkeypatch.setattr(Averaged, "__init__", lambda *given: threads.append(threading.current_thread().name) or begin(*given))
    monkeypatch.setattr(levels, "AT_ONCE", 100)
    bars, other = walk(400), ChartView(view.history, view.chart_id, theme("dark"))
    qtbot.addWidget(other)
    other.resize(900, 600)
    with qtbot.waitExposed(other):
        other.show()
    other.set_series(series_of(bars.slice(0, 400)))
    other.repaint()
    assert scene(other).chart.style == "heikin-ashi"
    assert other.grab().toImage() != expected
    other.set_series(series_of(bars.slice(0, 400)))
    qtbot.waitUntil(lambda: other.grab().toImage() == expected)
    assert threads == ["lionrock-bars"]
    other.close_workers()


def compared(count: int, others: Bars) -> Series:
    """The first bars of a walk beside others."""
    return structs.replace(series_of(BARS.slice(0, count)), others=(Other(Compared("^HSI", "demo"), series_of(others)),))


def of_every_second(bars: Bars) -> Bars:
    columns = (bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume)
    return Bars.of(*(column[::2] for column in columns), bars.interval)


def test_many_bars_are_compared_in_a_worker(qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch) -> None:
    """The chart is shown without the line meanwhile; trades in between do not have it made again, other bars beside do."""
    threads: list[str] = []
    begin, every_second = Alignment.__init__, of_every_second(walk(400, seed=2))
    monkeypatch.setattr(Alignment, "__init__", lambda *given: threads.append(threading.current_thread().name) or begin(*given))
    view.set_series(compared(399, every_second))
    qtbot.waitUntil(lambda: all(one.values is not None for pane in scene(view).panes for one in pane.plotted))
    (expected,) = scene(view).compared
    assert expected.values is not None
    assert threads == ["MainThread"]
    monkeypatch.setattr(comparing, "AT_ONCE", 100)
    again = of_every_second(walk(400, seed=2))
    for count in (398, 399):
        view.set_series(compared(count, again))
        assert scene(view).compared[0].values is None
    qtbot.waitUntil(lambda: scene(view).compared[0].values is not None)
    (found,) = scene(view).compared
    assert found.values is not None
    assert np.array_equal(found.values, expected.values, equal_nan=True)
    view.set_series(compared(400, again))
    assert scene(view).compared[0].values is not None
    assert threads == ["MainThread", "lionrock-bars"]
    last = float(again.close[-1])
    assert scene(view).compared[0].value(398) == last
    view.set_series(compared(400, of_every_second(walk(400, seed=3))))
    qtbot.waitUntil(lambda: scene(view).compared[0].value(398) != last)
    assert threads[2:] == ["lionrock-bars"]


def copy(bars: Bars) -> Bars:
    """The same bars in other memory, as a source that is asked again brings them."""
    columns = (bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume)
    return Bars.of(*(column.copy() for column in columns), bars.interval)


BEFORE = of_every_second(walk(400, seed=2))


@pytest.mark.parametrize(
    "after",
    [
        lambda: compared(300, BEFORE),
        lambda: compared(400, BEFORE),
        lambda: compared(350, copy(BEFORE)),
        lambda: structs.replace(compared(350, BEFORE), bars=copy(BARS.slice(0, 351))),
    ],
    ids=["stepped back", "jumped on", "the other's anew", "its own anew"],
)
@pytest.mark.parametrize("style", ["candles", "heikin-ashi"])
def test_nothing_of_many_bars_is_gone_for_a_moment(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch, after: Callable[[], Series], style: BarStyle
) -> None:
    """Line and averaged bars stay while others are on their way, which then come."""
    choose(view, style)
    monkeypatch.setattr(comparing, "AT_ONCE", 100)
    monkeypatch.setattr(levels, "AT_ONCE", 100)
    view.set_series(compared(350, BEFORE))
    qtbot.waitUntil(lambda: scene(view).compared[0].values is not None)
    series = after()
    view.set_series(series)

    whole: list[bool] = []

    def arrived() -> bool:
        shown, picture = scene(view), view.picture
        assert picture is not None
        drawn_as = styles.style_of(shown.chart, shown.series, picture.levels)
        whole.append(shown.compared[0].values is not None and drawn_as == style)
        return shown.series is series

    qtbot.waitUntil(arrived)
    assert all(whole)
    (found,) = scene(view).compared
    assert found.values is not None
    assert np.array_equal(found.values, comparing.aligned(series.bars, BEFORE, series_of(BEFORE).axis), equal_nan=True)


def test_a_series_that_ended_long_ago_stays_beside_bars_that_go_on(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "AT_ONCE", 100)
    monkeypatch.setattr(comparing, "TAIL", 100)
    ended = walk(100, seed=2)
    view.set_series(compared(398, ended))
    qtbot.waitUntil(lambda: scene(view).compared[0].values is not None)
    view.set_series(compared(400, ended))
    (found,) = scene(view).compared
    assert found.values is not None
    assert len(found.values) == 400
    assert np.array_equal(np.flatnonzero(np.isfinite(found.values)), np.arange(100))


def test_trades_that_come_sooner_than_bars_are_made_do_not_hold_them_up(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shaping, "AT_ONCE", 10)
    make, begun, gates = shaping.in_style, threading.Event(), [threading.Event(), threading.Event()]
    waiting = iter(gates)

    def slow(*arguments: object) -> object:
        begun.set()
        assert next(waiting).wait(60)
        return make(*arguments)  # type: ignore[arg-type]  # handed on as they came

    monkeypatch.setattr(shaping, "in_style", slow)
    view.set_series(series_of(BARS.slice(0, 390)))
    choose(view, "line-break")
    assert begun.wait(60)
    for count in (391, 392):
        view.set_series(series_of(BARS.slice(0, count)))
    gates[0].set()
    qtbot.waitUntil(lambda: made_as(view) == "line-break")
    assert scene(view).series.last == BARS.close[389]
    gates[1].set()
    qtbot.waitUntil(lambda: scene(view).series.last == BARS.close[391])


@pytest.mark.parametrize("style", ["renko", "line"])
def test_bars_made_of_many_are_compared(qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch, style: BarStyle) -> None:
    choose(view, style)
    expected = view.grab()
    view.set_series(compared(400, of_every_second(walk(400, seed=2))))
    (few,) = scene(view).compared
    for name in (comparing, shaping, levels):
        monkeypatch.setattr(name, "AT_ONCE", 100)
    view.set_series(compared(400, of_every_second(walk(400, seed=2))))
    qtbot.waitUntil(lambda: scene(view).compared[0] is not few and scene(view).compared[0].values is not None)
    (many,) = scene(view).compared
    assert few.values is not None
    assert many.values is not None
    assert np.array_equal(few.values, many.values, equal_nan=True)
    assert expected != view.grab()


@pytest.mark.parametrize("style", ["heikin-ashi", "area"])
def test_a_picture_without_a_window_waits_for_what_a_style_needs(monkeypatch: pytest.MonkeyPatch, style: BarStyle) -> None:
    made = structs.replace(chart(), style=style)
    few = render_chart(made, (), series_of(walk(300)), theme("dark"), 400, 300)
    monkeypatch.setattr(levels, "AT_ONCE", 100)
    monkeypatch.setattr(levels, "MANY", 100)
    assert render_chart(made, (), series_of(walk(300)), theme("dark"), 400, 300) == few
