"""Computes indicators beside the main thread and keeps the values that are there until the new ones are."""

from __future__ import annotations

import logging
import queue
import threading

from PySide6.QtCore import QObject, Signal

from charting.core.bars import Bars
from charting.core.document import Indicator
from charting.indicators.values import IndicatorValues
from charting.scene.plots import Values

_log = logging.getLogger(__name__)


class Computing(QObject):
    """A worker thread that fills the cache of indicator values; ``ready`` is emitted in the main thread."""

    ready = Signal()
    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = IndicatorValues()
        self._asked: queue.SimpleQueue[tuple[Bars, Indicator] | None] = queue.SimpleQueue()
        self._pending: set[tuple[int, str, str]] = set()
        self._last: dict[str, Values] = {}
        self._thread: threading.Thread | None = None
        self._warm = False  # importing the library of indicators takes longer than a frame: the worker does it first
        self._done.connect(self._finish)

    def lookup(self, bars: Bars, indicator: Indicator) -> Values | None:
        """The values of an indicator; until they are there, the previous ones (of the same rows) or None."""
        found = self._cache.peek(bars, indicator)
        if found is not None:
            return self._keep(indicator, found)
        if self._warm and not self._cache.would_take_long(bars, indicator):
            return self._keep(indicator, self._cache.values(bars, indicator))
        key = (id(bars), indicator.kind, repr(indicator.parameters))
        if key not in self._pending:
            self._pending.add(key)
            self._ask(bars, indicator)
        previous = self._last.get(indicator.id)
        if previous is not None and all(len(values) == len(bars) for values in previous.values()):
            return previous
        return None

    def forget(self) -> None:
        """Drop the previous values: another series is shown now."""
        self._last.clear()

    def close(self) -> None:
        """End the worker; what it is computing is dropped."""
        if self._thread is not None:
            self._asked.put(None)
            self._thread.join(timeout=5)
            self._thread = None

    def _ask(self, bars: Bars, indicator: Indicator) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="lionrock-indicators", daemon=True)
            self._thread.start()
        self._asked.put((bars, indicator))

    def _work(self) -> None:
        while (task := self._asked.get()) is not None:
            bars, indicator = task
            try:
                self._cache.values(bars, indicator)
            except Exception:  # noqa: BLE001
                # An indicator's mistake must not end the worker: the legend goes on saying that there is no value.
                _log.exception("Computing %s failed", indicator.kind)
                continue
            self._done.emit((id(bars), indicator.kind, repr(indicator.parameters)))

    def _keep(self, indicator: Indicator, values: Values) -> Values:
        self._last[indicator.id] = values
        return values

    def _finish(self, key: tuple[int, str, str]) -> None:
        self._warm = True
        self._pending.discard(key)
        self.ready.emit()
