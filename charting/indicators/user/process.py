"""Starts the process of a user's indicator, asks it, and ends it when it does not answer in time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

import charting
from charting.core.document import Value
from charting.core.text import sentence, translatable
from charting.indicators.user import messages
from charting.indicators.user.messages import Column, Compute, Computed, Declared, Load, Reply, Request, Wrong

SUBCOMMAND = "indicator-process"
"""What the packaged program is called with to be such a process: there, no interpreter stands beside it."""
GRACE = 2.0
"""Seconds beyond the limit in which the process may itself say where it hangs."""


def command() -> list[str]:
    """How to start the process from here."""
    if getattr(sys, "frozen", False):
        return [sys.executable, SUBCOMMAND]
    return [sys.executable, "-m", "charting.indicators.user.runner"]


class Process:
    """The process of one file; asking starts it, and it is asked one thing at a time.

    A process that ended or had to be ended is an answer too, :class:`Wrong`; the next request starts another one.

    Parameters
    ----------
    path
        The file.
    limit
        Seconds that an answer may take.
    """

    def __init__(self, path: Path, limit: float) -> None:
        self._path = path
        self._limit = limit
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False

    def declare(self) -> Declared | Wrong:
        """Read the file in a fresh process, and what it declares; the process ends, for most files are on no chart."""
        with self._lock:
            self._drop()
            try:
                return self._load()
            finally:
                self._drop()

    def compute(
        self, settings: Mapping[str, Value], interval: str, columns: Sequence[Column], extra: Sequence[str] = ()
    ) -> tuple[Computed | Wrong, list[bytearray]]:
        """The outputs for a table, see :class:`charting.indicators.user.messages.Compute`."""
        with self._lock:
            if self._process is None and isinstance(refused := self._load(), Wrong):
                return refused, []
            reply, found = self._ask(Compute(dict(settings), interval, tuple(extra), self._limit), columns)
            assert not isinstance(reply, Declared)
            return reply, found

    def _load(self) -> Declared | Wrong:
        if self._closed:
            return Wrong(translatable("It was stopped."))
        self._process = _start()
        reply, _ = self._ask(Load(str(self._path), self._limit))
        assert not isinstance(reply, Computed)
        if isinstance(reply, Wrong):
            self._drop()
        return reply

    def _ask(self, request: Request, columns: Sequence[Column] = ()) -> tuple[Reply, list[bytearray]]:
        process = self._process
        assert process is not None
        overdue = threading.Event()
        watch = threading.Timer(self._limit + GRACE, _end_late, (process, overdue))
        watch.daemon = True
        watch.start()
        try:
            reply, found = _exchange(process, request, columns)
        except (EOFError, OSError):
            return self._ended(process, overdue), []
        finally:
            watch.cancel()
        if isinstance(reply, Wrong) and reply.ended:
            self._drop()
        return reply, found

    @property
    def alive(self) -> bool:
        """Whether there is one."""
        return self._process is not None and self._process.poll() is None

    def close(self) -> None:
        """End it, whatever it is doing; nothing can be asked afterwards."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
        with self._lock:
            self._drop()

    def _ended(self, process: subprocess.Popen[bytes], overdue: threading.Event) -> Wrong:
        process.kill()
        status = process.wait()
        self._drop()
        if overdue.is_set():
            return Wrong.of(messages.too_long(self._limit), ended=True)
        if status < 0:
            return Wrong.of(sentence("It crashed its own process (signal {signal}).", signal=-status))
        return Wrong.of(sentence("It ended its own process (status {status}).", status=status))

    def _drop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:
                    continue  # what was left to be written has nobody to read it


def _start() -> subprocess.Popen[bytes]:
    root = str(Path(charting.__file__).resolve().parents[1])
    path = os.pathsep.join(part for part in (root, os.environ.get("PYTHONPATH", "")) if part)
    return subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path, "OPENBLAS_NUM_THREADS": "1"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _exchange(process: subprocess.Popen[bytes], request: Request, columns: Sequence[Column]) -> tuple[Reply, list[bytearray]]:
    assert process.stdin is not None
    assert process.stdout is not None
    messages.write(process.stdin, request, columns)
    header, found = messages.read(process.stdout)
    return messages.reply_of(header), found


def _end_late(process: subprocess.Popen[bytes], overdue: threading.Event) -> None:
    overdue.set()
    process.kill()
