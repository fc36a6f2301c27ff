"""AKShare as a source: the history of Hong Kong's indices that Yahoo Finance keeps only days of. An optional extra."""

from __future__ import annotations

import importlib
import importlib.util
import os
import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import numpy as np

from charting.core.bars import Floats
from charting.core.calendar import calendar_for
from charting.core.interval import DAY, Interval
from charting.core.text import Sentence, enumerated, sentence, translatable
from charting.market.capabilities import Capabilities, Served
from charting.market.instruments import instrument_of
from charting.market.network import Network
from charting.market.provider import BadAnswer, History, MarketError, NoNetwork, NotServed
from charting.market.stamps import parse_times
from charting.market.validate import Rows, check

DEADLINE = 30.0
"""Seconds after which a call is over, whatever hangs: AKShare itself knows no deadline."""

INDICES = {"HSTECH.HK": "HSTECH", "^HSI": "HSI", "^HSCE": "HSCEI"}
"""What AKShare calls the indices it has the history of."""

INSTALL = translatable(
    "AKShare has the history of this index, and is not installed. "
    'Install it with pip install "lionrock[akshare]" and start Lionrock again.'
)

_SOURCES = ("stock_hk_index_daily_sina", "stock_hk_index_daily_em")
"""AKShare's functions for it: of Sina, and of Eastmoney where Sina fails. Both take the index and give a table with dates."""

_VARIABLES = ("HTTPS_PROXY", "HTTP_PROXY", "REQUESTS_CA_BUNDLE")


def is_installed() -> bool:
    """Whether AKShare can be imported; looked up without importing it, which takes seconds."""
    return importlib.util.find_spec("akshare") is not None


class AkshareProvider:
    """Daily bars of Hong Kong's indices.

    AKShare fetches pages of others and has no deadlines: every call runs in a thread of its own, which is left behind when
    it takes too long. No second one is begun before it has ended: who asks meanwhile waits, but not for one that was left behind.

    Parameters
    ----------
    load
        Gives the library; for tests.
    deadline
        Seconds that a call may take.
    now
        The present, for tests.
    """

    name = "akshare"
    online = True
    kept = True

    def __init__(
        self,
        load: Callable[[], Any] | None = None,
        deadline: float = DEADLINE,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._load = load
        self._deadline = deadline
        self._now = now
        self._network = Network()
        self._turn = threading.Lock()
        self._hung: threading.Thread | None = None

    def capabilities(self, symbol: str) -> Capabilities:
        """Days of :data:`INDICES`, known the evening after; nothing of anything else."""
        return Capabilities((Served(DAY),) if symbol in INDICES else (), timedelta(days=1))

    def use_network(self, network: Network) -> None:
        """Make all further connections in another way."""
        self._network = network

    def history(self, symbol: str, interval: Interval, since: datetime | None = None) -> History:
        """All days of an index, or those since a time."""
        if symbol not in INDICES or interval != DAY:
            raise NotServed(
                sentence(
                    "AKShare has days of {names} only. Choose one of them, or another source.", names=enumerated(tuple(INDICES))
                )
            )
        if self._load is None and not is_installed():
            raise NotServed(INSTALL)
        asked = self._now()
        table = self._within_deadline(partial(self._fetch, INDICES[symbol]))
        return _history(symbol, table, asked, since)

    def _fetch(self, index: str) -> Any:
        """AKShare's table of an index, from the first of its sources that gives one; called in a thread of its own."""
        library = (self._load or partial(importlib.import_module, "akshare"))()
        problem: Exception = AttributeError(index)
        with _environment(self._network):
            for name in _SOURCES:
                try:
                    table = getattr(library, name)(symbol=index)
                except Exception as error:  # noqa: BLE001 - AKShare lets through whatever its parsers raise
                    problem = error
                else:
                    if table is not None and len(table):
                        return table
        raise problem

    def _within_deadline(self, work: Callable[[], Any]) -> Any:
        answers: queue.SimpleQueue[Any] = queue.SimpleQueue()

        def run() -> None:
            try:
                answers.put(work())
            except Exception as error:  # noqa: BLE001 - handed over, not swallowed
                answers.put(error)

        with self._turn:
            if self._hung is not None and self._hung.is_alive():
                raise NoNetwork(sentence("AKShare still waits for an answer to the request before. Try again later."))
            thread = threading.Thread(target=run, name="lionrock-akshare", daemon=True)
            thread.start()
            try:
                answer = answers.get(timeout=self._deadline)
            except queue.Empty:
                self._hung = thread
                raise NoNetwork(sentence("AKShare did not answer in time. Check the connection, or try again later.")) from None
        if isinstance(answer, Exception):
            raise _problem(answer) from answer
        return answer


def _problem(error: Exception) -> MarketError:
    if isinstance(error, MarketError):
        return error
    if isinstance(error, OSError):  # all that requests raises is one
        return NoNetwork(sentence("The sources of AKShare could not be reached. Check the connection, or try again later."))
    return BadAnswer(sentence("What AKShare answered cannot be understood. Try again later; a newer AKShare may help."))


@contextmanager
def _environment(network: Network) -> Iterator[None]:
    """The settings in the variables that AKShare's connections follow; it takes them from nowhere else."""
    wanted: Mapping[str, str | None] = {
        "HTTPS_PROXY": network.proxy,
        "HTTP_PROXY": network.proxy,
        "REQUESTS_CA_BUNDLE": None if network.ca_bundle is None else str(network.ca_bundle),
    }
    before = {name: os.environ.get(name) for name in _VARIABLES}
    os.environ.update({name: value for name, value in wanted.items() if value is not None})
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _history(symbol: str, table: Any, asked: datetime, since: datetime | None) -> History:
    """A table of AKShare's as an answer, once its rows have been checked."""
    instrument = instrument_of(symbol)
    if "date" not in table.columns:
        raise BadAnswer(sentence("AKShare's table of {symbol} has no dates. Nothing of it was kept.", symbol=symbol))
    names = {"open": ("open",), "high": ("high",), "low": ("low",), "close": ("close", "latest")}
    columns: dict[str, Floats] = {}
    for role, choices in names.items():
        name = next((each for each in choices if each in table.columns), None)
        if name is None:
            lacking = sentence(
                "AKShare's table of {symbol} lacks its {role} prices. Nothing of it was kept.", symbol=symbol, role=Sentence(role)
            )
            raise BadAnswer(lacking)
        columns[role] = _numbers(table[name])
    time = parse_times(table["date"].astype(str).str.slice(0, 10), "%Y-%m-%d", instrument.timezone)
    volume = _numbers(table["volume"]) if "volume" in table.columns else np.full(len(table), np.nan)
    rows = Rows(
        time,
        columns["open"],
        columns["high"],
        columns["low"],
        columns["close"],
        np.where(volume == 0, np.nan, volume),  # an index without a volume has an unknown one
        np.arange(1, len(table) + 1),
        np.zeros(len(table), dtype=bool),
    )
    checked = check(rows, DAY, calendar_for(instrument.exchange), instrument.timezone, asked=asked)
    if not len(checked.bars):
        raise BadAnswer(sentence("No row of AKShare's table of {symbol} can be used. Try again later.", symbol=symbol))
    start = 0 if since is None else int(checked.bars.time.searchsorted(since.timestamp()))
    bars = checked.bars.slice(start, len(checked.bars))
    return History(instrument, bars, asked, checked.refused, repaired=checked.repaired, rows=len(table))


def _numbers(column: Any) -> Floats:
    import pandas

    found: Floats = pandas.to_numeric(column, errors="coerce").to_numpy(dtype=np.float64)
    return found
