"""yfinance behind one guard: deadlines, pauses, no hidden errors, no caches of its own, one request a call."""

from __future__ import annotations

import logging
import threading
import time
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from charting.core.text import sentence
from charting.market.breaker import Breaker, Pace
from charting.market.instruments import instrument_of
from charting.market.provider import BadAnswer, MarketError, Match, NoNetwork, RateLimited
from charting.market.yahoo_answer import Meta, Question, examine, examine_matches, is_consent
from charting.market.yahoo_completion import completed

if TYPE_CHECKING:
    import pandas

    from charting.market.yahoo_earnings import Published

logger = logging.getLogger(__name__)

DEADLINE = 12.0
"""Seconds after which a call is over, whatever hangs."""

BURST, RATE = 40, 2.0
"""Requests that may follow each other at once, and those a second afterwards."""


_BAD_BUNDLE, _IN_CIRCLES, _BROKEN_OFF = 77, 47, (18, 56)
"""libcurl's numbers for a file of certificates that cannot be read, too many redirections, and a body that breaks off."""

_REFUSALS = 400
"""The least status of a reply that refuses."""

_REDIRECTIONS = 4
"""How often one request may be sent on to another address."""


class Frame(Struct, frozen=True):
    """A table of yfinance's as it is, and what the answer said about the instrument."""

    table: pandas.DataFrame
    meta: Meta


