"""Workspaces by name, one file each, in a folder that several running programs may share."""

from __future__ import annotations

import contextlib
import re
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from charting.core.codec import FORMAT, NewerWorkspace, WorkspaceError, decode
from charting.core.document import Workspace
from charting.core.text import Sentence, reason, translatable, writable
from gui import atomic
from gui.autosave import backup_of, move_workspace, write_workspace
from gui.lock import FileLock
from gui.sentences import Problem

SUFFIX = ".json"
LONGEST_FILE_NAME = 200
"""Bytes of UTF-8; file systems allow 255 and backups add to the name."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*%]|^\.|[. ]$')
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def tidy_name(name: str) -> str:
    """A workspace's name as it is kept: composed characters, single spaces, none at the ends.

    Raises
    ------
    Problem
        If nothing is left, or it is too long for a file's name.
    """
    tidy = _composed(name)
    if not tidy:
        raise Problem(translatable("A workspace needs a name. Type at least one character."))
    if len(_stem(tidy).encode()) > LONGEST_FILE_NAME:
        raise Problem(translatable("This name is too long for a file. Choose a shorter one."))
    return tidy


def _composed(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8")).split())


def name_of(path: Path) -> str:
    """The name of the workspace in a file; one that was called so by hand has the name it was given there."""
    stem = path.name.removesuffix(SUFFIX)
    name = unquote(stem)
    return writable(name if _stem(name) == stem else stem)


def _stem(name: str) -> str:
    """A file's stem for a name: what some file system does not allow is written as %XX."""

    def escape(match: re.Match[str]) -> str:
        return "".join(f"%{ord(character):02X}" for character in match[0])

    return _DEVICES.sub(lambda match: f"%{ord(match[0][0]):02X}{match[0][1:]}", _FORBIDDEN.sub(escape, name))


class Place(Struct, frozen=True):
    """Where a workspace is kept, and the lock that says this process has it open."""

    name: str
    path: Path
    lock: FileLock


class Opened(Struct, frozen=True):
    """A workspace that was opened for editing.

    ``workspace`` is None where nothing could be read; whatever the file held has been set aside, and the place is free
    for a new beginning. ``notices`` say what the user must know.
    """

    place: Place
    workspace: Workspace | None
    notices: tuple[Sentence, ...] = ()


