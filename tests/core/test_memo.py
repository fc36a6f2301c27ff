"""Results remembered by bars: as long as these are there, and the rows that they depend on are as they were."""

from __future__ import annotations

import gc
import tracemalloc
import weakref

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars
from charting.core.memo import Memo
from tests.scene.making import walk

ALL = walk(40)


class Result(Struct, weakref=True):
    """Something that was worked out."""

    number: int


def memo_of(table: Bars, last: int) -> tuple[Memo[Result], Result]:
    memo: Memo[Result] = Memo()
    return memo, memo.get(table, "key", last, lambda _: Result(0))


def test_what_was_worked_out_goes_with_its_bars() -> None:
    table = Bars.of(
        *(np.array(column) for column in (ALL.time, ALL.open, ALL.high, ALL.low, ALL.close, ALL.volume)), ALL.interval
    )
    memo, result = memo_of(table, 39)
    assert memo.get(table, "key", 39, lambda _: Result(1)) is result
    gone = weakref.ref(result)
    del table, result
    gc.collect()
    assert gone() is None


def test_what_depends_on_rows_before_the_last_holds_while_bars_come() -> None:
    tables = [ALL.slice(0, count) for count in (20, 20, 21, 30)]
    memo, result = memo_of(tables[0], 18)
    assert all(memo.get(table, "key", 18, lambda _: Result(1)) is result for table in tables)


def test_what_depends_on_the_last_row_is_worked_out_anew_from_what_it_was() -> None:
    before, after, later = ALL.slice(0, 20), ALL.slice(0, 21), ALL.slice(0, 22)
    memo, result = memo_of(before, 19)
    seen: list[Result | None] = []

    def compute(known: Result | None) -> Result:
        seen.append(known)
        return Result(1)

    again = memo.get(after, "key", 19, compute)
    assert again is not result
    assert seen == [result]
    assert memo.get(later, "key", 19, compute) is again, "by then its last row is over"
    assert seen == [result]


def test_what_nobody_asked_for_in_between_is_not_taken_for_settled() -> None:
    memo, _ = memo_of(ALL.slice(0, 20), 19)
    first, second, third = (ALL.slice(0, count) for count in (20, 21, 22))
    result = memo.get(first, "key", 19, lambda _: Result(2))
    memo.get(second, "other", 5, lambda _: Result(3))
    assert memo.get(third, "key", 19, lambda known: known if known is None else Result(known.number + 1)) != result


def test_other_bars_know_nothing_of_it() -> None:
    memo, _ = memo_of(ALL.slice(0, 20), 3)
    assert memo.get(walk(20, 2), "key", 3, lambda known: Result(9 if known is None else 0)).number == 9
    assert memo.get(ALL.slice(0, 10), "key", 3, lambda known: Result(9 if known is None else 0)).number == 9, (
        "one that is shorter"
    )


def count_of(memo: Memo[Result], table: Bars, keys: range) -> int:
    """How many of some results are worked out when they are asked for one after the other."""
    made: list[int] = []

    def compute(key: int) -> Result:
        made.append(key)
        return Result(key)

    for key in keys:
        assert memo.get(table, key, 3, lambda _, key=key: compute(key)).number == key
    return len(made)


def test_more_results_than_there_is_room_for_are_not_worked_out_again_and_again() -> None:
    memo: Memo[Result] = Memo()
    table, later, keys = ALL.slice(0, 20), ALL.slice(0, 21), range(3000)
    assert count_of(memo, table, keys) == len(keys)
    assert 0 < count_of(memo, table, keys) < len(keys), "those that were dropped, for which there is room now"
    assert count_of(memo, table, keys) == 0
    assert count_of(memo, later, keys) == 0, "on bars that go on there is as much room"


def test_what_is_asked_for_once_does_not_stay_for_good_and_pushes_nothing_out_that_is_asked_for_often() -> None:
    table = ALL.slice(0, 20)
    memo, shown = memo_of(table, 3)
    once = weakref.ref(memo.get(table, "once", 3, lambda _: Result(1)))
    for key in range(3000):
        memo.get(table, key, 3, lambda _: Result(2))
        assert memo.get(table, "key", 3, lambda _: Result(3)) is shown
    gc.collect()
    assert once() is None


def test_any_number_of_series_go_on_from_what_they_were() -> None:
    memo: Memo[Result] = Memo()
    every = [walk(40, seed) for seed in range(30)]
    befores = [bars.slice(0, 20) for bars in every]
    for number, before in enumerate(befores):
        memo.get(before, "key", 19, lambda _, number=number: Result(number))
    for number, bars in enumerate(every):
        went_on = memo.get(bars, "key", 19, lambda known: Result(-1 if known is None else known.number + 100))
        assert went_on.number == number + 100


def test_a_hand_that_drags_on_and_on_leaves_no_more_and_more_behind() -> None:
    memo, table = Memo[Result](), ALL.slice(0, 20)
    for key in range(20_000):
        memo.get(table, key, 3, lambda _: Result(2))
    tracemalloc.start()
    for key in range(20_000, 150_000):
        memo.get(table, key, 3, lambda _: Result(2))
    left, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert left < 4_000_000
