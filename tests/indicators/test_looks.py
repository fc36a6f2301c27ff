"""Colours by value, and places of values that are displaced or told later."""

from __future__ import annotations

import math

import numpy as np

from charting.core.bars import Bars
from charting.core.interval import DAY
from charting.indicators.catalogue import kind_of
from charting.indicators.colouring import DOWN, DOWN_FADING, PLAIN, UP, UP_FADING, shades
from charting.indicators.declaration import Plot
from charting.indicators.paths import displacement, points
from tests.indicators.making import walk

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
    chosen = kind.settings({"displacement": 10})
    assert displacement(kind.plot("leading_a"), chosen) == 9
    assert displacement(kind.plot("base"), chosen) == 0
    bars = walk(60)
    outputs = kind.compute(bars, chosen)
    slots, values = points(kind, kind.plot("leading_b"), outputs, chosen)
    assert slots.tolist() == [row + 9.0 for row in range(51, 60)]
    assert values.tolist() == outputs["leading_b"][51:].tolist()


def test_a_path_joins_the_turns_where_they_were_and_ends_in_the_present() -> None:
    kind, bars = kind_of("zigzag"), walk(400)
    chosen = kind.settings({})
    outputs = kind.compute(bars, chosen)
    slots, values = points(kind, kind.plot("pivot"), outputs, chosen)
    assert len(slots) > 5
    assert (np.diff(slots) > 0).all()
    rows = slots.astype(int)
    assert all(value in (bars.high[row], bars.low[row]) for row, value in zip(rows, values, strict=True))
    assert values[-1] == outputs["extreme"][-1]


def test_fractals_stand_on_their_bars() -> None:
    kind, bars = kind_of("fractal"), walk(100)
    slots, values = points(kind, kind.plot("up"), kind.compute(bars, kind.settings({})), kind.settings({}))
    assert (bars.high[slots.astype(int)] == values).all()


def test_a_path_without_turns_is_empty() -> None:
    kind = kind_of("zigzag")
    outputs = kind.compute(walk(1), kind.settings({}))
    assert all(len(part) == 0 for part in points(kind, kind.plot("pivot"), outputs, kind.settings({})))
