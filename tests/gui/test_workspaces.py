from __future__ import annotations

import errno
import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.codec import decode
from charting.core.document import Workspace
from gui import workspaces
from gui.autosave import backup_of, write_workspace
from gui.sentences import Problem
from gui.workspaces import Place, WorkspaceFolder, tidy_name
from tests.gui.documents import workspace


@pytest.fixture
def library(tmp_path: Path) -> WorkspaceFolder:
    return WorkspaceFolder(tmp_path / "workspaces")


def keep(library: WorkspaceFolder, *names: str) -> None:
    for name in names:
        library.save_as(workspace(name), name).lock.release()


def test_an_empty_library_has_no_names(library: WorkspaceFolder) -> None:
    assert library.names() == ()
    with pytest.raises(Problem, match="no workspace “Demo”"):
        library.open("Demo")


@pytest.mark.parametrize("name", ["Demo", "恒生科技 · 支撐位", "100 %", "%2F", "科技🙂", 'say "hi"', "é", "Demo 2.json"])
@pytest.mark.parametrize("around", ["{}", "a/{}\\c", ".{}", "{}?*", "CON.{}", "{}.", "a:{}"])
def test_any_name_is_kept_and_found_again(library: WorkspaceFolder, around: str, name: str) -> None:
    name = around.format(name)
    keep(library, name)
    assert library.names() == (name,)
    opened = library.open(name)
    assert opened.workspace is not None
    assert (opened.workspace.name, opened.place.name, opened.notices) == (name, name, ())
    assert opened.place.path.parent == library.folder
    opened.place.lock.release()


@given(st.text(max_size=40))
def test_a_tidy_name_is_stable_and_makes_a_safe_file_name(name: str) -> None:
    try:
        tidy = tidy_name(name)
    except Problem:
        return
    assert tidy_name(tidy) == tidy
    file = WorkspaceFolder(Path("/nowhere")).path(tidy).name
    assert not set(file) & set('<>:"/\\|?*')
    assert not file.startswith(".")
    assert len(os.fsencode(file)) < 240


@pytest.mark.parametrize(("name", "word"), [("", "needs a name"), (" \t ", "needs a name"), ("長" * 100, "shorter")])
def test_names_that_cannot_be_are_refused_in_a_sentence(library: WorkspaceFolder, name: str, word: str) -> None:
    with pytest.raises(Problem, match=word):
        library.save_as(workspace(), name)


BY_HAND = pytest.mark.parametrize(
    "name",
    [
        "Retrace 61.8%",
        "50%41",
        "Cafe\u0301",
        " two  spaces ",
        ".hidden",
        "full stop.",
        "con",
        "a*b",
        "x" * 210,
        os.fsdecode("科技".encode("big5")),
    ],
)


@BY_HAND
def test_a_file_that_was_named_by_hand_is_a_workspace_like_any_other(library: WorkspaceFolder, name: str) -> None:
    library.folder.mkdir(parents=True)
    path = library.folder / (name + ".json")
    write_workspace(path, workspace(symbol="^HSI"))
    (listed,) = library.names()
    assert listed == name.encode("utf-8", "backslashreplace").decode()
    for opening in (lambda: library.open(listed), lambda: library.open_file(path)):
        opened = opening()
        assert (opened.place.path, opened.place.name) == (path, listed)
        with pytest.raises(Problem, match="open in another"):
            WorkspaceFolder(library.folder).delete(listed)
        opened.place.lock.release()
    library.rename(listed, "Tidy").lock.release()
    assert library.names() == ("Tidy",)
    assert shown(library.path("Tidy")) == "^HSI"
    library.path("Tidy").replace(path)
    shutil.move(library.delete(listed), path)
    assert shown(path) == "^HSI"


