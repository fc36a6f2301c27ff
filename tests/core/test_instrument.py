from __future__ import annotations

import datetime
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.instrument import Instrument, with_step

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


FILE = Instrument("EURUSD", "EURUSD", exchange="")


def walk(price: float, count: int = 400) -> np.ndarray:
    return price * np.exp(np.cumsum(np.random.default_rng(4).normal(0, 0.003, count)))


@pytest.mark.parametrize("single", [False, True])
@pytest.mark.parametrize(
    ("price", "decimals"),
    [(1.08543, 5), (18.23456, 5), (190.123, 3), (0.0123, 4), (0.00001234, 8), (38.12, 2), (5.4, 1), (26_894.52, 2), (7.0, 0)],
)
def test_prices_are_written_with_the_decimals_that_they_have(price: float, decimals: int, single: bool) -> None:
    prices = np.round(walk(price), decimals)
    found = with_step(FILE, prices.astype(np.float32).astype(np.float64) if single else prices)
    assert found.decimals(price) == max(2, decimals)
    assert found.round_to_tick(float(prices[7])) == pytest.approx(prices[7], abs=10.0**-decimals / 1000)


@pytest.mark.parametrize(("price", "decimals"), [(26_894.5, 2), (38.1, 2), (1.08, 4), (0.52, 4), (0.0123, 5)])
def test_prices_that_are_multiples_of_nothing_count_by_their_size(price: float, decimals: int) -> None:
    assert with_step(FILE, walk(price)).decimals(price) == decimals


def test_a_few_odd_prices_do_not_count() -> None:
    prices = np.round(walk(1.08), 4)
    prices[[3, 200]] = 1.081234567
    assert with_step(FILE, prices).step == 0.0001


def test_shares_of_hong_kong_keep_to_the_table() -> None:
    assert with_step(ALIBABA, walk(1.08)) is ALIBABA


@pytest.mark.parametrize("prices", [[], [np.nan, np.inf], [0.0, 0.0]])
def test_without_a_price_the_usual_step_counts(prices: list[float]) -> None:
    assert with_step(FILE, np.array(prices)) is FILE


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=20))
def test_whatever_the_prices_there_is_a_step(prices: list[float]) -> None:
    found = with_step(FILE, np.array(prices))
    assert found.tick_size(1.0) > 0
    assert 2 <= found.decimals(1.0) <= 10
