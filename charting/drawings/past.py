"""Which drawings a chart of the past shows: those that its time could know of.

A drawing has no time at which it was made, only those of its points. One whose points all lie after the chart's moment is
about bars that nobody had seen, and stays away until the first of them comes. One that begins before the moment is shown
whole, its later points in the room right of the last bar: it is a forecast as well as a reading, and cut off it would be
another line. TradingView's replay draws the same border. What is drawn while the chart shows the past is always shown,
wherever it lies, since its hand is there.
"""

from __future__ import annotations

from charting.core.document import Drawing


def had_begun(drawing: Drawing, until: float) -> bool:
    """Whether a point of a drawing lies before a moment (UTC seconds)."""
    return any(anchor.time.timestamp() < until for anchor in drawing.anchors)


class Past:
    """The drawings of instruments at a moment; it remembers which were there when the past was first looked at."""

    def __init__(self) -> None:
        self._there: dict[str, frozenset[str]] = {}
        self._drawings: tuple[Drawing, ...] = ()
        self._until = 0.0
        self._shown: tuple[Drawing, ...] = ()

    def shown(self, symbol: str, drawings: tuple[Drawing, ...], until: float | None) -> tuple[Drawing, ...]:
        """An instrument's drawings at a moment (UTC seconds); all of them without one. The same ones give the same tuple."""
        if until is None:
            self._there.clear()
            self._drawings = self._shown = ()
            return drawings
        there = self._there.setdefault(symbol, frozenset(drawing.id for drawing in drawings))
        if drawings is not self._drawings or until != self._until:
            found = tuple(one for one in drawings if one.id not in there or had_begun(one, until))
            unchanged = len(found) == len(self._shown) and all(one is two for one, two in zip(found, self._shown, strict=True))
            self._drawings, self._until = drawings, until
            self._shown = self._shown if unchanged else found
        return self._shown