@pytest.mark.parametrize("name", ["Retrace 61.8%", "Cafe\u0301"])
def test_saving_over_a_file_that_was_named_by_hand_keeps_its_place_and_its_lock(library: WorkspaceFolder, name: str) -> None:
    library.folder.mkdir(parents=True)
    write_workspace(library.folder / (name + ".json"), workspace(symbol="^HSI"))
    place = library.save_as(workspace(symbol="9988.HK"), unicodedata.normalize("NFC", name))
    assert library.names() == (name,) == (place.name,)
    assert shown(place.path) == "9988.HK"
    assert [shown(path) for path in library.trash.glob("*.json")] == ["^HSI"]
    with pytest.raises(Problem, match="open in another"):
        WorkspaceFolder(library.folder).delete(name)
    place.lock.release()


def test_of_two_files_whose_names_differ_in_case_only_each_is_itself(library: WorkspaceFolder) -> None:
    library.folder.mkdir(parents=True)
    for name, symbol in (("demo", "^HSI"), ("Demo", "9988.HK")):
        write_workspace(library.folder / (name + ".json"), workspace(symbol=symbol))
    if len(library.names()) == 1:
        return  # the file system takes them for one
    for name, symbol in (("demo", "^HSI"), ("Demo", "9988.HK")):
        opened = library.open(name)
        assert opened.workspace is not None
        assert (opened.place.name, opened.workspace.chart.symbol) == (name, symbol)
        with pytest.raises(Problem, match="already"):
            library.rename(opened.place, "Demo" if name == "demo" else "demo")
        assert opened.place.lock.held, "what could not be renamed is still this window's"
        opened.place.lock.release()
    assert library.names() == ("Demo", "demo")


def test_names_are_told_apart_without_case(library: WorkspaceFolder) -> None:
    keep(library, "Tech")
    assert library.exists("TECH")
    opened = library.open("tech")
    assert opened.place.name == "Tech"
    opened.place.lock.release()


def test_a_second_process_gets_a_copy(library: WorkspaceFolder) -> None:
    keep(library, "Demo")
    first = library.open("Demo")
    second = WorkspaceFolder(library.folder).open("Demo")
    third = WorkspaceFolder(library.folder).open("Demo")
    assert [opened.place.name for opened in (first, second, third)] == ["Demo", "Demo 2", "Demo 3"]
    assert second.workspace == msgspec.structs.replace(first.workspace, name="Demo 2")
    assert "open in another Lionrock window" in str(second.notices[0])
    for opened in (first, second, third):
        opened.place.lock.release()
    again = library.open("Demo")
    assert again.place.name == "Demo"
    again.place.lock.release()


def test_what_is_open_elsewhere_is_not_replaced_renamed_or_deleted(library: WorkspaceFolder) -> None:
    keep(library, "Demo", "Other")
    opened = library.open("Demo")
    other = WorkspaceFolder(library.folder)
    for act in (
        lambda: other.save_as(workspace(), "Demo"),
        lambda: other.rename("Demo", "New"),
        lambda: other.delete("Demo"),
    ):
        with pytest.raises(Problem, match="open in another"):
            act()
    with pytest.raises(Problem, match="already"):
        other.rename("Other", "Demo")
    assert library.names() == ("Demo", "Other")
    opened.place.lock.release()


def test_saving_over_another_puts_that_into_the_trash(library: WorkspaceFolder) -> None:
    library.save_as(workspace(symbol="^HSI"), "Mine").lock.release()
    place = library.save_as(workspace(symbol="9988.HK"), "mine")
    place.lock.release()
    assert library.names() == ("mine",)
    assert shown(place.path) == "9988.HK"
    (trashed,) = library.trash.glob("*.json")
    assert shown(trashed) == "^HSI"


