from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.interval import DAY, HOUR, MINUTE, MONTH, WEEK, Interval


@given(count=st.integers(1, 9999), unit=st.sampled_from(["m", "h", "d", "wk", "mo"]))
def test_every_interval_is_read_back_from_its_code(count, unit):
    interval = Interval(count, unit)
    assert Interval.parse(str(interval)) == interval


def test_the_usual_ones():
    assert [Interval.parse(code) for code in ("1m", "1h", "1d", "1wk", "1mo")] == [MINUTE, HOUR, DAY, WEEK, MONTH]
    assert Interval.parse(" 15M ") == Interval(15, "m")


@pytest.mark.parametrize("code", ["", "m", "0m", "1", "1y", "1.5h", "-1d", "12345m", "1 m", "1d1", "一d"])
def test_what_is_no_interval_is_refused_with_an_example(code):
    with pytest.raises(ValueError, match="write one like 1m"):
        Interval.parse(code)


def test_which_fit_into_a_session():
    assert [interval.is_intraday for interval in (MINUTE, HOUR, DAY, WEEK, MONTH)] == [True, True, False, False, False]


def test_they_sort_by_length():
    codes = ["1m", "15m", "1h", "2h", "1d", "3d", "1wk", "1mo", "3mo"]
    assert sorted(codes, key=lambda code: Interval.parse(code).seconds) == codes
