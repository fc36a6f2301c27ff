"""What goes wrong with the files of workspaces costs nothing, is said, and keeps nothing from being used."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from gui import atomic
from gui.autosave import backup_of, write_workspace
from gui.sentences import Problem
from gui.workspaces import WorkspaceFolder, is_workspace, read_workspace
from tests.gui.documents import workspace


@pytest.fixture
def library(tmp_path: Path) -> WorkspaceFolder:
    return WorkspaceFolder(tmp_path / "workspaces")


def keep(library: WorkspaceFolder, name: str, *symbols: str) -> Path:
    """Save a workspace as often as there are symbols, so that the last but one is its backup."""
    library.save_as(workspace(name), name).lock.release()
    for symbol in symbols:
        write_workspace(library.path(name), workspace(name, symbol=symbol))
    return library.path(name)


def symbol_in(path: Path) -> str:
    return read_workspace(path).chart.symbol


def is_free(library: WorkspaceFolder, name: str) -> bool:
    """Whether no window has a workspace."""
    opened = WorkspaceFolder(library.folder).open(name)
    opened.place.lock.release()
    return opened.place.name == name


def refusing(monkeypatch: pytest.MonkeyPatch, method: str, name: str) -> None:
    """Let the disk refuse something for the file of a name."""
    works = getattr(Path, method)

    def refuse(path: Path, *given: object) -> object:
        if path.name == name:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return works(path, *given)

    monkeypatch.setattr(Path, method, refuse)


@pytest.mark.parametrize("new", ["New", "demo"])
@pytest.mark.parametrize("name", ["Demo.json", "Demo.json.bak"])
def test_what_could_not_be_renamed_is_where_it_was(
    library: WorkspaceFolder, name: str, new: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keep(library, "Demo", "^HSI", "9988.HK")
    place = library.open("Demo").place
    with monkeypatch.context() as patch:
        refusing(patch, "replace", name)
        with pytest.raises(Problem, match=f"“{new}” cannot be kept: the disk reported an error"):
            library.rename(place, new)
    assert library.names() == ("Demo",)
    assert (symbol_in(path), symbol_in(backup_of(path))) == ("9988.HK", "^HSI")
    assert not backup_of(library.path("New")).exists(), "a workspace that is begun there has no other's past"
    assert place.lock.held
    assert not is_free(library, "Demo")
    place.lock.release()
    begun = library.begin("New")
    assert begun.name == "New"
    begun.lock.release()


def test_a_workspace_that_was_renamed_has_left_its_old_name(library: WorkspaceFolder) -> None:
    keep(library, "Demo", "^HSI")
    place = library.rename(library.open("Demo").place, "New")
    begun = WorkspaceFolder(library.folder).begin("Demo")
    assert begun.name == "Demo"
    assert not is_free(library, "New")
    begun.lock.release()
    place.lock.release()


def test_a_name_that_is_taken_stays_its_owners(library: WorkspaceFolder, tmp_path: Path) -> None:
    keep(library, "Demo")
    keep(library, "Other", "^HSI")
    with pytest.raises(Problem, match="There is a workspace “Other” already"):
        library.rename("Demo", "Other")
    with pytest.raises(Problem, match="There is a workspace “OTHER” already"):
        library.rename("Demo", "OTHER")
    begun = WorkspaceFolder(library.folder).begin("Begun")
    with pytest.raises(Problem, match="There is a workspace “Begun” already"):
        library.rename("Demo", "Begun")
    begun.lock.release()
    assert is_free(library, "Demo")
    assert is_free(library, "Other")
    for name in ("desk", "chair"):
        write_workspace(tmp_path / f"{name}.json", workspace(name))
    outside = library.open_file(tmp_path / "desk.json").place
    with pytest.raises(Problem, match="There is a workspace “chair” already"):
        library.rename(outside, "chair")
    renamed = library.rename(outside, "Other")
    assert renamed.path == tmp_path / "Other.json", "which is another one than that of the library"
    renamed.lock.release()


def test_the_name_of_the_file_is_that_of_the_workspace(library: WorkspaceFolder) -> None:
    for name in ("b", "A", "c"):
        place = library.save_as(workspace("what it was called before"), name)
        assert read_workspace(place.path).name == name
        place.lock.release()
    assert library.names() == ("A", "b", "c")
    write_workspace(library.path("b"), workspace("of another hand"))
    opened = library.open("b")
    assert opened.workspace is not None
    assert opened.workspace.name == "b"
    opened.place.lock.release()


def test_a_file_that_is_not_there_is_said_beside_those_that_are(library: WorkspaceFolder, tmp_path: Path) -> None:
    keep(library, "Demo")
    with pytest.raises(Problem, match="There is no file"):
        library.open_file(tmp_path / "missing.json")


def test_of_a_deleted_workspace_nothing_comes_back_by_itself(library: WorkspaceFolder) -> None:
    keep(library, "Demo", "^HSI")
    trashed = library.delete("Demo")
    assert symbol_in(trashed) == "^HSI"
    with pytest.raises(Problem, match="no workspace “Demo” any more"):
        library.open("Demo")
    opened = WorkspaceFolder(library.folder).begin("Demo")
    assert opened.name == "Demo"
    opened.lock.release()


def test_what_could_not_be_deleted_is_where_it_was(library: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    path = keep(library, "Demo", "^HSI")
    with monkeypatch.context() as patch:
        refusing(patch, "replace", "Demo.json")
        with pytest.raises(Problem, match="cannot be kept: the disk reported an error"):
            library.delete("Demo")
    assert (symbol_in(path), symbol_in(backup_of(path))) == ("^HSI", "HSTECH.HK")
    assert is_free(library, "Demo")


def test_a_workspace_of_which_only_the_version_before_is_left_can_be_opened_and_renamed(library: WorkspaceFolder) -> None:
    keep(library, "Demo", "^HSI").unlink()
    opened = library.open("Demo")
    assert opened.workspace is not None
    assert opened.workspace.chart.symbol == "HSTECH.HK"
    assert opened.notices == ("The version of “Demo” saved just before is shown.",)
    opened.place.lock.release()
    place = library.rename("Demo", "New")
    assert symbol_in(backup_of(place.path)) == "HSTECH.HK"
    place.lock.release()


def test_what_is_damaged_is_said_with_where_it_is_kept(library: WorkspaceFolder) -> None:
    path = keep(library, "Demo", "^HSI")
    path.write_bytes(b"{")
    opened = library.open("Demo")
    opened.place.lock.release()
    assert opened.notices == (
        f"The file of the workspace “Demo” is damaged. It was kept as {path}.damaged-1.",
        "The version of “Demo” saved just before is shown.",
    )


def unmovable(library: WorkspaceFolder, patch: pytest.MonkeyPatch) -> None:
    library.path("Demo").write_bytes(b"{")

    def refuse(_path: Path) -> Path:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    patch.setattr(atomic, "set_aside", refuse)


def unreadable(library: WorkspaceFolder, patch: pytest.MonkeyPatch) -> None:
    refusing(patch, "read_bytes", "Demo.json")


def newer(library: WorkspaceFolder, patch: pytest.MonkeyPatch) -> None:
    library.path("Demo").write_bytes(b'{"format": "lionrock-workspace", "workspace": {"version": 99}}')


@pytest.mark.parametrize(
    ("spoil", "why"), [(unmovable, "permission denied"), (unreadable, "the disk reported an error"), (newer, "newer Lionrock")]
)
def test_what_cannot_be_opened_is_said_left_as_it_is_and_nobodys(
    library: WorkspaceFolder, spoil: Callable[..., None], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keep(library, "Demo", "^HSI")
    with monkeypatch.context() as patch:
        spoil(library, patch)
        before = {each.name for each in library.folder.iterdir()}
        with pytest.raises(Problem, match=why):
            library.open("Demo")
        assert {each.name for each in library.folder.iterdir()} == before
    write_workspace(path, workspace("Demo"))
    assert is_free(library, "Demo")


def test_files_that_are_called_alike_in_other_folders_are_others(library: WorkspaceFolder, tmp_path: Path) -> None:
    places = []
    for folder in ("one", "two"):
        path = tmp_path / folder / "desk.json"
        write_workspace(path, workspace(symbol=folder))
        places.append(library.open_file(path).place)
    keep(library, "desk")
    assert is_free(library, "desk")
    for place in places:
        place.lock.release()


def test_names_that_are_taken_go_on_counting(library: WorkspaceFolder) -> None:
    found = []
    for name in ("Demo", "Demo", "Demo", "Demo 2", "2", "2", "Big 19998", "Big 19998"):
        place = library.begin(name)
        write_workspace(place.path, workspace())
        place.lock.release()
        found.append(place.name)
    assert found == ["Demo", "Demo 2", "Demo 3", "Demo 4", "2", "2 2", "Big 19998", "Big 19998 2"]


@pytest.mark.parametrize(
    ("content", "is_one"),
    [
        (b'{"format": "lionrock-workspace", "workspace": {}}', True),
        (b'\n  {\n "format": "lionrock-workspace"', True),
        (b"Date,Open,High,Low,Close\n2025-01-02,1,2,1,lionrock-workspace\n", False),
        (b'{"format": "something else"}', False),
        (b"", False),
        (None, False),
    ],
)
def test_a_file_says_of_itself_whether_it_is_a_workspace(tmp_path: Path, content: bytes | None, is_one: bool) -> None:
    path = tmp_path / "file"
    if content is not None:
        path.write_bytes(content)
    assert is_workspace(path) is is_one


def test_what_fails_when_saving_over_another_leaves_both_where_they_can_be(
    library: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = keep(library, "Demo", "^HSI")
    with monkeypatch.context() as patch:
        refusing(patch, "replace", "Demo.json")
        with pytest.raises(Problem, match="the disk reported an error"):
            library.save_as(replace(workspace("x"), name="x"), "Demo")
    assert symbol_in(path) == "^HSI"
    assert is_free(library, "Demo")
