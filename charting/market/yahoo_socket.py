"""yfinance's WebSocket behind our own hands: its address, its messages and its decoding, without its way of listening."""

from __future__ import annotations

import base64
import binascii
import json
import logging
import math
import os
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.request import getproxies

import numpy as np

from charting.core.calendar import calendar_for
from charting.core.text import sentence
from charting.market.capabilities import Capabilities
from charting.market.duplex import Duplex
from charting.market.instruments import instrument_of
from charting.market.provider import BadAnswer, MarketError, NoNetwork, RateLimited
from charting.market.quote import Quote, market_state
from charting.market.yahoo_answer import retry_after
from charting.market.yahoo_client import quiet_yfinance

OPENING = 8.0
"""Seconds that connecting may take, whatever hangs."""

CLOSING = 0.5
"""Seconds that the other side has to say goodbye."""

GREETING = b"HTTP/1.1 "
"""What every server says first that can become a WebSocket (RFC 6455, section 4.2.2)."""

LARGEST = 65_536
"""Bytes of the longest message; a quote takes some two hundred."""

_MILLISECONDS = 1e11  # times above are counted in thousandths

_UNHEARD = logging.getLogger(f"{__name__}.library")
"""What the library logs are connections that end while it still writes; all of it comes as exceptions too."""
_UNHEARD.setLevel(logging.CRITICAL + 1)


class YahooSocket:
    """A :class:`charting.market.line.Socket`, connected when it is made.

    yfinance's own ``listen`` swallows errors, returns on any drop and waits without a limit, and its ``_connect`` knows
    neither a proxy of ours nor a bundle of certificates. So only its address, subscriptions and message format are used.

    Parameters
    ----------
    proxy, ca_bundle
        See :class:`charting.market.yahoo_client.YahooClient`.
    capabilities
        What is declared of a symbol, for the delay.
    url
        Another server; yfinance's own when None.
    now
        The present, for tests.
    """

    def __init__(
        self,
        proxy: str | None,
        ca_bundle: Path | None,
        capabilities: Callable[[str], Capabilities],
        url: str | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._capabilities = capabilities
        self._now = now
        self._following: frozenset[str] = frozenset()
        self._client = _client_class()(proxy, ca_bundle, url)
        try:
            self._client.open()
        except Exception as error:
            raise _opening_error(error) from error

    def follow(self, symbols: frozenset[str]) -> None:
        """Hear of these and no others."""
        gone = sorted(self._following - symbols)
        try:
            if gone:
                self._client.unsubscribe(gone)
            self._client.subscribe(sorted(symbols))
        except Exception as error:
            raise _broken(error) from error
        self._following = symbols

    def receive(self, timeout: float) -> Quote | None:
        """The next quote, None when none came in time."""
        try:
            message = self._client.next_message(timeout)
        except TimeoutError:
            return None
        except Exception as error:
            raise _broken(error) from error
        return quote_of_message(message, self._capabilities, self._now())

    def ping(self, timeout: float) -> bool:
        """Whether the other side answers a ping."""
        try:
            return bool(self._client.is_answered(timeout))
        except Exception as error:
            raise _broken(error) from error

    def close(self) -> None:
        """Say goodbye, and let go after a moment even if there is no answer."""
        self._client.close()


def quote_of_message(message: str | bytes, capabilities: Callable[[str], Capabilities], now: datetime) -> Quote | None:
    """What a message says; None when it is about no instrument, such as a greeting.

    Prices come as 32 bit floats: the shortest number that has the same 32 bits is the one that was meant.

    Raises
    ------
    ValueError
        If it makes no sense.
    """
    data = _data_of(message)
    if data is None:
        return None
    if not data.id or not data.time:
        raise ValueError("a message without an instrument or a time")

    def number(value: float) -> float:
        return float(str(np.float32(value))) if value else math.nan

    seconds = data.time / 1000 if data.time > _MILLISECONDS else float(data.time)
    try:
        traded = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, OSError, ValueError) as error:
        raise ValueError("a time beyond all clocks") from error
    previous = number(data.previous_close)
    if math.isnan(previous) and data.change:
        previous = round(number(data.price) - number(data.change), 4)
    return Quote(
        symbol=data.id,
        source="yahoo",
        price=float(str(np.float32(data.price))),
        time=traded,
        fetched=now,
        previous=previous,
        volume=float(data.day_volume) if data.day_volume > 0 else math.nan,
        currency=data.currency,
        state=market_state(calendar_for(instrument_of(data.id).exchange), seconds),
        delay=round(capabilities(data.id).delay.total_seconds() / 60),
        streamed=True,
    )


