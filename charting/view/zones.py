"""Which time zone a chart tells its times in: the exchange's, that of the user's computer, or UTC."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QTimeZone

from charting.core.document import Times

UTC = "UTC"


def clock_zone(times: Times, exchange: str) -> str:
    """IANA name of the zone for a choice of times on a chart of an exchange in the zone ``exchange``."""
    match times:
        case "utc":
            return UTC
        case "local":
            return local_zone(bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace"))
    return exchange


@cache
def local_zone(name: str) -> str:
    """The computer's zone by its name, UTC where it is none that Python knows."""
    try:
        ZoneInfo(name)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return UTC
    return name
