"""The cache of values: what it keeps, what it computes again, and what it carries along."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from charting.core.bars import Bars, Floats
from charting.core.document import Indicator
from charting.indicators import values as module
from charting.indicators.catalogue import kind_of
from charting.indicators.declaration import IndicatorKind, Parameter, Plot, Settings
from charting.indicators.values import IDLE, IndicatorValues
from tests.indicators.making import same, walk


class Counting:
    """A catalogue of one indicator, the price times a factor, that counts how often it is computed."""

    def __init__(self, **declared: object) -> None:
        self.computed: list[int] = []
        self.kind = IndicatorKind(
            kind="scaled",
            title="Scaled",
            short="Scaled",
            group="Test",
            parameters=(Parameter("factor", "Factor", 2, 1, 10),),
            plots=(Plot("scaled", "Scaled"),),
            compute=self.compute,
            **declared,
        )

    def compute(self, bars: Bars, settings: Settings) -> Mapping[str, Floats]:
        self.computed.append(len(bars))
        return {"scaled": bars.close * settings["factor"]}

    def __call__(self, kind: str) -> IndicatorKind:
        assert kind == "scaled"
        return self.kind


def scaled(factor: int = 2) -> Indicator:
    return Indicator(id="a", kind="scaled", parameters={"factor": factor})


def test_values_are_computed_once_a_table_and_setting() -> None:
    counting, bars, other = Counting(), walk(10), walk(11)
    cache = IndicatorValues(catalogue=counting)
    first = cache.values(bars, scaled())
    assert cache.values(bars, Indicator(id="b", kind="scaled")) is first
    assert counting.computed == [10]
    assert not same(cache.values(bars, scaled(3))["scaled"], first["scaled"])
    cache.values(other, scaled())
    assert counting.computed == [10, 10, 11]
    assert cache.values(bars, scaled(99))["scaled"][0] == bars.close[0] * 10


def test_peeking_computes_nothing() -> None:
    counting, bars = Counting(), walk(10)
    cache = IndicatorValues(catalogue=counting)
    assert cache.peek(bars, scaled()) is None
    assert counting.computed == []
    found = cache.values(bars, scaled())
    assert cache.peek(bars, scaled()) is found


def test_what_is_handed_out_cannot_be_written_to() -> None:
    found = IndicatorValues().values(walk(30), Indicator(id="a", kind="sma"))["sma"]
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 1.0


def test_an_unknown_indicator_is_an_error_to_be_shown() -> None:
    with pytest.raises(LookupError, match="no indicator “moonphase”"):
        IndicatorValues().values(walk(5), Indicator(id="a", kind="moonphase"))


def test_values_go_with_their_table() -> None:
    counting, bars = Counting(), walk(10)
    cache = IndicatorValues(catalogue=counting)
    cache.values(bars, scaled())
    del bars
    gc.collect()
    survivors = [walk(10) for _ in range(50)]
    assert all(cache.peek(table, scaled()) is None for table in survivors)
    assert not cache._entries


def test_the_least_recently_used_go_first_but_not_what_is_shown() -> None:
    counting, bars = Counting(), walk(1_000)
    cache = IndicatorValues(capacity=10 * 8_000, catalogue=counting)
    tables = [walk(1_000, seed) for seed in range(module.RECENT + 10)]
    for table in tables:
        cache.values(table, scaled())
        cache.values(bars, scaled())
    assert [cache.peek(table, scaled()) is None for table in tables[:11]] == [True] * 11
    assert all(cache.peek(table, scaled()) is not None for table in tables[11:])
    assert cache.peek(bars, scaled()) is not None


def test_the_cost_is_the_declared_one_at_first_and_then_goes_by_experience() -> None:
    counting = Counting(cost=1_000.0)
    cache, bars = IndicatorValues(catalogue=counting), walk(6_000)
    assert cache.cost(bars, scaled()) == pytest.approx(module.EACH + 0.006)
    assert cache.cost(bars, scaled(), following=True) == pytest.approx(module.EACH + 0.006 * module.FOLLOWED)
    cache.values(bars, scaled())
    assert cache.cost(bars, scaled()) == module.EACH
    cache._pace["scaled"] = 1e-9
    assert cache.cost(walk(6_000, seed=2), scaled()) == pytest.approx(module.EACH + 6e-6)


@pytest.mark.parametrize("kind", ["macd", "vwap", "zigzag", "ribbon"])
def test_a_growing_series_is_carried_along_in_place(kind: str) -> None:
    final, indicator = walk(1_200), Indicator(id="a", kind=kind)
    cache = IndicatorValues()
    now = final.slice(0, 900)
    cache.follow(now, indicator)
    first = cache.peek(now, indicator)
    for count in range(900, 1_150):
        after = final.slice(0, count)
        cache.advance(now, after, len(now) - 1)
        now = after
        last = cache.peek(now, indicator)
    assert first is not None
    assert last is not None
    assert any(np.shares_memory(first[name], last[name]) for name in last)
    expected = kind_of(kind).compute(now, kind_of(kind).settings({}))
    assert all(same(last[name], expected[name]) for name in expected)


def test_a_series_outgrows_its_room() -> None:
    final, indicator = walk(500), Indicator(id="a", kind="ema")
    cache = IndicatorValues()
    now = final.slice(0, 10)
    cache.follow(now, indicator)
    cache.advance(now, final, 9)
    found = cache.peek(final, indicator)
    assert found is not None
    assert same(found["ema"], kind_of("ema").compute(final, kind_of("ema").settings({}))["ema"])


def test_many_new_rows_are_left_to_be_computed_however_they_are_shared_out() -> None:
    """A replay that ends brings hundreds of bars at once, to each of many indicators."""
    final, cache = walk(1_000), IndicatorValues()
    averages = [Indicator(id="a", kind="ema", parameters={"period": period}) for period in range(5, 9)]
    before, after = final.slice(0, 500), final.slice(0, 750)
    for one in averages:
        cache.follow(before, one)
    cache.advance(before, after, 499)
    carried = [cache.peek(after, one) is not None for one in averages]
    assert carried.count(True) * (750 - 499) <= module.CARRIED < (carried.count(True) + 1) * (750 - 499)
    last = final.slice(0, 751)
    cache.follow(after, averages[-1])
    cache.advance(after, last, 749)
    assert cache.peek(last, averages[-1]) is not None


def test_what_was_not_followed_is_left_to_be_computed() -> None:
    final, indicator = walk(100), Indicator(id="a", kind="ema")
    cache = IndicatorValues()
    before = final.slice(0, 99)
    cache.values(before, indicator)
    cache.advance(before, final, 98)
    assert cache.peek(final, indicator) is None
    assert cache.peek(before, indicator) is None


def test_a_change_before_the_forming_bar_is_left_to_be_computed() -> None:
    final, indicator = walk(100), Indicator(id="a", kind="ema")
    cache = IndicatorValues()
    before = final.slice(0, 99)
    cache.follow(before, indicator)
    cache.advance(before, final, 50)
    assert cache.peek(final, indicator) is None


def test_what_nobody_asks_for_is_not_carried_along_forever() -> None:
    bars, cache = walk(200), IndicatorValues()
    wanted, tried = Indicator("a", "sma", {"period": 5}), Indicator("a", "sma", {"period": 6})
    now = bars.slice(0, 100)
    for indicator in (wanted, tried):
        cache.follow(now, indicator)
    for count in range(101, 101 + IDLE + 1):
        after = bars.slice(0, count)
        cache.advance(now, after, count - 2)
        assert cache.peek(after, wanted) is not None
        now = after
    assert cache.peek(now, tried) is None
    assert len(cache.values(now, tried)["sma"]) == len(now)


def test_an_indicator_without_a_tail_is_computed_whole() -> None:
    counting, bars = Counting(), walk(20)
    cache = IndicatorValues(catalogue=counting)
    before = bars.slice(0, 19)
    cache.follow(before, scaled())
    cache.advance(before, bars, 18)
    assert cache.peek(bars, scaled()) is None


def test_a_table_replaced_while_it_is_computed_does_no_harm() -> None:
    """Workers compute while the main thread carries series along."""
    final = walk(2_000)
    cache = IndicatorValues()
    indicators = [Indicator(id=kind, kind=kind) for kind in ("sma", "macd", "rsi", "vwap")]

    def work() -> None:
        for count in range(1_000, 1_060):
            table = final.slice(0, count)
            for indicator in indicators:
                cache.follow(table, indicator)
                found = cache.values(table, indicator)
                assert all(len(values) == count for values in found.values())

    now = final.slice(0, 1_500)
    for indicator in indicators:
        cache.follow(now, indicator)
    with ThreadPoolExecutor(3) as workers:
        running = [workers.submit(work) for _ in range(3)]
        for count in range(1_500, 1_700):
            after = final.slice(0, count)
            cache.advance(now, after, len(now) - 1)
            now = after
            for indicator in indicators:
                assert cache.peek(now, indicator) is not None
        for task in running:
            task.result()
    for indicator in indicators:
        kind, found = kind_of(indicator.kind), cache.peek(now, indicator)
        assert found is not None
        expected = kind.compute(now, kind.settings({}))
        assert all(same(found[name], expected[name]) for name in expected)
