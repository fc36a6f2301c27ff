"""Makes anchors: from slots and prices back to the aware times that a document keeps."""

from __future__ import annotations

from datetime import UTC, datetime

from charting.core.document import Anchor
from charting.drawings.declaration import Projection

_FIRST, _LAST = -62_135_510_400.0, 253_402_214_400.0
"""The years 1 to 9999, all that a datetime can hold, but for a day at both ends: there is one in every time zone then."""


def moment(seconds: float) -> datetime:
    """UTC seconds as an aware time, held within what a document can keep; twenty years a bar soon lead beyond."""
    return datetime.fromtimestamp(min(max(seconds, _FIRST), _LAST), UTC)


def price_on_tick(slot: int, price: float, projection: Projection) -> float:
    """The price nearest to ``price`` that a trade could have had in the bar at a slot."""
    return projection.instrument.round_to_tick(price, moment(projection.axis.stamp(slot)).date())


def anchor_at(slot: float, price: float, projection: Projection) -> Anchor:
    """A free anchor at a slot (the bar's or the calendar's own stamp where the slot is whole)."""
    whole = round(slot)
    seconds = float(projection.axis.stamps(whole, whole)[0]) if slot == whole else projection.axis.time(slot)
    return Anchor(moment(seconds), price, str(projection.interval))
