"""What the user keeps beside workspaces is read as far as it can be, never lost, and what is wrong is told."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.document import Drawing, Indicator, Stroke
from gui import atomic
from gui.indicator_shelf import IndicatorSet, IndicatorShelf, Shelved, beginning, open_shelf
from gui.json_file import VERSION, JsonFile, merged, salvaged
from gui.templates import Book, Dress, Templates, open_templates
from gui.writer import Writer

LINE = Drawing("1", "trend_line", (), Stroke("red", 3, "dash"))


def change_templates(file: JsonFile[Any]) -> None:
    open_templates(file).save(LINE, "Strong")


def change_shelf(file: JsonFile[Any]) -> None:
    open_shelf(file).toggle_favourite("rsi")


KINDS: dict[str, tuple[msgspec.Struct, Callable[[JsonFile[Any]], None]]] = {
    "templates": (Book(), change_templates),
    "indicators": (beginning(), change_shelf),
}
EVERY = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def writer() -> Iterator[Writer]:
    made = Writer(0.0)
    yield made
    made.close()


def opened(path: Path, writer: Writer, kind: str) -> JsonFile[Any]:
    return JsonFile(path, writer, KINDS[kind][0])


def others(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if one != path}


@EVERY
def test_what_is_changed_comes_back(kind: str, tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    file = opened(path, writer, kind)
    assert file.content == KINDS[kind][0]
    assert not path.exists(), "nothing is written before there is something to keep"
    KINDS[kind][1](file)
    assert writer.flush()
    again = opened(path, writer, kind)
    assert again.content == file.content != KINDS[kind][0]
    assert (file.notice, again.notice) == (None, None)
    assert json.loads(path.read_bytes())["version"] == VERSION


@EVERY
@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b"{", b"[" * 100_000, b"null", b"nonsense"])
def test_a_damaged_file_is_kept_and_told(kind: str, data: bytes, tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(data)
    file = opened(path, writer, kind)
    assert file.content == KINDS[kind][0]
    assert others(path) == {"file.json.damaged-1": data}
    assert file.notice == f"{path} was damaged. It was kept as file.json.damaged-1, and a new one is begun."
    KINDS[kind][1](file)
    assert writer.flush()
    assert others(path) == {"file.json.damaged-1": data}
    assert opened(path, writer, kind).notice is None


LOOKS = {
    "good": {"stroke": {"colour": "red"}},
    "bad": {"stroke": {"width": -1}},
    "odd": 3,
    "new": {"later": 1, "opacity": 0.5},
}
PARTLY = {
    "looks": (
        {"defaults": {"text": {"opacity": 7}}, "named": {"trend_line": LOOKS, "x": 1}},
        Book({}, {"trend_line": {"good": Dress(Stroke("red")), "new": Dress(opacity=0.5)}}),
    ),
    "tables": ({"named": 3, "defaults": []}, Book()),
    "sets": (
        {"favourites": ["a", 3, "b"], "sets": {"good": {"over": [{"id": "1", "kind": "rsi"}]}, "bad": {"over": 3}}},
        Shelved(("a", "b"), {"good": IndicatorSet((Indicator("1", "rsi"),))}),
    ),
}


@pytest.mark.parametrize("case", PARTLY)
@pytest.mark.logs("was damaged and is kept as|Writing .* failed")
def test_on_a_full_disk_what_can_be_read_of_a_damaged_file_stays_readable(
    case: str, tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was renamed first: killed before there was room again, the program began the next time with nothing of it."""
    path, (given_, wanted) = tmp_path / "file.json", PARTLY[case]
    kind = "templates" if isinstance(wanted, Book) else "indicators"
    data = json.dumps(given_).encode()
    path.write_bytes(data)

    def full(_descriptor: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        for _ in range(2):
            file = opened(path, writer, kind)
            assert file.content == wanted
            assert not writer.flush()
            assert path.read_bytes() == data
            assert others(path) == {}
    assert writer.flush()
    assert others(path) == {"file.json.damaged-1": data}
    assert opened(path, writer, kind).content == wanted


@pytest.mark.parametrize("case", PARTLY)
@pytest.mark.logs("was damaged and is kept as")
def test_what_cannot_be_read_is_left_out_but_not_lost(case: str, tmp_path: Path, writer: Writer) -> None:
    path, (given_, wanted) = tmp_path / "file.json", PARTLY[case]
    kind = "templates" if isinstance(wanted, Book) else "indicators"
    data = json.dumps(given_).encode()
    path.write_bytes(data)
    file = opened(path, writer, kind)
    assert writer.flush()
    assert file.content == wanted
    assert others(path) == {"file.json.damaged-1": data}
    assert file.notice is not None
    assert "file.json.damaged-1" in file.notice
    again = opened(path, writer, kind)
    assert (again.content, again.notice) == (wanted, None), "it is told once"


@EVERY
@pytest.mark.parametrize("version", [VERSION + 1, 99])
def test_a_file_of_a_later_version_stays_as_it_is(kind: str, version: int, tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    data = json.dumps({"version": version, "sets": "something else by then"}).encode()
    path.write_bytes(data)
    file = opened(path, writer, kind)
    KINDS[kind][1](file)
    assert writer.flush()
    assert path.read_bytes() == data
    assert others(path) == {}
    assert file.notice is not None
    assert "newer Lionrock" in file.notice
    assert file.content != KINDS[kind][0], "until the program ends, what was changed is there"


@EVERY
def test_fields_that_this_version_does_not_know_stay(kind: str, tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b'{"later": {"a": 1}}')
    file = opened(path, writer, kind)
    KINDS[kind][1](file)
    assert writer.flush()
    assert json.loads(path.read_bytes())["later"] == {"a": 1}
    assert file.notice is None


@EVERY
def test_a_file_that_cannot_be_read_or_put_aside_is_never_written_over(
    kind: str, tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder.json"
    folder.mkdir()
    file = opened(folder, writer, kind)
    assert file.notice is not None
    assert file.notice.startswith(f"{folder} cannot be used (it is a folder) and is left as it is.")
    KINDS[kind][1](file)

    def refuse(path: Path) -> Path:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(atomic, "set_aside", refuse)
    path = tmp_path / "file.json"
    path.write_bytes(b"damaged")
    file = opened(path, writer, kind)
    KINDS[kind][1](file)
    assert writer.flush()
    assert path.read_bytes() == b"damaged"
    assert file.notice is not None
    assert "permission denied" in file.notice


@EVERY
@pytest.mark.logs("Writing .* failed")
def test_on_a_full_disk_the_old_file_stays_and_the_new_one_follows(
    kind: str, tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b"{}")
    failed: list[tuple[Path, object]] = []
    writer.failed.connect(lambda at, error: failed.append((at, error.errno)))
    file = opened(path, writer, kind)
    write = os.write

    def full(descriptor: int, data: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", full)
    KINDS[kind][1](file)
    assert not writer.flush()
    assert failed == [(path, errno.ENOSPC)], "which the window tells"
    assert path.read_bytes() == b"{}"
    monkeypatch.setattr(os, "write", write)
    assert writer.flush()
    assert opened(path, writer, kind).content == file.content
    assert others(path) == {}


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["favourites", "sets", "over", "a"]), inner),
    max_leaves=8,
)


@given(VALUES)
def test_of_anything_there_is_a_shelf_that_can_be_written(value: object) -> None:
    found, whole = salvaged(value, Shelved)
    assert isinstance(found, Shelved)
    packed = msgspec.to_builtins(found)
    assert salvaged(packed, Shelved) == (found, True)
    assert not whole or isinstance(value, dict)


def test_what_is_no_file_begins_with_what_there_is_for_everybody() -> None:
    assert IndicatorShelf().shelved == beginning()
    assert Templates().book == Book()


def test_two_programs_keep_each_others_templates(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    first, second = (open_templates(opened(path, writer, "templates")) for _ in range(2))
    for templates, name in ((first, "Support"), (second, "Resistance")):
        templates.save(LINE, name)
        assert writer.flush()
    second.save_default(LINE)
    second.save(Drawing("2", "text", ()), "Note")
    first.save(msgspec.structs.replace(LINE, stroke=Stroke("pink")), "Support")
    assert writer.flush()
    second.remove("trend_line", "Resistance")
    assert writer.flush()
    found = open_templates(opened(path, writer, "templates"))
    assert (found.names("trend_line"), found.names("text")) == (("Support",), ("Note",))
    assert found.apply(LINE, "Support").stroke == Stroke("pink")
    assert set(found.book.defaults) == {"trend_line"}


def test_two_programs_keep_each_others_favourites_and_sets(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    first, second = (open_shelf(opened(path, writer, "indicators")) for _ in range(2))
    first.toggle_favourite("rsi")
    first.toggle_favourite("macd")
    assert writer.flush()
    second.toggle_favourite("sma")
    second.save("Mine", IndicatorSet((Indicator("1", "rsi"),)))
    assert writer.flush()
    first.toggle_favourite("rsi")
    first.delete(list(beginning().sets))
    assert writer.flush()
    found = open_shelf(opened(path, writer, "indicators"))
    assert (found.favourites, found.names) == (("macd", "sma"), ("Mine",))


FAVOURITES = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)


@given(FAVOURITES, FAVOURITES, FAVOURITES)
def test_lists_of_two_programs_are_merged(before: tuple[str, ...], after: tuple[str, ...], other: tuple[str, ...]) -> None:
    """Each name comes and goes as either wanted; the order, too, is that of the one who saves last."""
    alone, both = (
        merged(Shelved(favourites=before), Shelved(favourites=after), Shelved(favourites=found)).favourites
        for found in (before, other)
    )
    assert alone == after
    added, removed = set(after) | set(other), {one for one in before if one not in after or one not in other}
    assert set(both) == added - removed
    if after != before:
        assert [one for one in both if one in after] == [one for one in after if one in both]


def test_what_was_deleted_meanwhile_is_written_anew(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    templates = open_templates(opened(path, writer, "templates"))
    templates.save(LINE, "First")
    assert writer.flush()
    path.unlink()
    templates.save(LINE, "Second")
    assert writer.flush()
    assert open_templates(opened(path, writer, "templates")).book == templates.book
    assert others(path) == {}


@EVERY
@pytest.mark.parametrize("data", [b"", b"[]", b"\xff", b'{"named": {', b"[" * 100_000, b"null"])
@pytest.mark.logs("was damaged and is kept as")
def test_what_was_damaged_meanwhile_is_kept_and_written_anew(kind: str, data: bytes, tmp_path: Path, writer: Writer) -> None:
    """As by a slip in an editor: what was just written there by hand is not lost."""
    path = tmp_path / "file.json"
    file = opened(path, writer, kind)
    path.write_bytes(data)
    KINDS[kind][1](file)
    assert writer.flush()
    again = opened(path, writer, kind)
    assert (again.content, again.notice) == (file.content, None)
    assert others(path) == {"file.json.damaged-1": data}


@pytest.mark.parametrize("case", PARTLY)
@pytest.mark.logs("was damaged and is kept as")
def test_what_cannot_be_read_of_what_was_written_meanwhile_is_not_lost(case: str, tmp_path: Path, writer: Writer) -> None:
    path, (given_, wanted) = tmp_path / "file.json", PARTLY[case]
    kind = "templates" if isinstance(wanted, Book) else "indicators"
    file = opened(path, writer, kind)
    data = json.dumps(given_).encode()
    path.write_bytes(data)
    KINDS[kind][1](file)
    assert writer.flush()
    assert opened(path, writer, kind).content == merged(KINDS[kind][0], file.content, wanted)
    assert others(path) == {"file.json.damaged-1": data}


@EVERY
@pytest.mark.logs("Writing .* failed")
def test_what_cannot_be_read_for_a_while_is_not_written_over(
    kind: str, tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file.json"
    first, second = opened(path, writer, kind), opened(path, writer, kind)
    KINDS[kind][1](first)
    assert writer.flush()
    data = path.read_bytes()

    def broken(_path: Path) -> bytes:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", broken)
        second.keep(KINDS[kind][0])
        assert not writer.flush()
    assert path.read_bytes() == data
    assert writer.flush()
    assert opened(path, writer, kind).content == first.content, "nothing of it was changed by the second"


@EVERY
def test_what_another_version_wrote_meanwhile_stays(kind: str, tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    file = opened(path, writer, kind)
    path.write_bytes(b'{"version": "of a hand", "later": {"a": 1}}')
    KINDS[kind][1](file)
    assert writer.flush()
    assert json.loads(path.read_bytes())["later"] == {"a": 1}
    assert json.loads(path.read_bytes())["version"] == VERSION
    path.write_bytes(b'{"version": "of a hand"}')
    assert opened(path, writer, kind).notice is None


def test_what_was_taken_away_stays_away(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    path.write_bytes(b'{"favourites": ["rsi"], "sets": {}}')
    first, second = (open_shelf(opened(path, writer, "indicators")) for _ in range(2))
    first.toggle_favourite("rsi")
    assert writer.flush()
    assert opened(path, writer, "indicators").content.favourites == ()
    second.toggle_favourite("macd")
    assert writer.flush()
    assert opened(path, writer, "indicators").content.favourites == ("macd",)


DRESSES = st.sampled_from([Dress(), Dress(opacity=0.5), Dress(opacity=1.0)])
BOOKS = st.builds(
    Book,
    st.dictionaries(st.sampled_from("ab"), DRESSES),
    st.dictionaries(st.sampled_from("ab"), st.dictionaries(st.sampled_from("xy"), DRESSES)),
)


@given(BOOKS, BOOKS, BOOKS)
def test_books_of_two_programs_are_merged(before: Book, after: Book, other: Book) -> None:
    def entries(book: Book) -> dict[tuple[str, ...], Dress]:
        named = {(kind, name): dress for kind, looks in book.named.items() for name, dress in looks.items()}
        return {(kind,): dress for kind, dress in book.defaults.items()} | named

    kinds: dict[str, dict[str, Dress]] = {kind: {} for kind in before.named}  # which stay, be they ever so empty
    after, other = (msgspec.structs.replace(book, named={**kinds, **book.named}) for book in (after, other))
    had, mine, theirs = entries(before), entries(after), entries(other)
    wanted = {place: theirs.get(place) if mine.get(place) == had.get(place) else mine.get(place) for place in had | mine | theirs}
    assert entries(merged(before, after, other)) == {place: dress for place, dress in wanted.items() if dress is not None}


def test_what_a_newer_program_wrote_meanwhile_stays(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "file.json"
    templates = open_templates(opened(path, writer, "templates"))
    newer = json.dumps({"version": VERSION + 1, "named": []}).encode()
    path.write_bytes(newer)
    templates.save(LINE, "Mine")
    assert writer.flush()
    assert path.read_bytes() == newer