class WorkspaceFolder:
    """The workspaces of one folder. All calls work on the disk and may block; use them from a worker."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.trash = folder / "trash"
        self._locks = folder / ".locks"

    def names(self) -> tuple[str, ...]:
        """Names of all workspaces in alphabetical order; none when the folder cannot be read."""
        return tuple(sorted(self._files(), key=lambda name: (name.casefold(), name)))

    def _files(self) -> dict[str, Path]:
        """The files by the names of their workspaces; none when the folder cannot be read."""
        try:
            found = sorted(self.folder.glob("*" + SUFFIX))
        except OSError:
            return {}
        return {name_of(path): path for path in found}

    def path(self, name: str) -> Path:
        """The file of a workspace. A name that differs only in case, or in how it is composed, means the file that is there."""
        files = self._files()
        if name in files:
            return files[name]
        tidy = tidy_name(name)
        alike = (path for other, path in files.items() if _composed(other).casefold() == tidy.casefold())
        return next(alike, self.folder / (_stem(tidy) + SUFFIX))

    def exists(self, name: str) -> bool:
        """Whether a workspace of this name is kept, whatever its case."""
        return self.path(name).exists()

    def open(self, name: str) -> Opened:
        """Open a workspace for editing; a copy of it when another process has it open already.

        A file that cannot be decoded is set aside and the version kept before it is used.

        Raises
        ------
        Problem
            If it does not exist, cannot be read, or was saved by a newer program.
        """
        path = self.path(name)
        if not path.exists() and not backup_of(path).exists():
            raise Problem(_GONE, name=name)
        place = self._occupy(name_of(path), path)
        if place is None:
            return self._open_copy(name, path)
        return self._open_at(place)

    def open_file(self, path: Path) -> Opened:
        """Open a workspace file that may lie anywhere, for editing in its place.

        Raises
        ------
        Problem
            If it cannot be read, is no workspace (it is left as it is), or another process has it open.
        """
        path = path.absolute()
        kept = self._kept_as(path)
        if kept is not None:
            return self.open(kept)
        name = writable(path.name.removesuffix(SUFFIX))
        place = self._occupy(name, path)
        if place is None:
            raise Problem(translatable("{path} is open in another Lionrock window. Close it there first."), path=path)
        try:
            return Opened(place, replace(read_workspace(path), name=name))
        except Problem:
            place.lock.release()
            raise

    def _kept_as(self, path: Path) -> str | None:
        """The name of the workspace of this folder that a file is, by whatever way it is reached; None for any other file."""
        for name, own in self._files().items():
            with contextlib.suppress(OSError):
                if own.samefile(path):
                    return name
        return None

    def begin(self, name: str) -> Place:
        """A place for a new workspace under the first free name like ``name``; its file is written by the first save."""
        for candidate in _numbered(tidy_name(name)):
            path = self.folder / (_stem(candidate) + SUFFIX)
            if not self.exists(candidate) and (place := self._occupy(candidate, path)) is not None:
                return place
        raise AssertionError("the numbers do not end")

    def save_as(self, workspace: Workspace, name: str) -> Place:
        """Write a workspace under a name; one that had this name goes to the trash.

        Raises
        ------
        Problem
            If it cannot be written, or the name belongs to a workspace that is open elsewhere.
        """
        tidy, path = tidy_name(name), self.path(name)
        place = self._occupy(tidy, path)
        if place is None:
            raise Problem(_OPEN_ELSEWHERE, name=tidy)
        written, discarded = self.folder / (_stem(tidy) + SUFFIX), None
        if written.name.casefold() != path.name.casefold():
            written = path  # one that was called so by hand; the lock is that of its file
        try:
            if path.exists():
                discarded = self._discard(path)
            write_workspace(written, replace(workspace, name=tidy))
        except OSError as error:
            if discarded is not None:
                with contextlib.suppress(OSError):
                    discarded.replace(path)
            place.lock.release()
            raise _unwritable(tidy, error) from error
        return Place(name_of(written), written, place.lock)

    def rename(self, old: Place | str, new: str) -> Place:
        """Give a workspace another name; an open one is named by its place, which is given up for the new one.

        Raises
        ------
        Problem
            If the new name is taken, or the old workspace is open elsewhere, gone or cannot be moved.
        """
        tidy = tidy_name(new)
        if isinstance(old, Place):
            return self._renamed(old, tidy)
        path = self.path(old)
        source = self._occupy(old, path)
        if source is None:
            raise Problem(_OPEN_ELSEWHERE, name=old)
        try:
            if not path.exists() and not backup_of(path).exists():
                raise Problem(_GONE, name=old)
            return self._renamed(source, tidy)
        except Problem:
            source.lock.release()
            raise

    def _renamed(self, source: Place, name: str) -> Place:
        """Move a workspace that this process has open; its lock is given up for the new one once it is there."""
        path = source.path.with_name(_stem(name) + SUFFIX)
        same = path.name.casefold() == source.path.name.casefold()
        target = source if same else self._occupy(name, path)
        if target is None or _is_another(path, source.path) or (not same and path.parent == self.folder and self.exists(name)):
            if target is not None and not same:
                target.lock.release()
            raise Problem(translatable("There is a workspace “{name}” already. Choose another name."), name=name)
        try:
            move_workspace(source.path, path)
        except OSError as error:
            if not same:
                target.lock.release()
            raise _unwritable(name, error) from error
        if not same:
            source.lock.release()
        return Place(name, path, target.lock)

    def delete(self, name: str) -> Path:
        """Move a workspace to the trash folder, and return its place there.

        Raises
        ------
        Problem
            If it is open somewhere, gone, or cannot be moved.
        """
        path = self.path(name)
        place = self._occupy(name, path)
        if place is None:
            raise Problem(_OPEN_ELSEWHERE, name=name)
        try:
            return self._discard(path)
        except FileNotFoundError as error:
            raise Problem(_GONE, name=name) from error
        except OSError as error:
            raise _unwritable(name, error) from error
        finally:
            place.lock.release()

    def _discard(self, path: Path) -> Path:
        self.trash.mkdir(parents=True, exist_ok=True)
        stamp = time.strftime("%Y-%m-%d %H%M%S")
        names = _numbered(f"{path.name.removesuffix(SUFFIX)} {stamp}")
        target = next(place for name in names if not (place := self.trash / (name + SUFFIX)).exists())
        path.replace(target)
        backup_of(path).unlink(missing_ok=True)
        return target

    def _occupy(self, name: str, path: Path) -> Place | None:
        """Lock a workspace; None when another process has it."""
        lock = FileLock(self._lock_path(path))
        try:
            return Place(name, path, lock) if lock.acquire() else None
        except OSError as error:
            raise _unwritable(name, error) from error

    def _lock_path(self, path: Path) -> Path:
        if path.parent == self.folder:
            return self._locks / (path.name.casefold() + ".lock")
        # A file elsewhere: its folder may be read-only, so its lock lies here too, under a name made of its address.
        import hashlib

        return self._locks / (hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32] + ".lock")

    def _open_copy(self, name: str, path: Path) -> Opened:
        workspace = read_workspace(path)
        place = self.begin(name)
        notice = Sentence(
            translatable("“{name}” is open in another Lionrock window, so this one shows a copy of it, “{copy}”."),
            {"name": name, "copy": place.name},
        )
        return Opened(place, replace(workspace, name=place.name), (notice,))

    def _open_at(self, place: Place) -> Opened:
        notices: list[Sentence] = []
        try:
            for path in (place.path, backup_of(place.path)):
                try:
                    workspace = read_workspace(path)
                except _Damaged as problem:
                    aside = atomic.set_aside(path)
                    notices.append(_damage_notice(place.name, problem, aside))
                except _Missing:
                    continue
                else:
                    if path != place.path:
                        notices.append(_recovery_notice(place.name))
                    return Opened(place, replace(workspace, name=place.name), tuple(notices))
        except OSError as error:
            place.lock.release()
            raise _unwritable(place.name, error) from error
        except Problem:
            place.lock.release()
            raise
        return Opened(place, None, tuple(notices))


class _Damaged(Problem):
    """The file is there and can be read, but holds no workspace."""


class _Missing(Problem):
    """There is no such file."""


_GONE = translatable("There is no workspace “{name}” any more.")
_OPEN_ELSEWHERE = translatable("“{name}” is open in another Lionrock window. Close it there first, or choose another name.")


def read_workspace(path: Path) -> Workspace:
    """Read a workspace file without opening it for editing.

    Raises
    ------
    Problem
        If it is missing, cannot be read, or holds no workspace that this version knows.
    """
    try:
        return decode(path.read_bytes())
    except FileNotFoundError as error:
        raise _Missing(translatable("There is no file {path}. Check the name and the folder."), path=path) from error
    except OSError as error:
        raise Problem(translatable("The workspace {path} cannot be read: {reason}."), path=path, reason=reason(error)) from error
    except NewerWorkspace as error:
        raise Problem("{path}: {message}", path=path, message=error) from error
    except WorkspaceError as error:
        raise _Damaged("{path}: {message}", path=path, message=error) from error


def is_workspace(path: Path) -> bool:
    """Whether a file says of itself that it is a workspace; False when it cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError:
        return False
    return head.lstrip().startswith(b"{") and FORMAT.encode() in head


def _numbered(name: str) -> Iterator[str]:
    """``name``, “name 2”, “name 3” and so on; “Demo 2” is followed by “Demo 3”."""
    yield name
    match = re.fullmatch(r"(.*\S) (\d{1,4})", name)
    base, number = (match[1], int(match[2]) + 1) if match else (name, 2)
    while True:
        yield f"{base} {number}"
        number += 1


def _is_another(path: Path, source: Path) -> bool:
    """Whether there is a file at a path, and not the one at the other path: ``demo`` may be ``Demo``."""
    return path.exists() and not (source.exists() and path.samefile(source))


def _unwritable(name: str, error: OSError) -> Problem:
    return Problem(translatable("The workspace “{name}” cannot be kept: {reason}."), name=name, reason=reason(error))


def _damage_notice(name: str, problem: Problem, aside: Path) -> Sentence:
    return Sentence(
        translatable("The file of the workspace “{name}” is damaged. It was kept as {file}."),
        {"name": name, "file": aside, "problem": problem.sentence},
    )


def _recovery_notice(name: str) -> Sentence:
    return Sentence(translatable("The version of “{name}” saved just before is shown."), {"name": name})
