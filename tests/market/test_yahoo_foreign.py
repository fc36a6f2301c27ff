"""Servers and proxies of others: sound answers in other wrappings are read, odd ones are refused with a sentence."""

from __future__ import annotations

import gzip
import json
import socket
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charting.core.interval import DAY, Interval
from charting.market.breaker import Breaker
from charting.market.provider import BadAnswer, MarketError, NoNetwork, RateLimited
from charting.market.yahoo import YahooProvider
from charting.market.yahoo_completion import completed
from tests.fakes.faults import of_result
from tests.fakes.yahoo import Behaviour, FakeYahoo, Reply, Request, chart, price_of, reply

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")

NOW = datetime(2025, 9, 15, 4, 30, tzinfo=UTC)
SINCE = NOW - timedelta(days=6)


def provider_for(server: FakeYahoo, deadline: float = 10.0) -> YahooProvider:
    return YahooProvider(server.proxy, server.ca_bundle, deadline, Breaker(chance=lambda: 0.5), lambda: NOW)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeYahoo]:
    with FakeYahoo(tmp_path, NOW.timestamp) as running:
        yield running


@pytest.fixture
def provider(server: FakeYahoo) -> YahooProvider:
    return provider_for(server)


def wrapped(wrap: Callable[[bytes], Reply]) -> Callable[[Behaviour], Behaviour]:
    return lambda sound: lambda request: wrap(sound(request).body)


def raw(*pieces: bytes) -> Reply:
    return Reply(raw=pieces)


def in_chunks(body: bytes) -> tuple[bytes, ...]:
    parts = [body[start : start + 1000] for start in range(0, len(body), 1000)]
    return (*(b"%x\r\n%s\r\n" % (len(part), part) for part in parts), b"0\r\n\r\n")


JSON = b"Content-Type: application/json\r\n"
WRAPPINGS: dict[str, Callable[[bytes], Reply]] = {
    "HTTP/1.0": lambda body: raw(b"HTTP/1.0 200 OK\r\n" + JSON + b"Content-Length: %d\r\n\r\n" % len(body), body),
    "in chunks": lambda body: raw(b"HTTP/1.1 200 OK\r\n" + JSON + b"Transfer-Encoding: chunked\r\n\r\n", *in_chunks(body)),
    "in chunks, packed": lambda body: raw(
        b"HTTP/1.1 200 OK\r\n" + JSON + b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n",
        *in_chunks(gzip.compress(body)),
    ),
    "packed by gzip": lambda body: Reply(200, gzip.compress(body), {"Content-Encoding": "gzip"}),
    "packed by deflate": lambda body: Reply(200, zlib.compress(body), {"Content-Encoding": "deflate"}),
    "to be closed": lambda body: Reply(200, body, {"Connection": "close"}),
    "in pieces": lambda body: raw(
        b"HTTP/1.1 200 OK\r\n" + JSON + b"Content-Length: %d\r\n\r\n" % len(body),
        *(body[start : start + 97] for start in range(0, len(body), 97)),
    ),
    "as a web page": lambda body: Reply(200, body, {"Content-Type": "text/html"}),
    "without a type": lambda body: Reply(200, body),
    "with small letters in headers": lambda body: raw(b"HTTP/1.1 200 ok\r\ncontent-length: %d\r\n\r\n" % len(body), body),
    "with blanks around": lambda body: Reply(200, b"\n  " + body + b"\n\n"),
    "with cookies": lambda body: Reply(200, body, {"Set-Cookie": "A=1; path=/; Secure"}),
    "after an interim answer": lambda body: raw(
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body), body
    ),
}


@pytest.mark.parametrize("name", WRAPPINGS)
def test_a_sound_answer_is_read_in_any_wrapping(name: str, provider: YahooProvider, server: FakeYahoo) -> None:
    server.behaviour = wrapped(WRAPPINGS[name])(server.sound)
    history = provider.history("9988.HK", DAY, SINCE)
    assert len(history.bars) == 4
    np.testing.assert_allclose(history.bars.close, price_of(history.bars.time))
    assert len(server.requests) == 1
    assert provider.history("0700.HK", DAY, SINCE).refused == ()