def _data_of(message: str | bytes) -> Any:
    """The fields of a message, None for one that is not about prices."""
    from google.protobuf.message import DecodeError
    from yfinance.pricing_pb2 import PricingData

    try:
        content = json.loads(message)
        if not isinstance(content, dict):
            raise TypeError
        if content.get("type", "pricing") != "pricing":
            return None
        data = PricingData()
        data.ParseFromString(base64.b64decode(content["message"], validate=True))
    except (KeyError, TypeError, UnicodeDecodeError, json.JSONDecodeError, binascii.Error, DecodeError) as error:
        raise ValueError("a message that cannot be read") from error
    return data


def secure_context(ca_bundle: Path | None) -> ssl.SSLContext:
    """Whom to trust: the bundle that is given, else what REQUESTS_CA_BUNDLE names, else the usual certificates.

    Raises
    ------
    OSError
        If the bundle cannot be read.
    """
    named = ca_bundle or os.environ.get("REQUESTS_CA_BUNDLE") or os.environ.get("CURL_CA_BUNDLE")
    if named:
        return ssl.create_default_context(cafile=named)
    context = ssl.create_default_context()
    import certifi  # which yfinance's own requests trust; a packaged application may find no others

    context.load_verify_locations(certifi.where())
    return context


def proxy_for(proxy: str | None) -> str | bool:
    """The proxy that is given; True for what the environment says about this kind of address."""
    if proxy is not None:
        return proxy
    everything = getproxies()
    # ALL_PROXY is honoured by requests, but not by the library for WebSockets.
    return True if {"wss", "https", "socks"} & everything.keys() else everything.get("all", True)


@lru_cache(maxsize=1)
def _connection_class() -> Any:
    """The class of connections, over the library that yfinance uses."""
    from websockets.exceptions import InvalidMessage
    from websockets.sync.client import ClientConnection

    class Connection(ClientConnection):
        """Ends its reading thread when it is closed, even one that waits in TLS for more of a message.

        The library closes the socket and waits for that thread, which a mere close does not wake. It also waits for the end
        of a line that never comes, where a server babbles: here that is known by the first letter that is wrong.
        """

        def __init__(self, sock: Any, protocol: Any, **options: Any) -> None:
            self._begun, self._receive = b"", protocol.receive_data
            protocol.receive_data = self._take
            shared: Any = Duplex(sock) if isinstance(sock, ssl.SSLSocket) else sock
            super().__init__(shared, protocol, **options)
            self.recv_events_thread.name = "lionrock-stream-reader"

        @property
        def babbles(self) -> bool:
            """Whether what came first is no answer of a web server."""
            return not GREETING.startswith(self._begun)

        def handshake(self, *arguments: Any, **options: Any) -> None:
            try:
                super().handshake(*arguments, **options)
            except Exception as error:
                if self.babbles:  # whatever went wrong for that reason: an end, a time, or our own sending
                    raise InvalidMessage("no web server") from error
                raise

        def _take(self, data: bytes) -> None:
            """In the reading thread: pass on what came; after a wrong beginning nothing more is waited for."""
            if len(self._begun) < len(GREETING):
                self._begun += data[: len(GREETING) - len(self._begun)]
                if self.babbles:
                    with suppress(OSError):
                        self.socket.shutdown(socket.SHUT_RDWR)
            self._receive(data)

        def close_socket(self) -> None:
            with suppress(OSError):
                self.socket.shutdown(socket.SHUT_RDWR)
            super().close_socket()

    return Connection


