"""Patience: pauses that grow, one for all threads, and a pace that never runs ahead."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from charting.market.breaker import FIRST_PAUSE, JITTER, LONGEST_PAUSE, Breaker, Pace
from charting.market.yahoo_answer import retry_after


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_pause_ends_by_itself() -> None:
    clock = Clock()
    breaker = Breaker(clock, lambda: 0.5)
    assert breaker.remaining == 0
    assert breaker.trip(90.0) == 90.0
    assert breaker.remaining == 90.0
    clock.now += 89
    assert breaker.remaining == 1.0
    clock.now += 2
    assert breaker.remaining == 0


def test_threads_refused_together_count_as_one_refusal() -> None:
    clock = Clock()
    breaker = Breaker(clock, lambda: 0.5)
    assert [breaker.trip(None) for _ in range(3)] == [60.0, 120.0, 120.0]
    clock.now += 200
    assert breaker.trip(None) == 120.0


def test_a_shorter_pause_does_not_cut_a_longer_one() -> None:
    breaker = Breaker(Clock(), lambda: 0.5)
    breaker.trip(300.0)
    breaker.trip(5.0)
    assert breaker.remaining == 300.0


@given(st.integers(0, 40), st.floats(0, 1))
@example(1100, 0.5)
def test_pauses_double_within_bounds_whatever_chance_says(refusals: int, chance: float) -> None:
    clock = Clock()
    breaker = Breaker(clock, lambda: chance)
    for _ in range(refusals):
        clock.now += breaker.trip(None) + 1
    pause = breaker.trip(None)
    usual = min(FIRST_PAUSE * 2 ** min(refusals, 40), LONGEST_PAUSE)
    assert usual * (1 - JITTER) - 1e-9 <= pause <= usual * (1 + JITTER) + 1e-9


@given(st.integers(1, 20), st.floats(0.5, 10), st.lists(st.floats(0, 5), max_size=60))
def test_no_stretch_of_time_gets_more_than_the_burst_and_the_rate(burst: int, rate: float, waits: list[float]) -> None:
    clock = Clock()
    pace = Pace(burst, rate, clock)
    sent = []
    for wait in waits:
        clock.now += wait
        sent.append(clock.now + pace.take())
    for first, start in enumerate(sent):
        for last in range(first, len(sent)):
            assert last - first + 1 <= burst + 1 + (sent[last] - start) * rate + 1e-6


def test_a_burst_goes_through_at_once() -> None:
    pace = Pace(5, 1.0, Clock())
    assert [round(pace.take(), 9) for _ in range(7)] == [0, 0, 0, 0, 0, 1, 2]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, 0.0),
        ("", 0.0),
        ("120", 120.0),
        ("-5", 0.0),
        ("Wed, 17 Sep 2025 03:02:00 GMT", 120.0),
        ("Wed, 17 Sep 2025 02:00:00 GMT", 0.0),
        ("soon", 0.0),
    ],
)
def test_retry_after_is_a_number_or_a_date(value: str | None, seconds: float) -> None:
    assert retry_after(value, datetime(2025, 9, 17, 3, 0, tzinfo=UTC)) == seconds
