"""Keeps the document on the disk: every change is written within a fraction of a second, without anybody saving."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from charting.core.codec import encode
from charting.core.document import Workspace
from charting.core.history import History
from gui import atomic
from gui.writer import Writer

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


class Autosave:
    """Hands each new document of a history to the writer, for the file the workspace is kept in.

    The document is immutable, so the writer can encode it on its own thread while editing goes on.
    """

    def __init__(self, history: History, writer: Writer, path: Path, name: str) -> None:
        self._history = history
        self._writer = writer
        self._path = path
        self._name = name
        self._held = False
        history.changed.connect(self._follow)

    @property
    def path(self) -> Path:
        """The file that is written."""
        return self._path

    def save(self) -> None:
        """Have the present document written, changed or not."""
        self._put(self._history.document)

    def hold(self) -> None:
        """Write nothing until :meth:`redirect`, while the file is being moved; changes are not lost, only later."""
        self._held = True

    def redirect(self, path: Path, name: str) -> None:
        """Write to another file from now on, under another name."""
        self._path, self._name, self._held = path, name, False

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
        self._writer.put(self._path, partial(write_workspace, self._path, document))
