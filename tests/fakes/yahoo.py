"""A Yahoo Finance on this machine: the real client reaches it through a proxy, and it misbehaves as told."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

import numpy as np
from msgspec import Struct, field

from charting.core.calendar import calendar_for
from charting.core.interval import Interval
from tests.fakes.certificate import write_certificate
from tests.fakes.streamer import Streamer

BEGINNING = 1_704_067_200
"""UTC seconds of 2024-01-01, before which this market has no past: answers stay small."""

HOSTS = (
    "finance.yahoo.com",
    "query1.finance.yahoo.com",
    "query2.finance.yahoo.com",
    "streamer.finance.yahoo.com",
    "fc.yahoo.com",
    "guce.yahoo.com",
    "consent.yahoo.com",
)


class Request(Struct, frozen=True):
    """What was asked for, once it has been taken out of its wrapping."""

    host: str
    path: str
    options: dict[str, str]

    @property
    def symbol(self) -> str:
        return unquote(self.path.rsplit("/", 1)[1])

    @property
    def interval(self) -> str:
        return self.options["interval"]


class Reply(Struct, frozen=True):
    """An answer as it goes out, and what happens instead or afterwards.

    ``length`` overrides the Content-Length. ``hang`` says where the server stops for good: before the headers or in the
    body; ``reset`` and ``close`` end the connection without an answer. ``raw`` is sent as it is, in pieces, instead of
    everything else, and the connection closed.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    length: int | None = None
    hang: str = ""
    reset: bool = False
    close: bool = False
    raw: tuple[bytes, ...] = ()


Behaviour = Callable[[Request], Reply]


def reply(content: Any, status: int = 200, **headers: str) -> Reply:
    """JSON, or a text as it is."""
    if isinstance(content, str):
        return Reply(status, content.encode(), {"Content-Type": "text/html", **headers})
    return Reply(status, json.dumps(content).encode(), {"Content-Type": "application/json", **headers})


def error(status: int, code: str, description: str) -> Reply:
    """An error as Yahoo explains it."""
    return reply({"chart": {"result": None, "error": {"code": code, "description": description}}}, status)


def price_of(times: Any) -> Any:
    """The price at a time: it rises from around 100 by a few a year, so that each tells its time."""
    return np.round(100 + (np.asarray(times) - 1.7e9) / 1e7, 3)


def chart(request: Request, *, now: float, scale: float = 1.0) -> dict[str, Any]:
    """A sound answer for whatever stretch of time is asked for, up to ``now``."""
    interval = Interval.parse(request.interval)
    first, last = int(request.options["period1"]), min(int(request.options["period2"]), int(now))
    times = calendar_for("XHKG").stamps(interval, max(first, BEGINNING), last)
    closes = price_of(times) * scale
    quote = {
        "open": (closes - 0.1 * scale).tolist(),
        "high": (closes + 0.5 * scale).tolist(),
        "low": (closes - 0.5 * scale).tolist(),
        "close": closes.tolist(),
        "volume": (1000 + times % 1000).tolist(),
    }
    meta = {
        "symbol": request.symbol,
        "currency": "HKD",
        "exchangeName": "HKG",
        "instrumentType": "INDEX" if request.symbol.startswith("^") else "EQUITY",
        "exchangeTimezoneName": "Asia/Hong_Kong",
        "timezone": "HKT",
        "gmtoffset": 28_800,
        "regularMarketPrice": float(price_of(last)),
        "regularMarketTime": last,
        "priceHint": 3,
        "dataGranularity": request.interval,
        "range": "",
        "validRanges": ["1d", "5d", "1mo", "3mo", "6mo", "1y", "2y", "5y", "10y", "ytd", "max"],
        "currentTradingPeriod": {name: _period(last) for name in ("pre", "regular", "post")},
    }
    indicators: dict[str, Any] = {"quote": [quote]}
    if interval.is_intraday:
        meta["tradingPeriods"] = {name: [[_period(last)]] for name in ("pre", "regular", "post")}
    else:
        indicators["adjclose"] = [{"adjclose": (closes * 0.95).tolist()}]
    result: dict[str, Any] = {"meta": meta, "indicators": indicators}
    if len(times):
        result["timestamp"] = times.tolist()
    else:
        result["indicators"] = {"quote": [{}], "adjclose": [{}]}
    return {"chart": {"result": [result], "error": None}}


LISTED = (
    ("9988.HK", "BABA-W", "Alibaba Group Holding Limited", "Hong Kong", "EQUITY"),
    ("BABA", "Alibaba Group Holding Limited", "Alibaba Group Holding Limited", "NYSE", "EQUITY"),
    ("AAPL", "Apple Inc.", "Apple Inc.", "NASDAQ", "EQUITY"),
    ("2800.HK", "TRACKER FUND", "", "Hong Kong", "ETF"),
    ("GC=F", "Gold Dec 26", "", "COMEX", "FUTURE"),
)


