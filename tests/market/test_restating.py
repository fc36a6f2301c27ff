"""After a split what is stored of any interval is put on the new basis; nothing that the source has no more of is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.adjustment import Action
from charting.core.bars import Bars, Times
from charting.core.interval import DAY, MINUTE, Interval
from charting.market.provider import History, NoNetwork
from charting.market.restating import is_implausible, is_readjusted, is_restated, new_splits, rebased, restatement
from tests.market.desk import KEY, NOW, Desk, Source, answer, desk_for, sessions

__all__ = ["desk_for"]


def restating(source: Source, factor: float, *actions: Action) -> Callable[[str, Interval, datetime | None], History]:
    """The usual answers with all their prices times a factor."""

    def restated(symbol: str, interval: Interval, since: datetime | None) -> History:
        found = source.usual(symbol, interval, since)
        times = found.bars.time
        return answer(priced(times, interval, factor), actions=actions)

    return restated


def priced(times: Times, interval: Interval, factor: float = 1.0) -> Bars:
    prices = (100 + times / 1e9) * factor
    return Bars.of(times, prices, prices + factor, prices - factor, prices, np.full(len(times), 10.0 / factor), interval)


SPLIT = Action(int(sessions(1).time[0]), "split", 2.0)


@pytest.mark.parametrize("actions", [(SPLIT,), ()], ids=["told", "untold"])
def test_a_split_puts_every_interval_on_the_new_basis_and_asks_for_it_again(
    actions: tuple[Action, ...], desk_for: Callable[..., Desk]
) -> None:
    source = Source()
    source.answers = restating(source, 0.5, *actions)
    desk = desk_for(source)
    yesterday, last_year = NOW - timedelta(days=1), NOW - timedelta(days=400)
    paid = Action(int(sessions(30).time[0]), "dividend", 3.0)
    desk.feed.store.write(KEY, answer(sessions(60, until=yesterday), fetched=yesterday, actions=(paid,)))
    minutes, quarters = replace(KEY, interval=MINUTE), replace(KEY, interval=Interval.parse("15m"))
    old = sessions(500, until=last_year, interval=MINUTE)
    recent = sessions(60, until=yesterday, interval=MINUTE)
    desk.feed.store.write(minutes, answer(old, fetched=last_year))
    desk.feed.store.extend(minutes, answer(recent, fetched=yesterday))
    gone = sessions(100, until=last_year, interval=quarters.interval)
    desk.feed.store.write(quarters, answer(gone, fetched=last_year))
    desk.ask()
    desk.wait_for_newest({KEY, minutes, quarters})
    for key in (KEY, minutes, quarters):
        kept = desk.feed.store.read(key)
        assert kept is not None
        expected = priced(kept.bars.time, key.interval, 0.5)
        for name in ("open", "high", "low", "close", "volume"):
            np.testing.assert_allclose(getattr(kept.bars, name), getattr(expected, name))
        assert tuple(action for action in kept.actions if action.kind == "split") == actions
    found = desk.feed.store.read(minutes)
    assert found is not None
    assert found.bars.time[0] == old.time[0]
    assert found.fetched == NOW
    asked = [(interval, since is None) for _, interval, since in source.asked]
    assert asked[:2] == [(DAY, False), (DAY, True)]
    assert (MINUTE, True) in asked
    kept = desk.feed.store.read(KEY)
    assert kept is not None
    assert [action.value for action in kept.actions if action.kind == "dividend"] == [1.5]


def test_a_split_of_one_instrument_leaves_others_and_other_sources_alone(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    source.answers = restating(source, 0.5, SPLIT)
    desk = desk_for(source)
    yesterday = NOW - timedelta(days=1)
    old = answer(sessions(60, until=yesterday), fetched=yesterday)
    others = (replace(KEY, symbol="0005.HK"), replace(KEY, source="akshare"), replace(KEY, symbol="0005.HK", interval=MINUTE))
    for key in (KEY, *others):
        desk.feed.store.write(key, old if key.interval == DAY else answer(sessions(60, until=yesterday, interval=MINUTE)))
    before = [desk.feed.store.read(key) for key in others]
    desk.ask()
    desk.wait_for_newest({KEY})
    assert len(before) == 3
    for key, earlier in zip(others, before, strict=True):
        kept = desk.feed.store.read(key)
        assert kept is not None
        assert earlier is not None
        assert kept.fetched == earlier.fetched
        np.testing.assert_array_equal(kept.bars.close, earlier.bars.close)


def test_a_split_that_another_interval_knows_already_is_not_applied_twice(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    source.answers = restating(source, 0.5, SPLIT)
    desk = desk_for(source)
    yesterday = NOW - timedelta(days=1)
    minutes = replace(KEY, interval=MINUTE)
    desk.feed.store.write(KEY, answer(sessions(60, until=yesterday), fetched=yesterday))
    later = replace(SPLIT, time=SPLIT.time + 60)  # the session's first minute was lost
    desk.feed.store.write(minutes, answer(sessions(60, interval=MINUTE, scale=0.5), actions=(later,)))
    desk.ask()
    desk.wait_for(2)
    kept = desk.feed.store.read(minutes)
    assert kept is not None
    np.testing.assert_allclose(kept.bars.close, priced(kept.bars.time, MINUTE, 0.5).close)
    assert len([action for action in kept.actions if action.kind == "split"]) == 1


def test_a_restatement_whose_whole_cannot_be_had_changes_nothing(desk_for: Callable[..., Desk]) -> None:
    source = Source()
    restated = restating(source, 0.5, SPLIT)

    def halfway(symbol: str, interval: Interval, since: datetime | None) -> History:
        if since is None:
            raise NoNetwork("gone")
        return restated(symbol, interval, since)

    source.answers = halfway
    desk = desk_for(source)
    old = answer(sessions(60, until=NOW - timedelta(days=1)), fetched=NOW - timedelta(days=1))
    desk.feed.store.write(KEY, old)
    desk.ask()
    desk.wait_for(2)
    kept = desk.feed.store.read(KEY)
    assert kept is not None
    assert kept.bars.close.tolist() == old.bars.close.tolist()


EARLIER, LATER = sessions(10, until=NOW - timedelta(days=60)), sessions(10)


def closing(factor: float, *splits: Action, bars: Bars = LATER, adjusted: float | None = None) -> History:
    found = answer(priced(bars.time, DAY, factor), actions=splits)
    return replace(found, adjusted=None if adjusted is None else found.bars.close * adjusted)


@pytest.mark.parametrize(
    ("new", "factor"),
    [
        (closing(1.0), 1.0),
        (closing(1.004), 1.0),  # corrected, which is no other basis
        (closing(0.5), 0.5),
        (closing(0.5, SPLIT), 0.5),
        (closing(0.505, SPLIT), 0.5),  # corrected as well: the split is exact
        (closing(0.45, SPLIT), 0.45),  # a bonus besides, which the bars tell alone
        (closing(1.0, SPLIT), 1.0),  # what is stored had it already
        (closing(0.5, SPLIT, bars=EARLIER), 0.5),  # no bar in common
        (closing(0.1, SPLIT, replace(SPLIT, time=SPLIT.time + 86_400 * 7, value=5.0), bars=EARLIER), 0.1),
        (closing(0.5, bars=EARLIER), 1.0),
    ],
)
def test_stored_prices_are_multiplied_with_what_both_tell(new: History, factor: float) -> None:
    assert restatement(closing(1.0), new) == pytest.approx(factor)


def test_the_last_bar_may_have_been_half_of_what_it_became() -> None:
    """Where it is the only one that both have, a wild afternoon is no split."""
    old, wild = closing(1.0), closing(1.3, bars=sessions(1))
    assert old.bars.time[-1] == wild.bars.time[0]
    assert not is_restated(old, wild)
    assert not is_implausible(old, closing(100.0, bars=sessions(1)))
    assert restatement(old, wild) == 1.0
    assert is_restated(old, closing(1.3, bars=sessions(2)))


def test_what_else_happens_is_no_split() -> None:
    paid = replace(SPLIT, kind="dividend", value=4.0)
    assert new_splits(closing(1.0), closing(1.0, paid)) == ()
    assert not is_restated(closing(1.0), closing(1.0, paid))
    assert new_splits(closing(1.0, paid), closing(0.5, paid, SPLIT)) == (SPLIT,), "of a day on which it paid as well"
    assert restatement(closing(1.0, paid), closing(0.5, paid, SPLIT, bars=EARLIER)) == 0.5


@pytest.mark.parametrize("adjusted", [None, 0.9])
@pytest.mark.parametrize("factor", [1.0, 0.5, 3.0])
def test_all_that_is_said_in_prices_is_put_on_the_other_basis(factor: float, adjusted: float | None) -> None:
    earlier = Action(SPLIT.time - 86_400 * 30, "split", 3.0)
    paid = Action(SPLIT.time - 86_400 * 20, "dividend", 4.0)
    old = closing(1.0, earlier, paid, adjusted=adjusted)
    found = rebased(old, factor, (SPLIT,))
    for name in ("open", "high", "low", "close"):
        np.testing.assert_allclose(getattr(found.bars, name), getattr(old.bars, name) * factor)
    np.testing.assert_allclose(found.bars.volume, old.bars.volume / factor)
    np.testing.assert_array_equal(found.bars.time, old.bars.time)
    assert found.actions == (earlier, replace(paid, value=4.0 * factor), SPLIT)
    if old.adjusted is None:
        assert found.adjusted is None
    else:
        assert found.adjusted is not None
        np.testing.assert_allclose(found.adjusted, old.adjusted * factor)


@pytest.mark.parametrize(("holed", "nothing"), [(0, np.nan), (0, 0.0), (1, np.nan)])
def test_prices_that_tell_nothing_are_left_out_on_either_side(holed: int, nothing: float) -> None:
    before, after = closing(1.0), closing(0.5)
    sides = [before, after]
    holes = sides[holed].bars.close.copy()
    holes[:6] = nothing  # more than half: counted, they would be the median
    sides[holed] = replace(sides[holed], bars=Bars.of(sides[holed].bars.time, *(holes,) * 4, before.bars.volume, DAY))
    assert restatement(*sides) == pytest.approx(0.5)
    assert is_restated(*sides)


def test_a_new_split_or_another_basis_restates_and_a_correction_does_not() -> None:
    old = closing(1.0)
    assert not is_restated(old, closing(1.004))
    assert is_restated(old, closing(1.006))
    assert is_restated(old, closing(1.0, SPLIT, bars=EARLIER))
    assert not is_restated(closing(1.0, SPLIT), closing(1.0, SPLIT))
    assert not is_restated(old, closing(3.0, bars=EARLIER))


def test_bars_without_a_price_tell_nothing_of_the_basis() -> None:
    old, new = closing(1.0), closing(0.5)
    holes = old.bars.close.copy()
    holes[:6] = np.nan
    holed = Bars.of(old.bars.time, *(holes,) * 4, old.bars.volume, DAY)
    assert restatement(replace(old, bars=holed), new) == pytest.approx(0.5)
    assert restatement(old, replace(new, bars=holed)) == 1.0


def test_adjusted_closes_are_compared_where_both_have_them() -> None:
    assert is_readjusted(closing(1.0, adjusted=1.0), closing(1.0, adjusted=0.99))
    assert not is_readjusted(closing(1.0, adjusted=1.0), closing(1.0, adjusted=1.0))
    assert is_readjusted(closing(1.0), closing(1.0, adjusted=1.0))
    assert is_readjusted(closing(1.0, adjusted=1.0), closing(1.0))
    assert not is_readjusted(closing(1.0), closing(1.0))
    assert not is_readjusted(closing(1.0, adjusted=1.0), closing(1.0, bars=EARLIER, adjusted=0.5))


def test_prices_many_times_as_high_are_implausible_without_a_split() -> None:
    old = closing(1.0)
    assert is_implausible(old, closing(100.0))
    assert is_implausible(old, closing(0.01))
    assert not is_implausible(old, closing(0.01, replace(SPLIT, value=100.0)))
    assert not is_implausible(old, closing(2.0))
    assert not is_implausible(old, closing(1 / 9))
    assert is_implausible(old, closing(1 / 11))
    assert not is_implausible(old, closing(9.0))
    assert is_implausible(old, closing(11.0))
    assert not is_implausible(old, closing(100.0, bars=EARLIER))
