"""A second instrument that goes on by ticks: only the tail is computed, and equals what computing all gives."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import Indicator
from charting.indicators import beside
from charting.indicators.beside import Beside, Instrument, Others, closes, first_to_see
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.growth import continuation
from charting.indicators.recipe import Context, going_on
from charting.indicators.values import IndicatorValues
from tests.indicators.making import Ticking, holed, same, walk

EXCHANGE = calendar_for("XHKG")
INDEX = Instrument("demo", "INDEX")
AGAINST = tuple(kind.kind for kind in CATALOGUE.values() if any(one.is_symbol for one in kind.parameters))
SHOWN = (
    *(Indicator(kind, kind, {"symbol": str(INDEX)}) for kind in AGAINST),
    Indicator("smooth", "ema", {"period": 5, "source": "indicator:ratio/ratio"}),
    Indicator("plain", "rsi"),
)


class Market:
    """A table and another one beside it, with a cache that is told of what happens to both."""

    def __init__(self, mine: Ticking, other: Ticking) -> None:
        self.mine, self.other = mine, other
        self.cache = IndicatorValues()
        self._seen = mine.bars
        self.context = self._context()
        for indicator in SHOWN:
            self.cache.follow(self._seen, indicator, self.context)

    def step(self) -> None:
        """Carry the values along to what both are now."""
        before, after = self._seen, self.mine.bars
        first = len(after) if before is after else continuation(before, after)
        assert first is not None
        self.context = self._context()
        self.cache.advance(before, after, first, self.context.beside)
        self._seen = after

    def right(self, *, carried: bool) -> None:
        """Every value is that of computing all; with ``carried``, none has to be computed anew."""
        for indicator in SHOWN:
            found = self.cache.peek(self._seen, indicator, self.context)
            assert not carried or found is not None, indicator.kind
            found = self.cache.values(self._seen, indicator, self.context)
            self.cache.follow(self._seen, indicator, self.context)
            whole = IndicatorValues().values(self._seen, indicator, self.context)
            assert all(same(found[name], column) for name, column in whole.items()), indicator.kind

    def _context(self) -> Context:
        others: Others = {INDEX: Beside(self.other.bars, EXCHANGE)}
        return Context({one.id: one for one in SHOWN}, EXCHANGE, others)


@pytest.mark.parametrize("minutes", [0, 1], ids=["days", "minutes"])
def test_ticks_of_the_second_instrument_are_carried_along(minutes: int) -> None:
    mine, other = walk(300, 1, minutes), walk(300, 2, minutes)
    market = Market(Ticking(mine, 250), Ticking(other, 250))
    for close in (101.0, 99.5, 99.5, 107.25):
        market.other.tick(close)
        market.step()
        market.right(carried=True)


@pytest.mark.parametrize("minutes", [0, 1], ids=["days", "minutes"])
def test_a_bar_that_the_second_instrument_brings_later_is_carried_along(minutes: int) -> None:
    mine, other = walk(300, 1, minutes), walk(300, 2, minutes)
    market = Market(Ticking(mine, 250), Ticking(other, 250))
    for _ in range(4):
        market.mine.add()
        market.step()
        market.right(carried=True)
        market.other.add()
        market.step()
        market.right(carried=True)
        market.mine.tick(55.0)
        market.other.tick(44.0)
        market.step()
        market.right(carried=True)


def test_ticks_of_an_instrument_ahead_change_nothing() -> None:
    market = Market(Ticking(walk(300, 1, 1), 200), Ticking(walk(300, 2, 1), 250))
    before = market.cache.peek(market.mine.bars, SHOWN[0], market.context)
    market.other.tick(1.0)
    market.other.add()
    market.step()
    assert market.cache.peek(market.mine.bars, SHOWN[0], market.context) is before
    market.right(carried=True)


def test_a_second_instrument_that_was_silent_for_long_is_computed_anew() -> None:
    """Its bar gives several rows their values at once, which what is painted does not expect of values carried along."""
    market = Market(Ticking(walk(300, 1, 1), 250), Ticking(walk(300, 2, 1), 245))
    for _ in range(5):
        market.other.add()
    market.step()
    assert market.cache.peek(market.mine.bars, SHOWN[0], market.context) is None
    market.right(carried=False)


def test_other_bars_altogether_are_computed_anew() -> None:
    market = Market(Ticking(walk(300, 1), 250), Ticking(walk(300, 2), 250))
    market.other = Ticking(walk(300, 3), 250)
    market.step()
    assert market.cache.peek(market.mine.bars, Indicator("plain", "rsi"), market.context) is not None
    market.right(carried=False)


@settings(max_examples=40)
@given(
    st.sampled_from([0, 1]),
    st.integers(1, 60),
    st.integers(1, 60),
    st.lists(st.sampled_from(["tick", "add", "other tick", "other add", "step"]), max_size=20),
    st.integers(0, 99),
)
def test_whatever_happens_values_are_right(minutes: int, count: int, others: int, events: list[str], seed: int) -> None:
    mine, other = (holed(walk(90, seed + shift, minutes), 0.1, seed + shift) for shift in (0, 1))
    market = Market(Ticking(mine, count), Ticking(other, others))
    for number, event in enumerate([*events, "step"]):
        side = market.other if "other" in event else market.mine
        if "tick" in event:
            side.tick(90.0 + number)
        elif "add" in event:
            side.add()
        else:
            market.step()
    market.right(carried=False)


def test_the_tail_asks_nothing_of_the_rows_before(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[int] = []
    original = beside._ends

    def ends(bars: Bars, calendar: object) -> object:
        looked_at.append(len(bars))
        return original(bars, calendar)  # type: ignore[arg-type]

    mine, other = walk(5_000, 1, 1), walk(5_000, 2, 1)
    whole = closes(mine, EXCHANGE, Beside(other, EXCHANGE))
    monkeypatch.setattr(beside, "_ends", ends)
    found = closes(mine.slice(4_990, 5_000), EXCHANGE, Beside(other, EXCHANGE))
    assert same(found, whole[4_990:])
    assert first_to_see(mine, EXCHANGE, Beside(other, EXCHANGE), 4_999) == 4_999
    assert max(looked_at) < 20


def test_a_recipe_stays_the_same_while_nothing_beside_it_goes_on() -> None:
    market = Market(Ticking(walk(40, 1), 30), Ticking(walk(40, 2), 30))
    recipe = market.cache.recipe(SHOWN[0], market.context)
    assert going_on(recipe, market.context.beside) is recipe
    assert going_on(recipe, {}) is recipe
    assert going_on(recipe, {INDEX: "It is gone."}) is recipe
    market.other.add()
    market.step()
    assert going_on(recipe, market.context.beside).key == market.cache.recipe(SHOWN[0], market.context).key != recipe.key
    assert market.cache.is_current(recipe)
    assert np.isfinite(market.cache.values(market.mine.bars, SHOWN[0], market.context)["beta"][-1:]).size == 1
