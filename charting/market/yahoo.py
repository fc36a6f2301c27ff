"""Yahoo Finance as a source of bars: delayed, free, and asked only after the user chose it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from msgspec import structs
from msgspec.structs import replace

from charting.core.adjustment import Action, joined_actions
from charting.core.bars import Floats, Times
from charting.core.calendar import Calendar, calendar_for
from charting.core.instrument import Instrument, Kind
from charting.core.interval import DAY, HOUR, MINUTE, Interval
from charting.core.text import enumerated, sentence, translatable
from charting.market.breaker import Breaker
from charting.market.capabilities import Capabilities, Served
from charting.market.instruments import instrument_of
from charting.market.line import MendingLine, Socket
from charting.market.network import Network
from charting.market.provider import BadAnswer, History, Line, LineNews, Match, NotServed, UnknownSymbol
from charting.market.quote import Quote, market_state, quote_of
from charting.market.validate import SCALE, Checked, Rows, check, refused_kinds
from charting.market.yahoo_answer import Meta, NothingTraded
from charting.market.yahoo_client import DEADLINE, Frame, YahooClient

if TYPE_CHECKING:
    import pandas

_CODES = {HOUR: "1h"}
_EVER = datetime(1980, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=1)  # the newest bar bears Yahoo's time, and its clock may be ahead of ours

_MARGIN = timedelta(hours=6)  # the limits are whole days, counted on Yahoo's clock
_MINUTES = timedelta(days=60) - _MARGIN
SERVED = (
    Served(MINUTE, timedelta(days=30) - _MARGIN, timedelta(days=8) - _MARGIN),
    Served(Interval(2, "m"), _MINUTES),
    Served(Interval(5, "m"), _MINUTES),
    Served(Interval(15, "m"), _MINUTES),
    Served(HOUR, timedelta(days=730) - _MARGIN),
    Served(DAY),
)
"""What is asked for. Yahoo's own 30m are made of 15m anyway, and its weeks and months are better made of days."""

DELAY = timedelta(minutes=15)
"""How late prices are: in Hong Kong by the exchange's rule, elsewhere Yahoo does not say."""

_KINDS: dict[str, Kind] = {"EQUITY": "equity", "INDEX": "index", "ETF": "fund", "MUTUALFUND": "fund"}

_LAST_DAYS = timedelta(days=7)
"""How far back symbols with a note are asked for: Yahoo has one to five of their days, and refuses longer ranges."""

MATCHES = 12
"""Instruments that a search asks for."""

_OFTEN = 2
_A_DAY = timedelta(days=1)

_NOTES = {
    "HSTECH.HK": translatable(
        "Yahoo Finance keeps only the last days of the Hang Seng TECH Index; what is seen of it is stored and grows day by "
        "day. For its past open a file, take AKShare's history, or show the fund 3033.HK, which follows it."
    )
}


def capabilities(symbol: str) -> Capabilities:
    """What Yahoo Finance serves of a symbol."""
    note = _NOTES.get(symbol, "")
    served = tuple(Served(each.interval, _LAST_DAYS, each.request) for each in SERVED) if note else SERVED
    return Capabilities(served, DELAY, quotes=True, stream=True, search=True, note=note)


