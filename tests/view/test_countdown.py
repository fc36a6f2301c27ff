"""Counting down on a chart: once a second, only while a bar grows and the chart is seen, and nothing else is painted."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import VERSION, Workspace
from charting.core.history import History
from charting.core.interval import Interval
from charting.core.theme import theme
from charting.core.timeaxis import TimeAxis
from charting.scene.overlay import duration_text
from charting.scene.series import Series
from charting.view.chart import ChartView
from tests.scene.making import INDEX, chart, look

NOON = 1_757_901_600.0  # Monday 15 September 2025, 10:00 in Hong Kong


class Clock:
    """A clock that stands until it is set."""

    now = NOON

    def __call__(self) -> float:
        return self.now


class Watched(ChartView):
    """A chart that notes what it was asked to paint."""

    painted: int = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted = event.region().boundingRect().height() * event.region().boundingRect().width()
        super().paintEvent(event)


def live(code: str = "5m", now: float = NOON) -> Series:
    interval, calendar = Interval.parse(code), calendar_for("XHKG")
    times = calendar.stamps(interval, now - 30 * 86_400, now + 1)
    prices = 5000.0 + np.arange(len(times)) % 7
    bars = Bars.of(times, prices, prices + 1, prices - 1, prices, np.ones(len(times)), interval)
    return Series(INDEX, bars, TimeAxis(times, interval, calendar), source="yahoo")


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[Watched]:
    made = chart()
    widget = Watched(History(Workspace(VERSION, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget._countdown._clock = Clock()
    widget.resize(900, 600)
    widget.show()
    yield widget
    widget.close_workers()
    widget.hide()


def tick(view: Watched, seconds: float) -> None:
    """Let time pass, and the timer with it."""
    view._countdown._clock.now += seconds
    view._countdown._tick()


def test_the_time_left_stands_below_the_last_price(view, qtbot):
    view.set_series(live())
    view.repaint()
    assert view._countdown.left == 300
    (foot,) = view.scene.feet
    last = next(tag for tag in tags(view) if tag.bold)
    assert foot.rect[0] == last.rect[0]
    assert foot.rect[1] == last.rect[1] + last.rect[3]
    assert foot.background == last.background


def test_a_second_paints_only_the_number(view, qtbot):
    view.set_series(live())
    view.repaint()
    frames, width, height = view.frames, view.scene.feet[0].rect[2], view.scene.feet[0].rect[3]
    view.painted = 0
    tick(view, 1)
    qtbot.waitUntil(lambda: view.painted > 0)
    assert view._countdown.left == 299
    assert view.frames == frames
    assert view.painted <= (width + 4) * (height + 4)


def test_the_number_goes_with_the_bar_and_comes_with_the_next(view, qtbot):
    view.set_series(live())
    view.repaint()
    tick(view, 301)
    assert view._countdown.left is None
    assert not view._countdown._timer.isActive()
    view.repaint()
    assert view.scene.feet == ()
    view.set_series(live(now=NOON + 301))
    assert view._countdown.left == 299
    view.repaint()
    assert len(view.scene.feet) == 1


@pytest.mark.parametrize("mark", [{"simulated": True}, {"replayed": True}])
def test_simulated_and_replayed_bars_do_not_count(view, mark):
    view.set_series(replace(live(), **mark))
    assert view._countdown.left is None
    assert not view._countdown._timer.isActive()


def test_nobody_counts_for_a_chart_that_is_not_seen(view):
    view.set_series(live())
    assert view._countdown._timer.isActive()
    view.hide()
    assert not view._countdown._timer.isActive()
    view.show()
    assert view._countdown._timer.isActive()


@pytest.mark.parametrize(
    ("seconds", "text"), [(9, "00:09"), (300, "05:00"), (3600, "1:00:00"), (19_999, "5:33:19"), (190_000, "2d 4h")]
)
def test_durations_are_short(seconds, text):
    assert duration_text(seconds, look()) == text


def tags(view: Watched):
    from charting.scene.primitives import Group, Tag

    def flat(items):
        for item in items:
            if isinstance(item, Group):
                yield from flat(item.items)
            elif isinstance(item, Tag):
                yield item

    return list(flat(view.scene.primitives))
