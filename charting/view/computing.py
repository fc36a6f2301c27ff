"""Computes indicators beside the main thread and keeps the values that are there until the new ones are."""

from __future__ import annotations

import logging
import queue
import threading
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from charting.core.bars import Bars
from charting.core.document import Indicator
from charting.indicators.growth import continuation
from charting.indicators.values import IndicatorValues
from charting.scene.plots import Failure, Values
from charting.view.translation import tr

_log = logging.getLogger(__name__)

_Key = tuple[int, str, str]


@dataclass(frozen=True, slots=True, eq=False)
class _Failed:
    """What went wrong with an indicator, and with which bars and settings."""

    bars: Bars
    key: _Key
    failure: Failure


class Computing(QObject):
    """A worker thread that fills the cache of indicator values; ``ready`` is emitted in the main thread."""

    ready = Signal()
    _done = Signal(object, object)

    def __init__(self, parent: QObject | None = None, cache: IndicatorValues | None = None) -> None:
        super().__init__(parent)
        self._cache = cache or IndicatorValues()
        self._asked: queue.SimpleQueue[tuple[Bars, Indicator] | None] = queue.SimpleQueue()
        self._pending: set[_Key] = set()
        self._last: dict[str, Values] = {}
        self._failed: dict[str, _Failed] = {}
        self._thread: threading.Thread | None = None
        self._warm = False  # importing the library of indicators takes longer than a frame: the worker does it first
        self._live = False  # whether bars have been added to the series: from then on, values are carried along
        self._done.connect(self._finish)

    def lookup(self, bars: Bars, indicator: Indicator) -> Values | Failure | None:
        """The values of an indicator, or why there are none.

        Until they are there, the previous ones (of no more rows than ``bars``) or None.
        """
        key = _key(bars, indicator)
        failed = self._failed.get(indicator.id)
        if failed is not None and failed.bars is bars and failed.key == key:
            return failed.failure
        found = self._cache.peek(bars, indicator)
        if found is None and self._warm and not self._cache.would_take_long(bars, indicator):
            failure = self._compute(bars, indicator)
            if failure is not None:
                self._failed[indicator.id] = _Failed(bars, key, failure)
                return failure
            found = self._cache.peek(bars, indicator)
        if found is not None:
            self._last[indicator.id] = found
            return found
        if key not in self._pending:
            self._pending.add(key)
            self._ask(bars, indicator)
        previous = self._last.get(indicator.id)
        if previous is not None and all(len(values) <= len(bars) for values in previous.values()):
            return previous
        return None

    def change(self, before: Bars | None, after: Bars | None) -> None:
        """Another table is shown: carry the values along if it goes on where the other ended, else drop them."""
        if before is after:
            return
        self._failed.clear()
        first = None if before is None or after is None else continuation(before, after)
        if first is None:
            self._last.clear()
        elif before is not None and after is not None:
            self._live = True
            self._cache.advance(before, after, first)

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
            failure = self._compute(bars, indicator)
            key = _key(bars, indicator)
            self._done.emit((indicator.id, key), _Failed(bars, key, failure) if failure is not None else None)

    def _compute(self, bars: Bars, indicator: Indicator) -> Failure | None:
        """Fill the cache; what went wrong if it cannot be."""
        try:
            if self._live:
                self._cache.follow(bars, indicator)
            else:
                self._cache.values(bars, indicator)
        except LookupError as error:
            return Failure(str(error))
        except Exception:  # noqa: BLE001
            # An indicator's mistake must neither end the worker nor the painting.
            _log.exception("Computing %s failed", indicator.kind)
            return Failure(tr("This could not be computed. The details are in the log."))
        return None

    def _finish(self, task: tuple[str, _Key], failed: _Failed | None) -> None:
        self._warm = True
        indicator_id, key = task
        self._pending.discard(key)
        if failed is not None:
            self._failed[indicator_id] = failed
        self.ready.emit()


def _key(bars: Bars, indicator: Indicator) -> _Key:
    return id(bars), indicator.kind, repr(indicator.parameters)