def matches(request: Request) -> dict[str, Any]:
    """A sound answer to a search: what bears the text in its symbol or name, and a company that is not listed."""
    wanted = request.options["q"].casefold()
    quotes: list[dict[str, Any]] = [{"index": "companies", "name": "Not listed", "permalink": "not-listed"}]
    for symbol, short, long, exchange, kind in LISTED:
        if any(wanted in each.casefold() for each in (symbol, short, long)):
            quote = {"symbol": symbol, "shortname": short, "exchDisp": exchange, "quoteType": kind, "isYahooFinance": True}
            quotes.append({**quote, "longname": long} if long else quote)
    return {"count": len(quotes), "quotes": quotes[: int(request.options["quotesCount"]) + 1], "news": []}


def _period(near: int) -> dict[str, Any]:
    return {"timezone": "HKT", "start": near - 3600, "end": near + 3600, "gmtoffset": 28_800}


class FakeYahoo:
    """A proxy that answers for Yahoo's hosts itself, with a certificate of its own.

    Attributes
    ----------
    behaviour
        Decides every reply; a sound answer until a test says otherwise.
    requests
        All requests so far.
    stream
        The server of live prices among its hosts.
    proxy, ca_bundle
        How the real client gets here.

    Parameters
    ----------
    address, connected
        Where it listens, and what it says to a wish for a connection; other proxies do it otherwise.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], float] = time.time,
        *,
        address: str = "127.0.0.1",
        connected: bytes = b"HTTP/1.1 200 Connection established\r\n\r\n",
    ) -> None:
        certificate, key = write_certificate(folder, *HOSTS)
        self._tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._tls.load_cert_chain(certificate, key)
        self._now = now
        self._ended = threading.Event()
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        self._listener = socket.create_server((address, 0), family=family)
        self._connected = connected
        self._connections: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self.ca_bundle = certificate
        host = f"[{address}]" if ":" in address else address
        self.proxy = f"http://{host}:{self._listener.getsockname()[1]}"
        self.requests: list[Request] = []
        self.stream = Streamer(now, self._ended)
        self.behaviour: Behaviour = self.sound

    def sound(self, request: Request) -> Reply:
        """The bars that were asked for."""
        if request.path == "/v1/finance/search":
            return reply(matches(request))
        if not request.path.startswith("/v8/finance/chart/"):
            return reply("nothing here", 404)
        return reply(chart(request, now=self._now()))

    def __enter__(self) -> Self:
        self._spawn(self._accept)
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in tuple(self._connections):
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)

    def _spawn(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, name="fake-yahoo", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self._ended.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._spawn(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        self._connections.add(connection)
        try:
            with contextlib.suppress(OSError, EOFError), connection:
                host = _head(connection)[0].split(" ")[1].split(":")[0]
                connection.sendall(self._connected)
                with self._tls.wrap_socket(connection, server_side=True) as inside:
                    self._connections.add(inside)
                    while self._answer(inside, host):
                        pass
                    self._connections.discard(inside)
        finally:
            self._connections.discard(connection)

    def _answer(self, connection: ssl.SSLSocket, host: str) -> bool:
        """Answer one request; whether the connection can take another."""
        head = _head(connection)
        if any(line.lower() == "upgrade: websocket" for line in head):
            self.stream.serve(connection, head)
            return False
        target = urlsplit(head[0].split(" ")[1])
        options = {name: values[0] for name, values in parse_qs(target.query).items()}
        request = Request(host, target.path, options)
        self.requests.append(request)
        answer = self.behaviour(request)
        if answer.hang == "headers":
            self._ended.wait()
        if answer.reset:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if answer.hang == "headers" or answer.reset or answer.close:
            return False
        if answer.raw:
            for piece in answer.raw:
                connection.sendall(piece)
            return False
        length = len(answer.body) if answer.length is None else answer.length
        headers = {"Content-Length": str(length), **answer.headers}
        lines = [f"HTTP/1.1 {answer.status} Something", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
        connection.sendall("\r\n".join(lines).encode())
        if answer.hang == "body":
            for byte in answer.body:
                connection.sendall(bytes((byte,)))
                if self._ended.wait(0.1):
                    return False
        connection.sendall(answer.body)
        return length == len(answer.body)


def _head(connection: socket.socket) -> list[str]:
    """The lines of a request up to the blank one."""
    data = b""
    while not data.endswith(b"\r\n\r\n"):
        part = connection.recv(1)
        if not part:
            raise EOFError
        data += part
    return data.decode().split("\r\n")


@contextlib.contextmanager
def fake_yahoo(folder: Path, now: Callable[[], float] = time.time) -> Iterator[FakeYahoo]:
    """A server that runs for as long as the context lasts."""
    with FakeYahoo(folder, now) as server:
        yield server