def test_an_answer_that_moved_is_followed(provider: YahooProvider, server: FakeYahoo) -> None:
    def behave(request: Request) -> Reply:
        if request.host.startswith("query2"):
            query = "&".join(f"{name}={value}" for name, value in request.options.items())
            return Reply(301, b"", {"Location": f"https://query1.finance.yahoo.com{request.path}?{query}"})
        return server.sound(request)

    server.behaviour = behave
    assert len(provider.history("9988.HK", DAY, SINCE).bars) == 4


PROXIES = {
    "HTTP/1.0": b"HTTP/1.0 200 OK\r\n\r\n",
    "with headers": b"HTTP/1.1 200 OK\r\nVia: 1.1 proxy\r\nProxy-Agent: something\r\n\r\n",
    "without words": b"HTTP/1.1 200 \r\n\r\n",
}


@pytest.mark.parametrize("name", PROXIES)
def test_proxies_may_answer_as_they_like(name: str, tmp_path: Path) -> None:
    with FakeYahoo(tmp_path, NOW.timestamp, connected=PROXIES[name]) as server:
        assert len(provider_for(server).history("9988.HK", DAY, SINCE).bars) == 4


REFUSALS = {
    "wants a password": b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n",
    "forbids it": b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n",
    "knows no way": b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
}


@pytest.mark.parametrize("name", REFUSALS)
def test_a_proxy_that_refuses_is_named(name: str, tmp_path: Path) -> None:
    with FakeYahoo(tmp_path, NOW.timestamp, connected=REFUSALS[name]) as server:
        with pytest.raises(NoNetwork, match="proxy"):
            provider_for(server, 3.0).history("9988.HK", DAY, SINCE)
        assert server.requests == []


def test_a_proxy_that_is_none_is_no_reason_to_stumble(tmp_path: Path) -> None:
    words = b"SSH-2.0-OpenSSH_9.2\r\n\r\n"
    with FakeYahoo(tmp_path, NOW.timestamp, connected=words) as server, pytest.raises(BadAnswer, match="damaged on its way"):
        provider_for(server, 3.0).history("9988.HK", DAY, SINCE)


def can_be_listened_at(address: str) -> bool:
    try:
        socket.create_server((address, 0), family=socket.AF_INET6 if ":" in address else socket.AF_INET).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize("address", [each for each in ("127.0.0.1", "127.0.0.2", "::1") if can_be_listened_at(each)])
def test_a_proxy_at_any_address(address: str, tmp_path: Path) -> None:
    with FakeYahoo(tmp_path, NOW.timestamp, address=address) as server:
        assert len(provider_for(server).history("9988.HK", DAY, SINCE).bars) == 4


def test_a_pause_may_be_told_as_a_date(provider: YahooProvider, server: FakeYahoo) -> None:
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    server.behaviour = lambda request: reply("Too Many Requests", 429, **{"Retry-After": until})
    with pytest.raises(RateLimited) as caught:
        provider.history("9988.HK", DAY, SINCE)
    assert 80 < caught.value.retry_after <= 90


@pytest.mark.parametrize("value", ["soon", "", "-5", "Wed, 99 Foo 2025", "nan", "inf", "1e99"])
def test_a_pause_of_no_length_is_one_of_ours(value: str, provider: YahooProvider, server: FakeYahoo) -> None:
    server.behaviour = lambda request: reply("Too Many Requests", 429, **{"Retry-After": value})
    with pytest.raises(RateLimited, match=r"again in \d+ (seconds|minutes|hours)") as caught:
        provider.history("9988.HK", DAY, SINCE)
    assert 0 < caught.value.retry_after <= 86_400


def test_a_refusal_that_breaks_off_is_one(provider: YahooProvider, server: FakeYahoo) -> None:
    """Headers only, and no goodbye: as servers do that were written in a minute."""
    server.behaviour = lambda request: raw(b"HTTP/1.0 429 Too Many Requests\r\nRetry-After: 120\r\n\r\n")
    with pytest.raises(RateLimited) as caught:
        provider.history("9988.HK", DAY, SINCE)
    assert caught.value.retry_after == 120