class YahooProvider:
    """Bars of Yahoo Finance, adjusted for splits as it has them, with adjusted closes, dividends and splits beside them.

    Nothing that Yahoo answers is believed unseen: see :mod:`charting.market.yahoo_answer` for answers as a whole and
    :func:`charting.market.validate.check` for rows. A symbol that Yahoo twice did not know is not asked for again for a
    day.

    Parameters
    ----------
    proxy, ca_bundle, deadline, breaker
        See :class:`charting.market.yahoo_client.YahooClient`.
    now
        The present, for tests.
    stream_url
        Another server of live prices than Yahoo's, for tests.
    """

    name = "yahoo"
    online = True
    kept = True

    def __init__(
        self,
        proxy: str | None = None,
        ca_bundle: Path | None = None,
        deadline: float = DEADLINE,
        breaker: Breaker | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        stream_url: str | None = None,
    ) -> None:
        self._proxy = proxy
        self._ca_bundle = ca_bundle
        self._stream_url = stream_url
        self._breaker = breaker or Breaker()
        self._client = YahooClient(proxy, ca_bundle, deadline, self._breaker)
        self._now = now
        self._lock = threading.Lock()
        self._unknown: dict[str, tuple[int, datetime]] = {}

    def capabilities(self, symbol: str) -> Capabilities:
        """:func:`capabilities` of a symbol."""
        return capabilities(symbol)

    def history(self, symbol: str, interval: Interval, since: datetime | None = None) -> History:
        """The bars since a time, or as far back as Yahoo has them."""
        served = capabilities(symbol).intervals
        if interval not in served:
            raise NotServed(
                sentence(
                    "Yahoo Finance is not asked for bars of {interval}. Choose one of {names}.",
                    interval=interval,
                    names=enumerated(list(map(str, served))),
                )
            )
        asked = self._now()
        return _history(symbol, interval, self._answers(symbol, interval, since, asked), asked, since)

    def quote(self, symbol: str) -> Quote:
        """The latest price, out of a request for the last days; what Yahoo asks for quotes elsewhere needs a log-in."""
        asked = self._now()
        since = asked - _LAST_DAYS
        frames = self._answers(symbol, DAY, since, asked)
        found = quote_of(_history(symbol, DAY, frames, asked, since), self.name, capabilities(symbol).delay)
        if found is None:
            raise NothingTraded(sentence("Nothing of {symbol} was traded in the last days.", symbol=symbol))
        return _dated(found, frames[-1].meta)

    def earnings(self, symbol: str) -> tuple[Action, ...]:
        """When a company published its earnings, and will, as far as Yahoo's page of them tells."""
        from charting.market.yahoo_earnings import earnings_of  # which reads a page: nothing else needs that

        return earnings_of(self._client.earnings(symbol), calendar_for(instrument_of(symbol).exchange))

    def search(self, text: str) -> tuple[Match, ...]:
        """Instruments of all markets that fit a code or a name."""
        return self._client.search(text, MATCHES)

    def use_network(self, network: Network) -> None:
        """Make all further connections in another way."""
        self._proxy, self._ca_bundle = network.proxy, network.ca_bundle
        self._client.use(network.proxy, network.ca_bundle)

    def line(self, tell: Callable[[Quote], None], told: Callable[[LineNews], None]) -> Line:
        """A line to Yahoo's server of live prices, through the same proxy and with the same patience."""

        def connect() -> Socket:
            from charting.market.yahoo_socket import YahooSocket  # brings TLS, which nobody needs before

            return YahooSocket(self._proxy, self._ca_bundle, capabilities, self._stream_url)

        return MendingLine(connect, tell, told, self._breaker, "lionrock-stream")

    def close(self) -> None:
        """Make no further request."""
        self._client.close()

    def _answers(self, symbol: str, interval: Interval, since: datetime | None, asked: datetime) -> list[Frame]:
        """What Yahoo answers about a series, oldest first."""
        self._refuse_unknown(symbol)
        note = capabilities(symbol).note
        try:
            frames = self._frames(symbol, interval, since, asked)
        except (UnknownSymbol, NotServed) as error:
            if note and not isinstance(error, NothingTraded):
                raise NotServed(note) from error
            if isinstance(error, UnknownSymbol):
                self._remember_unknown(symbol)
            raise
        with self._lock:
            self._unknown.pop(symbol, None)
        return frames

    def _frames(self, symbol: str, interval: Interval, since: datetime | None, now: datetime) -> list[Frame]:
        """The answers that together reach back to ``since``, oldest first."""
        reach = next(each for each in capabilities(symbol).served if each.interval == interval)
        earliest = _EVER if reach.back is None else now - reach.back
        first = earliest if since is None else max(since, earliest)
        code = _CODES.get(interval, str(interval))
        frames: list[Frame] = []
        end = now + _AHEAD
        while True:
            start = first if reach.request is None else max(first, end - reach.request)
            try:
                frames.insert(0, self._client.history(symbol, code, start, end))
            except NothingTraded:
                if not frames and start <= first:
                    raise
            if start <= first:
                return frames
            end = start

    def _refuse_unknown(self, symbol: str) -> None:
        with self._lock:
            times, at = self._unknown.get(symbol, (0, self._now()))
        if times >= _OFTEN and self._now() - at < _A_DAY:
            raise UnknownSymbol(
                sentence("Yahoo Finance does not know “{symbol}”, and said so twice. It is asked again tomorrow.", symbol=symbol)
            )

    def _remember_unknown(self, symbol: str) -> None:
        with self._lock:
            times, _ = self._unknown.get(symbol, (0, self._now()))
            self._unknown[symbol] = (times + 1, self._now())


