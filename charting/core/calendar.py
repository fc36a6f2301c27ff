"""Trading calendars: when an exchange is open, as numpy columns, far into the past and the future."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from charting.core.grid import Grid, Integers
from charting.core.interval import DAY, Interval
from resources import resource_bytes

DAY_SECONDS = 86_400
FIRST_YEAR, LAST_YEAR = 1850, 2199
"""Every calendar spans these years; beyond what its table knows, each weekday has a full session."""

_EPOCH = datetime.date(1970, 1, 1)
_A_SATURDAY = 2
"""Days from 1970-01-01 to a Saturday."""


class Session(NamedTuple):
    """One trading day: its date at the exchange, and its times in UTC seconds.

    Without a lunch break ``break_start`` and ``break_end`` equal ``close``. Half-open: at ``close`` it is over.
    """

    date: datetime.date
    open: int
    break_start: int
    break_end: int
    close: int


class Calendar(Struct, frozen=True, eq=False):
    """The sessions of an exchange, oldest first, one row each; two calendars are the same only if the same object.

    Attributes
    ----------
    exchange
        Market identifier code; empty for "every weekday, all day", and for every day.
    timezone
        IANA name of the exchange's zone.
    day
        (n,) int64, date of each session at the exchange, days since 1970-01-01.
    open, break_start, break_end, close
        (n,) int64, UTC seconds; without a break both of its ends equal ``close``.
    midnight
        (n,) int64, UTC seconds of the exchange's midnight at the beginning of each session's date, or ``open`` if that
        is earlier: what happens from there to the next session's belongs to the session.
    known
        First and last date that the table knows; every weekday outside of them counts as a full session.
    """

    exchange: str
    timezone: str
    day: Integers
    open: Integers
    break_start: Integers
    break_end: Integers
    close: Integers
    midnight: Integers
    known: tuple[datetime.date, datetime.date]

    def __len__(self) -> int:
        return len(self.day)

    def __repr__(self) -> str:
        return f"Calendar({self.exchange!r})"

    @property
    def rests_never(self) -> bool:
        """Whether each day has a session, weekends too, as where coins are traded."""
        return len(self.day) == int(self.day[-1] - self.day[0]) + 1

    def session(self, row: int) -> Session:
        """The session in a row of the columns; rows past an end give the session at that end."""
        row = min(max(row, 0), len(self.day) - 1)
        return Session(
            _EPOCH + datetime.timedelta(days=int(self.day[row])),
            int(self.open[row]),
            int(self.break_start[row]),
            int(self.break_end[row]),
            int(self.close[row]),
        )

    def session_open(self, date: datetime.date) -> int:
        """UTC seconds at which trading opens on a date: the stamp of its daily bar.

        A date without a session gets the hour at which the session before it opened, so that a bar on a day which the
        table holds for closed has a stamp too.
        """
        return int(self.session_opens(np.array([(date - _EPOCH).days]))[0])

    def session_opens(self, days: NDArray[np.int64]) -> Integers:
        """:meth:`session_open` for many dates, as days since 1970-01-01, any shape."""
        row = np.maximum(self.day.searchsorted(days, "right") - 1, 0)
        found: Integers = self.open[row] + (days - self.day[row]) * DAY_SECONDS
        return found

    def rows_of(self, seconds: NDArray[np.int64]) -> Integers:
        """Rows of the sessions that times belong to (UTC seconds, any shape); -1 before the first.

        A time belongs to the session of its date at the exchange, before the opening too, and on other days to the
        session before.
        """
        rows: Integers = self.midnight.searchsorted(seconds, "right").astype(np.int64) - 1
        return rows

    def session_of(self, seconds: float) -> Session:
        """The session a time belongs to: that of its date at the exchange, on days without one the last before."""
        return self.session(self._row(seconds))

    def session_containing(self, seconds: float) -> Session | None:
        """The session during which a time falls, its lunch break included; None outside of all."""
        session = self.session_of(seconds)
        return session if session.open <= seconds < session.close else None

    def next_session(self, seconds: float) -> Session:
        """The first session that opens after a time."""
        return self.session(int(self.open.searchsorted(int(np.floor(seconds)), "right")))

    def previous_session(self, seconds: float) -> Session:
        """The session before the one that a time belongs to."""
        return self.session(self._row(seconds) - 1)

    def is_open(self, seconds: float) -> bool:
        """Whether there is continuous trading at a time; not during the lunch break, nor in auctions."""
        session = self.session_containing(seconds)
        return session is not None and not session.break_start <= seconds < session.break_end

    def grid(self, interval: Interval) -> Grid:
        """The stamps of all bars of an interval.

        Intraday bars start anew with each part of a session, so that none spans a lunch break: 2h bars in Hong Kong
        begin at 09:30, 11:30, 13:00 and 15:00. Weeks begin on Monday, months on the first; their bars carry the
        opening of their first session, and a week or month without any session has no bar.
        """
        return _grid(self, interval)

    def stamps(self, interval: Interval, start: float, stop: float) -> Integers:
        """Stamps of all bars of an interval that begin in [start, stop), UTC seconds, oldest first."""
        grid = self.grid(interval)
        bounds = np.ceil([start, stop]).astype(np.int64)
        first, last = (int(number) for number in grid.number_of(bounds))
        stamps = grid.stamp(np.arange(first, last + 2))
        start_row, stop_row = stamps.searchsorted(bounds)
        return stamps[start_row:stop_row]

    def _row(self, seconds: float) -> int:
        return int(self.midnight.searchsorted(int(np.floor(seconds)), "right")) - 1


@lru_cache(maxsize=64)
def _grid(calendar: Calendar, interval: Interval) -> Grid:
    if interval.is_intraday:
        return _intraday_grid(calendar, interval.seconds)
    days, stop = calendar.day, int(calendar.midnight[-1]) + DAY_SECONDS
    if interval == DAY:
        return Grid(calendar.open, calendar.midnight, np.arange(len(days) + 1), DAY_SECONDS, stop)
    match interval.unit:
        case "wk":
            key = (days + 3) // 7  # 1970-01-01 was a Thursday
        case "mo":
            key = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
        case _:
            key = np.arange(len(days))
    key = key // interval.count
    first = np.flatnonzero(np.diff(key, prepend=key[0] - 1))
    number = np.arange(len(first) + 1)
    return Grid(calendar.open[first], calendar.midnight[first], number, DAY_SECONDS, stop)


def _intraday_grid(calendar: Calendar, step: int) -> Grid:
    starts = np.stack([calendar.open, calendar.break_end], axis=1).ravel()
    ends = np.stack([calendar.break_start, calendar.close], axis=1).ravel()
    begins = np.stack([calendar.midnight, calendar.break_end], axis=1).ravel()
    kept = ends > starts
    starts, begins, ends = starts[kept], begins[kept], ends[kept]
    counts = -(-(ends - starts) // step)
    return Grid(starts, begins, np.concatenate(([0], np.cumsum(counts))), step, int(ends[-1]))


@lru_cache(maxsize=16)
def calendar_for(exchange: str) -> Calendar:
    """The calendar of an exchange by its market identifier code.

    ``XHKG`` comes from a small table of our own, within milliseconds; an empty code means every weekday, all day, in
    UTC. Any other code loads exchange_calendars, which takes seconds: ask for those from a worker only.

    Raises
    ------
    ValueError
        If no calendar is known for the code.
    """
    if exchange == "":
        return _all_day_long(every_day=False)
    if exchange == "XHKG":
        return _from_table(exchange)
    return _from_exchange_calendars(exchange)


def calendar_of(exchange: str, times: NDArray[np.int64]) -> Calendar:
    """The calendar of bars by their exchange and their times (UTC seconds, rising).

    Where no exchange is known it is that of every weekday, or of every day if there are bars of the last Saturday, as coins
    have. Months do not show that: give the days they are made of.

    Raises
    ------
    ValueError
        If no calendar is known for the exchange.
    """
    if exchange or not len(times):
        return calendar_for(exchange)
    day = int(times[-1]) // DAY_SECONDS
    saturday = day - (day - _A_SATURDAY) % 7
    first, after = times.searchsorted((saturday * DAY_SECONDS, (saturday + 1) * DAY_SECONDS)).tolist()
    return _all_day_long(every_day=first < after)


def _weekdays(first: int, stop: int) -> Integers:
    """All Mondays to Fridays from ``first`` up to ``stop`` (exclusive), as days since 1970-01-01."""
    mondays = np.arange(first - (first + 3) % 7, stop, 7)
    days = (mondays[:, np.newaxis] + np.arange(5)).ravel()
    start, end = days.searchsorted((first, stop))
    return days[start:end]


def _day_number(text: str) -> int:
    return int(np.datetime64(text, "D").astype(np.int64))


def _span() -> tuple[int, int]:
    return _day_number(f"{FIRST_YEAR}-01-01"), _day_number(f"{LAST_YEAR + 1}-01-01")


def _frozen(columns: list[Integers]) -> list[Integers]:
    """Columns as contiguous int64 that nobody can write to: calendars are shared by threads."""
    ready = [np.ascontiguousarray(column, dtype=np.int64) for column in columns]
    for column in ready:
        column.flags.writeable = False
    return ready


@lru_cache(maxsize=2)
def _all_day_long(*, every_day: bool) -> Calendar:
    day = np.arange(*_span()) if every_day else _weekdays(*_span())
    midnight = day * DAY_SECONDS
    close = midnight + DAY_SECONDS
    day, midnight, close = _frozen([day, midnight, close])
    return Calendar("", "UTC", day, midnight, close, close, close, midnight, (datetime.date.min, datetime.date.max))


class _Table(msgspec.Struct, frozen=True):
    """A calendar as the resource holds it; dates as ISO 8601, times of day as HH:MM at the exchange."""

    exchange: str
    timezone: str
    first: datetime.date
    last: datetime.date
    hours: tuple[tuple[str, str, str, str, str], ...]
    utc_offset_minutes: tuple[tuple[str, int], ...]
    special: tuple[tuple[str, str, str], ...]
    closed: tuple[str, ...]


def _minutes(text: str) -> int:
    return int(text[:2]) * 60 + int(text[3:])


def _stretches(day: Integers, since: Iterable[str]) -> list[slice]:
    """The rows for which each of some rules holds, by the dates since which they do; the first one holds before too."""
    edges = day.searchsorted([_day_number(date) for date in since]).tolist()
    return [slice(start, stop) for start, stop in zip([0, *edges[1:]], [*edges[1:], len(day)], strict=True)]


def _from_table(exchange: str) -> Calendar:
    """A calendar from a resource; worked out in place, as memory that is touched first takes longer than the sums."""
    table = msgspec.json.decode(resource_bytes(f"calendars/{exchange}.json"), type=_Table)
    days = _weekdays(*_span())
    closed = np.array(table.closed, dtype="datetime64[D]").astype(np.int64)
    found = days.searchsorted(closed)
    kept = np.ones(len(days), dtype=bool)
    kept[found[days[found] == closed]] = False  # but for those that would be weekends
    day = days[kept]
    midnight = day * DAY_SECONDS
    times = [np.empty_like(day) for _ in range(4)]
    turns, rules = table.utc_offset_minutes, table.hours
    for rows, (_, offset) in zip(_stretches(day, [turn[0] for turn in turns]), turns, strict=True):
        midnight[rows] -= offset * 60
    for rows, (_, *hours) in zip(_stretches(day, [rule[0] for rule in rules]), rules, strict=True):
        for column, text in zip(times, hours, strict=True):
            np.add(midnight[rows], _minutes(text) * 60, out=column[rows])
    special = day.searchsorted([_day_number(date) for date, _, _ in table.special])
    for column, field in zip(times, (1, 2, 2, 2), strict=True):
        column[special] = midnight[special] + [_minutes(row[field]) * 60 for row in table.special]
    day, opens, break_start, break_end, close, midnight = _frozen([day, *times, midnight])
    known = (table.first, table.last)
    return Calendar(table.exchange, table.timezone, day, opens, break_start, break_end, close, midnight, known)


def _from_exchange_calendars(exchange: str) -> Calendar:
    import exchange_calendars
    import pandas

    try:
        kind = type(exchange_calendars.get_calendar(exchange))
        earliest = kind.bound_min() or pandas.Timestamp("1950-01-01")
        found = exchange_calendars.get_calendar(exchange, start=earliest)
    except (exchange_calendars.errors.InvalidCalendarName, ValueError) as error:  # ValueError: a slip in its own rules
        raise ValueError(f"No trading calendar is known for “{exchange}”; write the ISO 10383 code, or none.") from error
    schedule = found.schedule
    opens, break_start, break_end, closes = (
        schedule[name].dt.tz_convert(None).to_numpy().astype("datetime64[s]").astype(np.int64)
        for name in ("open", "break_start", "break_end", "close")
    )
    breaks = schedule["break_start"].notna().to_numpy()
    columns = [opens, np.where(breaks, break_start, closes), np.where(breaks, break_end, closes), closes]
    day = schedule.index.to_numpy().astype("datetime64[D]").astype(np.int64)
    zone = found.tz if isinstance(found.tz, ZoneInfo) else ZoneInfo(str(found.tz))
    return _prolonged(exchange, zone, day, columns)


def _prolonged(exchange: str, zone: ZoneInfo, day: Integers, columns: list[Integers]) -> Calendar:
    """A calendar from known sessions, continued by weekdays with the usual hours on both sides."""
    first, stop = _span()
    before, after = _weekdays(first, int(day[0])), _weekdays(int(day[-1]) + 1, stop)
    dates = (_EPOCH + datetime.timedelta(days=int(day[0])), _EPOCH + datetime.timedelta(days=int(day[-1])))
    known = _midnights(day, zone)
    usual = [np.median(column[-250:] - known[-250:]).astype(np.int64) for column in columns]
    earlier, later = _midnights(before, zone), _midnights(after, zone)
    times = [np.concatenate((earlier + hour, column, later + hour)) for hour, column in zip(usual, columns, strict=True)]
    midnight = np.minimum(np.concatenate((earlier, known, later)), times[0])
    # Where hours begin on the evening before, the first usual session may reach into the known ones: leave it out.
    apart = np.append(True, times[0][1:] >= times[3][:-1])
    day, midnight, *times = (column[apart] for column in (np.concatenate((before, day, after)), midnight, *times))
    midnight[1:] = np.maximum(midnight[1:], times[3][:-1])
    day, opens, break_start, break_end, close, midnight = _frozen([day, *times, midnight])
    return Calendar(exchange, str(zone), day, opens, break_start, break_end, close, midnight, dates)


def _midnights(day: Integers, zone: ZoneInfo) -> Integers:
    """UTC seconds at which dates (days since 1970-01-01) begin in a zone."""
    found = np.empty(len(day), dtype=np.int64)
    for row, number in enumerate(day.tolist()):
        date = _EPOCH + datetime.timedelta(days=number)
        found[row] = round(datetime.datetime(date.year, date.month, date.day, tzinfo=zone).timestamp())
    return found
