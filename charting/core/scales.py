"""Price scales: where a price lies between the bottom and the top of a pane, and where the ticks go."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.document import ScaleKind

_NOTHING = 1e-140  # what is less cannot be divided by: it counts as zero
_MOST_DECIMALS = 10


class PriceScale(Struct, frozen=True):
    """A one-to-one map between prices and fractions of a pane's height, 0 at the bottom and 1 at the top.

    Attributes
    ----------
    low, high
        Prices at the bottom and the top (the other way round when ``inverted``), ``low < high``.
    kind
        ``linear``; ``log`` (needs low > 0); ``percent`` and ``indexed`` are linear in price and differ in their labels.
    base
        The price that counts as 0 % or 100, for ``percent`` and ``indexed``.
    """

    low: float
    high: float
    kind: ScaleKind = "linear"
    inverted: bool = False
    base: float = 1.0

    def fraction(self, price: NDArray[Any] | np.float64) -> NDArray[np.float64]:
        """Fraction of the height for each price, any shape; NaN for NaN, and for prices <= 0 on a log scale."""
        values = np.asarray(price, dtype=np.float64)
        if self.kind == "log":
            with np.errstate(divide="ignore", invalid="ignore"):
                logs = np.log(np.where(values > 0, values, np.nan))
            found = (logs - np.log(self.low)) / (np.log(self.high) - np.log(self.low))
        else:
            found = (values - self.low) / (self.high - self.low)
        return np.asarray(1.0 - found if self.inverted else found, dtype=np.float64)

    def price(self, fraction: NDArray[Any] | np.float64) -> NDArray[np.float64]:
        """The inverse of :meth:`fraction`."""
        values = np.asarray(fraction, dtype=np.float64)
        if self.inverted:
            values = 1.0 - values
        if self.kind == "log":
            return np.asarray(np.exp(np.log(self.low) + values * (np.log(self.high) - np.log(self.low))), dtype=np.float64)
        return np.asarray(self.low + values * (self.high - self.low), dtype=np.float64)

    def reading(self, price: NDArray[Any] | np.float64) -> NDArray[np.float64]:
        """What the labels of the scale say at prices, any shape: per cent from the base, an index, or the price itself."""
        values = np.asarray(price, dtype=np.float64)
        if self._has_base:
            return values / self.base * 100.0 - (100.0 if self.kind == "percent" else 0.0)
        return values

    def price_of_reading(self, reading: NDArray[Any] | np.float64) -> NDArray[np.float64]:
        """The inverse of :meth:`reading`."""
        values = np.asarray(reading, dtype=np.float64)
        if self._has_base:
            return (values + (100.0 if self.kind == "percent" else 0.0)) / 100.0 * self.base
        return values

    @property
    def _has_base(self) -> bool:
        return self.kind in ("percent", "indexed") and math.isfinite(self.base) and self.base > 0


def auto_scale(
    low: float, high: float, kind: ScaleKind = "linear", inverted: bool = False, *, margin: float = 0.08, base: float = 1.0
) -> PriceScale:
    """A scale that shows the prices ``low`` to ``high`` with room on both sides.

    Parameters
    ----------
    low, high
        Extremes of what is visible. NaN, or beyond 1e150, when nothing is: then the scale is 0 to 1, or 1 to 10 if ``log``.
        The same price twice gets 1 % of it on both sides.
    kind
        A ``log`` scale that would have to show prices of zero or less becomes ``linear``; ask the scale for its kind.
    margin
        Room at each side as a share of what is between ``low`` and ``high``, at least 0.
    """
    if not (abs(low) < 1e150 and abs(high) < 1e150):
        return PriceScale(1.0, 10.0, kind, inverted, base) if kind == "log" else PriceScale(0.0, 1.0, kind, inverted, base)
    low, high = min(low, high), max(low, high)
    size = max(abs(low), abs(high))
    same = high - low <= max(1e-12 * size, _NOTHING)
    if kind == "log" and low >= 1e-150:
        room = 0.01 if same else margin * (math.log(high) - math.log(low))
        return PriceScale(low / math.exp(room), high * math.exp(room), kind, inverted, base)
    if kind == "log":
        kind = "linear"
    room = (size * 0.01 if size > _NOTHING else 0.5) if same else (high - low) * margin
    return PriceScale(low - room, high + room, kind, inverted, base)


def in_whole_steps(low: float, high: float) -> tuple[float, float]:
    """The next round values below ``low`` and above ``high``, no more than a sixteenth of what lies between further apart.

    A scale between these stays where it is while its extremes move a little, as the last value does with every trade.
    """
    if not (math.isfinite(high - low) and high - low > _NOTHING * max(abs(low), abs(high), 1.0)):
        return low, high
    step = _round_step((high - low) / 40, 0.0)
    return math.floor(low / step) * step, math.ceil(high / step) * step


def price_ticks(scale: PriceScale, height: float, gap: float, tick_size: float = 0.0) -> NDArray[np.float64]:
    """Prices at round readings of a scale, for grid lines and labels; rising, (n,).

    They depend on how much the scale shows and not on where it stands, so that they move with the chart while it is
    panned.

    Parameters
    ----------
    height, gap
        Height of the scale, and the least distance of two ticks, in pixels.
    tick_size
        The instrument's; ticks are multiples of it. 0 for values that have none.
    """
    if not (scale.low < scale.high and height > 0 and gap > 0 and math.isfinite(scale.high - scale.low)):
        return np.empty(0)
    share = gap / height
    if scale.kind == "log" and scale.low > 0:
        return _log_ticks(scale.low, scale.high, share, tick_size)
    low, high = (float(value) for value in scale.reading(np.array([scale.low, scale.high])))
    own = tick_size if scale.kind == "linear" else 0.0
    return scale.price_of_reading(_multiples(low, high, _round_step((high - low) * share, own)))


def tick_decimals(values: NDArray[np.float64]) -> int:
    """How many decimals tell all of some ticks apart and exactly, at most ten."""
    if len(values) == 0:
        return 0
    steps = np.diff(values)
    finest = float(steps.min()) if len(steps) else abs(float(values[0]))
    for decimals in range(_MOST_DECIMALS):
        if np.abs(np.round(values, decimals) - values).max() <= 1e-6 * finest:
            return decimals
    return _MOST_DECIMALS


def _round_step(least: float, tick_size: float) -> float:
    """The smallest of 1, 2 and 5 times a power of ten that is at least ``least`` and a multiple of the tick size."""
    least = max(least, tick_size)
    if not 1e-290 < least < 1e290:
        return 0.0
    exponent = math.floor(math.log10(least)) - 1
    for power in range(exponent, exponent + 4):
        for digit in (1, 2, 5):
            step = _decimal(digit, power)
            ratio = step / tick_size if tick_size > 0 else 1.0
            if step >= least * (1 - 1e-9) and abs(ratio - round(ratio)) < 1e-6 * ratio:
                return step
    return math.ceil(least / tick_size - 1e-9) * tick_size  # an odd tick size that divides no round number


def _decimal(digit: float, power: int) -> float:
    """``digit`` times ten to the ``power``, the nearest number there is."""
    return digit * 10.0**power if power >= 0 else digit / 10.0**-power


def _multiples(low: float, high: float, step: float) -> NDArray[np.float64]:
    """The multiples of ``step`` from ``low`` to ``high``, without the noise of binary fractions; none if too many."""
    if not step > 0 or (high - low) / step > 10_000 or step < 1e-14 * max(abs(low), abs(high)):
        return np.empty(0)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    values = np.arange(first, last + 1, dtype=np.float64)
    inverse = round(1.0 / step) if step < 1 else 0
    if inverse and abs(inverse * step - 1.0) < 1e-12:
        return values / inverse
    return values * step


def _log_ticks(low: float, high: float, share: float, tick_size: float) -> NDArray[np.float64]:
    """Round numbers that lie at least ``share`` of a log scale apart.

    Between two prices of that distance lies the ratio ``ratio``. While it is large, whole decades or a few numbers of
    each are ticks. While it is small, the least step at a price is proportional to the price, and the round step above
    it stays the same up to where the least step reaches it: in each such region the ticks are its multiples.
    """
    least = share * (math.log(high) - math.log(low))
    if least > math.log(10):  # a pane of a pixel has room for none, and exp for no such number
        return _decades(low, high, math.ceil(least / math.log(10) - 1e-9), (1,))
    ratio = math.exp(least)
    for digits, apart in (((1,), 3.0), ((1, 3), 2.0), ((1, 2, 5), 1.6)):
        if ratio > apart:
            return _decades(low, high, 1, digits)
    found: list[float] = []
    price = low
    while price < high * (1 + 1e-12) and len(found) < 1000:
        step = _round_step(price * (ratio - 1), tick_size)
        end = min(step / (ratio - 1), high)
        region = _multiples(price, end, step).tolist()
        # Where the step grows, the last fine tick gives way to the first coarse one.
        while found and region and region[0] < found[-1] * ratio * (1 - 1e-9):
            found.pop()
        found += region
        price = max(math.nextafter(end, math.inf), price * (1 + 1e-9))
    return np.array(found)


def _decades(low: float, high: float, every: int, digits: tuple[int, ...]) -> NDArray[np.float64]:
    """The ``digits`` times every how manyth power of ten from ``low`` to ``high``."""
    first, last = math.floor(math.log10(low) / every), math.ceil(math.log10(high) / every)
    powers = [power * every for power in range(first, last + 1) if abs(power * every) <= 300]
    values = np.array([_decimal(digit, power) for power in powers for digit in digits])
    return values[(values >= low * (1 - 1e-9)) & (values <= high * (1 + 1e-9))]
