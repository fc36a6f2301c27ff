from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.column_ends import NONE, SAMPLE, Samples
from charting.core.lod import Pyramid
from tests.core.test_lod import assert_exact, table


@given(
    count=st.integers(30_000, 60_000),
    share=st.floats(0, 0.5),
    width=st.integers(1, 40),
    beyond=st.floats(0, 3000),
    odd=st.sampled_from([0.0, 0.0, 0.001, 0.2]),
)
def test_columns_of_many_rows_begin_and_end_as_their_rows_do(
    count: int, share: float, width: int, beyond: float, odd: float
) -> None:
    bars = table(count, seed=count % 7, odd=odd)
    assert_exact(Pyramid(bars).columns(count * share - beyond / 2, count + beyond, width), bars)


def test_samples_go_on_with_their_columns_but_for_a_row_that_may_change() -> None:
    bars = table(70 * SAMPLE + 1, seed=1)
    pyramid: Pyramid | None = None
    for count in range(66 * SAMPLE - 2, 70 * SAMPLE, 31):
        shown = bars.slice(0, count)
        for turn in range(2):  # the last bar ends elsewhere than it stood before
            bars.close.flags.writeable = True
            bars.close[count - 1] = 50.0 + turn
            pyramid = Pyramid(shown) if pyramid is None else pyramid.extended(shown)
            assert_exact(pyramid.columns(-0.5, count + 100.0, 9), shown)


@pytest.mark.parametrize("count", [0, 1, SAMPLE, SAMPLE + 1, 5 * SAMPLE + 1])
def test_samples_of_shorter_columns_are_found_anew(count: int) -> None:
    first = np.arange(count, dtype=np.float64)
    before = Samples(np.arange(9.0), np.arange(9.0))
    found, wanted = before.extended(first, -first), NONE.extended(first, -first)
    np.testing.assert_array_equal(found.first, wanted.first)
    np.testing.assert_array_equal(found.last, wanted.last)
    assert found.extended(first, -first) is found