def test_terms_that_lead_to_terms_are_told_as_such(provider: YahooProvider, server: FakeYahoo) -> None:
    server.behaviour = lambda request: Reply(302, b"", {"Location": "https://consent.yahoo.com/v2/collectConsent"})
    with pytest.raises(BadAnswer, match="wants its terms accepted first"):
        provider.history("9988.HK", DAY, SINCE)
    assert len(server.requests) <= 5


def test_an_address_that_leads_to_itself_is_given_up(provider: YahooProvider, server: FakeYahoo) -> None:
    server.behaviour = lambda request: Reply(302, b"", {"Location": f"https://{request.host}{request.path}"})
    with pytest.raises(BadAnswer, match="damaged on its way"):
        provider.history("9988.HK", DAY, SINCE)
    assert len(server.requests) <= 5


# Answers of another content


def without(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda result: result["meta"].pop(name, None)


def with_null(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda result: result["meta"].update({name: None})


def with_events(events: object) -> Callable[[dict[str, Any]], None]:
    return lambda result: result.update(events=events)


def with_adjusted(columns: object) -> Callable[[dict[str, Any]], None]:
    return lambda result: result["indicators"].update(adjclose=columns)


NEEDED = ("symbol", "exchangeTimezoneName")
"""What an answer must say of itself; without the others it can be checked by its bars."""

META = tuple(chart(Request("", "/x/9988.HK", {"interval": "5m", "period1": "1757900000", "period2": "1757910000"}), now=1.76e9)[
    "chart"
]["result"][0]["meta"])  # fmt: skip
ODDITIES: dict[str, Callable[[dict[str, Any]], None]] = {
    **{f"no {name}": without(name) for name in META if name not in NEEDED},
    **{f"{name} of null": with_null(name) for name in META if name not in NEEDED},
    "no trading periods in a list": lambda result: result["meta"].update(tradingPeriods=[]),
    "events of null": with_events(None),
    "events of another shape": with_events([1]),
    "dividends of null": with_events({"dividends": None, "splits": {}}),
    "an event without a date": with_events({"dividends": {"1": {"amount": 1.0}}, "splits": {"1": {"numerator": 2}}}),
    "a split by nothing": with_events({"splits": {"1": {"date": 1757900000, "numerator": 2, "denominator": 0}}}),
    "adjusted closes of null": with_adjusted(None),
    "no adjusted closes": with_adjusted([]),
    "few adjusted closes": with_adjusted([{"adjclose": [1.0]}]),
    "something new": lambda result: result.update(new={"a": [1]}, meta={**result["meta"], "new": [None]}),
    "times with a point": lambda result: result.update(timestamp=[float(time) for time in result["timestamp"]]),
    "no volumes": lambda result: result["indicators"]["quote"][0].update(volume=[None] * len(result["timestamp"])),
}


@pytest.mark.parametrize(
    ("name", "interval"),
    [*((name, DAY) for name in ODDITIES), *((name, Interval(5, "m")) for name in ODDITIES if "of null" not in name)],
    ids=str,
)
def test_what_yfinance_would_stumble_over_is_completed(
    name: str, interval: Interval, provider: YahooProvider, server: FakeYahoo
) -> None:
    expected = provider.history("9988.HK", interval, SINCE)
    server.behaviour = of_result(ODDITIES[name])(server.sound)
    history = provider.history("9988.HK", interval, SINCE)
    np.testing.assert_array_equal(history.bars.time, expected.bars.time)
    np.testing.assert_array_equal(history.bars.close, expected.bars.close)
    assert history.actions == ()
    if "adjusted" in name:
        assert history.adjusted is None


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("spoil", [without, with_null])
def test_what_an_answer_must_say_of_itself(
    name: str, spoil: Callable[[str], Callable[[dict[str, Any]], None]], provider: YahooProvider, server: FakeYahoo
) -> None:
    server.behaviour = of_result(spoil(name))(server.sound)
    with pytest.raises(BadAnswer, match="does not say what it is about"):
        provider.history("9988.HK", DAY, SINCE)


WRONG: dict[str, Callable[[dict[str, Any]], None]] = {
    "a zone that is none": lambda result: result["meta"].update(exchangeTimezoneName="Mars/Olympus"),
    "times as texts": lambda result: result.update(timestamp=[str(time) for time in result["timestamp"]]),
    "prices as words": lambda result: result["indicators"]["quote"][0].update(close=["x"] * len(result["timestamp"])),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_refused_with_a_sentence(name: str, provider: YahooProvider, server: FakeYahoo) -> None:
    server.behaviour = of_result(WRONG[name])(server.sound)
    with pytest.raises(BadAnswer) as caught:
        provider.history("9988.HK", DAY, SINCE)
    assert str(caught.value).endswith(".")


def test_bars_that_do_not_say_what_they_are_must_be_as_far_apart_as_asked_for(provider: YahooProvider, server: FakeYahoo) -> None:
    def minutes(request: Request) -> Reply:
        content = json.loads(server.sound(Request(request.host, request.path, {**request.options, "interval": "5m"})).body)
        del content["chart"]["result"][0]["meta"]["dataGranularity"]
        return reply(content)

    server.behaviour = minutes
    assert len(provider.history("9988.HK", Interval(5, "m"), SINCE).bars)
    with pytest.raises(BadAnswer, match="300 seconds apart when asked for 1d"):
        provider.history("9988.HK", DAY, SINCE)


def test_an_answer_without_adjusted_closes_costs_no_stored_ones(server: FakeYahoo, tmp_path: Path) -> None:
    import threading

    from charting.market.feed import Feed
    from charting.market.provider import SeriesKey
    from charting.market.store import Store

    clock = [NOW]
    provider = YahooProvider(server.proxy, server.ca_bundle, 10.0, now=lambda: clock[0])
    feed = Feed(Store(tmp_path / "bars.sqlite"), {"yahoo": provider}, allow_network=lambda: True, now=lambda: clock[0])
    key, heard, errors = SeriesKey("yahoo", "9988.HK", DAY), threading.Semaphore(0), []
    feed.arrived.connect(lambda key, history: heard.release())
    feed.failed.connect(lambda key, error: (errors.append(str(error)), heard.release()))
    feed.request(key.source, key.symbol, key.interval)
    assert heard.acquire(timeout=20)
    clock[0] += timedelta(days=1)
    server.behaviour = of_result(with_adjusted([]))(server.sound)
    feed.request(key.source, key.symbol, key.interval)
    assert heard.acquire(timeout=20)
    assert heard.acquire(timeout=20)
    assert ["lacks the adjusted closes" in error for error in errors] == [True]
    kept = feed.store.read(key)
    assert kept is not None
    assert kept.adjusted is not None
    assert np.isfinite(kept.adjusted).all()
    feed.close()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
PLACES = (
    ("meta",), ("timestamp",), ("indicators",), ("events",), ("indicators", "quote"), ("indicators", "adjclose"),
    *(("meta", name) for name in META),
)  # fmt: skip


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(PLACES), value=VALUES)
def test_whatever_stands_anywhere_there_are_bars_or_a_sentence(
    place: tuple[str, ...], value: object, server: FakeYahoo, provider: YahooProvider
) -> None:
    def spoil(result: dict[str, Any]) -> None:
        inner = result
        for name in place[:-1]:
            inner = inner[name]
        inner[place[-1]] = value

    server.behaviour = of_result(spoil)(server.sound)
    try:
        history = provider.history("9988.HK", DAY, SINCE)
    except MarketError as error:
        assert str(error).endswith(".")  # noqa: PT017 - either is right
    else:
        assert (np.diff(history.bars.time) > 0).all()


@given(VALUES)
def test_what_is_no_answer_with_bars_stays_as_it_is(value: object) -> None:
    assert completed(json.dumps(value).encode()) is None
    assert completed(json.dumps({"chart": value}).encode()) is None
    assert completed(b"<html>") is None
