"""Looks at what Yahoo Finance answered before anything is made of it, and says what is wrong with it in one sentence."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from charting.core.interval import Interval
from charting.core.text import Sentence, sentence, translatable
from charting.market.provider import BadAnswer, Match, NotServed, RateLimited, UnknownSymbol
from charting.market.yahoo_completion import has_adjusted

KINDS = {
    "EQUITY": translatable("Share"),
    "INDEX": translatable("Index"),
    "ETF": translatable("ETF"),
    "MUTUALFUND": translatable("Fund"),
    "FUTURE": translatable("Future"),
    "CURRENCY": translatable("Currency"),
    "CRYPTOCURRENCY": translatable("Cryptocurrency"),
    "OPTION": translatable("Option"),
}
"""What Yahoo's kinds of instruments are called."""


class Question(Struct, frozen=True):
    """What was asked for: a symbol, and the interval in Yahoo's words."""

    symbol: str
    interval: str


_LONGEST_PAUSE = 86_400.0
"""Seconds of the longest pause that a Retry-After is believed."""

_FEW = 3
"""Distances between bars that say nothing of what bars they are."""


class NothingTraded(NotServed):
    """A good answer without bars: nothing was traded in the time that was asked for."""


class Meta(msgspec.Struct, frozen=True, rename="camel"):
    """What an answer says about the instrument; only what is needed of it. ``adjusted`` is whether it has adjusted closes."""

    symbol: str
    exchange_timezone_name: str
    currency: str | None = None
    instrument_type: str | None = ""
    data_granularity: str | None = None
    long_name: str = ""
    short_name: str = ""
    regular_market_price: float | None = None
    regular_market_time: int | None = None
    regular_market_volume: float | None = None
    adjusted: bool = False


def examine(question: Question, status: int, headers: Mapping[str, str], body: bytes, address: str) -> Meta:
    """Refuse everything that is no table of bars for what was asked.

    Parameters
    ----------
    status, headers, body
        The reply, its body unpacked; headers by lower-case names.
    address
        Where the reply came from in the end, after redirections.

    Raises
    ------
    RateLimited
        If Yahoo asks for a pause, in whatever form; ``retry_after`` is 0 where it does not say how long.
    UnknownSymbol, NotServed, NothingTraded, BadAnswer
        As their names say.
    """
    refuse(status, headers, body, address)
    chart = _chart(question, status, body)
    results = chart.get("result")
    if not isinstance(results, list) or not results or not isinstance(results[0], dict):
        raise BadAnswer(sentence("Yahoo Finance's answer for {symbol} is empty. Try again later.", symbol=question.symbol))
    meta = _meta(question, results[0].get("meta"))
    _check_columns(question, results[0])
    if meta.data_granularity is None:
        _check_distance(question, results[0]["timestamp"])
    return replace(meta, adjusted=has_adjusted(results[0]))


def examine_matches(text: str, status: int, headers: Mapping[str, str], body: bytes, address: str) -> tuple[Match, ...]:
    """What a search for ``text`` found; the parameters and errors are those of :func:`examine`.

    Entries without a symbol (companies that are not listed) are left out.
    """
    refuse(status, headers, body, address)
    try:
        answer = msgspec.json.decode(body)
    except msgspec.DecodeError as error:
        raise BadAnswer(
            sentence(
                "Yahoo Finance answered with {kind_of} instead of what fits “{text}”. Try again later.",
                kind_of=_kind_of(body),
                text=text,
            )
        ) from error
    found = answer.get("quotes") if isinstance(answer, dict) else 0
    if status == 400:
        return ()  # a text that it does not search for, such as one in Chinese
    if status >= 400 or not isinstance(found, list | None):
        raise BadAnswer(
            sentence(
                "Yahoo Finance's answer to “{text}” cannot be understood ({status}). Try again later.", text=text, status=status
            )
        )
    return tuple(match for each in found or () if (match := _match(each)) is not None)


def _match(entry: object) -> Match | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("symbol"), str) or not entry["symbol"].strip():
        return None

    def word(*names: str) -> str:
        return next((entry[name].strip() for name in names if isinstance(entry.get(name), str) and entry[name].strip()), "")

    symbol = entry["symbol"].strip()
    kind = word("quoteType").upper()
    return Match(
        symbol, word("longname", "shortname") or symbol, word("exchDisp", "exchange"), KINDS.get(kind, kind.capitalize())
    )


def refuse(status: int, headers: Mapping[str, str], body: bytes, address: str) -> None:
    """Refuse what is no answer to any question; parameters and errors are those of :func:`examine`."""
    start = body[:400].lstrip()
    if status == 429 or b"too many requests" in start.lower():
        raise RateLimited(sentence("Yahoo Finance asks for a pause."), retry_after(headers.get("retry-after")))
    if is_consent(address):
        raise BadAnswer(
            sentence("Yahoo Finance wants its terms accepted first. Open finance.yahoo.com in a browser here, and try again.")
        )
    if status >= 500 or b"will be right back" in body.lower():
        raise BadAnswer(sentence("Yahoo Finance is out of order ({status}). Try again in some minutes.", status=status))
    if status in (401, 403):
        raise BadAnswer(sentence("Yahoo Finance refuses to answer ({status}). Try again later.", status=status))


