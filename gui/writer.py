"""One thread that writes the program's files: the newest content of each soon, failures again until they succeed."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from charting.core.signals import Signal

logger = logging.getLogger(__name__)

Job = Callable[[], None]

FIRST_RETRY = 1.0
LONGEST_RETRY = 10.0
DOUBLED = 10
"""How often the pause between tries is doubled at most: a number of any size it cannot be."""
LONGEST_REST = 0.3


class _Pending(Struct):
    job: Job
    due: float
    failures: int = 0


class Writer:
    """Runs write jobs, the latest one for each path, on a daemon thread of its own.

    A job put for a path replaces one that waits for the same path, so that a burst of changes costs one write. A job
    that fails stays and is tried again, until it succeeds or a newer one takes its place.

    Parameters
    ----------
    delay
        Seconds that a job waits for a newer one to replace it.
    """

    failed = Signal(Path, object)
    """``(path, error)`` from the writer's thread, once for each run of failures."""
    recovered = Signal(Path)
    """``(path)`` from the writer's thread, or that of :meth:`discard`: what had failed is written now, or given up."""

    def __init__(self, delay: float = 0.1) -> None:
        self._delay = delay
        self._rest = 0.0
        self._pending: dict[Path, _Pending] = {}
        self._hurried: set[Path] = set()
        self._writing: Path | None = None
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="lionrock-writer", daemon=True)
        self._thread.start()

    def put(self, path: Path, job: Job) -> None:
        """Have ``job`` write ``path`` within about ``delay`` seconds; returns at once, from any thread."""
        with self._changed:
            waiting = self._pending.get(path)
            if waiting is None:
                self._pending[path] = _Pending(job, time.monotonic() + max(self._delay, self._rest))
            else:
                waiting.job = job
                if waiting.failures:
                    # A change is a good moment to try again, but not at every stroke while the disk is full.
                    waiting.due = min(waiting.due, time.monotonic() + FIRST_RETRY)
            self._changed.notify_all()

    def discard(self, path: Path) -> None:
        """Forget what waits for ``path``, because the file is no more or has moved."""
        with self._changed:
            forgotten = self._pending.pop(path, None)
            self._hurried.discard(path)
            self._changed.notify_all()
        if forgotten is not None and forgotten.failures:
            self.recovered.emit(path)

    def unwritten(self) -> tuple[Path, ...]:
        """The files for which something waits, or is being written by a disk that has not answered yet."""
        with self._changed:
            return tuple(dict.fromkeys((*self._pending, *((self._writing,) if self._writing else ()))))

    def fails(self, path: Path) -> bool:
        """Whether what waits for ``path`` could not be written when it was tried last."""
        with self._changed:
            waiting = self._pending.get(path)
            return waiting is not None and waiting.failures > 0

    def flush(self, timeout: float = 10.0) -> bool:
        """Try everything that waits now, and return whether all of it is written; blocks for up to ``timeout`` seconds."""
        with self._changed:
            self._hurried.update(self._pending)
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._hurried and self._writing is None, timeout)
            return not self._pending and self._writing is None

    def close(self, timeout: float = 10.0) -> bool:
        """Write what waits, end the thread, and return whether all of it was written."""
        written = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return written

    def _run(self) -> None:
        while (taken := self._take()) is not None:
            path, pending = taken
            started = time.monotonic()
            error: Exception | None = None
            try:
                pending.job()
            except Exception as problem:  # noqa: BLE001 - a writer that dies would lose everything drawn from then on
                error = problem
            # A slow disk gets time between writes instead of a queue.
            self._rest = min(LONGEST_REST, 2 * (time.monotonic() - started))
            self._finish(path, pending, error)

    def _take(self) -> tuple[Path, _Pending] | None:
        """Wait for a job to fall due and take it; None when closing."""
        with self._changed:
            while not self._closing:
                now = time.monotonic()
                path = min(self._pending, key=self._due, default=None)
                if path is None:
                    self._changed.wait()
                elif self._due(path) <= now:
                    self._writing = path
                    return path, self._pending.pop(path)
                else:
                    self._changed.wait(self._due(path) - now)
        return None

    def _due(self, path: Path) -> float:
        return 0.0 if path in self._hurried else self._pending[path].due

    def _finish(self, path: Path, pending: _Pending, error: Exception | None) -> None:
        self._report(path, pending, error)
        with self._changed:
            newer = self._pending.get(path)
            if newer is None:  # else what came meanwhile is in no less hurry
                self._hurried.discard(path)
            self._writing = None
            if error is not None:
                wait = min(LONGEST_RETRY, FIRST_RETRY * 2 ** min(DOUBLED, pending.failures))
                due = time.monotonic() + wait
                self._pending[path] = _Pending(newer.job if newer else pending.job, due, pending.failures + 1)
            self._changed.notify_all()

    def _report(self, path: Path, pending: _Pending, error: Exception | None) -> None:
        if error is not None:
            logger.error("Writing %s failed: %s", path, error)
        try:
            if error is None and pending.failures:
                self.recovered.emit(path)
            elif error is not None and not pending.failures:
                self.failed.emit(path, error)
        except Exception:  # whoever listens must not be able to stop the writing
            logger.exception("A listener of the writer failed")