def test_what_could_not_be_saved_over_another_leaves_that_where_it_is(
    library: WorkspaceFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(library, "Mine")

    def full(_path: Path, _workspace: Workspace) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(workspaces, "write_workspace", full)
    with pytest.raises(Problem, match="the disk is full"):
        library.save_as(workspace(symbol="9988.HK"), "mine")
    assert library.names() == ("Mine",)
    assert shown(library.path("Mine")) == "HSTECH.HK"
    opened = library.open("Mine")
    assert opened.place.name == "Mine"
    opened.place.lock.release()


def test_deleting_keeps_the_file_in_the_trash(library: WorkspaceFolder) -> None:
    for symbol in ("^HSI", "9988.HK"):
        library.save_as(workspace(symbol=symbol), "Demo").lock.release()
        library.delete("Demo")
    assert library.names() == ()
    assert {shown(path) for path in library.trash.glob("*.json")} == {"^HSI", "9988.HK"}
    with pytest.raises(Problem, match="no workspace"):
        library.delete("Demo")


def test_renaming_moves_the_open_workspace_with_its_lock_and_backup(library: WorkspaceFolder) -> None:
    keep(library, "Demo")
    opened = library.open("Demo")
    write_workspace(opened.place.path, workspace("Demo", symbol="^HSI"))
    place = library.rename(opened.place, "新名")
    assert library.names() == ("新名",)
    assert shown(place.path) == "^HSI"
    assert shown(backup_of(place.path)) == "HSTECH.HK"
    assert WorkspaceFolder(library.folder).open("新名").place.name == "新名 2"
    place.lock.release()


def test_renaming_may_change_the_case_only(library: WorkspaceFolder) -> None:
    keep(library, "demo")
    opened = library.open("demo")
    place = library.rename(opened.place, "Demo")
    assert library.names() == ("Demo",)
    assert place.lock.held
    place.lock.release()


def test_what_could_not_be_renamed_can_be_opened_all_the_same(library: WorkspaceFolder) -> None:
    keep(library, "Demo", "Other")
    with pytest.raises(Problem, match="already"):
        library.rename("Demo", "Other")
    opened = library.open("Demo")
    assert opened.place.name == "Demo"
    opened.place.lock.release()
    with pytest.raises(Problem, match="no workspace “Nothing” any more"):
        library.rename("Nothing", "Something")
    library.begin("Something").lock.release()
    assert library.names() == ("Demo", "Other")


@pytest.mark.parametrize("garbage", [b"", b"{", b"\x00" * 500, b'{"format": "something else", "workspace": {}}'])
def test_a_damaged_file_is_set_aside_and_the_version_before_is_used(library: WorkspaceFolder, garbage: bytes) -> None:
    keep(library, "Demo")
    path = library.path("Demo")
    write_workspace(path, workspace("Demo", symbol="^HSI"))
    path.write_bytes(garbage)
    opened = library.open("Demo")
    assert opened.workspace is not None
    assert opened.workspace.chart.symbol == "HSTECH.HK"
    assert path.with_name("Demo.json.damaged-1").read_bytes() == garbage
    assert len(opened.notices) == 2
    write_workspace(path, opened.workspace)
    assert shown(backup_of(path)) == "HSTECH.HK"
    opened.place.lock.release()


def test_when_both_versions_are_damaged_both_are_kept_and_the_place_is_free(library: WorkspaceFolder) -> None:
    keep(library, "Demo")
    path = library.path("Demo")
    path.write_bytes(b"no")
    backup_of(path).write_bytes(b"neither")
    opened = library.open("Demo")
    assert opened.workspace is None
    assert opened.place.lock.held
    assert {place.read_bytes() for place in library.folder.glob("*damaged-1")} == {b"no", b"neither"}
    opened.place.lock.release()


def test_a_newer_workspace_is_left_alone(library: WorkspaceFolder) -> None:
    library.folder.mkdir(parents=True)
    newer = b'{"format": "lionrock-workspace", "workspace": {"version": 99, "telescope": 1}}'
    library.path("Demo").write_bytes(newer)
    with pytest.raises(Problem, match="newer Lionrock"):
        library.open("Demo")
    assert library.path("Demo").read_bytes() == newer
    place = library.begin("Demo")
    assert place.name == "Demo 2"
    place.lock.release()


def test_a_file_anywhere_is_opened_in_its_place(library: WorkspaceFolder, tmp_path: Path) -> None:
    path = tmp_path / "desk.json"
    write_workspace(path, workspace("Something"))
    opened = library.open_file(path)
    assert opened.workspace is not None
    assert (opened.place.path, opened.workspace.name) == (path, "desk")
    with pytest.raises(Problem, match="another Lionrock window"):
        WorkspaceFolder(library.folder).open_file(path)
    opened.place.lock.release()
    assert sorted(tmp_path.iterdir()) == [path, library.folder]


def through_a_folder(library: WorkspaceFolder, outside: Path) -> Path:
    (outside / "link").symlink_to(library.folder, target_is_directory=True)
    return outside / "link" / "Demo.json"


def through_a_file(library: WorkspaceFolder, outside: Path) -> Path:
    (outside / "mine.json").symlink_to(library.path("Demo"))
    return outside / "mine.json"


def through_dots(library: WorkspaceFolder, outside: Path) -> Path:
    return outside / "workspaces" / ".." / "workspaces" / "Demo.json"


def kept_elsewhere(library: WorkspaceFolder, outside: Path) -> Path:
    library.path("Demo").replace(outside / "synchronised.json")
    library.path("Demo").symlink_to(outside / "synchronised.json")
    return outside / "synchronised.json"


@pytest.mark.parametrize("way", [through_a_folder, through_a_file, through_dots, kept_elsewhere])
def test_by_whatever_way_a_workspace_is_reached_one_window_alone_writes_it(
    library: WorkspaceFolder, tmp_path: Path, way: Callable[[WorkspaceFolder, Path], Path]
) -> None:
    keep(library, "Demo")
    path = way(library, tmp_path)
    first = library.open("Demo")
    second = WorkspaceFolder(library.folder).open_file(path)
    assert (first.place.name, second.place.name) == ("Demo", "Demo 2")
    first.place.lock.release()
    second.place.lock.release()
    first = library.open_file(path)
    second = WorkspaceFolder(library.folder).open("Demo")
    assert (first.place.name, second.place.name) == ("Demo", "Demo 2")
    first.place.lock.release()
    second.place.lock.release()


def test_a_file_is_read_once_nobody_else_can_write_it(
    library: WorkspaceFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "desk.json"
    write_workspace(path, workspace(symbol="^HSI"))
    occupy = WorkspaceFolder._occupy

    def written_last(folder: WorkspaceFolder, name: str, place: Path) -> Place | None:
        write_workspace(path, workspace(symbol="9988.HK"))  # the other window's last change, as it closes
        return occupy(folder, name, place)

    monkeypatch.setattr(WorkspaceFolder, "_occupy", written_last)
    opened = library.open_file(path)
    assert opened.workspace is not None
    assert opened.workspace.chart.symbol == "9988.HK"
    opened.place.lock.release()


@pytest.mark.parametrize("content", [None, b"time,open\n", "directory"])
def test_a_file_that_is_no_workspace_is_refused_and_left_as_it_is(
    library: WorkspaceFolder, tmp_path: Path, content: bytes | str | None
) -> None:
    path = tmp_path / "strange.json"
    if content == "directory":
        path.mkdir()
    elif isinstance(content, bytes):
        path.write_bytes(content)
    with pytest.raises(Problem) as caught:
        library.open_file(path)
    assert "strange.json" in str(caught.value)
    assert not isinstance(content, bytes) or path.read_bytes() == content
    path.rmdir() if content == "directory" else path.unlink(missing_ok=True)
    write_workspace(path, workspace())
    opened = WorkspaceFolder(library.folder).open_file(path)
    assert opened.place.lock.held, "what was refused is nobody's"
    opened.place.lock.release()


def test_a_file_of_the_library_keeps_its_name(library: WorkspaceFolder) -> None:
    keep(library, "a/b")
    opened = library.open_file(library.path("a/b"))
    assert opened.place.name == "a/b"
    opened.place.lock.release()


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Problem, match="cannot be kept"):
        WorkspaceFolder(tmp_path / "file" / "workspaces").save_as(workspace(), "Demo")


def shown(path: Path) -> str:
    document: Workspace = decode(path.read_bytes())
    return document.chart.symbol
