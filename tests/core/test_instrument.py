from __future__ import annotations

import datetime
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.instrument import Instrument

ALIBABA = Instrument("9988.HK", "Alibaba", kind="equity", currency="HKD")
BEFORE, AFTER = datetime.date(2025, 8, 1), datetime.date(2025, 8, 4)


@pytest.mark.parametrize(
    ("price", "before", "after"),
    [
        (0.01, 0.001, 0.001),
        (0.249, 0.001, 0.001),
        (0.25, 0.005, 0.005),
        (0.5, 0.01, 0.01),
        (9.99, 0.01, 0.01),
        (10, 0.02, 0.01),
        (19.98, 0.02, 0.01),
        (20, 0.05, 0.02),
        (49.9, 0.05, 0.02),
        (50, 0.05, 0.05),
        (100, 0.1, 0.1),
        (200, 0.2, 0.2),
        (500, 0.5, 0.5),
        (1000, 1, 1),
        (2000, 2, 2),
        (5000, 5, 5),
    ],
)
def test_tick_sizes_are_those_of_their_date(price, before, after):
    assert ALIBABA.tick_size(price, BEFORE) == before
    assert ALIBABA.tick_size(price, AFTER) == after
    assert ALIBABA.tick_size(price) == after


def test_indices_funds_and_other_exchanges_have_cents():
    for other in (
        Instrument("^HSI", "Hang Seng Index", kind="index"),
        Instrument("3033.HK", "CSOP Hang Seng TECH", kind="fund"),
        Instrument("AAPL", "Apple", kind="equity", exchange="XNAS"),
    ):
        assert other.tick_size(2500) == 0.01
        assert other.decimals(0.1) == 2


@given(price=st.floats(0.01, 9995), on=st.sampled_from([BEFORE, AFTER, None]))
def test_a_rounded_price_is_the_nearest_valid_one(price, on):
    tick = ALIBABA.tick_size(price, on)
    rounded = ALIBABA.round_to_tick(price, on)
    assert abs(rounded - price) <= tick / 2 + 1e-9
    assert ALIBABA.round_to_tick(rounded, on) == rounded
    steps = rounded / tick
    assert abs(steps - round(steps)) < 1e-6
    assert float(f"{rounded:.{ALIBABA.decimals(price)}f}") == rounded


def test_cheap_shares_need_three_decimals():
    assert ALIBABA.decimals(0.2) == 3
    assert ALIBABA.decimals(0.3) == 3
    assert ALIBABA.decimals(150) == 2


@pytest.mark.parametrize("price", [math.nan, math.inf, -math.inf])
def test_what_is_no_price_is_rounded_to_itself(price):
    found = Instrument("9988.HK", "Alibaba", kind="equity").round_to_tick(price)
    assert found == price or math.isnan(price)
