from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core import lod
from charting.core.bars import Bars, Floats
from charting.core.blocks import BLOCK, FEW, PARTS, Blocks, block_size, factor, parts_of
from charting.core.interval import MINUTE
from charting.core.lod import ArrayPyramid, Columns, Pyramid, column_edges, on_columns

ODD = (np.nan, np.inf, -np.inf)


def table(count: int, seed: int, odd: float = 0.0) -> Bars:
    """A random walk; the share ``odd`` of its rows has no prices, and as many single prices are NaN or infinite."""
    random = np.random.default_rng(seed)
    close = 100 + np.cumsum(random.standard_normal(count))
    open_ = close + random.standard_normal(count)
    high, low = np.maximum(open_, close) + random.random(count), np.minimum(open_, close) - random.random(count)
    columns = [open_, high, low, close]
    missing = random.random(count) < odd
    for column in columns:
        column[missing] = np.nan
        strange = random.random(count) < odd
        column[strange] = random.choice(ODD, strange.sum())
    return Bars.of(np.arange(count) * 60, *columns, random.random(count), MINUTE)


def brute(bars: Bars, start: int, stop: int) -> list[float]:
    """First open, highest high, lowest low and last close of some rows, one row after the other."""
    rows = bars.slice(start, stop)
    low, high = rows.low[np.isfinite(rows.low)], rows.high[np.isfinite(rows.high)]
    if not len(low) and not len(high):
        return [np.nan] * 4
    first, last = rows.open[np.isfinite(rows.open)], rows.close[np.isfinite(rows.close)]
    return [
        first[0] if len(first) else np.nan,
        high.max() if len(high) else np.nan,
        low.min() if len(low) else np.nan,
        last[-1] if len(last) else np.nan,
    ]


def assert_exact(columns: Columns, bars: Bars) -> None:
    expected = [brute(bars, start, stop) for start, stop in zip(columns.start, columns.stop, strict=True)]
    found = np.stack([columns.first, columns.high, columns.low, columns.last], axis=1)
    np.testing.assert_array_equal(found, np.array(expected).reshape(-1, 4))


counts = st.one_of(st.integers(0, 100), st.integers(0, 5000), st.sampled_from([1, 8, 9, 32, 33, 4096, 4097, 20_000]))


@given(
    count=counts,
    seed=st.integers(0, 9),
    odd=st.sampled_from([0.0, 0.0, 0.01, 0.5, 1.0]),
    first=st.floats(-0.5, 1.2),
    span=st.floats(0.001, 2),
    width=st.integers(1, 60),
)
def test_every_column_is_exact(count, seed, odd, first, span, width):
    bars = table(count, seed, odd)
    scale = max(count, 1)
    assert_exact(Pyramid(bars).columns(first * scale, (first + span) * scale, width), bars)


@given(
    count=counts,
    seed=st.integers(0, 9),
    odd=st.sampled_from([0.0, 0.1]),
    ends=st.tuples(st.integers(-50, 6000), st.integers(-50, 6000)),
)
def test_extremes_of_any_rows_are_exact(count, seed, odd, ends):
    bars = table(count, seed, odd)
    start, stop = sorted(ends)
    low, high = Pyramid(bars).range_extremes(start, stop)
    _, expected_high, expected_low, _ = brute(bars, max(start, 0), max(stop, 0))
    np.testing.assert_array_equal([low, high], [expected_low, expected_high])


@given(count=counts, seed=st.integers(0, 9), odd=st.sampled_from([0.0, 0.3]), width=st.integers(1, 40))
def test_every_column_of_an_array_is_exact(count, seed, odd, width):
    values = table(count, seed, odd).close
    bars = Bars.of(np.arange(count), values, values, values, values, None, MINUTE)
    assert_exact(ArrayPyramid(values).columns(-0.5, max(count, 1) - 0.5, width), bars)


