"""ZigZag: swings of at least a given size, each told no earlier than it could be known."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Live, Outputs, Parameter, Plot, Settings, number
from charting.indicators.looks import hidden

_BLOCK = 256


class _Leg(Struct, frozen=True):
    """The leg under way: up or down, and its extreme so far with its row."""

    up: bool
    extreme: float
    row: int


class _Start(Struct, frozen=True):
    """Before the first swing: the extremes so far with their rows."""

    high: float = -math.inf
    high_row: int = 0
    low: float = math.inf
    low_row: int = 0


def compute(bars: Bars, settings: Settings) -> Outputs:
    """Turning points of legs that each reverse the one before by at least a share r of its extreme.

    A rising leg ends at its highest high once a later bar's low is at or below that high x (1 - r); a falling one at its
    lowest low once a later high is at or above that low x (1 + r). A bar that sets a new extreme does not also end its leg.
    The first leg begins where the price first leaves the extremes so far by r, upwards if a bar does both.

    The turn is known only when the reversal is complete: ``pivot`` stands in that row, ``pivot_ago`` says how many bars
    back it lies. ``extreme`` and ``extreme_ago`` are where the leg under way has come to, by which the line reaches the
    present. Bars without prices are passed over.

    Source: A. Merrill, "Filtered Waves" (1977).
    """
    rows = np.flatnonzero(np.isfinite(bars.high) & np.isfinite(bars.low))
    found = _legs(bars.high[rows], bars.low[rows], rows.astype(np.float64), number(settings, "reversal") / 100)
    outputs = {}
    for name, values in found.items():
        outputs[name] = np.full(len(bars), np.nan)
        outputs[name][rows] = values
    return outputs


def _legs(high: Floats, low: Floats, rows: Floats, share: float) -> dict[str, Floats]:
    """The outputs for bars without holes; ``rows`` are their numbers in the table."""
    count = len(high)
    found = {name: np.full(count, np.nan) for name in ("pivot", "pivot_ago", "extreme", "extreme_ago", "direction")}
    at, turn, up = _first(high, low, share)
    while at < count:
        found["pivot"][at] = low[turn] if up else high[turn]
        found["pivot_ago"][at] = rows[at] - rows[turn]
        sign = 1.0 if up else -1.0
        # A falling leg is a rising one of the negated prices.
        ahead, behind = (high, low) if up else (low, high)
        end, turn = _run(ahead, behind, at, sign, 1 - sign * share, found, rows)
        at, up = end, not up
    return found


def _first(high: Floats, low: Floats, share: float) -> tuple[int, int, bool]:
    """The row in which the first swing is known, the row it lies in, and whether a rise began there."""
    start, size = 1, _BLOCK
    while start < len(high):
        stop = min(start + size, len(high))
        lowest = np.minimum.accumulate(low[:stop])[start - 1 : stop - 1]
        highest = np.maximum.accumulate(high[:stop])[start - 1 : stop - 1]
        rises, falls = high[start:stop] >= lowest * (1 + share), low[start:stop] <= highest * (1 - share)
        either = rises | falls
        if either.any():
            at = start + int(np.argmax(either))
            up = bool(rises[at - start])
            return at, int(np.argmin(low[:at]) if up else np.argmax(high[:at])), up
        start, size = stop, size * 2
    return len(high), 0, True


def _run(
    ahead: Floats, behind: Floats, begin: int, sign: float, factor: float, found: Mapping[str, Floats], rows: Floats
) -> tuple[int, int]:
    """Follow a leg from the row it became known in; returns the row that ends it (or the end) and its extreme's row."""
    extreme, turn, start, size = sign * ahead[begin], begin, begin, _BLOCK
    while start < len(ahead):
        stop = min(start + size, len(ahead))
        reach = np.maximum.accumulate(np.concatenate(([extreme], sign * ahead[start:stop])))
        before, reached = reach[:-1], reach[1:]
        new = reached > before
        ends = ~new & (sign * behind[start:stop] <= before * factor)
        if start == begin:
            ends[0] = False
        length = int(np.argmax(ends)) if ends.any() else stop - start
        turns = np.maximum.accumulate(np.where(new[:length], np.arange(start, start + length), turn))
        part = slice(start, start + length)
        found["extreme"][part] = sign * reached[:length]
        found["extreme_ago"][part] = rows[part] - rows[turns]
        found["direction"][part] = sign
        if length:
            extreme, turn = reached[length - 1], int(turns[-1])
        if start + length < stop:
            return start + length, turn
        start, size = stop, size * 2
    return len(ahead), turn


