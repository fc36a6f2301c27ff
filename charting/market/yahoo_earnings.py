"""Reads when a company published its earnings, and will, from Yahoo Finance's page of them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from zoneinfo import ZoneInfo

from msgspec import Struct

from charting.core.adjustment import Action
from charting.core.calendar import Calendar
from charting.core.text import sentence
from charting.market.provider import BadAnswer
from charting.market.yahoo_answer import refuse

MOST = 100
"""Dates that are asked for, the newest first."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOMENT = re.compile(r"([A-Z][a-z]{2})[a-z]*\.? (\d{1,2}), (\d{4})(?: at (\d{1,2})(?::(\d{2}))? ?([AP])M)?(?: (\w+))?")
_ZONES = {"EDT": "America/New_York", "EST": "America/New_York", "HKT": "Asia/Hong_Kong"}


class Published(Struct, frozen=True):
    """One line of the page: when (aware), and the earnings per share as reported, NaN while they are not."""

    moment: datetime
    per_share: float


def examine_earnings(symbol: str, status: int, headers: Mapping[str, str], body: bytes, address: str) -> tuple[Published, ...]:
    """The lines of the page; none where it has none. The parameters and errors are those of :func:`examine`."""
    refuse(status, headers, body, address)
    if status == 404:
        return ()
    if status >= 400:
        raise BadAnswer(
            sentence("Yahoo Finance does not tell when {symbol} publishes earnings ({status}).", symbol=symbol, status=status)
        )
    rows = _Table.rows_of(body.decode("utf-8", "replace"))
    if not rows or "Earnings Date" not in rows[0]:
        return ()
    when = rows[0].index("Earnings Date")
    what = rows[0].index("Reported EPS") if "Reported EPS" in rows[0] else -1
    lines = ((_moment(row[when]), _number(row, what)) for row in rows[1:] if len(row) > when)
    return tuple(Published(moment, value) for moment, value in lines if moment is not None)


def earnings_of(published: Sequence[Published], calendar: Calendar) -> tuple[Action, ...]:
    """The lines as actions, oldest first, at the opening of the session that knows first: the next after the close."""
    found: dict[int, Action] = {}
    for one in published:
        seconds = one.moment.timestamp()
        session = calendar.session_of(seconds)
        if session.close <= seconds:
            session = calendar.next_session(seconds)
        found[session.open] = Action(session.open, "earnings", one.per_share)
    return tuple(found[time] for time in sorted(found))


def _moment(text: str) -> datetime | None:
    """A time such as ``October 30, 2025 at 4 PM EDT``; the day's noon where it has no time of day; None when unreadable."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None or match[1] not in _MONTHS:
        return None
    hour = 12 if match[4] is None else int(match[4]) % 12 + 12 * (match[6] == "P")
    zone = ZoneInfo(_ZONES[match[7]]) if match[7] in _ZONES else UTC
    try:
        day = date(int(match[3]), _MONTHS.index(match[1]) + 1, int(match[2]))
        return datetime(day.year, day.month, day.day, hour, int(match[5] or 0), tzinfo=zone)
    except ValueError:
        return None


def _number(row: Sequence[str], column: int) -> float:
    try:
        return float(row[column].replace(",", "")) if 0 <= column < len(row) else math.nan
    except ValueError:
        return math.nan


class _Table(HTMLParser):
    """Collects the cells of a page's first table."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._depth = 0
        self._over = False

    @classmethod
    def rows_of(cls, page: str) -> list[list[str]]:
        """The texts of its cells, row by row."""
        parser = cls()
        parser.feed(page)
        return [row for row in parser._rows if row]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # looks do not matter
        """Begin a table, row or cell."""
        if self._over:
            return
        if tag == "table":
            self._depth += 1
        elif tag == "tr" and self._depth:
            self._rows.append([])
        elif tag in ("td", "th") and self._rows:
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        """End them."""
        if tag == "table" and self._depth:
            self._depth -= 1
            self._over = not self._depth
        elif tag in ("td", "th") and self._cell is not None:
            self._rows[-1].append(" ".join("".join(self._cell).split()))
            self._cell = None

    def handle_data(self, data: str) -> None:
        """Text of a cell."""
        if self._cell is not None:
            self._cell.append(data)
