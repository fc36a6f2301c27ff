"""Volume by price as indicators draw it: in view, by period, over a range; the same from few bars and from very many."""

from __future__ import annotations

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.document import Indicator, Pane
from charting.core.interval import MINUTE
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.core.volume_profile import BLOCK, profile
from charting.indicators import periods
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.declaration import written_moment
from charting.scene import plots, profiles
from charting.scene.levels import Levels
from charting.scene.plots import Plotted
from charting.scene.primitives import Path, Rects
from charting.scene.profiles import COUNTED, profiled
from tests.indicators.making import real, walk
from tests.scene.making import look

LOOK = look()


def viewport(first: float = 100, last: float = 699, low: float = 50, high: float = 200) -> Viewport:
    return Viewport(0, 0, 800, 400, first, last, PriceScale(low, high))


BARS = walk(1_000, interval_minutes=1)


def shown(kind: str, bars: Bars = BARS, view: tuple[int, int] = (100, 700), **chosen: object) -> Plotted:
    pane = Pane("p", indicators=(Indicator("a", kind, dict(chosen)),))
    (plotted,) = plots.plotted(pane, lambda _indicator: {})
    return profiled(plotted, bars, view, Levels())


def test_what_is_in_view_is_one_profile_across_the_pane() -> None:
    (one,) = shown("volume_profile_visible").profiles
    expected = profile(BARS, 100, 699, 24, 0.7)
    assert expected is not None
    assert (one.first, one.last, one.all) == (100, 699, True)
    assert one.value("control") == expected.middle(expected.control)
    assert one.value("low") < one.value("control") < one.value("high")


def test_each_session_in_view_is_counted_whole() -> None:
    found = shown("volume_profile_session", view=(400, 401)).profiles
    assert [(one.first, one.last) for one in found] == [(330, 659)]
    found = shown("volume_profile_session", view=(0, 1_000)).profiles
    starts = periods.starts(BARS, "session").tolist()
    assert [one.first for one in found] == starts
    assert sum(one.last - one.first + 1 for one in found) == len(BARS)


def test_days_are_counted_by_the_month() -> None:
    bars = walk(100)
    found = shown("volume_profile_session", bars, (0, 100)).profiles
    assert [one.first for one in found] == periods.starts(bars, "month").tolist()


def test_too_many_periods_to_be_seen_are_none() -> None:
    bars = walk(4_000)
    assert not shown("volume_profile_session", bars, (0, 4_000), period="week").profiles


def test_a_fixed_range_stays_whatever_is_in_view() -> None:
    begin, end = (written_moment(int(BARS.time[row])) for row in (50, 80))
    (one,) = shown("volume_profile_fixed", begin=begin, end=end).profiles
    assert (one.first, one.last) == (50, 80)
    (one,) = shown("volume_profile_fixed").profiles
    assert (one.first, one.last) == (0, len(BARS) - 1)
    assert not shown("volume_profile_fixed", begin=end, end=begin).profiles


def test_the_legend_tells_the_lines_of_the_stretch_under_the_crosshair() -> None:
    found = shown("volume_profile_session", view=(0, 1_000))
    (control, high, low) = found.kind.plots
    assert found.value(control, 400) == found.profiles[1].value("control")
    assert found.value(high, 10) == found.profiles[0].value("high")
    assert np.isnan(found.value(low, 5_000))


def test_nothing_traded_draws_nothing() -> None:
    bars = Bars.of(BARS.time, BARS.open, BARS.high, BARS.low, BARS.close, None, MINUTE)
    found = shown("volume_profile_visible", bars)
    assert not found.profiles
    assert not list(profiles.rows(found, viewport(), LOOK))


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("split", [True, False])
def test_rows_stand_on_their_side_and_are_as_long_as_their_volume(side: str, split: bool) -> None:
    found = shown("volume_profile_visible", side=side, split=split, width=50.0)
    pane = viewport(first=100, last=699, low=float(BARS.low.min()), high=float(BARS.high.max()))
    rows = [part for part in profiles.rows(found, pane, LOOK) if isinstance(part, Rects)]
    boxes = np.concatenate([part.array for part in rows])
    edge = boxes[:, 0].min() if side == "left" else (boxes[:, 0] + boxes[:, 2]).max()
    assert edge == pytest.approx(pane.left if side == "left" else pane.right, abs=1)
    # Every row's parts side by side; the longest takes half of the pane.
    lengths = [boxes[boxes[:, 1] == top, 2].sum() for top in np.unique(boxes[:, 1])]
    assert max(lengths) == pytest.approx(pane.width / 2, abs=2)
    lines = [part for part in profiles.lines(found, pane, LOOK) if isinstance(part, Path)]
    assert len(lines) == 3
    assert lines[0].points[0, 1] == pytest.approx(pane.y(found.profiles[0].value("control")), abs=1)


