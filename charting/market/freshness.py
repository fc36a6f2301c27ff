"""When stored bars need fetching again, and from where on."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from charting.core.calendar import Calendar
from charting.core.interval import Interval
from charting.market.alignment import AUCTION
from charting.market.provider import History

DELAY = 1200
"""Seconds after which a delayed source has told everything: Hong Kong's prices come 15 minutes late."""

RECENT = 20.0
"""Seconds during which an answer is as good as new."""

OVERLAP_DAYS = 10
OVERLAP_SESSIONS = 2


def is_current(history: History, calendar: Calendar, now: datetime) -> bool:
    """Whether nothing can have been traded, or become known, since a history was fetched.

    So a complete series is not fetched again all evening, all weekend and over the holidays, and a complete morning not
    again during lunch.
    """
    age = (now - history.fetched).total_seconds()
    if 0 <= age < RECENT:
        return True
    if not calendar.exchange:
        return False
    last = calendar.session_of(now.timestamp())
    if now.timestamp() < last.open:
        last = calendar.previous_session(now.timestamp())
    ended = last.break_start if last.break_start <= now.timestamp() < last.break_end else last.close + AUCTION
    known_at = ended + DELAY
    return known_at <= history.fetched.timestamp() <= now.timestamp()


def overlap_start(history: History, calendar: Calendar) -> datetime | None:
    """From when on to fetch again, so that enough known bars come with the new ones; None for everything.

    That is some ten days of daily bars, two sessions of shorter ones.
    """
    if not len(history.bars):
        return None
    last = int(history.bars.time[-1])
    row = int(calendar.rows_of(np.array([last]))[0])
    back = OVERLAP_SESSIONS if history.bars.interval.is_intraday else OVERLAP_DAYS * _days(history.bars.interval)
    first = calendar.session(row - back)
    return datetime.fromtimestamp(first.open, UTC)


def _days(interval: Interval) -> int:
    return {"wk": 5, "mo": 22}.get(interval.unit, 1) * interval.count
