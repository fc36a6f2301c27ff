"""Each kind of defect by itself: what of a single row is refused, put right or left as it is, and what is said of it."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.calendar import calendar_for
from charting.core.interval import DAY, MINUTE
from charting.market.stamps import UNREADABLE
from charting.market.validate import (
    HIGH_BELOW_LOW,
    NEGATIVE_VOLUME,
    NO_PRICE,
    NOT_POSITIVE,
    OUT_OF_ORDER,
    OUTSIDE_RANGE,
    REPEATED,
    UNREADABLE_NUMBER,
    UNREADABLE_TIME,
    WIDENED,
    Checked,
    Rows,
    check,
    refused_kinds,
)
from tests.market.test_validate import HONG_KONG, OPEN, ZONE

DAYS = [OPEN + 86_400 * day for day in range(5)]  # Monday to Friday
MINUTES = [OPEN + 60 * minute for minute in range(5)]


def rows(times: list[int] = DAYS) -> Rows:
    """Sound rows, whose highs and lows stand apart from opens and closes."""
    count = len(times)
    base = 100.0 + np.arange(count)
    return Rows(
        np.array(times, dtype=np.int64), base, base + 2, base - 2, base + 1, np.full(count, 1000.0),
        np.arange(10, count + 10), np.zeros(count, bool),
    )  # fmt: skip


def with_one(given: Rows, column: str, value: float, row: int = 2) -> Rows:
    changed = getattr(given, column).copy()
    changed[row] = value
    return replace(given, **{column: changed})


def daily(given: Rows) -> Checked:
    return check(given, DAY, HONG_KONG, ZONE)


def said(found: Checked) -> tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]:
    refused, repaired = ([(each.kind, each.count, each.first_line) for each in part] for part in (found.refused, found.repaired))
    return refused, repaired


def test_sound_rows_are_left_as_they_are() -> None:
    given = rows()
    found = daily(given)
    assert said(found) == ([], [])
    for name in ("open", "high", "low", "close", "volume"):
        np.testing.assert_array_equal(getattr(found.bars, name), getattr(given, name))
    assert refused_kinds(found) == ""


@pytest.mark.parametrize("column", ["open", "high", "low", "close"])
@pytest.mark.parametrize(
    ("value", "kind"), [(np.nan, NO_PRICE), (0.0, NOT_POSITIVE), (-3.0, NOT_POSITIVE), (np.inf, NOT_POSITIVE)]
)
def test_one_price_that_is_none_costs_its_row_and_no_other(column: str, value: float, kind: str) -> None:
    found = daily(with_one(rows(), column, value))
    assert found.row.tolist() == [0, 1, 3, 4]
    assert (kind, 1, 12) in said(found)[0]
    assert f"1 with {kind}" in refused_kinds(found)


def test_shares_of_less_than_a_dollar_are_sound() -> None:
    given = rows()
    cheap = replace(given, **{name: getattr(given, name) / 1000 for name in ("open", "high", "low", "close")})
    assert said(daily(cheap)) == ([], [])


@pytest.mark.parametrize(
    ("volume", "kept", "repaired"),
    [(0.0, 0.0, []), (0.4, 0.4, []), (-1.0, np.nan, [(NEGATIVE_VOLUME, 1, 12)]), (-0.5, np.nan, [(NEGATIVE_VOLUME, 1, 12)]),
     (np.nan, np.nan, [])],
)  # fmt: skip
def test_a_volume_below_zero_is_unknown(volume: float, kept: float, repaired: list[tuple[str, int, int]]) -> None:
    found = daily(with_one(rows(), "volume", volume))
    assert said(found) == ([], repaired)
    np.testing.assert_array_equal(found.bars.volume, [1000.0, 1000.0, kept, 1000.0, 1000.0])


@pytest.mark.parametrize(("column", "value"), [("close", 104.5), ("open", 104.5), ("close", 99.5), ("open", 99.5)])
def test_a_day_is_widened_on_the_side_where_it_must_be(column: str, value: float) -> None:
    found = daily(with_one(rows(), column, value))
    assert said(found) == ([], [(WIDENED, 1, 12)])
    expected = rows()
    assert found.bars.high.tolist() == [*expected.high[:2], max(104.0, value), *expected.high[3:]]
    assert found.bars.low.tolist() == [*expected.low[:2], min(100.0, value), *expected.low[3:]]


def test_what_is_outside_by_rounding_is_not_worth_a_word() -> None:
    assert said(daily(with_one(rows(), "close", 104.00005))) == ([], [])
    minutes = check(with_one(rows(MINUTES), "close", 104.00005), MINUTE, HONG_KONG, ZONE)
    assert said(minutes) == ([], [])
    assert said(check(with_one(rows(MINUTES), "close", 104.2), MINUTE, HONG_KONG, ZONE))[0] == [(OUTSIDE_RANGE, 1, 12)]


def test_a_high_below_the_low_is_said_as_that_alone() -> None:
    found = daily(with_one(rows(), "high", 90.0))
    assert said(found) == ([(HIGH_BELOW_LOW, 1, 12)], [])


def test_a_row_that_cannot_be_read_is_said_as_that() -> None:
    given = with_one(with_one(rows(), "garbled", True), "open", np.nan)
    assert said(daily(given))[0] == [(UNREADABLE_NUMBER, 1, 12)]
    given = with_one(with_one(rows(), "time", UNREADABLE, 1), "time", UNREADABLE, 3)
    assert said(daily(given))[0] == [(UNREADABLE_TIME, 2, 11)], "two unreadable times are not the same time"


def test_of_a_time_that_stands_twice_the_first_sound_row_counts() -> None:
    given = with_one(rows([DAYS[0], DAYS[1], DAYS[1], DAYS[1], DAYS[2]]), "open", np.nan, 1)
    found = daily(given)
    assert found.row.tolist() == [0, 2, 4]
    assert said(found)[0] == [(NO_PRICE, 1, 11), (REPEATED, 2, 12)]
    many = rows([DAYS[row % 2] for row in range(40)])
    assert daily(many).row.tolist() == [0, 1], "the first, however many there are"


@pytest.mark.parametrize(
    ("order", "count"),
    [([0, 1, 2, 3, 4], 0), ([4, 3, 2, 1, 0], 0), ([0, 1, 3, 2, 4], 1), ([4, 0, 1, 2, 3], 4), ([1, 0], 0), ([0], 0), ([], 0),
     ([1, 0, 2], 1)],
)  # fmt: skip
def test_rows_come_out_in_order_of_time(order: list[int], count: int) -> None:
    found = daily(rows([DAYS[day] for day in order]))
    assert found.bars.time.tolist() == sorted(found.bars.time.tolist())
    assert len(found.bars) == len(order)
    assert [each.count for each in found.repaired if each.kind == OUT_OF_ORDER] == [count] * (count > 0)


def test_what_is_adjusted_stays_with_its_row() -> None:
    given = replace(with_one(rows([DAYS[day] for day in (2, 0, 1)]), "open", np.nan, 0), adjusted=np.array([7.0, 8.0, 9.0]))
    found = daily(given)
    assert found.adjusted is not None
    assert found.adjusted.tolist() == [8.0, 9.0]


def test_nothing_at_all_is_sound() -> None:
    found = check(rows([]), DAY, calendar_for(""), "UTC")
    assert (len(found.bars), said(found)) == (0, ([], []))