@given(
    seed=st.integers(0, 9),
    steps=st.lists(st.sampled_from([0, 0, 1, 1, 7, 300, 4000, 5000]), max_size=6),
    start=st.integers(0, 3000),
    odd=st.sampled_from([0.0, 0.05]),
)
def test_ticks_and_new_bars_leave_it_exact(seed, steps, start, odd):
    bars = table(start, seed, odd)
    pyramid, array = Pyramid(bars), ArrayPyramid(bars.close)
    for number, step in enumerate(steps):
        bars = grown(bars, step, seed + number)
        pyramid, array = pyramid.extended(bars), array.extended(bars.close)
        assert_exact(pyramid.columns(-0.5, len(bars) + 3.0, 11), bars)
        low, high = array.range_extremes(0, len(bars))
        finite = bars.close[np.isfinite(bars.close)]
        assert (low, high) == (finite.min(), finite.max()) if len(finite) else np.isnan([low, high]).all()


def grown(bars: Bars, added: int, seed: int) -> Bars:
    """The bars with another last row, and further ones after it."""
    kept = max(len(bars) - 1, 0)
    new = table(len(bars) - kept + added, seed + 100)
    names = ("open", "high", "low", "close", "volume")
    columns = [np.concatenate((getattr(bars, name)[:kept], getattr(new, name))) for name in names]
    return Bars.of(np.arange(kept + len(new)) * 60, *columns, MINUTE)


def test_a_tick_shares_the_blocks():
    bars = table(20_000, 1)
    pyramid = Pyramid(bars)
    ticked = pyramid.extended(grown(bars, 1, 2))
    assert ticked.blocks is pyramid.blocks
    longer = pyramid.extended(grown(bars, lod.TAIL + BLOCK, 3))
    assert longer.blocks.covered > pyramid.blocks.covered


def test_shorter_bars_are_built_anew():
    bars = table(20_000, 1)
    shorter = bars.slice(0, 5000)
    assert_exact(Pyramid(bars).extended(shorter).columns(-0.5, 4999.5, 20), shorter)


@pytest.mark.parametrize("row", [0, 7, 8, 1000, 65_535, 65_536, 99_999])
def test_a_spike_of_one_row_is_never_lost(row):
    values = np.zeros(100_000)
    values[row] = 1.0
    pyramid = ArrayPyramid(values)
    for width in (1, 3, 640, 1917):
        columns = pyramid.columns(-0.5, 99_999.5, width)
        assert columns.high.max() == 1.0
        hit = int(columns.high.argmax())
        assert columns.start[hit] <= row < columns.stop[hit]


def test_a_long_stretch_without_values_ends_where_the_values_begin():
    values = np.full(300_000, np.nan)
    values[123_456:] = np.arange(300_000 - 123_456)
    columns = ArrayPyramid(values).columns(-0.5, 299_999.5, 30)
    assert np.isnan(columns.high[:12]).all()
    assert columns.first[12] == 0.0
    assert columns.stop[12] == pytest.approx(130_000, abs=10_000 / 8)
    assert columns.last[12] == columns.high[12] == columns.stop[12] - 123_456 - 1


@given(first=st.floats(-1e5, 1e5), span=st.floats(0.01, 1e6), width=st.integers(1, 4000), count=st.integers(0, 10**7))
def test_columns_part_the_visible_rows(first, span, width, count):
    edges = column_edges(first, first + span, width, count)
    assert len(edges) == width + 1
    assert (np.diff(edges) >= 0).all()
    assert 0 <= edges[0] <= edges[-1] <= count
    places = np.clip(np.ceil(first + np.arange(width + 1) * (span / width)), 0, count)
    assert np.abs(edges - places).max() <= span / width / (2 * PARTS)
    assert ((edges == places) | (edges % BLOCK == 0) | (edges == count)).all()


@given(st.floats(0, 1e9))
def test_a_block_is_the_largest_of_which_a_few_make_a_column(rows):
    size = block_size(rows)
    assert size == 1 or (size % BLOCK == 0 and size * PARTS <= rows < size * PARTS * factor(size))
    assert size > 1 or rows < PARTS * BLOCK


