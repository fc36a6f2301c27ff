"""Volume by price that goes on with the bars, against all of it counted anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core import volume_profile
from charting.core.bars import Bars
from charting.core.volume_profile import Counted, counted, profile
from tests.scene.making import walk

BARS = walk(600)
HOLES = np.random.default_rng(5).random(600) < 0.2
TABLE = Bars.of(BARS.time, BARS.open, BARS.high, BARS.low, BARS.close, np.where(HOLES, 0.0, BARS.volume), BARS.interval)


@given(st.integers(0, 500), st.lists(st.integers(0, 40), min_size=1, max_size=8), st.sampled_from((4, 24)))
def test_what_went_on_is_what_all_bars_give(first: int, steps: list[int], rows: int) -> None:
    """The last bar of each table was still forming; new highs and lows give the rows other heights."""
    stop, before = first, None
    for step in steps:
        stop = min(stop + step, len(TABLE) - 1)
        forming = TABLE.slice(0, stop + 1)
        volume = forming.volume.copy()
        volume[-1] /= 2
        half = Bars.of(forming.time, forming.open, forming.high, forming.low, forming.close, volume, forming.interval)
        before = counted(half, first, stop, rows, 0.7, None, before)
    found = counted(TABLE, first, stop, rows, 0.7, None, before).profile
    expected = profile(TABLE, first, stop, rows, 0.7)
    assert (found is None) == (expected is None)
    if found is not None and expected is not None:
        assert found.edges == pytest.approx(expected.edges)
        assert found.rising == pytest.approx(expected.rising)
        assert found.falling == pytest.approx(expected.falling)
        assert found.area == expected.area


def test_a_bar_more_counts_few(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []
    spread = volume_profile._spread
    monkeypatch.setattr(volume_profile, "_spread", lambda part, edges: lengths.append(len(part)) or spread(part, edges))
    high, low = BARS.high.copy(), BARS.low.copy()
    high[300:], low[300:] = high[:300].mean(), low[:300].mean()
    bars = Bars.of(BARS.time, BARS.open, high, low, BARS.close, BARS.volume, BARS.interval)
    before: Counted | None = None
    for stop in range(400, 420):
        before = counted(bars, 0, stop, 24, 0.7, None, before)
    assert lengths[:2] == [400, 1]
    assert set(lengths[2:]) == {1}


def test_blocks_of_bars_go_on_with_them() -> None:
    whole = volume_profile._blocks(BARS.slice(0, 500))
    for count in (200, 300, 301, 500):
        grown = volume_profile._blocks(BARS.slice(0, count))
    assert all(
        (getattr(grown, name) == getattr(whole, name)).all() for name in ("time", "open", "high", "low", "close", "volume")
    )
    assert whole.volume.sum() == pytest.approx(BARS.volume[:500].sum())
