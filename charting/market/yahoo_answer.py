"""Looks at what Yahoo Finance answered before anything is made of it, and says what is wrong with it in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec

from charting.market.provider import BadAnswer, NotServed, RateLimited, UnknownSymbol


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked for: a symbol, and the interval in Yahoo's words."""

    symbol: str
    interval: str


class NothingTraded(NotServed):
    """A good answer without bars: nothing was traded in the time that was asked for."""


class Meta(msgspec.Struct, frozen=True, rename="camel"):
    """What an answer says about the instrument; only what is needed of it."""

    symbol: str
    currency: str | None
    exchange_timezone_name: str
    instrument_type: str
    data_granularity: str
    long_name: str = ""
    short_name: str = ""
    regular_market_price: float | None = None
    regular_market_time: int | None = None
    regular_market_volume: float | None = None


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
    start = body[:400].lstrip()
    if status == 429 or b"too many requests" in start.lower():
        raise RateLimited("Yahoo Finance asks for a pause.", retry_after(headers.get("retry-after")))
    if (urlsplit(address).hostname or "").endswith("consent.yahoo.com"):
        raise BadAnswer("Yahoo Finance wants its terms accepted first. Open finance.yahoo.com in a browser here, and try again.")
    if status >= 500 or b"will be right back" in body.lower():
        raise BadAnswer(f"Yahoo Finance is out of order ({status}). Try again in some minutes.")
    if status in (401, 403):
        raise BadAnswer(f"Yahoo Finance refuses to answer ({status}). Try again later.")
    chart = _chart(question, status, body)
    results = chart.get("result")
    if not isinstance(results, list) or not results or not isinstance(results[0], dict):
        raise BadAnswer(f"Yahoo Finance's answer for {question.symbol} is empty. Try again later.")
    meta = _meta(question, results[0].get("meta"))
    _check_columns(question, results[0])
    return meta


def retry_after(value: str | None, now: datetime | None = None) -> float:
    """Seconds to wait by a Retry-After header, which holds a number or a date; 0 where it says nothing."""
    if not value:
        return 0.0
    try:
        return max(float(value), 0.0)
    except ValueError:
        pass
    import email.utils  # which brings half of the e-mail package with it

    try:
        moment = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max((moment - (now or datetime.now(UTC))).total_seconds(), 0.0)


def _chart(question: Question, status: int, body: bytes) -> dict[str, Any]:
    try:
        answer = msgspec.json.decode(body)
    except msgspec.DecodeError as error:
        kind = "a web page" if body.lstrip()[:1] == b"<" else "no readable data"
        raise BadAnswer(f"Yahoo Finance answered with {kind} instead of bars of {question.symbol}. Try again later.") from error
    chart = answer.get("chart") if isinstance(answer, dict) else None
    explained = chart.get("error") if isinstance(chart, dict) else None
    if isinstance(explained, dict):
        raise _explained(question, status, str(explained.get("code")), str(explained.get("description")))
    if status >= 400 or not isinstance(chart, dict):
        if status == 404:
            raise UnknownSymbol(_unknown(question))
        raise BadAnswer(f"Yahoo Finance's answer for {question.symbol} cannot be understood ({status}). Try again later.")
    return chart


def _explained(question: Question, status: int, code: str, description: str) -> Exception:
    """What Yahoo says is wrong, as one of our errors."""
    said = (description or code).rstrip(". ")
    if status == 404 or code == "Not Found":
        return UnknownSymbol(_unknown(question))
    if status in (400, 422) or code in ("Unprocessable Entity", "Bad Request"):
        return NotServed(f"Yahoo Finance does not serve {question.symbol} at {question.interval} for this time: {said}.")
    return BadAnswer(f"Yahoo Finance answered with an error for {question.symbol}: {said}.")


def _unknown(question: Question) -> str:
    return f"Yahoo Finance does not know “{question.symbol}”. Check the code; Hong Kong's look like 9988.HK."


def _meta(question: Question, raw: object) -> Meta:
    try:
        meta = msgspec.convert(raw, Meta, strict=False)
    except msgspec.ValidationError as error:
        raise BadAnswer(f"Yahoo Finance's answer does not say what it is about ({error}). Try again later.") from error
    if meta.symbol.upper() != question.symbol.upper():
        raise BadAnswer(f"Yahoo Finance answered with {meta.symbol} when asked for {question.symbol}. Nothing of it was kept.")
    if meta.data_granularity != question.interval:
        raise BadAnswer(
            f"Yahoo Finance answered with bars of {meta.data_granularity} when asked for {question.interval}. "
            "Nothing of it was kept."
        )
    return meta


def _check_columns(question: Question, result: dict[str, Any]) -> None:
    times = result.get("timestamp")
    if not times:
        raise NothingTraded(f"Nothing of {question.symbol} was traded in the time that was asked for.")
    quotes = (result.get("indicators") or {}).get("quote")
    columns = quotes[0] if isinstance(quotes, list) and quotes and isinstance(quotes[0], dict) else {}
    for name in ("open", "high", "low", "close", "volume"):
        column = columns.get(name)
        if not isinstance(column, list) or len(column) != len(times):
            raise BadAnswer(f"Yahoo Finance's answer for {question.symbol} lacks its {name} prices. Try again later.")
