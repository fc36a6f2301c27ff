"""The demonstration's random words are those of numpy's generator, which is not imported for them."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from charting.market.demo_random import normal, random_bits, uniform
from tests.places import ROOT


@given(st.integers(0, 2**70), st.integers(0, 2**40), st.integers(0, 40), st.integers(1, 9))
def test_words_are_those_of_numpy(seed: int, stream: int, rows: int, columns: int) -> None:
    words = np.random.PCG64(np.random.SeedSequence([seed, stream])).random_raw(rows * columns)
    assert np.array_equal(random_bits(seed, stream, rows, columns).ravel(), words)


def test_long_rows_of_words_are_numpys_too() -> None:
    words = np.random.PCG64(np.random.SeedSequence([9, 2])).random_raw(20_001)
    assert np.array_equal(random_bits(9, 2, 20_001, 1).ravel(), words)


@given(st.integers(0, 2**31), st.integers(1, 30), st.integers(1, 30))
def test_rows_stay_what_they_are_when_more_are_added(seed: int, rows: int, more: int) -> None:
    assert np.array_equal(random_bits(seed, 1, rows + more, 3)[:rows], random_bits(seed, 1, rows, 3))


def test_numbers_are_spread_as_they_should_be() -> None:
    bits = random_bits(7, 1, 20_000, 1)
    assert 0.0 <= uniform(bits).min() < 0.001
    assert 0.999 < uniform(bits).max() < 1.0
    assert abs(normal(bits).mean()) < 0.03
    assert abs(normal(bits).std() - 1.0) < 0.03


def test_numpys_generators_are_not_imported() -> None:
    code = """
import sys
from charting.core.interval import DAY
from charting.market.demo import DemoProvider
DemoProvider().history("HSTECH.HK", DAY)
print("numpy.random" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
