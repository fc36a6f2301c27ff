"""Writes files so that a reader, a crash or a power cut finds either the old content or the new, never a mixture."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

_STALE_AFTER = 3600.0
"""Seconds after which an unfinished temporary file is certainly nobody's any more."""

_ANYBODY_WRITES = 0o222

_numbers = count()
_process = os.urandom(4).hex()
"""Tells this process from one of the same number on another machine, or in another container, that shares the folder."""


def write(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Replace the content of ``path`` by ``data`` in one step, on the disk when this returns.

    Parameters
    ----------
    path
        The file; its folder is created when it is missing. A symbolic link is followed, not replaced.
    data
        The whole new content.
    previous
        Where the content it had until now is kept, if anywhere.

    Raises
    ------
    OSError
        If it could not be written, or nobody may write it; ``path`` then has its old content.
    """
    write_parts(path, (data,), previous=previous)


def write_parts(path: Path, parts: Iterable[bytes], *, previous: Path | None = None) -> None:
    """As :func:`write`, with the content in parts; what goes wrong while they are made leaves the old content as well."""
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = _mode(target)
    if mode is not None and not mode & _ANYBODY_WRITES:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    with _becoming(target) as temporary:
        _write_through(temporary, parts)
        if mode is not None:
            with contextlib.suppress(OSError):  # some file systems keep no permissions
                temporary.chmod(mode)
        if previous is not None and target.exists():
            keep(target, previous)
    sync_folder(target.parent)


def _mode(path: Path) -> int | None:
    """Who may do what with a file; None where there is none."""
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None


@contextlib.contextmanager
def _becoming(path: Path) -> Iterator[Path]:
    """A file beside ``path`` that takes its place in the end; nothing of it stays where that fails.

    Its name is short, as that of ``path`` may have all the letters it can have.
    """
    temporary = path.with_name(f".lionrock-{_process}-{next(_numbers)}.{os.getpid()}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()  # still there also where both were one file by two names


def _write_through(path: Path, parts: Iterable[bytes]) -> None:
    """Write a new file and wait until the disk has it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        for part in parts:
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def keep(path: Path, previous: Path) -> None:
    """Make ``previous`` a second name of the file at ``path``, which is about to be replaced."""
    with _becoming(previous) as temporary:
        try:
            os.link(path, temporary)
        except (OSError, NotImplementedError):
            shutil.copyfile(path, temporary)  # some file systems know no hard links


def sync_folder(folder: Path) -> None:
    """Put a folder's entries on the disk, so that a renamed file is still there after a power cut."""
    if sys.platform == "win32":
        return  # folders cannot be opened there; the file system journals renames itself
    with contextlib.suppress(OSError):  # some network file systems refuse; the content itself has been synchronised
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def place_aside(path: Path) -> Path:
    """Where a damaged file is kept: ``<name>.damaged-<n>`` with the first free number."""
    number = 1
    while (place := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return place


def set_aside(path: Path) -> Path:
    """Rename a damaged file, and return its new place."""
    place = place_aside(path)
    path.replace(place)
    return place


def sweep(folder: Path) -> None:
    """Delete temporary files that a killed process left behind long ago.

    What this process writes itself stays, however old it looks: a network drive has a clock of its own.
    """
    with contextlib.suppress(OSError):
        for path in folder.glob(".*.tmp"):
            with contextlib.suppress(OSError):
                if not path.name.endswith(f".{os.getpid()}.tmp") and time.time() - path.stat().st_mtime > _STALE_AFTER:
                    path.unlink()
