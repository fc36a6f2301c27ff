"""Everything that Yahoo Finance has been seen to do wrong, each with what should come of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from charting.market.provider import BadAnswer, MarketError, NoNetwork, NotServed, RateLimited, UnknownSymbol
from tests.fakes.yahoo import Behaviour, Reply, Request, error, reply

Change = Callable[[dict[str, Any]], None]
"""Spoils a sound result in place."""


class Fault(Struct, frozen=True):
    """A way to misbehave.

    Attributes
    ----------
    wrap
        Makes the behaviour out of the sound one.
    kind, sentence
        The error that the user gets, and words in it; a fault of rows has none.
    refused
        The kinds of rows that are refused, when the rest is good.
    requests
        How many requests it costs at most; a connection that was kept and breaks is tried once more.
    """

    wrap: Callable[[Behaviour], Behaviour]
    kind: type[MarketError] | None = None
    sentence: str = ""
    refused: tuple[str, ...] = ()
    requests: int = 1


def always(answer: Reply) -> Callable[[Behaviour], Behaviour]:
    return lambda sound: lambda request: answer


def changed(change: Change) -> Callable[[Behaviour], Behaviour]:
    """The sound answer, spoilt."""

    def wrap(sound: Behaviour) -> Behaviour:
        def behave(request: Request) -> Reply:
            content = json.loads(sound(request).body)
            change(content)
            return reply(content)

        return behave

    return wrap


def packed(change: Callable[[Reply], Reply]) -> Callable[[Behaviour], Behaviour]:
    """The sound answer, damaged on its way."""
    return lambda sound: lambda request: change(sound(request))


def of_result(change: Change) -> Callable[[Behaviour], Behaviour]:
    return changed(lambda content: change(content["chart"]["result"][0]))


def of_meta(name: str, value: object = None) -> Callable[[Behaviour], Behaviour]:
    def change(result: dict[str, Any]) -> None:
        if value is None:
            del result["meta"][name]
        else:
            result["meta"][name] = value

    return of_result(change)


def of_rows(change: Callable[[list[int], dict[str, list[Any]]], None]) -> Callable[[Behaviour], Behaviour]:
    """Change stamps and prices; adjusted closes keep their length."""

    def spoil(result: dict[str, Any]) -> None:
        times, quote = result["timestamp"], result["indicators"]["quote"][0]
        change(times, quote)
        for columns in result["indicators"].get("adjclose", []):
            last = columns["adjclose"][-1]
            columns["adjclose"] += [last] * (len(times) - len(columns["adjclose"]))

    return of_result(spoil)


def add_row(times: list[int], quote: dict[str, list[Any]], time: int, scale: float = 1.0) -> None:
    times.append(time)
    for name, column in quote.items():
        column.append(column[-1] if name == "volume" else column[-1] * scale)


def nan_row(times: list[int], quote: dict[str, list[Any]]) -> None:
    for name in ("open", "high", "low", "close"):
        quote[name][-3] = None


def negative_row(times: list[int], quote: dict[str, list[Any]]) -> None:
    for name in ("open", "high", "low", "close"):
        quote[name][-3] = -1.0


def hundredfold_row(times: list[int], quote: dict[str, list[Any]]) -> None:
    for name in ("open", "high", "low", "close"):
        quote[name][-3] *= 100


def inverted_row(times: list[int], quote: dict[str, list[Any]]) -> None:
    quote["high"][-3], quote["low"][-3] = quote["low"][-3], quote["high"][-3]


def hundredfold(times: list[int], quote: dict[str, list[Any]]) -> None:
    for name in ("open", "high", "low", "close"):
        quote[name][:] = [value * 100 for value in quote[name]]


def unsorted_rows(result: dict[str, Any]) -> None:
    indicators = result["indicators"]
    adjusted = [column["adjclose"] for column in indicators.get("adjclose", [])]
    for column in (result["timestamp"], *indicators["quote"][0].values(), *adjusted):
        column[-2], column[-4] = column[-4], column[-2]


def future_row(times: list[int], quote: dict[str, list[Any]]) -> None:
    add_row(times, quote, times[-1] + 86_400)


def live_row(times: list[int], quote: dict[str, list[Any]]) -> None:
    add_row(times, quote, times[-1] + 3723)


def drop_result(content: dict[str, Any]) -> None:
    content["chart"]["result"] = []


def drop_chart(content: dict[str, Any]) -> None:
    content["chart"] = None


def drop_column(result: dict[str, Any]) -> None:
    del result["indicators"]["quote"][0]["low"]


def shorten_column(result: dict[str, Any]) -> None:
    del result["indicators"]["quote"][0]["close"][-1]


HTML = "<!DOCTYPE html><html><head><title>Yahoo</title></head><body>Something</body></html>"
CONSENT = Reply(302, b"", {"Location": "https://consent.yahoo.com/v2/collectConsent?sessionId=1"})


def consent(sound: Behaviour) -> Behaviour:
    return lambda request: reply(HTML) if request.host == "consent.yahoo.com" else CONSENT


FAULTS: dict[str, Fault] = {
    "too many requests": Fault(always(reply("Too Many Requests\r\n", 429)), RateLimited, "asks for a pause"),
    "too many requests, and how long": Fault(
        always(reply("Too Many Requests\r\n", 429, **{"Retry-After": "120"})), RateLimited, "It can be asked again in 2 minutes"
    ),
    "too many requests, as an answer": Fault(always(reply("Edge: Too Many Requests")), RateLimited, "asks for a pause"),
    "invalid crumb": Fault(
        always(error(401, "Unauthorized", "Invalid Crumb")), BadAnswer, "Yahoo Finance refuses to answer (401)"
    ),
    "forbidden": Fault(always(reply(HTML, 403)), BadAnswer, "refuses to answer (403)"),
    "web page": Fault(always(reply(HTML)), BadAnswer, "answered with a web page instead of bars of 9988.HK"),
    "server error": Fault(always(reply(HTML, 500)), BadAnswer, "out of order (500)"),
    "unavailable": Fault(always(reply("", 503)), BadAnswer, "out of order (503)"),
    "will be right back": Fault(always(reply("<html>Will be right back...</html>")), BadAnswer, "out of order"),
    "consent": Fault(consent, BadAnswer, "wants its terms accepted first", requests=2),
    "reset": Fault(always(Reply(reset=True)), NoNetwork, "could not be made, or broke off", requests=2),
    "closed without a reply": Fault(always(Reply(close=True)), NoNetwork, "could not be made, or broke off", requests=2),
    "hangs before headers": Fault(always(Reply(hang="headers")), NoNetwork, "did not answer in time"),
    "slow body": Fault(packed(lambda sound: replace(sound, hang="body")), NoNetwork, "did not answer in time"),
    "truncated": Fault(
        packed(lambda sound: replace(sound, body=sound.body[:500])), BadAnswer, "answered with no readable data instead of bars"
    ),
    "shorter than it says": Fault(
        packed(lambda sound: replace(sound, length=len(sound.body) + 10)), NoNetwork, "could not be made, or broke off"
    ),
    "bad gzip": Fault(
        packed(lambda sound: replace(sound, headers={"Content-Encoding": "gzip"})), BadAnswer, "damaged on its way"
    ),
    "unknown symbol": Fault(
        always(error(404, "Not Found", "No data found, symbol may be delisted")), UnknownSymbol, "does not know “9988.HK”"
    ),
    "range not served": Fault(
        always(error(422, "Unprocessable Entity", "1m data not available for startTime=1")), NotServed, "1m data not available"
    ),
    "error without a status": Fault(
        always(error(200, "Internal", "something broke")), BadAnswer, "answered with an error for 9988.HK: something broke"
    ),
    "no results": Fault(changed(drop_result), BadAnswer, "answer for 9988.HK is empty"),
    "no chart": Fault(changed(drop_chart), BadAnswer, "cannot be understood"),
    "another shape": Fault(always(reply([1, 2, 3])), BadAnswer, "cannot be understood"),
    "no zone": Fault(of_meta("exchangeTimezoneName"), BadAnswer, "does not say what it is about"),
    "no symbol": Fault(of_meta("symbol"), BadAnswer, "does not say what it is about"),
    "wrong symbol": Fault(of_meta("symbol", "0700.HK"), BadAnswer, "answered with 0700.HK when asked for 9988.HK"),
    "wrong currency": Fault(of_meta("currency", "USD"), BadAnswer, "in USD, not in HKD"),
    "wrong interval": Fault(of_meta("dataGranularity", "1mo"), BadAnswer, "bars of 1mo when asked for 1d"),
    "no column": Fault(of_result(drop_column), BadAnswer, "lacks its low prices"),
    "short column": Fault(of_result(shorten_column), BadAnswer, "lacks its close prices"),
    "a hundred times all prices": Fault(of_rows(hundredfold), BadAnswer, "do not fit the price it gives"),
    "row without prices": Fault(of_rows(nan_row), refused=("price missing",)),
    "row of negative prices": Fault(of_rows(negative_row), refused=("price not above zero",)),
    "row a hundred times as high": Fault(of_rows(hundredfold_row), refused=("price of another scale",)),
    "row upside down": Fault(of_rows(inverted_row), refused=("high below low",)),
    "rows out of order": Fault(of_result(unsorted_rows)),
    "row of the future": Fault(of_rows(future_row), refused=("time in the future",)),
    "live row besides": Fault(of_rows(live_row)),
}


def split(result: dict[str, Any], factor: float = 2.0, day: int | None = None) -> None:
    """Restate a result as Yahoo does after a split at a time, which it tells of where that is asked for; by default the last."""
    day = result["timestamp"][-1] if day is None else day
    if result["timestamp"][0] <= day <= result["timestamp"][-1]:
        result["events"] = {
            "splits": {str(day): {"date": day, "numerator": factor, "denominator": 1, "splitRatio": f"{factor:g}:1"}}
        }
    quote = result["indicators"]["quote"][0]
    for name in ("open", "high", "low", "close"):
        quote[name] = [value / factor for value in quote[name]]
    for columns in result["indicators"].get("adjclose", []):
        columns["adjclose"] = [value / factor for value in columns["adjclose"]]
    result["meta"]["regularMarketPrice"] /= factor


def dividend(result: dict[str, Any], amount: float = 2.0) -> None:
    """Restate a result as Yahoo does after a dividend of its last day: the adjusted closes before it fall."""
    day = result["timestamp"][-1]
    result["events"] = {"dividends": {str(day): {"date": day, "amount": amount}}}
    for columns in result["indicators"].get("adjclose", []):
        before = copy.copy(columns["adjclose"])
        columns["adjclose"] = [*(value * 0.98 for value in before[:-1]), before[-1]]