def is_consent(address: str) -> bool:
    """Whether an address is of the pages where Yahoo asks people to accept its terms."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return host.endswith("consent.yahoo.com") or host == "guce.yahoo.com"


def retry_after(value: str | None, now: datetime | None = None) -> float:
    """Seconds to wait by a Retry-After header, which holds a number or a date; 0 where it says nothing."""
    if not value:
        return 0.0
    try:
        seconds = float(value)
    except ValueError:
        pass
    else:
        return min(max(seconds, 0.0), _LONGEST_PAUSE) if math.isfinite(seconds) else 0.0
    import email.utils  # which brings half of the e-mail package with it

    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max((moment - (now or datetime.now(UTC))).total_seconds(), 0.0), _LONGEST_PAUSE)


def _chart(question: Question, status: int, body: bytes) -> dict[str, Any]:
    try:
        answer = msgspec.json.decode(body)
    except msgspec.DecodeError as error:
        raise BadAnswer(
            sentence(
                "Yahoo Finance answered with {kind_of} instead of bars of {symbol}. Try again later.",
                kind_of=_kind_of(body),
                symbol=question.symbol,
            )
        ) from error
    chart = answer.get("chart") if isinstance(answer, dict) else None
    explained = chart.get("error") if isinstance(chart, dict) else None
    if isinstance(explained, dict):
        raise _explained(question, status, str(explained.get("code")), str(explained.get("description")))
    if status >= 400 or not isinstance(chart, dict):
        if status == 404:
            raise UnknownSymbol(_unknown(question))
        raise BadAnswer(
            sentence(
                "Yahoo Finance's answer for {symbol} cannot be understood ({status}). Try again later.",
                symbol=question.symbol,
                status=status,
            )
        )
    return chart


def _kind_of(body: bytes) -> Sentence:
    return Sentence(translatable("a web page") if body.lstrip()[:1] == b"<" else translatable("no readable data"))


def _explained(question: Question, status: int, code: str, description: str) -> Exception:
    """What Yahoo says is wrong, as one of our errors."""
    said = (description or code).rstrip(". ")
    if status == 404 or code == "Not Found":
        return UnknownSymbol(_unknown(question))
    if status in (400, 422) or code in ("Unprocessable Entity", "Bad Request"):
        return NotServed(
            sentence(
                "Yahoo Finance does not serve {symbol} at {interval} for this time: {said}.",
                symbol=question.symbol,
                interval=question.interval,
                said=said,
            )
        )
    return BadAnswer(sentence("Yahoo Finance answered with an error for {symbol}: {said}.", symbol=question.symbol, said=said))


def _unknown(question: Question) -> str:
    return sentence(
        "Yahoo Finance does not know “{symbol}”. Check the code; Hong Kong's look like 9988.HK.", symbol=question.symbol
    )


def _meta(question: Question, raw: object) -> Meta:
    try:
        meta = msgspec.convert(raw, Meta, strict=False)
    except msgspec.ValidationError as error:
        raise BadAnswer(
            sentence("Yahoo Finance's answer does not say what it is about ({error}). Try again later.", error=error)
        ) from error
    if meta.symbol.upper() != question.symbol.upper():
        raise BadAnswer(
            sentence(
                "Yahoo Finance answered with {symbol} when asked for {wanted}. Nothing of it was kept.",
                symbol=meta.symbol,
                wanted=question.symbol,
            )
        )
    if not _is_zone(meta.exchange_timezone_name):
        raise BadAnswer(
            sentence(
                "Yahoo Finance's answer for {symbol} is in a time zone that does not exist: {zone}. Try again later.",
                symbol=question.symbol,
                zone=meta.exchange_timezone_name,
            )
        )
    if meta.data_granularity not in (None, question.interval):
        raise BadAnswer(
            sentence(
                "Yahoo Finance answered with bars of {given} when asked for {interval}. Nothing of it was kept.",
                given=meta.data_granularity,
                interval=question.interval,
            )
        )
    return meta


def _check_columns(question: Question, result: dict[str, Any]) -> None:
    times = result.get("timestamp")
    if not times:
        raise NothingTraded(sentence("Nothing of {symbol} was traded in the time that was asked for.", symbol=question.symbol))
    quotes = (result.get("indicators") or {}).get("quote")
    columns = quotes[0] if isinstance(quotes, list) and quotes and isinstance(quotes[0], dict) else {}
    for name in ("open", "high", "low", "close", "volume"):
        column = columns.get(name)
        if not isinstance(column, list) or len(column) != len(times):
            raise BadAnswer(
                sentence(
                    "Yahoo Finance's answer for {symbol} lacks its {name} prices. Try again later.",
                    symbol=question.symbol,
                    name=Sentence(name),  # which files of bars call their columns, too
                )
            )


def _check_distance(question: Question, times: list[Any]) -> None:
    """Refuse bars that are closer or much further apart than those asked for, where the answer does not say what they are."""
    known = [time for time in times if isinstance(time, int | float)]
    steps = sorted(later - earlier for earlier, later in pairwise(known) if later > earlier)
    wanted = Interval.parse(question.interval).seconds
    if len(steps) > _FEW and not wanted / 2 < steps[len(steps) // 2] < 3 * wanted:
        raise BadAnswer(
            sentence(
                "Yahoo Finance answered with bars {seconds} seconds apart when asked for {interval}. Nothing of it was kept.",
                seconds=round(steps[len(steps) // 2]),
                interval=question.interval,
            )
        )


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, KeyError, OSError):  # the last when it names a folder
        return False
    return True
