"""Keeps the document on the disk: every change is written within a fraction of a second, without anybody saving."""

from __future__ import annotations

import contextlib
import logging
import zlib
from functools import partial
from itertools import count
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from charting.core.codec import encode
from charting.core.document import Workspace
from charting.core.history import History
from charting.core.signals import Signal
from gui import atomic
from gui.writer import Writer

logger = logging.getLogger(__name__)

BACKUP = ".bak"
"""What is added to a workspace file's name for the version before the last."""


def backup_of(path: Path) -> Path:
    """Where the previous version of a workspace file is kept."""
    return path.with_name(path.name + BACKUP)


def write_workspace(path: Path, workspace: Workspace) -> None:
    """Encode a workspace and put it into its file, keeping the version before.

    Raises
    ------
    OSError
        If it could not be written; the file then has its old content.
    """
    atomic.write(path, encode(workspace), previous=backup_of(path))


def place_beside(path: Path) -> Path:
    """A free name beside a workspace's file, under which it is a workspace as well."""
    names = (f"{path.stem}.other-{number}{path.suffix}" for number in count(1))
    return next(place for name in names if not (place := path.with_name(name)).exists())


def move_workspace(path: Path, target: Path) -> None:
    """Give a workspace's file, as far as it is there, another name together with the version before: both or neither.

    Raises
    ------
    OSError
        If it could not be moved.
    """
    backed_up = backup_of(path).exists()
    if backed_up:
        backup_of(path).replace(backup_of(target))
    try:
        if path.exists():
            path.replace(target)
    except OSError:
        if backed_up:
            with contextlib.suppress(OSError):
                backup_of(target).replace(backup_of(path))
        raise


class _Left(Struct):
    """A file as it was left here last: what tells a file from one that somebody else has written since."""

    path: Path
    stamp: tuple[int, int, int] | None = None
    checksum: int = 0


class Autosave:
    """Hands each new document of a history to the writer, for the file the workspace is kept in.

    The document is immutable, so the writer can encode it on its own thread while editing goes on. What another program
    wrote into the file meanwhile, as one that keeps folders of several machines alike does, is kept beside it.
    """

    kept = Signal(Path, Path)
    """``(path, place)`` from the writer's thread: what somebody else wrote to ``path`` is at ``place`` now."""

    def __init__(self, history: History, writer: Writer, path: Path, name: str) -> None:
        self._history = history
        self._writer = writer
        self._left = _Left(path)
        self._name = name
        self._held = False
        history.changed.connect(self._follow)

    @property
    def path(self) -> Path:
        """The file that is written."""
        return self._left.path

    def save(self) -> None:
        """Have the present document written, changed or not."""
        self._put(self._history.document)

    def hold(self) -> None:
        """Write nothing until :meth:`redirect`, while the file is being moved; changes are not lost, only later."""
        self._held = True

    def redirect(self, path: Path, name: str) -> None:
        """Write to another file from now on, under another name."""
        self._left, self._name, self._held = _Left(path), name, False

    def close(self) -> None:
        """Stop following the history; what was handed to the writer is still written by it."""
        self._history.changed.disconnect(self._follow)

    def _follow(self, _before: Workspace, after: Workspace) -> None:
        self._put(after)

    def _put(self, document: Workspace) -> None:
        if self._held:
            return
        if document.name != self._name:
            # The file's name decides what a workspace is called, so that a file renamed by hand needs no repair.
            document = replace(document, name=self._name)
        self._writer.put(self._left.path, partial(self._write, self._left, document))

    def _write(self, left: _Left, document: Workspace) -> None:
        """In the writer's thread, which alone looks at what was left."""
        self._keep_what_is_not_ours(left)
        data = encode(document)
        atomic.write(left.path, data, previous=backup_of(left.path))
        left.stamp, left.checksum = _stamp(left.path), zlib.crc32(data)

    def _keep_what_is_not_ours(self, left: _Left) -> None:
        found = _stamp(left.path)
        if left.stamp is None or found is None or found == left.stamp:
            return
        path = left.path.resolve()
        checksum = zlib.crc32(path.read_bytes())
        if checksum != left.checksum:
            place = place_beside(left.path)
            atomic.keep(path, place)
            logger.warning("%s was written by another program; that version is kept as %s", left.path, place)
            self.kept.emit(left.path, place)
        left.stamp, left.checksum = found, checksum  # so that it is kept once, however often the writing is tried again


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """What is another when somebody has written a file; None where there is none."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
