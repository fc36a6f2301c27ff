"""Drawings where prices mean something else than when they were drawn: after a split, or adjusted for dividends.

The document keeps every drawing as it was drawn. What is shown follows from that, the dividends and splits that are known
and the chart's basis of adjustment, and nothing is written back; what a hand changes there is turned back before it is kept.
Everything that looks at drawings on a chart (painting, hit testing, the magnet, tags, analysis) sees them as shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from charting.core.adjustment import NO_ADJUSTMENTS, Adjustments
from charting.core.document import Anchor, Basis, Drawing


def on_basis(drawing: Drawing, adjustments: Adjustments, basis: Basis) -> Drawing:
    """A drawing as a chart of a basis shows it: each price at its anchor's time; the same object where nothing differs."""
    as_of = _as_of(drawing)
    if not len(adjustments.times) or (drawing.basis == basis and not adjustments.changed_since(basis, as_of)):
        return drawing
    anchors = tuple(
        replace(anchor, price=anchor.price * adjustments.factor(anchor.time.timestamp(), drawing.basis, as_of, basis))
        for anchor in drawing.anchors
    )
    return replace(drawing, anchors=anchors, basis=basis, as_of=adjustments.known_until)


def as_drawn(changed: Drawing, original: Drawing, adjustments: Adjustments, basis: Basis) -> Drawing:
    """A drawing that was changed where it is shown, as the document keeps it: on the basis of the original.

    Points that were left alone are the original's, bit for bit.
    """
    shown = on_basis(original, adjustments, basis)
    if shown is original:
        return changed
    as_of = _as_of(original)

    def back(index: int, anchor: Anchor) -> Anchor:
        factor = adjustments.factor(anchor.time.timestamp(), original.basis, as_of, basis)
        if index < len(shown.anchors) and anchor.price == shown.anchors[index].price:
            old = original.anchors[index]
            if factor == adjustments.factor(old.time.timestamp(), original.basis, as_of, basis):
                return replace(anchor, price=old.price)
        return replace(anchor, price=anchor.price / factor)

    anchors = tuple(back(index, anchor) for index, anchor in enumerate(changed.anchors))
    return replace(changed, anchors=anchors, basis=original.basis, as_of=original.as_of)


def _as_of(drawing: Drawing) -> float:
    return math.inf if drawing.as_of is None else drawing.as_of.timestamp()


class Remapping:
    """An instrument's drawings on a chart, and back; those that did not change stay the same objects."""

    def __init__(self, adjustments: Adjustments = NO_ADJUSTMENTS, basis: Basis = "split") -> None:
        self.adjustments = adjustments
        self.basis = basis
        self._drawn: Sequence[Drawing] = ()
        self._shown: tuple[Drawing, ...] = ()

    def shown(self, drawings: tuple[Drawing, ...]) -> tuple[Drawing, ...]:
        """Drawings as the chart shows them, in the same order."""
        if drawings is self._drawn:
            return self._shown
        known = {id(drawn): shown for drawn, shown in zip(self._drawn, self._shown, strict=True)}
        found = tuple(known.get(id(one)) or on_basis(one, self.adjustments, self.basis) for one in drawings)
        unchanged = all(shown is drawn for shown, drawn in zip(found, drawings, strict=True))
        self._drawn, self._shown = drawings, drawings if unchanged else found
        return self._shown

    def of(self, drawing: Drawing) -> Drawing:
        """One drawing as the chart shows it."""
        return on_basis(drawing, self.adjustments, self.basis)

    def anew(self, drawing: Drawing) -> Drawing:
        """A shown drawing as if it had been drawn just now, so that it can be put on another instrument."""
        return replace(drawing, basis=self.basis, as_of=self.adjustments.known_until)

    def drawn(self, changed: Iterable[Drawing], drawings: tuple[Drawing, ...]) -> list[Drawing]:
        """Changed drawings as the document keeps them, which holds ``drawings`` now; new ones are kept as they are."""
        originals = {drawing.id: drawing for drawing in drawings}
        return [as_drawn(one, originals[one.id], self.adjustments, self.basis) if one.id in originals else one for one in changed]
