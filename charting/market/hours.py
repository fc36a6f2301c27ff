"""When a market rests, so that nobody listens to it or asks it for prices."""

from __future__ import annotations

from charting.core.calendar import Calendar
from charting.market.alignment import AUCTION

MARGIN = 300
"""Seconds beyond a source's delay during which the last prices of a session may still come."""


def rests_until(calendar: Calendar, seconds: float, delay: float) -> int | None:
    """When prices can come again (UTC seconds); None when they may come now.

    They may from the opening to the end of the closing auction, but for the lunch break, and for so long afterwards as
    the source is late.

    Parameters
    ----------
    delay
        Seconds by which the source is late.
    """
    session, late = calendar.session_of(seconds), delay + MARGIN
    if seconds < session.open:
        return session.open
    if session.break_start + late <= seconds < session.break_end:
        return session.break_end
    if seconds < session.close + AUCTION + late:
        return None
    return calendar.next_session(seconds).open


def may_trade(calendar: Calendar, seconds: float, grace: float) -> bool:
    """Whether a trade can bear this time: within a session or its auction, with some seconds of ``grace`` after each part."""
    session = calendar.session_of(seconds)
    if session.break_start + grace < seconds < session.break_end:
        return False
    return session.open <= seconds <= session.close + (AUCTION if calendar.exchange else 0) + grace
