"""Marks of dividends and splits: where they stand, how they merge, what they say."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from msgspec.structs import replace

from charting.core.adjustment import Action, adjustments_of
from charting.core.document import Chart
from charting.core.instrument import Instrument
from charting.scene.actions import SIZE, ActionMark, actions_at, describe, mark_at
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.levels import Levels
from charting.scene.listing import listing
from charting.scene.primitives import Group, Oval, Text
from charting.scene.series import Series, on_basis
from tests.scene.making import chart, look, series_of, walk

DAYS = walk(1000)


def action(row: int, kind: str = "dividend", value: float = 1.5) -> Action:
    return Action(int(DAYS.time[row]), kind, value)  # type: ignore[arg-type]


def series(*actions: Action) -> Series:
    share = Instrument("9988.HK", "Alibaba", kind="equity", currency="HKD")
    return replace(series_of(DAYS), instrument=share, adjustments=adjustments_of(DAYS, None, actions))


def scene(shown: Series, first: float = -0.5, last: float = 99.5, shows: Chart | None = None, ratio: float = 1.0) -> ChartScene:
    size = (round(1000 * ratio), round(600 * ratio))
    return build_chart(shows or chart(), (), shown, lambda _: None, View(first, last, size), Levels(), look(ratio))


def painted(found: ChartScene) -> list[object]:
    """What the last group paints, which are the marks."""
    last = found.primitives[-1]
    assert isinstance(last, Group)
    return list(last.items)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_mark_stands_below_its_bar_within_the_pane(ratio: float) -> None:
    found = scene(series(action(40)), ratio=ratio)
    (mark,) = found.marks
    left, top, width, height = mark.rect
    pane = found.panes[0]
    assert left + width / 2 == pytest.approx(pane.viewport.x(40.0), abs=1)
    assert width == height == SIZE * ratio
    assert top + height < pane.rect[1] + pane.rect[3] < top + height + 8 * ratio
    assert mark.actions == (action(40),)
    assert mark_at(found.marks, left + 1, top + 1, ratio) is mark
    assert mark_at(found.marks, left + width / 2, top - 20 * ratio, ratio) is None


def test_marks_have_the_letter_of_their_kind() -> None:
    shown = series(action(10, "dividend"), action(30, "split", 2.0), action(50, "earnings", math.nan))
    texts = [item.text for item in painted(scene(shown)) if isinstance(item, Text)]
    assert sorted(texts) == ["D", "E", "S"]


def test_marks_that_would_cover_one_another_become_one_whatever_the_pan() -> None:
    shown = series(*(action(row) for row in range(100, 900, 20)), action(500, "split", 2.0))
    near = scene(shown, 480.0, 580.0)
    assert [mark.kinds for mark in near.marks if mark.rect[2] > SIZE] == [("split", "dividend")]
    far = scene(shown, -0.5, 999.5).marks
    assert len(far) < 41
    assert sum(len(mark.actions) for mark in far) == 41
    for one, other in pairwise(far):
        assert one.rect[0] + one.rect[2] < other.rect[0]
    groups = {mark.actions for mark in far}
    for pan in (3.0, 50.0, 211.0):
        moved = {mark.actions for mark in scene(shown, pan - 0.5, pan + 999.5).marks}
        assert moved <= groups


def test_a_mark_of_several_has_a_rim_behind_it() -> None:
    one = painted(scene(series(action(40))))
    two = painted(scene(series(action(40), action(41)), -0.5, 999.5))
    assert sum(isinstance(item, Oval) for item in one) == 1
    assert sum(isinstance(item, Oval) for item in two) == 2


def test_actions_after_the_last_bar_stand_by_the_calendar() -> None:
    later = Action(int(DAYS.time[-1]) + 86_400 * 14, "earnings", math.nan)
    (mark,) = scene(series(later), 950.0, 1050.0).marks
    assert mark.actions == (later,)
    assert mark.rect[0] > scene(series(later), 950.0, 1050.0).panes[0].viewport.x(999.0)


def test_a_replay_tells_of_nothing_that_is_to_come() -> None:
    shown = replace(series(action(40), action(60, "split", 2.0)), until=float(DAYS.time[50]))
    assert [mark.kinds for mark in scene(shown).marks] == [("dividend",)]
    assert actions_at(shown, 60) == ()


def test_no_marks_where_they_are_hidden_out_of_view_or_without_room() -> None:
    shown = series(action(40))
    assert scene(shown, shows=replace(chart(), actions_hidden=True)).marks == ()
    assert scene(shown, 200.0, 300.0).marks == ()
    assert scene(series_of(DAYS)).marks == ()
    squeezed = View(-0.5, 99.5, (1000, 90))
    assert build_chart(chart(), (), shown, lambda _: None, squeezed, Levels(), look()).marks == ()


@pytest.mark.parametrize(
    ("told", "name", "value"),
    [
        (action(40, "dividend", 0.98), "Dividend", "0.98 HKD"),
        (action(40, "dividend", 0.343218), "Dividend", "0.3432 HKD"),
        (action(40, "split", 8.0), "Split", "8 for 1"),
        (action(40, "split", 1.5), "Split", "3 for 2"),
        (action(40, "split", 0.05), "Split", "1 for 20"),
        (action(40, "earnings", math.nan), "Earnings", ""),
        (action(40, "earnings", 2.064), "Earnings", "2.06 per share"),
    ],
)
def test_an_action_is_told_in_words(told: Action, name: str, value: str) -> None:
    date, found, text = describe(told, series(told), look())
    assert date.startswith("2020")
    assert (found, text) == (name, value)


def test_a_dividend_is_told_in_shares_of_its_day_on_raw_prices() -> None:
    paid, split = action(40, "dividend", 1.0), action(60, "split", 4.0)
    shown = series(paid, split)
    assert describe(paid, shown, look())[2] == "1.00 HKD"
    assert describe(paid, on_basis(shown, "raw"), look())[2] == "4.00 HKD"


def test_the_data_window_tells_of_the_actions_of_a_bar() -> None:
    shown = series(action(40), action(40, "split", 2.0))
    assert len(actions_at(shown, 40)) == 2
    lines = {line.title: line.text for line in listing(scene(shown), 40, look())[0].lines}
    assert lines["Dividend"] == "1.50 HKD"
    assert lines["Split"] == "2 for 1"
    assert "Dividend" not in {line.title for line in listing(scene(shown), 41, look())[0].lines}


def test_the_crosshair_builds_no_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    from charting.scene import chart as module
    from charting.scene.overlay import Cursor, crosshair

    found = scene(series(action(40)))
    assert isinstance(found.marks[0], ActionMark)
    monkeypatch.setattr(module, "action_marks", lambda *_: pytest.fail("marks were made anew"))
    assert crosshair(found, Cursor(300.0, 200.0, 0), look())