def test_very_many_bars_are_joined_and_give_nearly_the_same() -> None:
    count = COUNTED * BLOCK + 50_000
    random = np.random.default_rng(3)
    close = 100 + np.cumsum(random.normal(0, 0.01, count))
    bars = Bars.of(np.arange(count) * 60, close, close + 0.05, close - 0.05, close, random.random(count), MINUTE)
    (one,) = shown("volume_profile_visible", bars, (0, count)).profiles
    exact = profile(bars, 0, count - 1, 24, 0.7)
    assert exact is not None
    mine = one.profile.rising + one.profile.falling
    assert mine.sum() == pytest.approx(bars.volume.sum(), rel=1e-3)
    assert np.abs(mine - exact.rising - exact.falling).max() < 0.02 * mine.sum()


def test_finished_stretches_are_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    monkeypatch.setattr(profiles, "profile", lambda bars, first, *rest: counted.append(first) or profile(bars, first, *rest))
    plotted = shown("volume_profile_session", view=(0, 1))
    levels, counts = Levels(), []
    for length in (900, 901, 902):
        counted.clear()
        profiled(plotted, BARS.slice(0, length), (0, length), levels)
        counts.append(len(counted))
    assert counts == [3, 1, 1], "only the one that the newest bar belongs to is counted anew"


@pytest.mark.parametrize(
    "kind", [kind for kind in sorted(CATALOGUE) if CATALOGUE[kind].stretches is not None], ids=lambda kind: kind[15:]
)
@pytest.mark.usefixtures("shared_data")
def test_volumes_are_those_counted_one_by_one(kind: str) -> None:
    """Each bar's volume spread evenly over its prices, row by row and bar by bar, on a share's days."""
    bars = real("daily/9988.HK")
    for one in shown(kind, bars, (1_000, 1_200), rows=12, value_area=70.0).profiles[:4]:
        part = slice(one.first, one.last + 1)
        low, step = float(bars.low[part].min()), float(bars.high[part].max() - bars.low[part].min()) / 12
        rising, falling = [0.0] * 12, [0.0] * 12
        columns = (bars.open, bars.high, bars.low, bars.close, bars.volume)
        for begun, top, bottom, close, volume in zip(*(column[part].tolist() for column in columns), strict=True):
            side = rising if close >= begun else falling
            if top == bottom:
                side[min(int((top - low) / step), 11)] += volume
                continue
            for row in range(12):
                inside = min(top, low + (row + 1) * step) - max(bottom, low + row * step)
                side[row] += volume * max(inside, 0.0) / (top - bottom)
        assert one.profile.rising.tolist() == pytest.approx(rising, rel=1e-9, abs=1e-3)
        assert one.profile.falling.tolist() == pytest.approx(falling, rel=1e-9, abs=1e-3)
        total = [up + down for up, down in zip(rising, falling, strict=True)]
        control = total.index(max(total))
        assert one.value("control") == pytest.approx(low + (control + 0.5) * step)
        first = last = control
        while sum(total[first : last + 1]) < 0.7 * sum(total):
            below = total[first - 1] if first else -1.0
            above = total[last + 1] if last < 11 else -1.0
            first, last = (first, last + 1) if above >= below else (first - 1, last)
        assert (one.value("low"), one.value("high")) == pytest.approx((low + first * step, low + (last + 1) * step))


def test_the_catalogue_has_them_over_the_bars() -> None:
    for kind in ("volume_profile_visible", "volume_profile_session", "volume_profile_fixed"):
        assert CATALOGUE[kind].pane == "overlay"
        assert not CATALOGUE[kind].takes_interval
