from __future__ import annotations

import contextlib
import errno
import importlib.util
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from gui import atomic


def test_it_replaces_the_content_and_leaves_no_other_file(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "in another" / "file.json"
    atomic.write(path, b"one")
    atomic.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_it_keeps_the_version_before(tmp_path: Path) -> None:
    path, previous = tmp_path / "file.json", tmp_path / "file.json.bak"
    for content in (b"one", b"two", b"three"):
        atomic.write(path, content, previous=previous)
    assert (path.read_bytes(), previous.read_bytes()) == (b"three", b"two")
    assert sorted(tmp_path.iterdir()) == [path, previous]


def test_it_keeps_the_version_before_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_link(source: object, target: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_link)
    path, previous = tmp_path / "file.json", tmp_path / "file.json.bak"
    for content in (b"one", b"two"):
        atomic.write(path, content, previous=previous)
    assert (path.read_bytes(), previous.read_bytes()) == (b"two", b"one")


def test_a_full_disk_leaves_the_old_content_and_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file.json"
    atomic.write(path, b"old")
    write = os.write

    def full(descriptor: int, data: memoryview) -> int:
        if len(data) > 4:
            return write(descriptor, data[:4])  # a disk that fills up takes some of it first
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        atomic.write(path, b"new and longer", previous=tmp_path / "file.bak")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("linked", [False, True])
def test_a_file_that_nobody_may_write_is_left_alone(tmp_path: Path, linked: bool) -> None:
    """It was replaced without a word, protected as it was, since the folder could be written."""
    path, previous = tmp_path / "file.json", tmp_path / "file.bak"
    target = tmp_path / "elsewhere.json" if linked else path
    target.write_bytes(b"a layout to begin with")
    if linked:
        path.symlink_to(target)
    target.chmod(0o444)
    with pytest.raises(PermissionError):
        atomic.write(path, b"new", previous=previous)
    assert path.read_bytes() == b"a layout to begin with"
    assert set(tmp_path.iterdir()) == {path, target}
    target.chmod(0o644)
    atomic.write(path, b"new", previous=previous)
    assert (path.read_bytes(), previous.read_bytes()) == (b"new", b"a layout to begin with")


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o644])
def test_who_may_read_a_file_stays_as_it_was_said(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"old")
    path.chmod(mode)
    for content in (b"new", b"newer"):
        atomic.write(path, content, previous=tmp_path / "file.bak")
        assert stat.S_IMODE(path.stat().st_mode) == mode
    (tmp_path / "fresh").touch()
    atomic.write(tmp_path / "other", b"new")
    assert (tmp_path / "other").stat().st_mode == (tmp_path / "fresh").stat().st_mode, "as of any other new file"


def another_process() -> ModuleType:
    """The module as another process has it, which may have the same number on another machine."""
    spec = importlib.util.find_spec("gui.atomic")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_two_processes_of_the_same_number_write_no_mixture(tmp_path: Path) -> None:
    first, second, path = another_process(), another_process(), tmp_path / "file.json"

    def parts() -> Iterator[bytes]:
        yield b"the content "
        second.write(path, b"another content")
        assert path.read_bytes() == b"another content"
        yield b"of one"

    first.write_parts(path, parts())
    assert path.read_bytes() == b"the content of one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_power_cut_finds_the_old_content_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has its name only when the disk has its content, and the name is on the disk, too, when all is done."""
    path, previous = tmp_path / "folder" / "file.json", tmp_path / "folder" / "file.json.bak"
    atomic.write(path, b"old")
    events: list[tuple[str, int, int]] = []
    synchronise, replace = os.fsync, Path.replace

    def sync(descriptor: int) -> None:
        status = os.fstat(descriptor)
        events.append(("synchronised", status.st_ino, 0 if stat.S_ISDIR(status.st_mode) else status.st_size))
        synchronise(descriptor)

    def rename(source: Path, target: Path) -> Path:
        if target == path:
            events.append(("named", source.stat().st_ino, source.stat().st_size))
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", sync)
    monkeypatch.setattr(Path, "replace", rename)
    atomic.write_parts(path, (b"new, ", b"and longer"), previous=previous)
    file, folder = path.stat(), path.parent.stat()
    assert events == [
        ("synchronised", file.st_ino, len(b"new, and longer")),
        ("named", file.st_ino, len(b"new, and longer")),
        ("synchronised", folder.st_ino, 0),
    ]


