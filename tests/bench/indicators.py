"""What an indicator of TA-Lib's costs as this program computes it, against TA-Lib alone on the same columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from charting.core.bars import Bars
from charting.core.document import Indicator
from charting.indicators import catalogue, formulas
from charting.indicators.declaration import IndicatorKind
from charting.indicators.library import talib
from charting.indicators.reference.left_out import LEFT_OUT
from charting.indicators.values import IndicatorValues
from tests.bench.harness import Measurement, measure_fastest
from tests.bench.subject import simulated_bars

COST = 1.2
"""Times what TA-Lib takes."""


def indicators(count: int, rounds: int) -> Iterator[Measurement]:
    """Each indicator that is a function of TA-Lib; our own have nothing to be compared with."""
    bars, known = simulated_bars(count), set(talib().get_functions()) - LEFT_OUT.keys()
    for kind in sorted(catalogue.CATALOGUE.values(), key=lambda kind: kind.kind):
        calls = calls_of(kind, bars) if kind.kind.upper() in known else []
        if calls:
            mine = computation(kind, bars)
            alone = partial(_all, calls)
            yield measure_fastest(f"indicator {kind.kind}", count, mine, alone, COST, rounds=rounds)


def _all(calls: list[Callable[[], object]]) -> list[object]:
    return [call() for call in calls]


def computation(kind: IndicatorKind, bars: Bars) -> Callable[[], object]:
    """Computing an indicator as the chart does, anew each time."""
    indicator = Indicator("measured", kind.kind)
    return lambda: IndicatorValues().values(bars, indicator)


def calls_of(kind: IndicatorKind, bars: Bars) -> list[Callable[[], object]]:
    """The calls of TA-Lib that computing an indicator comes to, with their columns; none where it is computed otherwise."""
    seen: list[Callable[[], object]] = []
    original = formulas._run

    def noted(function: str, inputs: tuple[np.ndarray, ...], parameters: formulas.Numbers) -> tuple[np.ndarray, ...]:
        seen.append(lambda: getattr(talib(), function)(*inputs, **parameters))
        return original(function, inputs, parameters)

    formulas._run = noted
    try:
        computation(kind, bars)()
    except Exception:  # noqa: BLE001
        return []  # it needs another instrument, or another interval
    finally:
        formulas._run = original
    return seen
