"""Bars with further price series: outputs of other indicators that an indicator takes for its source."""

from __future__ import annotations

from collections.abc import Mapping

from charting.core.bars import Bars, Floats
from charting.indicators.columns import Column, numbers


class Sourced(Bars, frozen=True, eq=False):
    """A table of bars whose :meth:`source` knows more names; ``extra`` holds a (n,) column for each."""

    extra: Mapping[str, Column]

    @classmethod
    def of_bars(cls, bars: Bars, extra: Mapping[str, Column]) -> Sourced:
        """The same rows with more columns."""
        return cls(bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume, bars.interval, extra)

    def slice(self, start: int, stop: int) -> Sourced:
        """The rows ``start`` to ``stop`` (exclusive), sharing memory."""
        rows = slice(start, stop)
        return Sourced.of_bars(Bars.slice(self, start, stop), {name: values[rows] for name, values in self.extra.items()})

    def source(self, name: str) -> Floats:
        """A price series, or one of the further ones; shape (n,).

        Raises
        ------
        ValueError
            If there is none of that name.
        """
        found = self.extra.get(name)
        return numbers(found) if found is not None else Bars.source(self, name)
