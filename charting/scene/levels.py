"""Keeps the level-of-detail pyramids of the arrays on show, so that each is built once."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Bars, Floats
from charting.core.lod import ArrayPyramid, Pyramid

_KEPT = 64


class Levels:
    """Pyramids by the identity of what they were built from; the least recently used are let go.

    The source is held together with its pyramid, so an identity cannot be taken over by another object meanwhile.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[object, Pyramid | ArrayPyramid]] = OrderedDict()
        self._rows: dict[int, tuple[Floats, NDArray[np.int64]]] = {}

    def bars(self, bars: Bars) -> Pyramid:
        """The pyramid of a table of bars."""
        found = self._find(bars)
        if not isinstance(found, Pyramid):
            found = Pyramid(bars)
            self._keep(bars, found)
        return found

    def values(self, values: Floats) -> ArrayPyramid:
        """The pyramid of one column, such as an indicator's output."""
        found = self._find(values)
        if not isinstance(found, ArrayPyramid):
            found = ArrayPyramid(values)
            self._keep(values, found)
        return found

    def known_rows(self, values: Floats) -> NDArray[np.int64]:
        """Rows of a column that hold a value, (k,) rising."""
        entry = self._rows.get(id(values))
        if entry is None or entry[0] is not values:
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            entry = self._rows[id(values)] = (values, np.flatnonzero(np.isfinite(values)))
        return entry[1]

    def _find(self, source: object) -> Pyramid | ArrayPyramid | None:
        entry = self._kept.get(id(source))
        if entry is None:
            return None
        self._kept.move_to_end(id(source))
        return entry[1]

    def _keep(self, source: object, pyramid: Pyramid | ArrayPyramid) -> None:
        self._kept[id(source)] = (source, pyramid)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
