"""Replay: the past without the future, on every interval, and its bar."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from charting.core.document import Anchor, BarStyle, Drawing, WatchlistItem
from charting.core.edits import add_drawings, set_chart
from charting.scene.navigation import Span
from charting.scene.series import Series, in_style
from charting.view import shaping
from gui.context_menu import open_chart_menu
from gui.replay import Past, Replay, complete_bars, cut, end_of_bar
from gui.replay_bar import ReplayBar
from tests.gui.desk import Desk, demo_series
from tests.gui.test_ranges import series_of


@pytest.fixture
def replay(desk: Desk) -> Replay:
    desk.window.view.repaint()
    return desk.window.replay


def shown(desk: Desk) -> int:
    series = desk.window.view.series
    return 0 if series is None else len(series.bars)


def full(desk: Desk) -> Series:
    chart = desk.history.document.chart
    return demo_series(chart.symbol, chart.interval)


@given(st.sampled_from(["1m", "5m", "1h", "1d", "1wk", "1mo"]), st.floats(0, 1))
def test_a_bar_is_complete_when_it_ends_and_not_before(interval: str, share: float) -> None:
    axis = series_of(interval).axis
    row = round(share * (len(axis) - 1))
    end = end_of_bar(axis, row)
    assert complete_bars(axis, end) == row + 1
    assert complete_bars(axis, end - 1) == row


@given(st.sampled_from(["1m", "15m", "1h", "1d"]), st.sampled_from(["1m", "5m", "1h", "1d", "1wk", "1mo"]), st.floats(0.5, 1))
def test_no_interval_knows_more_than_another(interval: str, other: str, share: float) -> None:
    axis, target = series_of(interval).axis, series_of(other).axis
    moment = end_of_bar(axis, round(share * (len(axis) - 1)))
    count = complete_bars(target, moment)
    assert count == 0 or end_of_bar(target, count - 1) <= moment
    assert count == len(target) or end_of_bar(target, count) > moment


def test_what_is_cut_shares_memory_and_forgets_the_rest() -> None:
    series = series_of("1d")
    part = cut(series, 100)
    assert len(part.bars) == len(part.axis) == 100
    assert part.bars.close.base is not None
    assert part.bars.close.__array_interface__["data"][0] == series.bars.close.__array_interface__["data"][0]


def test_it_starts_at_the_bar_under_the_crosshair(desk: Desk, replay: Replay, qtbot: QtBot) -> None:
    view = desk.window.view
    qtbot.mouseMove(view, QPoint(view.width() // 3, 200))
    row = view.pointed_row
    assert row > 0
    first = view.sight.span.first
    desk.window.activateWindow()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert shown(desk) == row + 1
    assert view.sight.span.first == pytest.approx(first), "the bars that stay do not move"


def test_without_a_crosshair_it_starts_in_the_middle(desk: Desk, replay: Replay) -> None:
    span = desk.window.view.sight.span
    replay.start()
    assert shown(desk) == round((span.first + span.last) / 2) + 1


@pytest.mark.parametrize(("share", "active", "expected"), [(0.3, False, "there"), (0.99, False, "last"), (0.8, True, "there")])
def test_it_starts_where_the_chart_was_clicked(desk: Desk, replay: Replay, share: float, active: bool, expected: str) -> None:
    view = desk.window.view
    if active:
        replay.start(float(len(full(desk).bars) - 150))
        view.repaint()
    span, place = view.sight.span, QPoint(round(view.width() * share), 200)
    assert view.scene is not None
    slot = round(view.scene.price_pane.viewport.slot(place.x()))
    open_chart_menu(desk.window, None, view.mapToGlobal(place))
    menu = desk.window.findChildren(QMenu, "chart_menu")[-1]
    next(entry for entry in menu.actions() if entry.text() == "Replay from here").trigger()
    menu.close()
    assert shown(desk) == (slot + 1 if expected == "there" else len(full(desk).bars))
    assert view.sight.span == span, "nothing moves"


def test_it_goes_on_playing_when_other_bars_have_come(desk: Desk, replay: Replay, qtbot: QtBot) -> None:
    replay.start()
    count = shown(desk)
    replay.set_speed(10.0)
    replay.toggle_play()
    desk.window.show_series(None, "Loading")
    qtbot.wait(250)
    desk.show_bars()
    assert replay.playing
    qtbot.waitUntil(lambda: shown(desk) > count)
    replay.stop()


def test_bars_that_prices_made_are_replayed_by_time(desk: Desk, replay: Replay) -> None:
    desk.window.commands.run("view.style_renko")
    desk.window.view.repaint()
    bricks, span = desk.window.view.series, desk.window.view.sight.span
    assert bricks is not None
    middle = int(bricks.bars.time[min(round((span.first + span.last) / 2), len(bricks.bars) - 1)])
    replay.start()
    assert replay.shown is not None
    assert int(replay.shown.bars.time[-1]) == middle
    assert desk.window.view.series is not None
    assert len(desk.window.view.series.bars) < len(bricks.bars)


def test_bricks_of_another_size_end_where_the_bar_under_the_crosshair_was(desk: Desk, replay: Replay) -> None:
    desk.window.commands.run("view.style_renko")
    view = desk.window.view
    view.repaint()
    bricks = view.series
    assert bricks is not None
    assert bricks.made is not None
    row, sizes = len(bricks.bars) - 90, {bricks.made.box}
    place = row - view.sight.span.first
    width = view.sight.span.width
    replay.start(row)
    for bars in (0, -5, 1, 1, 1, -40, 20):
        replay.step(bars)
        shown = view.series
        assert shown is not None
        assert shown.made is not None
        sizes.add(shown.made.box)
        assert view.sight.span.width == pytest.approx(width)
        last = len(shown.bars) - 1 - view.sight.span.first
        assert last == pytest.approx(place) or bars < 0, "what is taken away moves nothing, so the last one moves"
        place = last
    assert len(sizes) > 1


@pytest.mark.parametrize("style", ["renko", "line-break"])
def test_many_bars_that_prices_make_later_stay_where_they_are(
    desk: Desk, replay: Replay, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, style: BarStyle
) -> None:
    view = desk.window.view
    desk.history.commit(set_chart(desk.history.document, desk.history.document.active, style=style), "Style")
    view.repaint()
    spans: list[list[Span]] = []
    for at_once in (shaping.AT_ONCE, 10):
        monkeypatch.setattr(shaping, "AT_ONCE", at_once)
        view.sight.reset()
        spans.append([])
        for deed in (replay.start, lambda: replay.step(-3)):
            deed()
            expected = len(in_style(cut(full(desk), complete_bars(full(desk).axis, moment_of(replay))), style).bars)
            qtbot.waitUntil(lambda count=expected: shown(desk) == count)  # type: ignore[misc]  # bound on purpose
            spans[-1].append(view.sight.span)
        replay.stop()
        qtbot.waitUntil(lambda: shown(desk) == len(in_style(full(desk), style).bars))
    assert spans[0] == spans[1]
    assert len({round(span.width, 6) for span in spans[1]}) == 1


def moment_of(replay: Replay) -> int:
    assert replay.moment is not None
    return round(replay.moment.timestamp())


def test_it_steps_on_and_back(desk: Desk, replay: Replay) -> None:
    replay.start()
    count = shown(desk)
    for command, wanted in (("replay.step", count + 1), ("replay.step", count + 2), ("replay.back", count + 1)):
        desk.window.commands.run(command)
        assert shown(desk) == wanted
        desk.window.view.repaint()


def test_keys_step_and_play(desk: Desk, replay: Replay, qtbot: QtBot) -> None:
    replay.start()
    commands = desk.window.commands
    assert commands["replay.step"].shortcuts == ("Shift+Right",)
    assert commands["replay.play"].shortcuts == ("Shift+Down",)
    count = shown(desk)
    replay.set_speed(10.0)
    commands.run("replay.play")
    assert replay.playing
    qtbot.waitUntil(lambda: shown(desk) >= count + 2)
    commands.run("replay.play")
    assert not replay.playing


def test_playing_ends_with_the_newest_bar(desk: Desk, replay: Replay, qtbot: QtBot) -> None:
    replay.start()
    replay.to_end()
    assert shown(desk) == len(full(desk).bars)
    assert replay.active
    replay.step(-1)
    replay.set_speed(10.0)
    replay.toggle_play()
    qtbot.waitUntil(lambda: not replay.playing)
    assert replay.at_end
    assert not desk.window.commands.action("replay.step").isEnabled()


def test_on_another_interval_only_complete_bars_are_shown(desk: Desk, replay: Replay) -> None:
    desk.window.show_item(WatchlistItem("9988.HK", "demo"))
    desk.show_bars()
    replay.start()
    moment = replay.moment
    assert moment is not None
    desk.window.commands.run("view.interval_1wk")
    desk.window.show_series(series_of("1wk"))
    series = desk.window.view.series
    assert series is not None
    assert end_of_bar(series_of("1wk").axis, len(series.bars) - 1) <= moment.timestamp()
    assert len(series.bars) < len(series_of("1wk").bars)
    assert replay.moment == moment


def test_bars_that_come_during_a_replay_stay_out_of_sight(desk: Desk, replay: Replay) -> None:
    replay.start()
    count = shown(desk)
    desk.show_bars()
    assert shown(desk) == count


def test_trades_change_nothing_of_the_past(desk: Desk, replay: Replay, qtbot: QtBot) -> None:
    replay.start()
    before = desk.window.view.series
    with qtbot.assertNotEmitted(replay.changed):
        desk.window.show_series(cut(full(desk), len(full(desk).bars) - 1), going_on=True)
    assert desk.window.view.series is before
    replay.stop()
    assert shown(desk) == len(full(desk).bars) - 1


def test_it_goes_on_with_the_market_from_the_newest_bar(desk: Desk, replay: Replay) -> None:
    whole = full(desk)
    desk.window.show_series(cut(whole, len(whole.bars) - 2))
    replay.start()
    replay.to_end()
    for count in (len(whole.bars) - 1, len(whole.bars)):
        desk.window.show_series(cut(whole, count), going_on=True)
        assert shown(desk) == count
        assert replay.at_end
    replay.step(-3)
    desk.window.show_series(whole, going_on=True)
    assert shown(desk) == len(whole.bars) - 3


def test_leaving_it_shows_every_bar(desk: Desk, replay: Replay, qtbot: QtBot) -> None:
    replay.start()
    bar = desk.window.findChild(ReplayBar)
    assert bar.isVisible()
    assert desk.window.findChild(QLabel, "replay_moment").text()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not replay.active
    assert bar.isHidden()
    assert shown(desk) == len(full(desk).bars)


def test_an_instrument_that_was_not_there_yet_says_so(desk: Desk, replay: Replay) -> None:
    replay.show_series(series_of("1d"))
    replay.step()
    replay._moment = 0  # long before any bar
    replay.show_series(series_of("1d"))
    assert desk.window.view.series is None


def test_a_step_back_before_the_first_bar_goes_nowhere(desk: Desk, replay: Replay) -> None:
    bars = series_of("1d").bars
    desk.window.show_item(WatchlistItem("3750.HK", "demo"))
    desk.show_bars()
    replay.start(0.0)
    moment = datetime.fromtimestamp(int(bars.time[5]), UTC)
    replay.resume(Past(int(moment.timestamp())))
    desk.show_bars()
    assert shown(desk) == 0, "it came to the market later"
    desk.window.commands.run("replay.back")
    assert (shown(desk), replay.moment) == (0, moment)
    desk.window.commands.run("replay.step")
    assert shown(desk) == 1


def test_the_clock_ends_with_the_window(desk: Desk, replay: Replay) -> None:
    replay.start()
    replay.toggle_play()
    desk.window.close()
    assert not replay.playing


def test_the_bar_is_slim(desk: Desk, replay: Replay) -> None:
    replay.start()
    bar = desk.window.findChild(QWidget, "replay_bar")
    assert bar.sizeHint().height() <= 36


def test_a_drawing_of_bars_to_come_is_not_seen_before_the_first_of_them(desk: Desk, replay: Replay) -> None:
    view, history = desk.window.view, desk.history
    symbol, count = history.document.chart.symbol, len(demo_series("HSTECH.HK").bars)
    times = [datetime.fromtimestamp(int(time), UTC) for time in demo_series("HSTECH.HK").bars.time[[count - 20, count - 10]]]
    line = Drawing("to come", "trend_line", tuple(Anchor(time, 5000.0) for time in times))
    history.commit(add_drawings(history.document, symbol, [line]), "Draw")
    assert line in view.drawings()
    replay.start()
    replay.step(count - 20 - len(view.series.bars))
    view.repaint()
    assert len(view.series.bars) == count - 20
    assert line not in view.drawings()
    assert line.id not in {item.drawing.id for item in view.scene.sheet.items}
    replay.step()
    assert line in view.drawings(), "its first point lies on this bar"
    replay.stop()
    assert view.drawings() is history.document.drawings[symbol]