class YahooClient:
    """Asks Yahoo Finance for histories. Every call may take until its deadline: make it from a worker.

    Parameters
    ----------
    proxy
        Address of a proxy (``http://host:port``, ``socks5://...``); when None, HTTPS_PROXY counts.
    ca_bundle
        File of certificates to trust; when None, REQUESTS_CA_BUNDLE and the usual ones count.
    deadline
        Seconds that a call may take.
    """

    def __init__(
        self,
        proxy: str | None = None,
        ca_bundle: Path | None = None,
        deadline: float = DEADLINE,
        breaker: Breaker | None = None,
    ) -> None:
        self._proxy = proxy
        self._ca_bundle = ca_bundle
        self._deadline = deadline
        self._breaker = breaker or Breaker()
        self._pace = Pace(BURST, RATE)
        self._local = threading.local()
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._session: Any = None

    def history(self, symbol: str, interval: str, start: datetime, end: datetime) -> Frame:
        """Raw bars with adjusted closes, dividends and splits, from ``start`` up to ``end`` (aware).

        Raises
        ------
        MarketError
            One of its kinds; see :func:`charting.market.yahoo_answer.examine` for those about the answer.
        """
        session = self._begin(partial(examine, Question(symbol, interval)))
        ticker = quiet_yfinance().Ticker(symbol, session=session)
        try:
            table = ticker.history(
                start=start,
                end=end,
                interval=interval,
                auto_adjust=False,
                actions=True,
                repair=False,
                prepost=True,
                timeout=self._deadline,
            )
        except MarketError:
            raise
        except Exception as error:  # yfinance lets through whatever its reading of an answer raises
            logger.info("yfinance failed over %s", symbol, exc_info=True)
            raise BadAnswer(
                sentence("Yahoo Finance's answer for {symbol} cannot be understood. Try again later.", symbol=symbol)
            ) from error
        meta: Meta | None = self._local.answer
        if meta is None:
            raise BadAnswer(sentence("Yahoo Finance was not asked for {symbol}: yfinance answered by itself.", symbol=symbol))
        return Frame(table, meta)

    def search(self, text: str, limit: int) -> tuple[Match, ...]:
        """Instruments that fit a text, the best first.

        Raises
        ------
        MarketError
            One of its kinds; see :func:`charting.market.yahoo_answer.examine_matches`.
        """
        session = self._begin(partial(examine_matches, text))
        # Some good answers without matches yfinance does not expect; what matters has been read before it stumbles.
        with suppress(TypeError, AttributeError):
            quiet_yfinance().Search(
                text, max_results=limit, news_count=0, lists_count=0, recommended=0, include_cb=False,
                session=session, timeout=self._deadline,
            )  # fmt: skip
        found: tuple[Match, ...] | None = self._local.answer
        if found is None:
            raise BadAnswer(sentence("Yahoo Finance was not asked: yfinance answered by itself."))
        return found

    def earnings(self, symbol: str) -> tuple[Published, ...]:
        """When a company published its earnings, and will.

        Raises
        ------
        MarketError
            One of its kinds; see :func:`charting.market.yahoo_earnings.examine_earnings`.
        """
        from charting.market.yahoo_earnings import MOST, examine_earnings

        session = self._begin(partial(examine_earnings, symbol))
        try:
            quiet_yfinance().Ticker(symbol, session=session).get_earnings_dates(limit=MOST)
        except MarketError:
            raise
        except Exception as error:  # noqa: BLE001
            # What matters has been read before; what yfinance makes of the page depends on zones that pandas knows.
            logger.debug("yfinance could not read the earnings of %s: %s", symbol, error)
        found: tuple[Published, ...] | None = self._local.answer
        if found is None:
            raise BadAnswer("Yahoo Finance was not asked: yfinance answered by itself.")
        return found

    def use(self, proxy: str | None, ca_bundle: Path | None) -> None:
        """Make all further requests through another proxy, and with other certificates."""
        with self._lock:
            if (proxy, ca_bundle) != (self._proxy, self._ca_bundle):
                self._proxy, self._ca_bundle, self._session = proxy, ca_bundle, None

    def close(self) -> None:
        """Let no further request out; those under way end at their deadline."""
        self._closed.set()

    def _begin(self, examine: Callable[[int, Mapping[str, str], bytes, str], object]) -> Any:
        """A session for one question; ``examine`` looks at what is answered, before yfinance does."""
        pause = self._breaker.remaining
        if pause > 0:
            raise RateLimited(_pause_sentence(pause), pause)
        self._local.until = None
        self._local.examine = examine
        self._local.answer = None
        return self._prepared_session()

    def _prepared_session(self) -> Any:
        with self._lock:
            if self._session is None:
                session = _session_class()(self._send)
                if self._proxy is not None:
                    session.proxies = {"http": self._proxy, "https": self._proxy}
                if self._ca_bundle is not None:
                    session.verify = str(self._ca_bundle)
                self._session = session
            return self._session

    def _send(self, request: Callable[[float], Any]) -> Any:
        """Make one request: wait for its turn, keep to the deadline, and look at the reply before yfinance does."""
        self._wait()
        if self._local.until is None:
            self._local.until = time.monotonic() + self._deadline
        remaining = self._local.until - time.monotonic()
        if remaining <= 0:
            raise NoNetwork(sentence("Yahoo Finance did not answer in time. Check the connection, or try again later."))
        try:
            response = request(remaining)
        except OSError as error:
            response = _refusal_before(error)
            if response is None:
                raise _network_error(error) from error
        except ValueError as error:  # headers that are none
            raise BadAnswer(sentence("Yahoo Finance's answer was damaged on its way. Try again later.")) from error
        headers = {name.lower(): value for name, value in response.headers.items()}
        try:
            self._local.answer = self._local.examine(response.status_code, headers, response.content, response.url)
        except RateLimited as refusal:
            pause = self._breaker.trip(refusal.retry_after or None)
            raise RateLimited(_pause_sentence(pause), pause) from refusal
        self._breaker.succeed()
        complete = completed(response.content)
        if complete is not None:
            setattr(response, "content" if "content" in vars(response) else "_content", complete)
        return response

    def _wait(self) -> None:
        if self._closed.wait(self._pace.take()):
            raise NoNetwork(sentence("Lionrock is being closed."))


def _refusal_before(error: OSError) -> Any:
    """The refusal that was heard before a connection broke off or went round in circles; None where none was.

    Some servers close the connection after the headers of a refusal, or send from one page of terms to the next.
    """
    response, code = getattr(error, "response", None), getattr(error, "code", None)
    status, address = getattr(response, "status_code", 0), getattr(response, "url", "") or ""
    is_refusal = status >= _REFUSALS and code in _BROKEN_OFF and "CONNECT" not in str(error)
    return response if is_refusal or (code == _IN_CIRCLES and is_consent(address)) else None


