"""The window onto a pane: which slots and prices are in view, and where they lie in pixels."""

from __future__ import annotations

from typing import overload

import numpy as np
from msgspec import Struct

from charting.core.bars import Floats
from charting.core.scales import PriceScale


class Viewport(Struct, frozen=True):
    """A rectangle of the screen with a slot axis across and a price scale up.

    All pixels here are device pixels, so that a line can be one of them wide at any scaling of the display.

    Attributes
    ----------
    left, top, width, height
        The rectangle, in device pixels.
    first_slot, last_slot
        Slots at the left and the right edge. Bar ``i`` is centred on slot ``i`` and reaches half a slot to each side.
    scale
        Maps prices to the height.
    pixel_ratio
        Device pixels in a logical one; line widths, hit distances and type are given in logical pixels.
    """

    left: float
    top: float
    width: float
    height: float
    first_slot: float
    last_slot: float
    scale: PriceScale
    pixel_ratio: float = 1.0

    @property
    def right(self) -> float:
        """Right edge in device pixels."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge in device pixels."""
        return self.top + self.height

    @property
    def slot_width(self) -> float:
        """Device pixels that one bar has."""
        return self.width / (self.last_slot - self.first_slot)

    @overload
    def x(self, slot: float) -> float: ...
    @overload
    def x(self, slot: Floats) -> Floats: ...
    def x(self, slot: float | Floats) -> float | Floats:
        """Where a slot lies across; scalar or array in, the same out."""
        return self.left + (slot - self.first_slot) * self.slot_width

    def slot(self, x: float) -> float:
        """The slot at a place across."""
        return self.first_slot + (x - self.left) / self.slot_width

    @overload
    def y(self, price: float) -> float: ...
    @overload
    def y(self, price: Floats) -> Floats: ...
    def y(self, price: float | Floats) -> float | Floats:
        """Where a price lies (downwards from the top of the screen); NaN where the scale has no place for it."""
        scale = self.scale
        if scale.kind != "log":  # straight, and asked for every label of every frame
            up = (price - scale.low) * (self.height / (scale.high - scale.low))
            return self.top + up if scale.inverted else self.bottom - up
        fraction = scale.fraction(np.asarray(price, dtype=np.float64))
        found = self.top + (1.0 - fraction) * self.height
        return found if isinstance(price, np.ndarray) else float(found)

    def price(self, y: float) -> float:
        """The price at a height."""
        scale, share = self.scale, 1.0 - (y - self.top) / self.height
        if scale.kind != "log":  # straight, and asked for with each move of the pointer
            return scale.low + (1.0 - share if scale.inverted else share) * (scale.high - scale.low)
        return float(scale.price(np.float64(share)))
