"""How long the last bar of a series still grows: the time left to its close while the exchange trades."""

from __future__ import annotations

import math

import numpy as np

from charting.core.timeaxis import TimeAxis


def time_left(axis: TimeAxis, now: float) -> int | None:
    """Whole seconds, at least one, from ``now`` (UTC seconds) until the last bar is complete.

    Bars within a day end with their period, and at the latest where their part of the session ends: at lunch, at the close,
    on half days at noon. A bar of a day ends with its session, one of a week or month with the last session in it.

    None while nothing is traded (at lunch too), where no exchange's sessions are known, when the last bar is not the one
    under way, and for bars that prices made.
    """
    calendar = axis.calendar
    if not len(axis) or axis.price_made or not calendar.exchange:
        return None
    grid = calendar.grid(axis.interval)
    number = grid.number_of(math.floor(now))
    if number != grid.number_of(int(axis.bar_times[-1])):
        return None
    session = calendar.session_containing(now)
    if session is None or session.break_start <= now < session.break_end:
        return None
    if axis.interval.is_intraday:
        part = session.break_start if now < session.break_start else session.close
        end = min(grid.stamp(number) + axis.interval.seconds, part)
    else:
        following = int(grid.begin_of(np.array([number + 1]))[0])
        end = int(calendar.close[int(calendar.midnight.searchsorted(following)) - 1])
    return math.ceil(end - now)