def _pause_sentence(seconds: float) -> str:
    if seconds > 2 * 3600:
        span = sentence("{count} hours", count=round(seconds / 3600))
    elif seconds >= 90:
        span = sentence("{count} minutes", count=round(seconds / 60))
    else:
        span = sentence("{count} seconds", count=max(round(seconds), 1))
    return sentence(
        "Yahoo Finance asks for a pause: too many requests came from here. It can be asked again in {span}.", span=span
    )


def _network_error(error: OSError) -> NoNetwork | BadAnswer:
    """An error of the connection in words; told apart by the names of the classes, as there are two libraries of them."""
    names = {each.__name__ for each in type(error).__mro__}
    if getattr(error, "code", None) == _BAD_BUNDLE or "CA certificate bundle" in str(error):
        return NoNetwork(
            sentence(
                "The file of certificates to trust cannot be read. "
                "Choose another one in the settings, or correct REQUESTS_CA_BUNDLE."
            )
        )
    if names & {"SSLError", "CertificateVerifyError"}:
        return NoNetwork(
            sentence(
                "The connection to Yahoo Finance is not trusted: its certificate is not known here. "
                "If your network looks into connections, name its CA bundle in the settings."
            )
        )
    if names & {"ProxyError", "InvalidProxyURL"} or "CONNECT tunnel failed" in str(error):
        return NoNetwork(
            sentence("The proxy does not let connections to Yahoo Finance through. Check the proxy in the settings.")
        )
    if "over proxy" in str(error):
        return NoNetwork(sentence("The proxy cannot be reached. Check it in the settings, or HTTPS_PROXY; or try again later."))
    if names & {"Timeout", "TimeoutError"}:
        return NoNetwork(sentence("Yahoo Finance did not answer in time. Check the connection, or try again later."))
    if names & {"HTTPError", "ChunkedEncodingError", "ContentDecodingError", "TooManyRedirects"}:
        return BadAnswer(sentence("Yahoo Finance's answer was damaged on its way. Try again later."))
    return NoNetwork(
        sentence("The connection to Yahoo Finance could not be made, or broke off. Check the network, or try again later.")
    )


def _no_crumb(*_arguments: object, **_options: object) -> tuple[None, str]:
    return None, "basic"


class _Zones:
    """Time zones of symbols for yfinance, which needs one to read times without a zone; it is given none of those."""

    def lookup(self, symbol: str) -> str:
        return instrument_of(symbol).timezone

    def store(self, symbol: str, zone: str) -> None:
        """Nothing is kept."""


@lru_cache(maxsize=1)
def quiet_yfinance() -> Any:
    """yfinance, loaded when first needed (it takes more than a second) and freed of what hides errors.

    - Errors are raised, instead of empty tables and a log line "possibly delisted".
    - Its ``lru_cache`` would keep failed answers as long as the process lives: nothing is cached.
    - Cookie and crumb cost two to three requests with half a minute's patience each, and charts need neither.
    - Its SQLite caches raise on every call when damaged: one is replaced by its own dummy, and that of time zones, for
      which yfinance would make a request of its own, by what is known of instruments.
    """
    import yfinance
    from yfinance import cache
    from yfinance.data import YfData

    yfinance.config.debug.hide_exceptions = False
    yfinance.config.network.retries = 0
    logging.getLogger("yfinance").setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module="yfinance")  # what it should write differently is its authors' affair
    YfData.cache_get = YfData.get
    YfData._get_cookie_and_crumb = _no_crumb
    cache._TzCacheManager._tz_cache = _Zones()
    cache._CookieCacheManager._Cookie_cache = cache._CookieCacheDummy()
    return yfinance


@lru_cache(maxsize=1)
def _session_class() -> Any:
    """The class of guarded sessions, over the library that yfinance uses here."""
    quiet_yfinance()
    from yfinance import _http

    class GuardedSession(_http.requests.Session):  # type: ignore[misc]
        """Hands every request to a client's guard, together with the one way of really making it."""

        def __init__(self, send: Callable[[Callable[[float], Any]], Any]) -> None:
            super().__init__(**({"impersonate": "chrome"} if _http.HAS_CURL_CFFI else {}))
            self._send = send
            self.max_redirects = _REDIRECTIONS

        def request(self, method: str, url: str, **options: Any) -> Any:
            make = super().request
            return self._send(lambda timeout: make(method, url, **{**options, "timeout": timeout}))

    return GuardedSession
