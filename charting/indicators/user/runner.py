"""The process that a user's indicator runs in: reads its file, answers requests, and tells of mistakes with their line.

It ends when the other side does, even out of an endless loop: a thread of its own listens.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType, ModuleType
from typing import IO, Any

import numpy as np
from msgspec import Struct, field

from charting.core.bars import Bars, Floats
from charting.core.text import sentence, translatable
from charting.indicators.user import messages
from charting.indicators.user.declaring import Undeclared, declaration_of
from charting.indicators.user.messages import Compute, Computed, Declared, Load, Reply, Request, Wrong

MEMORY = 4 * 2**30
"""Bytes of addresses such a process may take, where the system can be told so."""


class Mistaken(Exception):
    """What the file returned or declares is of no use; the message says why."""


class Running(Struct):
    """The file after it was read, and the way back to the window."""

    output: IO[bytes]
    path: Path = field(default_factory=Path)
    function: Callable[..., Any] | None = None
    declared: Declared | None = None
    _answered: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, request: Request, columns: list[bytearray]) -> None:
        """Do what is asked and reply; after the request's time limit reply where it hangs, and end."""
        watch = threading.Timer(request.limit, self._give_up, (threading.get_ident(), request.limit))
        watch.daemon = True
        watch.start()
        found: Sequence[Floats] = ()
        try:
            reply, found = self._load(request) if isinstance(request, Load) else self._compute(request, columns)
        except BaseException as error:  # noqa: BLE001 - whatever the file raises is told, SystemExit too
            reply = wrong(error, self.path)
        watch.cancel()
        with self._answered:
            messages.write(self.output, reply, found)

    def _load(self, request: Load) -> tuple[Reply, Sequence[Floats]]:
        self.path = Path(request.path)
        sys.path.append(str(self.path.parent))  # files with an underscore before their names can be imported
        module = ModuleType(f"user_indicator_{self.path.stem}")
        module.__file__ = str(self.path)
        sys.modules[module.__name__] = module
        exec(compile(self.path.read_bytes(), str(self.path), "exec"), module.__dict__)
        found = [value for value in vars(module).values() if declaration_of(value) is not None]
        if len(found) != 1:
            raise Mistaken(
                translatable("It declares no indicator. Put @indicator(...) above the function that computes it.")
                if not found
                else translatable("It declares more than one indicator. Put each into a file of its own.")
            )
        self.function = found[0]
        self.declared = declaration_of(self.function)
        assert self.declared is not None
        return self.declared, ()

    def _compute(self, request: Compute, columns: list[bytearray]) -> tuple[Reply, Sequence[Floats]]:
        assert self.function is not None
        assert self.declared is not None
        bars = messages.table_of(request, columns)
        with np.errstate(all="ignore"):
            found = self.function(bars, **request.settings)
        names = tuple(plot.name for plot in self.declared.plots)
        outputs = outputs_of(found, names)
        return Computed(names), [column_of(outputs[name], name, bars) for name in names]

    def _give_up(self, thread: int, limit: float) -> None:
        frame = sys._current_frames().get(thread)  # noqa: SLF001 - the interpreter's only way to see where it hangs
        line = line_in(frame, self.path)
        if self._answered.acquire(blocking=False):
            messages.write(self.output, Wrong.of(messages.too_long(limit), line, ended=True))
            os._exit(1)


def outputs_of(found: object, names: Sequence[str]) -> Mapping[str, object]:
    """What the function returned, by the names of plots: an array, several in their order, or a mapping.

    Raises
    ------
    Mistaken
        If plots and arrays do not fit together.
    """
    if found is None:
        raise Mistaken(translatable("It returned nothing. Return an array with a value for each bar."))
    if isinstance(found, Mapping):
        missing = [name for name in names if name not in found]
        if missing:
            raise Mistaken(sentence("It returned no values for the plot “{plot}”.", plot=missing[0]))
        return found
    arrays = list(found) if isinstance(found, tuple) else [found]
    if len(arrays) != len(names):
        told = sentence(
            "It returned {arrays} arrays for {plots} plots. Name the plots in @indicator(plots=...).",
            arrays=len(arrays),
            plots=len(names),
        )
        raise Mistaken(told)
    return dict(zip(names, arrays, strict=True))


def column_of(found: object, name: str, bars: Bars) -> Floats:
    """One output as a column with NaN for what is not finite.

    Raises
    ------
    Mistaken
        If it is no column of numbers with a value for each bar.
    """
    try:
        values = np.array(found, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise Mistaken(sentence("The plot “{plot}” is no array of numbers.", plot=name)) from error
    if values.ndim != 1:
        told = sentence(
            "The plot “{plot}” must be one column of numbers; it has {count} dimensions.", plot=name, count=values.ndim
        )
        raise Mistaken(told)
    if len(values) != len(bars):
        told = sentence(
            "The plot “{plot}” has {values} values for {bars} bars. Give it one for each bar.",
            plot=name,
            values=len(values),
            bars=len(bars),
        )
        raise Mistaken(told)
    values[~np.isfinite(values)] = np.nan
    return values


def wrong(error: BaseException, path: Path) -> Wrong:
    """An error with the line of the file that it happened in."""
    if isinstance(error, Undeclared):
        return Wrong(str(error), error.line)
    if isinstance(error, Mistaken):
        return Wrong.of(error.args[0])
    if isinstance(error, SyntaxError) and error.filename == str(path):
        return Wrong(f"{type(error).__name__}: {error.msg}", error.lineno)
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == str(path)]
    return Wrong(f"{type(error).__name__}: {error}".rstrip(": "), lines[-1] if lines else None)


def line_in(frame: FrameType | None, path: Path) -> int | None:
    """The line of the file that a thread is at, or that called what it is at."""
    while frame is not None:
        if frame.f_code.co_filename == str(path):
            return frame.f_lineno
        frame = frame.f_back
    return None


def main() -> int:
    """Answer until there is nobody left to answer to."""
    given, output = _pipes()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    asked: queue.SimpleQueue[tuple[bytes, list[bytearray]]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(given, asked), daemon=True).start()
    running = Running(output)
    while True:
        header, columns = asked.get()
        running.answer(messages.request_of(header), columns)


def _listen(given: IO[bytes], asked: queue.SimpleQueue[tuple[bytes, list[bytearray]]]) -> None:
    try:
        while True:
            asked.put(messages.read(given))
    except (EOFError, OSError):
        os._exit(0)


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The way in and out, kept from what the file prints (which goes to the terminal) or reads."""
    given, output = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    try:
        os.dup2(2, 1)
    except OSError:  # started without a terminal
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return given, output


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    allowed = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
    with suppress(OSError, ValueError):  # macOS knows the limit but does not let it be set
        resource.setrlimit(resource.RLIMIT_AS, (allowed, most))


if __name__ == "__main__":
    raise SystemExit(main())