class _Following:
    """The swings after some finished rows."""

    def __init__(self, bars: Bars, settings: Settings, closed: int) -> None:
        self._share = number(settings, "reversal") / 100
        self._state = _state(bars.slice(0, closed), settings)

    def close(self, bars: Bars, row: int) -> Mapping[str, float]:
        """As :class:`Live` says."""
        found = self.value(bars, row)
        self._state = self._next(bars, row)[0]
        return found

    def value(self, bars: Bars, row: int) -> Mapping[str, float]:
        """As :class:`Live` says."""
        state, turn = self._next(bars, row)
        found = dict.fromkeys(("pivot", "pivot_ago", "extreme", "extreme_ago", "direction"), math.nan)
        if turn is not None:
            found |= {"pivot": turn[0], "pivot_ago": float(row - turn[1])}
        if isinstance(state, _Leg) and _traded(bars, row):
            ago = float(row - state.row)
            found |= {"extreme": state.extreme, "extreme_ago": ago, "direction": 1.0 if state.up else -1.0}
        return found

    def _next(self, bars: Bars, row: int) -> tuple[_Leg | _Start, tuple[float, int] | None]:
        """The state after a row, and the turn that it makes known: price and row."""
        if not _traded(bars, row):
            return self._state, None
        high, low = float(bars.high[row]), float(bars.low[row])
        match self._state:
            case _Start() as start:
                return _begin(start, high, low, row, self._share)
            case _Leg(up, extreme, turn):
                ahead, behind, sign = (high, low, 1.0) if up else (low, high, -1.0)
                if sign * ahead > sign * extreme:
                    return _Leg(up, ahead, row), None
                if sign * behind <= sign * extreme * (1 - sign * self._share):
                    return _Leg(not up, behind, row), (extreme, turn)
                return self._state, None


def _begin(start: _Start, high: float, low: float, row: int, share: float) -> tuple[_Leg | _Start, tuple[float, int] | None]:
    if high >= start.low * (1 + share):
        return _Leg(True, high, row), (start.low, start.low_row)
    if low <= start.high * (1 - share):
        return _Leg(False, low, row), (start.high, start.high_row)
    highest = (high, row) if high > start.high else (start.high, start.high_row)
    lowest = (low, row) if low < start.low else (start.low, start.low_row)
    return _Start(*highest, *lowest), None


def _state(bars: Bars, settings: Settings) -> _Leg | _Start:
    """Where a table's last bar leaves the swings."""
    found = compute(bars, settings)
    known = np.flatnonzero(np.isfinite(found["direction"]))
    if len(known):
        last = int(known[-1])
        return _Leg(bool(found["direction"][last] > 0), float(found["extreme"][last]), last - int(found["extreme_ago"][last]))
    rows = np.flatnonzero(np.isfinite(bars.high) & np.isfinite(bars.low))
    if not len(rows):
        return _Start()
    highest, lowest = int(rows[np.argmax(bars.high[rows])]), int(rows[np.argmin(bars.low[rows])])
    return _Start(float(bars.high[highest]), highest, float(bars.low[lowest]), lowest)


def _traded(bars: Bars, row: int) -> bool:
    return math.isfinite(bars.high[row]) and math.isfinite(bars.low[row])


def live(bars: Bars, settings: Settings, closed: int) -> Live:
    """The state after the first ``closed`` rows."""
    return _Following(bars, settings, closed)


KIND = IndicatorKind(
    kind="zigzag",
    title=translatable("ZigZag"),
    short="ZigZag",
    group=groups.LEVELS,
    parameters=(Parameter("reversal", translatable("Reversal, %"), 5.0, 0.1, 90.0, step=0.5),),
    plots=(
        Plot("pivot", translatable("Turn"), "path", ago="pivot_ago", tip="extreme"),
        hidden("extreme", translatable("Extreme"), ago="extreme_ago"),
        hidden("pivot_ago", translatable("Bars ago")),
        hidden("extreme_ago", translatable("Bars ago")),
        hidden("direction", translatable("Direction")),
    ),
    compute=compute,
    about=translatable("Joins the turns between swings of at least the given size; the last leg may still change."),
    pane="overlay",
    cost=60.0,
    live=live,
)