@pytest.mark.parametrize("fault", [None, "write", "fsync"])
def test_nothing_stays_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str | None) -> None:
    held: set[int] = set()
    opening, closing = os.open, os.close

    def opened(*given: Any) -> int:
        descriptor = opening(*given)
        held.add(descriptor)
        return descriptor

    def closed(descriptor: int) -> None:
        held.discard(descriptor)
        closing(descriptor)

    def fail(*_given: Any) -> int:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", opened)
        patch.setattr(os, "close", closed)
        if fault is not None:
            patch.setattr(os, fault, fail)
        with contextlib.suppress(OSError):
            atomic.write(tmp_path / "file", b"new")
        atomic.sync_folder(tmp_path)
    assert not held


def test_a_name_may_be_as_long_as_the_file_system_takes(tmp_path: Path) -> None:
    path, previous = tmp_path / ("x" * 255), tmp_path / ("y" * 255)
    for content in (b"one", b"two"):
        atomic.write(path, content, previous=previous)
    assert (path.read_bytes(), previous.read_bytes()) == (b"two", b"one")
    assert sorted(tmp_path.iterdir()) == [path, previous]


def test_what_fails_at_the_last_step_again_and_again_leaves_no_rubbish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, previous = tmp_path / "file.json", tmp_path / "file.bak"
    atomic.write(path, b"old")
    replace = Path.replace

    def refuse(source: Path, target: Path) -> Path:
        if target == path:
            raise PermissionError(errno.EACCES, "open elsewhere")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    for _ in range(3):
        with pytest.raises(PermissionError):
            atomic.write(path, b"new", previous=previous)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"file.json": b"old", "file.bak": b"old"}


def test_a_folder_that_cannot_be_opened_is_written_to_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: Path, *rest: int) -> int:
        if path == tmp_path:
            raise PermissionError(errno.EACCES, "may be entered, but not listed")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    atomic.write(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"


def test_short_writes_are_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    atomic.write(tmp_path / "file", b"0123456789")
    monkeypatch.undo()
    assert (tmp_path / "file").read_bytes() == b"0123456789"


def test_a_symbolic_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "file.json", tmp_path / "file.json"
    target.write_bytes(b"old")
    link.symlink_to(target)
    atomic.write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_set_aside_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "file.json"
    for content in (b"a", b"b", b"c"):
        path.write_bytes(content)
        atomic.set_aside(path)
    assert [place.read_bytes() for place in sorted(tmp_path.iterdir())] == [b"a", b"b", b"c"]


def test_sweeping_takes_old_temporary_files_only(tmp_path: Path) -> None:
    old, young, other = tmp_path / ".a.json.12.tmp", tmp_path / ".b.json.13.tmp", tmp_path / "c.tmp"
    for path in (old, young, other):
        path.write_bytes(b"")
    hours_ago = time.time() - 7200
    for path in (old, other):
        os.utime(path, (hours_ago, hours_ago))
    atomic.sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([young, other])
    atomic.sweep(tmp_path / "missing")


@pytest.mark.parametrize("failing", ["stat", "unlink"])
def test_a_temporary_file_that_stays_keeps_no_other_from_being_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    old = [tmp_path / f".{name}.12.tmp" for name in "abc"]
    hours_ago = time.time() - 7200
    for path in old:
        path.write_bytes(b"")
        os.utime(path, (hours_ago, hours_ago))
    works = getattr(Path, failing)

    def refuse(path: Path, **given: bool) -> object:
        if path == old[1]:
            raise PermissionError(errno.EACCES, "another user's")
        return works(path, **given)

    with monkeypatch.context() as patch:
        patch.setattr(Path, failing, refuse)
        atomic.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [old[1]]


def test_sweeping_leaves_what_is_being_written_however_old_it_looks(tmp_path: Path) -> None:
    """As on a network drive whose clock is hours behind: writing a workspace failed, and a notice said so."""

    def parts() -> Iterator[bytes]:
        (writing,) = tmp_path.iterdir()
        hours_ago = time.time() - 7200
        os.utime(writing, (hours_ago, hours_ago))
        atomic.sweep(tmp_path)
        yield b"new"

    atomic.write_parts(tmp_path / "file.json", parts())
    assert (tmp_path / "file.json").read_bytes() == b"new"
