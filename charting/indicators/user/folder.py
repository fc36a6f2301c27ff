"""The user's indicators: one Python file each in a folder, declared and computed in processes of their own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars
from charting.core.document import Value
from charting.core.signals import Signal
from charting.core.text import sentence
from charting.indicators import catalogue, groups
from charting.indicators.catalogue import USER
from charting.indicators.declaration import IndicatorKind, IndicatorProblem, Outputs, Parameter, Plot, Settings
from charting.indicators.sourced import Sourced
from charting.indicators.user import messages
from charting.indicators.user.messages import Declared, Wrong
from charting.indicators.user.process import Process

LIMIT = 10.0
"""Seconds that reading a file or computing an indicator may take."""

Stamp = tuple[tuple[str, int, int], ...]
"""The file and those it may import: name, nanoseconds of the last change, size."""


class UserProblem(Struct, frozen=True):
    """What is wrong with a file, and at which line if that is known."""

    file: str
    line: int | None
    text: str

    @property
    def told(self) -> str:
        """As it is shown: where and what."""
        if self.line is None:
            return sentence("{file}: {text}", file=self.file, text=self.text)
        return sentence("{file}, line {line}: {text}", file=self.file, line=self.line, text=self.text)


class UserIndicators:
    """The indicators of a folder.

    ``changed`` is emitted, in whichever thread it happened, when another set of indicators or of problems is there.
    Files whose names begin with an underscore are left alone: others may import them.

    Parameters
    ----------
    folder
        Where the files are; it need not exist.
    limit
        Seconds that reading a file or computing an indicator may take.
    """

    changed = Signal()

    def __init__(self, folder: Path, limit: float = LIMIT) -> None:
        self.folder = folder
        self._limit = limit
        self._lock = threading.Lock()
        self._files: dict[str, _File] = {}
        self._reading: _File | None = None
        self._closed = False

    @property
    def kinds(self) -> tuple[IndicatorKind, ...]:
        """The indicators by title; a file that cannot be read gives one that says so wherever it is shown."""
        with self._lock:
            files = list(self._files.values())
        return tuple(sorted((file.kind for file in files), key=lambda kind: kind.title.casefold()))

    @property
    def problems(self) -> tuple[UserProblem, ...]:
        """What was wrong when the files were read or computed last, by file."""
        with self._lock:
            files = list(self._files.values())
        return tuple(file.problem for file in sorted(files, key=lambda file: file.name) if file.problem is not None)

    def refresh(self) -> None:
        """Read files that are new or were changed and forget those that are gone; takes a moment for each file read."""
        found = _stamps(self.folder)
        with self._lock:
            stale = [name for name, file in self._files.items() if found.get(name) != file.stamp]
            fresh = [name for name in found if name not in self._files or name in stale]
            gone = [self._files.pop(name) for name in stale if name not in found]
        for file in gone:
            file.close()
        if gone:
            self.changed.emit()
        for name in fresh:
            self._read(name, found[name])
            self.changed.emit()  # one by one: none waits for another that hangs

    def close(self) -> None:
        """End all processes; what is being computed fails."""
        with self._lock:
            self._closed = True
            files, self._files = list(self._files.values()), {}
            if self._reading is not None:
                files.append(self._reading)
        for file in files:
            file.close()

    def _read(self, name: str, stamp: Stamp) -> None:
        with self._lock:
            if self._closed:
                return
            file = self._reading = _File(self.folder / name, stamp, self._limit, self.changed.emit)
        file.read()
        with self._lock:
            self._reading = None
            before = self._files.get(name)
            if not self._closed:
                self._files[name] = file
        if before is not None:
            before.close()


@contextmanager
def offered(folder: Path) -> Iterator[UserIndicators]:
    """Let the catalogue know the indicators of a folder within the block, for what is computed there and then."""
    own = UserIndicators(folder)
    try:
        own.refresh()
        catalogue.offer(own.kinds)
        yield own
    finally:
        catalogue.offer(())
        own.close()


class _File:
    """One state of one file: its indicator, its process, and what is wrong with it."""

    def __init__(self, path: Path, stamp: Stamp, limit: float, changed: Callable[[], object]) -> None:
        self.name = path.name
        self.stamp = stamp
        self.problem: UserProblem | None = None
        self._changed = changed
        self._stem = path.stem
        self._process = Process(path, limit)
        self._hanging: dict[tuple[tuple[str, Value], ...], UserProblem] = {}
        self.kind = self._unreadable()

    def read(self) -> None:
        """Read what it declares."""
        reply = self._process.declare()
        if isinstance(reply, Wrong):
            self.problem = UserProblem(self.name, reply.line, reply.told)
            self.kind = self._unreadable()
        else:
            self.kind = self._kind(reply)

    def compute(self, bars: Bars, settings: Settings) -> Outputs:
        """The ``compute`` of its declaration.

        Raises
        ------
        IndicatorProblem
            If the file made a mistake. Settings with which it hung are not tried again until it is changed.
        """
        tried = tuple(sorted(settings.items()))
        if (hung := self._hanging.get(tried)) is not None:
            raise IndicatorProblem(hung.told)
        extra = {name: bars.source(name) for name in bars.extra} if isinstance(bars, Sourced) else {}
        columns = [*messages.columns_of(bars), *extra.values()]
        reply, found = self._process.compute(settings, str(bars.interval), columns, tuple(extra))
        if isinstance(reply, Wrong):
            problem = UserProblem(self.name, reply.line, reply.told)
            if reply.ended:
                self._hanging[tried] = problem
            self._tell(problem)
            raise IndicatorProblem(problem.told)
        self._tell(None)
        return {name: np.frombuffer(column, np.float64) for name, column in zip(reply.names, found, strict=True)}

    def close(self) -> None:
        """End its process."""
        self._process.close()

    def _tell(self, problem: UserProblem | None) -> None:
        if problem != self.problem:
            self.problem = problem
            self._changed()

    def _kind(self, declared: Declared) -> IndicatorKind:
        parameters = (
            Parameter(note.name, note.title, note.default, note.low, note.high, note.choices, note.step)
            for note in declared.parameters
        )
        plots = (
            Plot(
                note.name,
                note.title,
                note.style,
                note.stroke,
                note.fill_to,
                note.fill_by_order,
                note.colouring,
                note.colour_by,
            )
            for note in declared.plots
        )
        return IndicatorKind(
            kind=f"{USER}{self._stem}",
            title=declared.title,
            short=declared.short,
            group=groups.OWN,
            parameters=tuple(parameters),
            plots=tuple(plots),
            compute=self.compute,
            about=declared.about,
            pane=declared.pane,
            levels=declared.levels,
            decimals=declared.decimals,
            level_fill=declared.level_fill,
            bounds=declared.bounds,
            apart=True,
        )

    def _unreadable(self) -> IndicatorKind:
        """What stands for a file that declares nothing."""

        def compute(_bars: Bars, _settings: Settings) -> Outputs:
            raise IndicatorProblem(self.problem.told if self.problem is not None else self.name)

        plot = Plot("value", self._stem)
        return IndicatorKind(f"{USER}{self._stem}", self._stem, self._stem, groups.OWN, (), (plot,), compute, apart=True)


def _stamps(folder: Path) -> dict[str, Stamp]:
    """The files of a folder that may be indicators, in the order of their names."""
    found: list[tuple[str, int, int]] = []
    for path in sorted(folder.glob("*.py")):
        with suppress(FileNotFoundError):  # gone in this very moment
            status = path.stat()
            found.append((path.name, status.st_mtime_ns, status.st_size))
    imported = tuple(stamp for stamp in found if stamp[0].startswith("_"))
    return {stamp[0]: (stamp, *imported) for stamp in found if not stamp[0].startswith(("_", "."))}
