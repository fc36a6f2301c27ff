"""Prices on one basis of adjustment become those of another, and agree with what sources say themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.adjustment import (
    NO_ADJUSTMENTS,
    Action,
    Adjustments,
    adjusted_bars,
    adjustments_of,
    day_of,
    joined_actions,
)
from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import Basis
from charting.core.interval import DAY
from charting.market.files import read_bars

STAMPS = calendar_for("XHKG").stamps(DAY, 1_700_000_000, 1_712_000_000)
BASES: tuple[Basis, ...] = ("raw", "split", "full")


def walk(count: int = len(STAMPS)) -> Bars:
    """Raw bars of a quiet market, without any action."""
    chance = np.random.default_rng(3)
    close = 100 * np.exp(np.cumsum(chance.normal(0, 0.01, count)))
    return Bars.of(STAMPS[:count], close * 0.999, close * 1.01, close * 0.98, close, np.full(count, 1e6), DAY)


def as_yahoo(raw: Bars, actions: Sequence[Action]) -> Bars:
    """Raw bars as Yahoo gives them: everything before a split in shares of after it."""
    after = np.ones(len(raw))
    for action in actions:
        if action.kind == "split":
            after[raw.time < action.time] *= action.value
    prices = (column / after for column in (raw.open, raw.high, raw.low, raw.close))
    return Bars.of(raw.time, *prices, raw.volume * after, DAY)


rows = st.integers(1, len(STAMPS) - 1)
splits = st.builds(lambda row, value: Action(int(STAMPS[row]), "split", value), rows, st.sampled_from((2.0, 3.0, 0.1, 1.5)))
dividends = st.builds(lambda row, value: Action(int(STAMPS[row]), "dividend", value), rows, st.floats(0.01, 5))
many = st.lists(splits | dividends, max_size=6, unique_by=lambda action: (action.time, action.kind)).map(
    lambda found: tuple(sorted(found, key=lambda action: action.time))
)


@given(many)
def test_raw_bars_are_those_that_were_traded(actions: tuple[Action, ...]) -> None:
    raw = walk()
    bars = as_yahoo(raw, actions)
    found = adjusted_bars(bars, adjustments_of(bars, None, actions), "raw")
    for name in ("open", "high", "low", "close", "volume"):
        np.testing.assert_allclose(getattr(found, name), getattr(raw, name), rtol=1e-12)


@given(many)
def test_a_dividend_is_no_loss_on_fully_adjusted_bars(actions: tuple[Action, ...]) -> None:
    bars = as_yahoo(walk(), actions)
    found = adjusted_bars(bars, adjustments_of(bars, None, actions), "full")
    paid = np.zeros(len(bars))
    for action in actions:
        row = int(bars.time.searchsorted(action.time))
        if action.kind == "dividend" and action.value < bars.close[row - 1]:
            paid[row] = action.value
    gained = found.close[1:] / found.close[:-1]
    np.testing.assert_allclose(gained, bars.close[1:] / (bars.close[:-1] - paid[1:]), rtol=1e-9)
    assert found.close[-1] == bars.close[-1]
    np.testing.assert_array_equal(found.volume, bars.volume)


@given(many)
def test_split_adjusted_bars_stay_the_same_object(actions: tuple[Action, ...]) -> None:
    bars = walk()
    assert adjusted_bars(bars, adjustments_of(bars, None, actions), "split") is bars
    for basis in BASES:
        assert adjusted_bars(bars, NO_ADJUSTMENTS, basis) is bars


@given(many, rows, st.sampled_from(BASES), st.sampled_from(BASES))
def test_a_price_drawn_on_a_bar_stays_on_it(actions: tuple[Action, ...], row: int, drawn: Basis, shown: Basis) -> None:
    bars = walk()
    adjustments = adjustments_of(bars, None, actions)
    before, after = (adjusted_bars(bars, adjustments, basis) for basis in (drawn, shown))
    factor = adjustments.factor(float(bars.time[row]), drawn, adjustments.as_of, shown)
    assert before.close[row] * factor == pytest.approx(after.close[row], rel=1e-12)


@given(many, st.sampled_from(BASES), st.sampled_from((0.5, 2.0, 4.0)))
def test_a_later_split_takes_everything_drawn_before_along(actions: tuple[Action, ...], basis: Basis, value: float) -> None:
    bars = walk()
    then = adjustments_of(bars, None, actions)
    split = Action(int(bars.time[-1]) + 86_400, "split", value)
    now = adjustments_of(bars, None, (*actions, split))
    assert now.changed_since(basis, then.as_of)
    assert not then.changed_since(basis, then.as_of)
    for time in (float(bars.time[0]), float(bars.time[-1]), float(split.time) + 1e6):
        expected = 1 / value if basis != "raw" or time > split.time else 1.0
        assert now.factor(time, basis, then.as_of, basis) == pytest.approx(expected, rel=1e-12)


def test_what_is_drawn_with_nothing_new_since_stays_bit_for_bit() -> None:
    actions = tuple(Action(int(STAMPS[row]), "split", 1.1) for row in range(5, 30, 5))
    adjustments = adjustments_of(walk(), None, actions)
    for basis in ("raw", "split"):
        assert {adjustments.factor(float(time), basis, math.inf, basis) for time in STAMPS} == {1.0}


def test_a_source_that_gives_adjusted_closes_is_followed(shared_data: Path) -> None:
    history = read_bars(str(shared_data / "formats" / "yfinance_tests_1398-HK-1d-bad-div-fixed.csv"))
    assert history.adjusted is not None
    found = adjustments_of(history.bars, history.adjusted, history.actions)
    full = adjusted_bars(history.bars, found, "full")
    shares = full.close / history.adjusted
    np.testing.assert_allclose(shares, shares[-1], rtol=1e-6)
    by_amounts = adjusted_bars(history.bars, adjustments_of(history.bars, None, history.actions), "full")
    np.testing.assert_allclose(by_amounts.close, full.close, rtol=1e-6)


@given(st.lists(st.tuples(rows, st.floats(0.5, 0.99)), max_size=5, unique_by=lambda one: one[0]), splits, st.data())
def test_bars_follow_the_source_s_adjusted_closes_wherever_it_has_one(
    effects: list[tuple[int, float]], split: Action, data: st.DataObject
) -> None:
    """Whatever amounts it states, and whichever of its adjusted closes are blank, zero or endless."""
    bars = walk()
    adjusted = bars.close.copy()
    for row, effect in effects:
        adjusted[:row] *= effect
    amounts = (*(Action(int(STAMPS[row]), "dividend", 0.01) for row, _ in effects), split)
    holes = data.draw(st.lists(st.integers(0, len(bars) - 1), max_size=20))
    adjusted[holes] = data.draw(st.sampled_from((math.nan, 0.0, math.inf)))
    full = adjusted_bars(bars, adjustments_of(bars, adjusted, amounts), "full")
    told = np.isfinite(adjusted) & (adjusted > 0)
    shares = full.close[told] / adjusted[told]
    np.testing.assert_allclose(shares, shares[-1], rtol=1e-9)


@given(many, st.randoms())
def test_in_which_order_actions_are_told_makes_no_difference(actions: tuple[Action, ...], chance: Random) -> None:
    bars, mixed = walk(), list(actions)
    chance.shuffle(mixed)
    one, other = (adjustments_of(bars, None, told) for told in (actions, mixed))
    for basis in BASES:
        expected = adjusted_bars(bars, one, basis).close
        np.testing.assert_allclose(adjusted_bars(bars, other, basis).close, expected, rtol=1e-12)


def test_a_later_dividend_changes_what_fully_adjusted_prices_mean_and_no_others() -> None:
    bars = walk()
    paid = Action(int(STAMPS[30]), "dividend", 2.0)
    found = adjustments_of(bars, None, (paid,))
    assert [found.changed_since(basis, paid.time - 1) for basis in BASES] == [False, False, True]
    assert [found.changed_since(basis, paid.time) for basis in BASES] == [False, False, False]


def test_actions_of_a_file_change_nothing_where_nobody_says_what_its_prices_are() -> None:
    bars, split = walk(), Action(int(STAMPS[20]), "split", 2.0)
    found = adjustments_of(bars, None, (split,), applied=False)
    assert found.actions == (split,)
    assert adjusted_bars(bars, found, "raw") is bars


@pytest.mark.parametrize("value", [math.nan, 2.5])
def test_earnings_change_no_price(value: float) -> None:
    bars, told = walk(), Action(int(STAMPS[20]), "earnings", value)
    found = adjustments_of(bars, None, (told,))
    assert found.actions == (told,)
    assert len(found.times) == 0


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
def test_values_that_no_action_can_have_are_passed_over(value: float) -> None:
    bars = walk()
    found = adjustments_of(bars, None, (Action(int(STAMPS[20]), "split", value), Action(int(STAMPS[30]), "dividend", value)))
    assert adjusted_bars(bars, found, "raw") is bars
    assert adjusted_bars(bars, found, "full") is bars


def test_a_dividend_before_all_bars_or_as_large_as_the_price_is_not_applied() -> None:
    bars = walk()
    early = Action(int(STAMPS[0]) - 86_400, "dividend", 1.0)
    absurd = Action(int(STAMPS[30]), "dividend", 1e6)
    assert adjusted_bars(bars, adjustments_of(bars, None, (early, absurd)), "full") is bars
    assert adjusted_bars(bars, adjustments_of(bars, bars.close, (early,)), "full") is bars


def test_a_dividend_is_held_against_the_close_right_before_it() -> None:
    """After a collapse it may be as large as that close, and not be believed, though earlier closes were larger."""
    bars = walk()
    close = np.where(np.arange(len(bars)) >= 28, 5.0, bars.close)
    fallen = Bars.of(bars.time, close, close, close, close, None, DAY)
    for value in (5.0, 6.0):
        paid = Action(int(STAMPS[30]), "dividend", value)
        assert adjusted_bars(fallen, adjustments_of(fallen, None, (paid,)), "full") is fallen
    full = adjusted_bars(fallen, adjustments_of(fallen, None, (Action(int(STAMPS[30]), "dividend", 4.0),)), "full")
    np.testing.assert_allclose(full.close[:30], close[:30] / 5)


def test_what_is_known_reaches_to_the_last_bar_or_action() -> None:
    bars = walk()
    assert adjustments_of(bars, None, ()).as_of == bars.time[-1]
    later = Action(int(bars.time[-1]) + 5, "split", 2.0)
    assert adjustments_of(bars, None, (later,)).as_of == later.time
    assert NO_ADJUSTMENTS.as_of == 0
    assert NO_ADJUSTMENTS.known_until is None
    known = adjustments_of(bars, None, ()).known_until
    assert known is not None
    assert known.timestamp() == bars.time[-1]


def test_actions_are_joined_by_day_and_kind_and_the_newer_wins() -> None:
    old = Action(86_400 * 5 + 100, "dividend", 1.0)
    new, split = replace(old, time=old.time + 60, value=1.1), Action(86_400 * 5 + 100, "split", 2.0)
    assert day_of(old) == day_of(new)
    assert joined_actions((old, split), (new,)) == (split, new)
    assert isinstance(adjustments_of(walk(), None, joined_actions((old,), (split,))), Adjustments)
