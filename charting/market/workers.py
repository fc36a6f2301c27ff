"""A few named threads that work off what is asked of them, the most urgent first, and that end when told to."""

from __future__ import annotations

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable

logger = logging.getLogger(__name__)

Work = Callable[[], None]


class WorkQueue:
    """Work by keys, done by ``threads`` daemon threads named ``name-1`` ...; they start when there is something to do.

    What was asked for last goes first, because somebody is waiting for it; what is asked for in the background goes
    after everything else, in the order of asking. A key that waits already is not done twice.
    """

    def __init__(self, name: str, threads: int) -> None:
        self._name = name
        self._size = threads
        self._waiting: OrderedDict[Hashable, Work] = OrderedDict()
        self._changed = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._closed = False

    def put(self, key: Hashable, work: Work, *, background: bool = False) -> None:
        """Ask for something to be done; returns at once. Work that waits under the same key is replaced."""
        with self._changed:
            if self._closed:
                return
            known = key in self._waiting
            self._waiting[key] = work
            if not background:
                self._waiting.move_to_end(key, last=False)
            elif not known:
                self._waiting.move_to_end(key)
            if self._idle < len(self._waiting) and len(self._threads) < self._size:
                thread = threading.Thread(target=self._work, name=f"{self._name}-{len(self._threads) + 1}", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._changed.notify()

    def close(self, timeout: float) -> bool:
        """Drop what waits, and let the threads end; returns whether they have within ``timeout`` seconds.

        A thread that is held up by the network is left behind: it is a daemon, and what it brings is dropped.
        """
        with self._changed:
            self._closed = True
            self._waiting.clear()
            self._changed.notify_all()
        until = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(until - time.monotonic(), 0.0))
        return not any(thread.is_alive() for thread in self._threads)

    def _work(self) -> None:
        while (work := self._next()) is not None:
            try:
                work()
            except Exception:
                # One piece of work that fails must not take the thread, and all that waits, with it.
                logger.exception("Work of %s failed", self._name)

    def _next(self) -> Work | None:
        with self._changed:
            while not self._waiting and not self._closed:
                self._idle += 1
                self._changed.wait()
                self._idle -= 1
            return None if self._closed else self._waiting.popitem(last=False)[1]
