"""How late, old or invented a price is, in plain words: nothing is called live that is not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct
from PySide6.QtCore import QDate, QLocale

from charting.core.calendar import Calendar, calendar_for
from charting.core.instrument import Instrument
from charting.market.hours import rests_until
from charting.market.quote import Quote, market_state
from charting.market.quote_feed import LiveState
from gui.translation import said, tr

LIVE = timedelta(seconds=90)
"""How long ago a trade may be that was told of at once, for its price to be called live."""

RECENT = timedelta(minutes=15)
"""How long ago a source may have been heard, for its price to be no older than the source's own delay."""

END = timedelta(minutes=30)
"""How long before a session's end the last trade may have been, for its price to be the closing one."""

AgeKind = Literal["live", "delayed", "closed", "old", "simulated"]


class Age(Struct, frozen=True):
    """What is to be said of a price: ``short`` beside it (may be empty), ``words`` where there is room."""

    kind: AgeKind
    short: str
    words: str


def age_of(quote: Quote, instrument: Instrument, now: datetime) -> Age:
    """How late or old a price is at the time ``now`` (aware)."""
    moment = _traded(quote, instrument, now)
    if quote.simulated:
        return Age("simulated", "", tr("Simulated, as of {time}", time=moment))
    age, calendar = now - quote.time, _calendar(instrument)
    if rests_until(calendar, now.timestamp(), quote.delay * 60) is not None:
        if quote.time >= _last_end(calendar, now) - END:
            return Age("closed", "", tr("As of {time}", time=moment))
    elif quote.streamed and age <= LIVE:
        return Age("live", tr("live"), tr("Live, last trade at {time}", time=moment))
    elif now - quote.fetched <= RECENT:
        if quote.delay:
            words = tr("Delayed {minutes} minutes, as of {time}", minutes=quote.delay, time=moment)
            return Age("delayed", tr("{minutes} min late", minutes=quote.delay), words)
        return Age("delayed", "", tr("As of {time}", time=moment))
    old = age_text(age.total_seconds())
    return Age("old", old, tr("{age}, as of {time}", age=old, time=moment))


def state_words(state: LiveState, now: datetime, instrument: Instrument) -> str:
    """How prices are had now, for the status bar; empty where the price itself says all."""
    until = "" if state.until is None else moment_text(state.until, now, instrument.timezone)
    match state.kind:
        case "resting" if market_state(_calendar(instrument), now.timestamp()) == "break":
            return tr("lunch break until {time}", time=until)
        case "resting":
            return tr("market closed until {time}", time=until)
        case "offline":
            return tr("offline, tried again at {time}", time=until) if until else tr("offline")
        case "waiting":
            return tr("asked for a pause until {time}", time=until)
    return ""


def state_help(state: LiveState) -> str:
    """More of the same, for a tooltip; empty where there is no more to say."""
    words = {
        "streaming": tr("Trades are told as they are made known."),
        "asking": tr("The newest prices are asked for, about once a minute."),
        "resting": tr("Nothing is asked while the market rests."),
    }
    return "\n".join(text for text in (words.get(state.kind, ""), said(state.reason)) if text)


def moment_text(time: datetime, now: datetime, timezone: str, locale: QLocale | None = None) -> str:
    """A time (aware) at an exchange: ``15:42 HKT`` today, ``Fri 16:08 HKT`` within a week, with the date otherwise."""
    zone = ZoneInfo(timezone)
    there = time.astimezone(zone)
    clock = f"{there:%H:%M} {there.tzname()}"
    if there.date() == now.astimezone(zone).date():
        return clock
    return f"{_day_text(there, now.astimezone(zone), locale or QLocale())} {clock}"


def _day_text(day: datetime, today: datetime, locale: QLocale) -> str:
    """A day at an exchange: ``Fri`` within a week, ``17 Sept 2025`` otherwise."""
    near = abs((day.date() - today.date()).days) < 6
    return locale.toString(QDate(day.year, day.month, day.day), tr("ddd") if near else tr("d MMM yyyy"))


def age_text(seconds: float) -> str:
    """How old something is, in one number."""
    for size, one, several in (
        (86_400, tr("1 day old"), tr("{count} days old")),
        (3600, tr("1 hour old"), tr("{count} hours old")),
        (60, tr("1 minute old"), tr("{count} minutes old")),
    ):
        count = int(seconds // size)
        if count:
            return one if count == 1 else several.format(count=count)
    return tr("up to date")


def _traded(quote: Quote, instrument: Instrument, now: datetime) -> str:
    """When a price was made; of a day that trades to its end no more than the day is known."""
    there = quote.time.astimezone(UTC)  # by which days are counted where no exchange says more
    midnight = there == there.replace(hour=0, minute=0, second=0, microsecond=0)
    if instrument.exchange or quote.streamed or not midnight:
        return moment_text(quote.time, now, instrument.timezone)
    return _day_text(there - timedelta(days=1), now.astimezone(UTC), QLocale())


def _calendar(instrument: Instrument) -> Calendar:
    """The instrument's calendar, as far as there is one at once: making another takes seconds, and a word is not worth that."""
    return calendar_for(instrument.exchange if instrument.exchange in ("", "XHKG") else "")


def _last_end(calendar: Calendar, now: datetime) -> datetime:
    """When trading ended last: at noon in the lunch break, else at the close of the last session."""
    seconds = now.timestamp()
    session = calendar.session_of(seconds)
    if seconds < session.open:
        session = calendar.previous_session(seconds)
    end = session.break_start if session.break_start <= seconds < session.break_end else session.close
    return datetime.fromtimestamp(end, now.tzinfo)
