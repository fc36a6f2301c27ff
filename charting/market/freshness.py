"""When stored bars need fetching again, from where on, and whether the past has been restated meanwhile."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np

from charting.core.adjustment import Action
from charting.core.calendar import Calendar
from charting.core.interval import Interval
from charting.market.alignment import AUCTION
from charting.market.provider import History
from charting.market.validate import SCALE

DELAY = 1200
"""Seconds after which a delayed source has told everything: Hong Kong's prices come 15 minutes late."""

RECENT = 20.0
"""Seconds during which an answer is as good as new."""

OVERLAP_DAYS = 10
OVERLAP_SESSIONS = 2

RESTATED = 0.005
"""Share of the price by which overlapping closes must differ before a restatement is thought of."""


def is_current(history: History, calendar: Calendar, now: datetime) -> bool:
    """Whether nothing can have been traded, or become known, since a history was fetched.

    So a complete series is not fetched again all evening, all weekend and over the holidays.
    """
    age = (now - history.fetched).total_seconds()
    if 0 <= age < RECENT:
        return True
    if not calendar.exchange:
        return False
    last = calendar.session_of(now.timestamp())
    if now.timestamp() < last.open:
        last = calendar.previous_session(now.timestamp())
    known_at = last.close + AUCTION + DELAY
    return known_at <= history.fetched.timestamp() <= now.timestamp() and now.timestamp() >= known_at


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


def is_implausible(old: History, new: History) -> bool:
    """Whether ``new`` is many times as high or low as ``old`` at the same times, and no new split explains it."""
    ratio = _ratio(old, new, "close")
    return ratio is not None and _new_splits(old, new) == set() and not 1 / SCALE < ratio < SCALE


def _new_splits(old: History, new: History) -> set[Action]:
    return {action for action in new.actions if action.kind == "split"} - set(old.actions)


def is_restated(old: History, new: History) -> bool:
    """Whether the closes both have differ by a ratio, as after a split, or ``new`` knows a split that ``old`` does not.

    The last bar of ``old`` may have been unfinished and is not compared.
    """
    if _new_splits(old, new):
        return True
    ratio = _ratio(old, new, "close")
    return ratio is not None and abs(ratio - 1) > RESTATED


def is_readjusted(old: History, new: History) -> bool:
    """Whether the adjusted closes both have differ, as after a dividend: then those of all earlier bars do."""
    if old.adjusted is None or new.adjusted is None:
        return (old.adjusted is None) != (new.adjusted is None)
    ratio = _ratio(old, new, "adjusted")
    return ratio is not None and abs(ratio - 1) > 1e-4


def _ratio(old: History, new: History, what: str) -> float | None:
    """Median of new to old values at the times both have; None where there are none."""
    times, before, after = np.intersect1d(old.bars.time[:-1], new.bars.time, assume_unique=True, return_indices=True)
    if not len(times):
        return None
    if what == "close":
        olds, news = old.bars.close[before], new.bars.close[after]
    else:
        if old.adjusted is None or new.adjusted is None:
            return None
        olds, news = old.adjusted[before], new.adjusted[after]
    known = np.isfinite(olds) & np.isfinite(news) & (olds > 0)
    return float(np.median(news[known] / olds[known])) if known.any() else None
