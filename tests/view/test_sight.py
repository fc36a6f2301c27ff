"""What is in view when bars come and go."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from charting.core.bars import Bars
from charting.core.document import Workspace
from charting.core.edits import set_chart
from charting.core.history import History
from charting.core.interval import MONTH, WEEK, Interval
from charting.core.resample import resample
from charting.scene.navigation import Span, range_of
from charting.scene.series import Series, in_style
from charting.view.sight import Sight
from tests.scene.making import chart, series_of, walk

BARS = walk(400)


@pytest.fixture
def sight(qtbot: QtBot) -> Sight:
    """A sight on 399 of 400 bars."""
    made = chart()
    found = Sight(History(Workspace(1, "Test", made.id, (made,))), made.id)
    found.show(series_of(BARS.slice(0, 399)))
    return found


def test_the_newest_bar_is_followed_when_it_was_in_view(sight: Sight) -> None:
    before = sight.span
    sight.show(series_of(BARS))
    assert (sight.span.first, sight.span.last) == (before.first + 1, before.last + 1)
    sight.keep()


def test_the_newest_bar_is_not_followed_when_it_was_out_of_view(sight: Sight) -> None:
    sight.move(Span(100, 200))
    sight.show(series_of(BARS))
    assert (sight.span.first, sight.span.last) == (100, 200)
    sight.keep()


def test_a_changed_last_bar_moves_nothing(sight: Sight) -> None:
    before = sight.span
    sight.show(series_of(BARS.slice(0, 399)))
    assert sight.span == before


def test_the_document_keeps_what_is_in_view(sight: Sight, qtbot: QtBot) -> None:
    sight.move(Span(100, 200))
    history = sight.history
    assert history.document.chart.range is None
    qtbot.waitUntil(lambda: history.document.chart.range is not None)
    assert history.undo_name is None


def test_a_range_from_elsewhere_is_shown(sight: Sight) -> None:
    axis = series_of(BARS).axis
    history = sight.history
    history.load(set_chart(history.document, "chart", range=range_of(Span(50, 90), axis)))
    sight.follow()
    assert sight.span.first == pytest.approx(50, abs=1e-3)
    assert sight.span.last == pytest.approx(90, abs=1e-3)


def test_another_interval_keeps_the_number_of_bars_and_the_end(sight: Sight) -> None:
    sight.move(Span(100, 200))
    weeks = series_of(resample(BARS, WEEK, series_of(BARS).axis.calendar).bars)
    end = series_of(BARS).axis.time(200.0)
    sight.show(weeks)
    assert weeks.axis.time(sight.span.last) == pytest.approx(end, abs=86_400)
    sight.keep()


def test_an_interval_with_few_bars_narrows_the_view_only_for_as_long(sight: Sight) -> None:
    width = sight.span.width
    daily = series_of(BARS)
    few = [series_of(resample(BARS, interval, daily.axis.calendar).bars) for interval in (WEEK, MONTH)]
    for series in few:
        sight.show(series)
    assert sight.span.width < width / 3
    sight.show(daily)
    assert sight.span.width == pytest.approx(width)
    sight.show(few[1])
    sight.zoom(0.5)
    narrow = sight.span.width
    sight.show(daily)
    assert sight.span.width == pytest.approx(max(narrow, 30.0)), "fewer bars were asked for"
    sight.keep()


def test_waiting_for_another_interval_changes_nothing(sight: Sight) -> None:
    sight.move(Span(100, 200))
    weeks = series_of(resample(BARS, WEEK, series_of(BARS).axis.calendar).bars)
    sight.show(None)
    sight.show(weeks)
    assert sight.span.width == pytest.approx(100)
    end = float(weeks.axis.slot(float(series_of(BARS).axis.time(200.0))))
    assert sight.span.last == pytest.approx(end)
    sight.keep()


def test_no_key_moves_the_view_while_there_are_no_bars(sight: Sight) -> None:
    sight.move(Span(100, 200))
    sight.keep()
    weekly = series_of(resample(BARS, WEEK, series_of(BARS).axis.calendar).bars)
    sight.show(weekly)
    expected = sight.span
    sight.show(series_of(BARS.slice(0, 399)))
    sight.move(Span(100, 200))
    sight.keep()
    sight.show(None)
    for move in (sight.to_start, sight.to_end, sight.reset, lambda: sight.pan(-1), lambda: sight.zoom(2.0)):
        move()
    sight.show(weekly)
    assert sight.span == expected
    sight.keep()


def test_another_workspace_opened_while_waiting_shows_its_own_range(sight: Sight) -> None:
    axis, history = series_of(BARS).axis, sight.history
    sight.move(Span(100, 200))
    sight.show(None)
    history.load(set_chart(history.document, "chart", range=range_of(Span(50, 90), axis)))
    sight.show(series_of(BARS))
    assert (sight.span.first, sight.span.last) == pytest.approx((50, 90))
    sight.keep()


def test_a_flick_glides_and_rests(sight: Sight, qtbot: QtBot) -> None:
    sight.move(Span(100, 200))
    sight.flick(300)
    qtbot.waitUntil(lambda: sight.history.document.chart.range is not None, timeout=5000)
    assert 110 < sight.span.first < 200
    assert sight.span.width == pytest.approx(100)


def test_a_slow_release_does_not_glide(sight: Sight, qtbot: QtBot) -> None:
    sight.move(Span(100, 200))
    sight.flick(5)
    qtbot.wait(100)
    assert sight.span == Span(100, 200)
    sight.keep()


def test_a_view_that_has_not_come_to_rest_is_taken_along(sight: Sight) -> None:
    sight.move(Span(100, 200))
    sight.show(series_of(BARS.slice(0, 300)))
    assert sight.span.first == pytest.approx(100, abs=1e-3)
    assert sight.span.last == pytest.approx(200, abs=1e-3)


def test_a_bar_that_arrives_does_not_pull_the_chart_from_under_the_hand(sight: Sight) -> None:
    before = sight.span
    sight.held = True
    sight.show(series_of(BARS))
    assert sight.span == before
    sight.held = False
    sight.show(series_of(walk(401)))
    assert sight.span == before.moved(1)
    sight.keep()


def test_a_bar_that_arrives_does_not_jerk_a_gliding_chart(sight: Sight) -> None:
    sight.flick(-400)
    before = sight.span
    sight.show(series_of(BARS))
    assert sight.span == before
    sight.stop()
    sight.keep()


def test_a_workspace_opened_before_the_view_rests_shows_its_own_range(sight: Sight) -> None:
    history, axis = sight.history, series_of(BARS).axis
    sight.move(Span(100, 200))
    opened = set_chart(history.document, "chart", range=range_of(Span(50, 90), axis))
    history.load(opened)
    sight.follow()
    assert sight.span.first == pytest.approx(50, abs=1e-3)
    sight.show(series_of(BARS))
    assert history.document is opened, "what was in view before is not the opened workspace's"


def test_an_edit_before_the_view_rests_leaves_the_view(sight: Sight) -> None:
    sight.move(Span(100, 200))
    sight.history.commit(set_chart(sight.history.document, "chart", style="line"), "Style")
    sight.follow()
    assert sight.span == Span(100, 200)
    sight.keep()
    assert sight.history.document.chart.range is not None


def test_what_is_shown_while_the_chart_glides_stays(sight: Sight, qtbot: QtBot) -> None:
    sight.move(Span(200, 250))
    sight.flick(-400.0)
    qtbot.waitUntil(lambda: sight.span.first < 200)
    sight.to_end()
    there = sight.span
    qtbot.wait(60)
    assert sight.span == there
    sight.keep()


def made(last: float) -> Series:
    """Bars that prices made of a walk whose newest bar, still forming, is at a price."""
    whole = BARS.slice(0, 399)
    columns = [column.copy() for column in (whole.open, whole.high, whole.low, whole.close)]
    for column in columns:
        column[-1] = last
    return in_style(series_of(Bars.of(whole.time, *columns, whole.volume, whole.interval)), "line-break")


@pytest.mark.parametrize(("resting", "moved"), [(True, 1), (False, 0)])
def test_a_bar_that_the_newest_price_made_and_takes_back_does_not_zoom(sight: Sight, resting: bool, moved: int) -> None:
    """Its place is counted from the last bar, however long ago that was."""
    few, more = made(float(BARS.close[397])), made(float(BARS.close[:399].max()) * 1.1)
    assert len(more.bars) == len(few.bars) + 1
    sight.show(few)
    sight.move(Span(len(few.bars) - 40.0, len(few.bars) + 4.0))
    sight.keep()
    before, sight.held = sight.span, not resting
    for _ in range(3):
        sight.show(more)
        assert (sight.span.first - before.first, sight.span.last - before.last) == (moved, moved)
        sight.show(few)
        assert sight.span == before
    sight.keep()


def test_bars_of_the_newest_price_do_not_move_a_view_of_the_past(sight: Sight) -> None:
    few, more = made(float(BARS.close[397])), made(float(BARS.close[:399].max()) * 1.1)
    sight.show(few)
    sight.move(Span(10.0, 50.0))
    for series in (more, few, more):
        sight.show(series)
        assert sight.span == Span(10.0, 50.0)
    sight.keep()


@pytest.mark.parametrize(("interval", "first", "last"), [(WEEK, -40, 350), (MONTH, -40, 250), (MONTH, 100, 350)])
def test_other_bars_end_where_those_before_did_however_few_they_are(
    sight: Sight, interval: Interval, first: float, last: float
) -> None:
    before = series_of(BARS)
    sight.show(before)
    sight.move(Span(first, last))
    few = resample(BARS, interval, before.axis.calendar).bars
    sight.show(after := series_of(few))
    assert sight.span.last == pytest.approx(float(after.axis.slot(float(before.axis.time(last)))))
    sight.keep()
