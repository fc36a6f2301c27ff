"""Pyramids are built once and grow with their arrays."""

from __future__ import annotations

import weakref

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.blocks import Blocks
from charting.scene import levels as levels_of
from charting.scene.levels import Levels
from tests.scene.making import walk

BARS = walk(20_000)


def test_the_same_array_has_one_pyramid() -> None:
    levels = Levels()
    assert levels.bars(BARS) is levels.bars(BARS)
    assert levels.values(BARS.close) is levels.values(BARS.close)


def test_a_longer_table_in_the_same_memory_is_not_built_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    levels = Levels()
    levels.bars(BARS.slice(0, 19_000))
    levels.values(BARS.close[:19_000])
    monkeypatch.setattr(Blocks, "of", lambda *_: pytest.fail("built anew"))
    for count in (19_000, 19_001, 20_000):
        bars = BARS.slice(0, count)
        assert levels.bars(bars).range_extremes(0, count) == (bars.low.min(), bars.high.max())
        assert levels.values(bars.close).range_extremes(0, count) == (bars.close.min(), bars.close.max())


@pytest.mark.parametrize("count", [0, 1, 300, 5000])
def test_the_extremes_of_many_columns_are_those_of_each(count: int) -> None:
    levels, chance = Levels(), np.random.default_rng(3)
    columns = [chance.normal(size=6000) for _ in range(4)]
    columns[1][50:60], columns[2][:], columns[3][70] = np.nan, np.nan, np.inf
    columns.append(columns[0][:200])
    found = levels.extremes(columns, 40, 40 + count)
    for column, (low, high) in zip(columns, found, strict=True):
        shown = column[40 : 40 + count]
        known = shown[np.isfinite(shown)]
        assert (low, high) == (known.min(), known.max()) if len(known) else np.isnan([low, high]).all()


def test_a_shorter_table_forgets_what_came_after() -> None:
    levels = Levels()
    levels.bars(BARS)
    short = BARS.slice(0, 10_000)
    assert levels.bars(short).range_extremes(0, 20_000) == (short.low.min(), short.high.max())


def test_an_array_in_the_place_of_one_let_go_is_not_taken_for_it() -> None:
    levels = Levels()
    for seed in range(100):
        values = np.random.default_rng(seed).normal(size=5000)
        assert levels.values(values).range_extremes(0, 5000) == (values.min(), values.max())


def test_pyramids_that_a_worker_built_are_taken_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levels_of, "AT_ONCE", 1000)
    levels, few = Levels(), walk(100)
    assert not levels.has(BARS)
    levels.adopt(levels_of.built_ahead((BARS, BARS.volume, few)))
    assert levels.has(BARS)
    assert levels.has(BARS.slice(0, 19_000)), "a shorter table in the same memory"
    assert not levels.has(few), "few rows are not worth it"
    monkeypatch.setattr(Blocks, "of", lambda *_: pytest.fail("built anew"))
    assert levels.bars(BARS).range_extremes(0, 20_000) == (BARS.low.min(), BARS.high.max())
    assert levels.values(BARS.volume).range_extremes(0, 20_000) == (BARS.volume.min(), BARS.volume.max())


def test_the_columns_of_an_indicator_over_a_year_of_minutes_are_built_by_its_worker() -> None:
    """Twenty of them, which one frame would have had to build, held the window up."""
    column = np.arange(80_000.0)
    ((source, pyramid),) = levels_of.built_ahead((column, np.arange(1000.0)))
    assert source is column
    levels = Levels()
    levels.adopt([(source, pyramid)])
    assert levels.values(column) is pyramid


def test_what_is_shown_no_more_is_let_go() -> None:
    levels, column, table = Levels(), np.arange(5000.0), walk(5000)
    for lost in (column, table.volume):
        levels.values(lost)
    levels.bars(table)
    levels.known_rows(column)
    levels.settled("some rows", table.low, lambda: 1)
    levels.keep_what_is_shown([BARS])
    gone = [weakref.ref(one) for one in (column, table.low, table.volume)]
    del column, table, lost
    assert [one() is None for one in gone] == [True, True, True]


def test_what_was_made_of_what_is_shown_is_kept() -> None:
    levels, other = Levels(), walk(3000)
    levels.keep_what_is_shown([other])
    halved = levels.derived(BARS, Half)
    beside = levels.beside(BARS, other, lambda _: Counted())
    known = [levels.bars(BARS), levels.bars(halved), levels.values(beside), levels.known_rows(BARS.close)]
    settled = levels.settled("some rows", BARS.low, list)
    levels.keep_what_is_shown([BARS, other])
    assert levels.derived(BARS, Half) is halved
    found = [levels.bars(BARS), levels.bars(halved), levels.values(beside), levels.known_rows(BARS.close)]
    assert all(one is before for one, before in zip(found, known, strict=True))
    assert levels.settled("some rows", BARS.low, list) is settled


def test_what_was_built_ahead_waits_once_for_being_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(levels_of, "AT_ONCE", 1000)
    levels, shown = Levels(), [walk(seed) for seed in (50, 51)]
    levels.adopt(levels_of.built_ahead((BARS, BARS.volume)))
    levels.keep_what_is_shown(shown[:1])
    assert levels.has(BARS)
    levels.keep_what_is_shown(shown)
    assert not levels.has(BARS)


def test_nothing_on_show_is_found_out_twice_however_many_columns_there_are() -> None:
    """A chart may have all candlestick patterns at once, or the lines of forty indicators."""
    levels, shown = Levels(), [np.arange(5_000.0) + number for number in range(150)]
    levels.keep_what_is_shown(shown)
    known = [(levels.values(one), levels.known_rows(one), levels.known_rows(one, 1)) for one in shown]
    again = [(levels.values(one), levels.known_rows(one), levels.known_rows(one, 1)) for one in shown]
    assert all(mine is its for one, other in zip(known, again, strict=True) for mine, its in zip(one, other, strict=True))


class Counted:
    """A column."""

    values = np.arange(20_000.0)


class Half:
    """Bars at half the price."""

    def __init__(self, bars: Bars) -> None:
        self.bars = halved(bars)

    def go_on(self, bars: Bars) -> None:
        """Be those of another table."""
        self.bars = halved(bars)


def halved(bars: Bars) -> Bars:
    return Bars.of(bars.time, bars.open / 2, bars.high / 2, bars.low / 2, bars.close / 2, bars.volume, bars.interval)
