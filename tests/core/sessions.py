"""What a calendar says about dates, for tests of its table."""

from __future__ import annotations

import datetime

from charting.core.calendar import Calendar, Session


def session_on(calendar: Calendar, date: datetime.date) -> Session | None:
    """The session of a date; None when the exchange is closed."""
    session = calendar.session_of(calendar.session_open(date))
    return session if session.date == date else None


def trading_seconds(session: Session) -> int:
    """Seconds of continuous trading, the lunch break left out."""
    return session.close - session.open - (session.break_end - session.break_start)


def is_half_day(calendar: Calendar, date: datetime.date) -> bool:
    """Whether the exchange trades on a date, but less than on the longest of the days around it."""
    session = session_on(calendar, date)
    near = (session_on(calendar, date + datetime.timedelta(days=days)) for days in range(-6, 7))
    return session is not None and trading_seconds(session) < max(map(trading_seconds, filter(None, near)))