@lru_cache(maxsize=1)
def _client_class() -> Any:
    """The class of yfinance's client with another way to connect and to listen."""
    quiet_yfinance()
    import yfinance
    from websockets.sync.client import connect

    class Client(yfinance.WebSocket):  # type: ignore[misc]
        """Connects through the proxy and with the certificates of the settings, within a time."""

        def __init__(self, proxy: str | None, ca_bundle: Path | None, url: str | None) -> None:
            super().__init__(**({"verbose": False} if url is None else {"verbose": False, "url": url}))
            self._proxy = proxy
            self._ca_bundle = ca_bundle
            self._ws: Any = None

        def _connect(self) -> None:
            if self._ws is not None:
                return
            options: dict[str, Any] = {
                "proxy": proxy_for(self._proxy),
                "open_timeout": OPENING,
                "close_timeout": CLOSING,
                "ping_interval": None,  # pings are ours, when nothing comes
                "max_size": LARGEST,
                "logger": _UNHEARD,
                "create_connection": _connection_class(),
            }
            if self.url.startswith("wss:"):
                options["ssl"] = secure_context(self._ca_bundle)
            self._ws = connect(self.url, **options).__enter__()  # closed by yfinance's own close()

        def open(self) -> None:
            self._connect()

        def is_answered(self, timeout: float) -> bool:
            return bool(self._ws.ping().wait(timeout))

        def next_message(self, timeout: float) -> str | bytes:
            return self._ws.recv(timeout)  # type: ignore[no-any-return]

    return Client


def _opening_error(error: Exception) -> MarketError:
    """Why no connection could be made, told apart by the names of the classes, which come from three libraries."""
    names = {each.__name__ for each in type(error).__mro__}
    if "InvalidStatus" in names:
        response = error.response  # type: ignore[attr-defined]
        if response.status_code == 429:
            return RateLimited(sentence("Yahoo Finance asks for a pause."), retry_after(response.headers.get("Retry-After")))
        return BadAnswer(
            sentence("Yahoo Finance refuses live prices ({status}). They are asked for instead.", status=response.status_code)
        )
    if "SSLCertVerificationError" in names or ("SSLError" in names and getattr(error, "library", None) == "X509"):
        return NoNetwork(
            sentence(
                "The connection for live prices is not trusted: its certificate is not known here. "
                "If your network looks into connections, name its CA bundle in the settings."
            )
        )
    if names & {"ProxyError", "InvalidProxy", "InvalidProxyMessage", "InvalidProxyStatus"}:
        return NoNetwork(sentence("The proxy does not let live prices through. They are asked for instead."))
    if "TimeoutError" in names:
        return NoNetwork(sentence("The source of live prices did not answer in time. They are asked for instead."))
    no_tls = "SSLError" in names and not names & {"SSLEOFError", "SSLZeroReturnError"}  # and no mere end of the connection
    if no_tls or names & {"InvalidHandshake", "InvalidMessage"}:
        return BadAnswer(sentence("The source of live prices did not answer as one. They are asked for instead."))
    return NoNetwork(sentence("The connection for live prices could not be made. They are asked for instead."))


def _broken(error: Exception) -> MarketError:
    """Why a connection broke; where our side ended it, it says why by a code of RFC 6455, section 7.4.1."""
    sent = getattr(error, "sent", None)
    if sent is not None and sent.code in (1002, 1003, 1007, 1009):
        return BadAnswer(sentence("The source of live prices sends what cannot be read. They are asked for instead."))
    return NoNetwork(sentence("The connection for live prices broke off. It is made again."))
