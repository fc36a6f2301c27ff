"""Colours by value, and places of values that are displaced or told later."""

from __future__ import annotations

import math

import numpy as np

from charting.core.bars import Bars
from charting.core.interval import DAY
from charting.indicators.catalogue import kind_of
from charting.indicators.colouring import DOWN, DOWN_FADING, PLAIN, UP, UP_FADING, shades
from charting.indicators.declaration import Plot
from charting.indicators.paths import tip
from tests.indicators.making import holed, walk

VALUES = {"a": np.array([math.nan, 1.0, 2.0, 1.5, 0.0, -1.0, -2.0, -1.0]), "side": np.array([-1.0] * 4 + [1.0] * 4)}
BARS = Bars.of(np.arange(8), *[np.ones(8)] * 3, [0.5, 1.0, 2.0, math.nan, 1, 1, 1, 1], None, DAY)


def found(colouring: str, first: int = 0, last: int = 8, colour_by: str | None = None) -> list[int]:
    plot = Plot("a", "A", "histogram", colouring=colouring, colour_by=colour_by)
    return shades(plot, VALUES, BARS, first, last).tolist()


def test_plain_values_take_the_stroke() -> None:
    assert found("plain") == [PLAIN] * 8


def test_volume_takes_the_direction_of_its_bar() -> None:
    assert found("direction")[:4] == [DOWN, PLAIN, UP, PLAIN]


def test_signs_and_slopes() -> None:
    assert found("sign") == [PLAIN, UP, UP, UP, PLAIN, DOWN, DOWN, DOWN]
    assert found("slope") == [PLAIN, UP, UP, DOWN, DOWN, DOWN, DOWN, UP]
    assert found("sign-slope") == [PLAIN, UP, UP, UP_FADING, PLAIN, DOWN, DOWN, DOWN_FADING]


def test_a_part_is_coloured_like_the_whole() -> None:
    for colouring in ("plain", "direction", "sign", "slope", "sign-slope"):
        for first in range(8):
            assert found(colouring, first, 8) == found(colouring)[first:]
        assert found(colouring, 5, 5) == []


def test_another_output_may_decide() -> None:
    assert found("sign", colour_by="side") == [DOWN] * 4 + [UP] * 4


def test_the_cloud_lies_ahead() -> None:
    kind = kind_of("ichimoku")
    ahead = kind.plot("leading_a").displacement
    assert ahead is not None
    assert ahead(kind.settings({"displacement": 10})) == 9
    assert kind.plot("base").displacement is None


def test_a_path_ends_where_the_price_has_come_to() -> None:
    kind, bars = kind_of("zigzag"), holed(walk(400))
    for count in (400, 399, 350, 60):
        outputs = kind.compute(bars.slice(0, count), kind.settings({}))
        end = tip(kind, kind.plot("pivot"), outputs)
        assert end is not None
        slot, value = end
        turns = np.flatnonzero(np.isfinite(outputs["pivot"]))
        leg = slice(turns[-1] - int(outputs["pivot_ago"][turns[-1]]), count)
        rising = outputs["pivot"][turns[-1]] == bars.low[leg.start]
        assert value == (np.nanmax(bars.high[leg]) if rising else np.nanmin(bars.low[leg]))
        assert value in (bars.high[int(slot)], bars.low[int(slot)])


def test_without_turns_nothing_is_joined() -> None:
    kind = kind_of("zigzag")
    assert tip(kind, kind.plot("pivot"), kind.compute(walk(1), kind.settings({}))) is None
    assert tip(kind, kind.plot("extreme"), kind.compute(walk(400), kind.settings({}))) is None
