"""The plane drawings lie in: slots across, and up either prices or their logarithms, with its way to pixels and back."""

from __future__ import annotations

import math

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats
from charting.core.document import Interpolation, ScaleKind
from charting.core.viewport import Viewport

MARGIN = 48.0
"""Logical pixels beyond the pane's edges that lines are still drawn to, so that no end of a wide stroke shows."""


def interpolation(kind: ScaleKind) -> Interpolation:
    """The space that is straight on a scale: percent and indexed scales are linear in price."""
    return "log" if kind == "log" else "linear"


def value_of(price: float, interp: Interpolation) -> float:
    """A price as a coordinate of the space: itself, or its natural logarithm (NaN for prices <= 0)."""
    if interp == "linear":
        return price
    return math.log(price) if price > 0 else math.nan


def price_of(value: float, interp: Interpolation) -> float:
    """The inverse of :func:`value_of`; infinite where the exponential overflows."""
    if interp == "linear":
        return value
    return math.exp(value) if value < 709 else math.inf


def prices_of(values: Floats, interp: Interpolation) -> Floats:
    """:func:`price_of` over an array of any shape."""
    if interp == "linear":
        return values
    with np.errstate(over="ignore"):
        return np.exp(values)


class Plane(Struct, frozen=True):
    """A viewport as two straight maps: ``x = x0 + slot * dx`` and ``y = y0 + value * dy`` in device pixels.

    ``interp`` is the space that is straight on the screen. Scalars only and no numpy: a frame asks this thousands of
    times. ``left`` to ``bottom`` are the pane's edges moved out by :data:`MARGIN`.
    """

    x0: float
    dx: float
    y0: float
    dy: float
    interp: Interpolation
    left: float
    top: float
    right: float
    bottom: float
    pixel_ratio: float

    @classmethod
    def of(cls, viewport: Viewport) -> Plane:
        """The plane seen through a viewport."""
        scale, interp = viewport.scale, interpolation(viewport.scale.kind)
        low, high = value_of(scale.low, interp), value_of(scale.high, interp)
        dy = viewport.height / (high - low)
        margin = MARGIN * viewport.pixel_ratio
        return cls(
            x0=viewport.left - viewport.first_slot * viewport.slot_width,
            dx=viewport.slot_width,
            y0=viewport.top - low * dy if scale.inverted else viewport.bottom + low * dy,
            dy=dy if scale.inverted else -dy,
            interp=interp,
            left=viewport.left - margin,
            top=viewport.top - margin,
            right=viewport.right + margin,
            bottom=viewport.bottom + margin,
            pixel_ratio=viewport.pixel_ratio,
        )

    def x(self, slot: float) -> float:
        """Where a slot lies across."""
        return self.x0 + slot * self.dx

    def slot(self, x: float) -> float:
        """The slot at a place across."""
        return (x - self.x0) / self.dx

    def y(self, price: float) -> float:
        """Where a price lies; NaN for prices <= 0 on a log scale."""
        return self.y0 + value_of(price, self.interp) * self.dy

    def y_of(self, value: float, interp: Interpolation) -> float:
        """Where a coordinate of the space ``interp`` lies."""
        return self.y0 + value * self.dy if interp == self.interp else self.y(price_of(value, interp))

    def price(self, y: float) -> float:
        """The price at a height."""
        return price_of((y - self.y0) / self.dy, self.interp)

    def ys_of(self, values: Floats, interp: Interpolation) -> Floats:
        """:meth:`y_of` over an array of any shape; NaN where the scale has no place for a value."""
        if interp == self.interp:
            return self.y0 + values * self.dy
        prices = prices_of(values, interp)
        if self.interp == "linear":
            return self.y0 + prices * self.dy
        with np.errstate(divide="ignore", invalid="ignore"):
            return self.y0 + np.log(np.where(prices > 0, prices, np.nan)) * self.dy