def _history(symbol: str, interval: Interval, frames: list[Frame], asked: datetime, since: datetime | None) -> History:
    """Frames as one answer, once their rows have been checked."""
    import pandas

    meta = frames[-1].meta
    instrument = _instrument(symbol, meta)
    table = pandas.concat([frame.table for frame in frames]) if len(frames) > 1 else frames[0].table
    adjusted = not interval.is_intraday and all(frame.meta.adjusted for frame in frames)
    rows = _rows(table, instrument, adjusted=adjusted)
    calendar = calendar_for(instrument.exchange)
    checked = check(rows, interval, calendar, instrument.timezone, asked=asked)
    if not len(checked.bars) and since is None:
        kinds = refused_kinds(checked) or sentence("there were none")
        raise BadAnswer(
            sentence(
                "No bar in Yahoo Finance's answer for {symbol} can be used: {kinds}. Try again later.", symbol=symbol, kinds=kinds
            )
        )
    _check_scale(symbol, checked, meta)
    return History(
        instrument,
        checked.bars,
        asked,
        checked.refused,
        repaired=checked.repaired,
        rows=len(table),
        adjusted=checked.adjusted,
        actions=_actions(table, rows.time, calendar),
    )


def _check_scale(symbol: str, checked: Checked, meta: Meta) -> None:
    """Refuse bars of another unit than the price the answer itself gives for now."""
    price = meta.regular_market_price
    if len(checked.bars) and price is not None and price > 0 and not 1 / SCALE < checked.bars.close[-1] / price < SCALE:
        raise BadAnswer(
            sentence(
                "The bars in Yahoo Finance's answer for {symbol} do not fit the price it gives. Nothing of it was kept.",
                symbol=symbol,
            )
        )


def _dated(quote: Quote, meta: Meta) -> Quote:
    """A quote of daily bars with the price and the time that an answer gives for now, unless the bars are newer."""
    if meta.regular_market_price is None or meta.regular_market_time is None:
        return quote
    time = datetime.fromtimestamp(meta.regular_market_time, UTC)
    volume = meta.regular_market_volume or quote.volume
    if time.date() < quote.time.date():
        return quote
    state = market_state(calendar_for(instrument_of(quote.symbol).exchange), time.timestamp())
    return structs.replace(quote, price=meta.regular_market_price, time=time, volume=volume, state=state)


def _instrument(symbol: str, meta: Meta) -> Instrument:
    """What is known of a symbol, completed by what the answer says; a contradiction makes the answer a bad one."""
    instrument = instrument_of(symbol)
    currency = meta.currency or ""
    if instrument.currency and currency and currency != instrument.currency:
        raise BadAnswer(
            sentence(
                "Yahoo Finance answered for {symbol} in {currency}, not in {usual}. Nothing of it was kept.",
                symbol=symbol,
                currency=currency,
                usual=instrument.currency,
            )
        )
    if instrument.name != symbol:
        return instrument
    kind = _KINDS.get(meta.instrument_type or "", instrument.kind)
    name = meta.long_name or meta.short_name or symbol
    timezone = instrument.timezone if instrument.exchange else meta.exchange_timezone_name
    return replace(instrument, name=name, kind=kind, currency=currency or instrument.currency, timezone=timezone)


def _rows(table: pandas.DataFrame, instrument: Instrument, *, adjusted: bool) -> Rows:
    def column(name: str) -> Floats:
        return np.asarray(table[name], dtype=np.float64)

    volume = column("Volume")
    if instrument.kind == "index":
        # An index has no volume of its own: where Yahoo writes 0, it knows none.
        volume = np.where(volume == 0, np.nan, volume)
    return Rows(
        table.index.tz_convert("UTC").tz_localize(None).to_numpy().astype("datetime64[s]").astype(np.int64),
        column("Open"),
        column("High"),
        column("Low"),
        column("Close"),
        volume,
        np.arange(1, len(table) + 1),
        np.zeros(len(table), dtype=bool),
        column("Adj Close") if adjusted else None,
    )


def _actions(table: pandas.DataFrame, times: Times, calendar: Calendar) -> tuple[Action, ...]:
    """Dividends and splits at the openings of their sessions; those of rows that cannot be used as bars too."""
    opens = calendar.open[np.maximum(calendar.rows_of(times), 0)]
    kinds: tuple[tuple[str, Literal["dividend", "split"]], ...] = (("Dividends", "dividend"), ("Stock Splits", "split"))
    found = []
    for name, kind in kinds:
        if name in table.columns:
            values = np.nan_to_num(table[name].to_numpy(dtype=np.float64))
            found += [Action(int(opens[row]), kind, float(values[row])) for row in np.flatnonzero(values)]
    return joined_actions((), found)