@pytest.mark.parametrize(("first", "last", "width"), [(5, 5, 10), (6, 5, 10), (0, 5, 0), (float("nan"), 5, 10)])
def test_what_is_no_view_is_refused(first, last, width):
    with pytest.raises(ValueError, match="rise"):
        ArrayPyramid(np.zeros(10)).columns(first, last, width)


def test_blocks_take_few_bytes_and_queries_few_of_them():
    bars = table(200_000, 5)
    pyramid = Pyramid(bars)
    assert pyramid.nbytes / len(bars) < 3
    touched = Counted(bars.low)
    blocks = pyramid.blocks
    edges = column_edges(-0.5, 199_999.5, 100, 200_000)
    blocks.extremes(touched.values, bars.high, parts_of(edges, block_size(2000), blocks.covered))
    assert 0 < touched.rows <= lod.TAIL + 2 * block_size(2000)
    touched.rows = 0
    blocks.range_extremes(touched.values, bars.high, 3, 199_997)
    assert 0 < touched.rows <= 2 * FEW


@given(
    seed=st.integers(0, 3),
    odd=st.sampled_from([0.0, 0.05]),
    bars_a_column=st.floats(0.3, 300),
    steps=st.lists(st.integers(-70, 70), min_size=1, max_size=6),
)
def test_panning_by_columns_leaves_them_exact(seed, odd, bars_a_column, steps):
    bars = table(6000, seed, odd)
    pyramid, width, column = Pyramid(bars), 40, 3
    for step in steps:
        column += step
        first, last = on_columns(column * bars_a_column, (column + width) * bars_a_column, width)
        assert first == pytest.approx(column * bars_a_column, abs=bars_a_column)
        columns = pyramid.columns(first, last, width)
        assert_exact(columns, bars)
        assert_exact(Pyramid(bars).columns(first, last, width), bars)
        np.testing.assert_array_equal(columns.start, Pyramid(bars).columns(first, last, width).start)


def test_a_column_keeps_its_rows_while_the_chart_is_panned():
    pyramid = ArrayPyramid(np.arange(100_000.0))
    rows = {}
    for first in np.arange(1000.0, 3000.0, 7.7):
        columns = pyramid.columns(*on_columns(first, first + 6000.0, 977), 977)
        place = round(columns.first_slot / (columns.last_slot - columns.first_slot) * 977)
        for number, part in enumerate(zip(columns.start.tolist(), columns.stop.tolist(), strict=True)):
            assert rows.setdefault(place + number, part) == part


class Counted:
    """An array that counts the single rows read from it: no more than the rows after the last block may be."""

    def __init__(self, values: Floats) -> None:
        self.rows = 0
        outer = self

        class Watched(np.ndarray):
            def __getitem__(self, key):
                found = super().__getitem__(key)
                outer.rows += np.size(found)
                return np.asarray(found)

            def take(self, *args, **keywords):
                found = np.asarray(self).take(*args, **keywords)
                outer.rows += np.size(found)
                return found

        self.values = values.view(Watched)


@pytest.mark.parametrize("covered", [0, 64, 192])
@pytest.mark.parametrize("first", [64, 192, 200, 256])
def test_stretches_that_lie_beyond_all_blocks_are_exact_too(covered, first):
    """As when a chart that shows its newest bars is moved by one column, and many bars are not in blocks yet."""
    values = np.random.default_rng(3).normal(size=400)
    edges = np.arange(first, 401, 24)
    blocks = Blocks.of(values, values, covered)
    found = blocks.extremes(values, values, parts_of(edges, BLOCK, covered))
    stretches = [values[start:stop] for start, stop in pairwise(edges.tolist())]
    assert found[0].tolist() == [part.min() for part in stretches]
    assert found[1].tolist() == [part.max() for part in stretches]
