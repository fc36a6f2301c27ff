from __future__ import annotations

import errno
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui import atomic
from gui.settings import Settings, SettingsFile, decode, read_settings
from gui.writer import Writer


@pytest.fixture
def writer() -> Iterator[Writer]:
    writer = Writer(delay=0.001)
    yield writer
    assert writer.close()


def test_without_a_file_the_standard_applies_and_nothing_is_written(tmp_path: Path, writer: Writer) -> None:
    settings = SettingsFile(tmp_path / "settings.json", writer)
    settings.change(live_data=False)
    assert writer.flush()
    assert settings.current == Settings()
    assert settings.notice is None
    assert not settings.current.live_data
    assert list(tmp_path.iterdir()) == []


def test_a_new_user_gets_what_the_system_has_until_choosing() -> None:
    assert Settings().mode is None
    assert decode(b'{"mode": "light"}')[0].mode == "light"
    assert decode(b'{"magnet": "off", "stay": true}')[0] == Settings(magnet="off", stay=True)


def test_changes_are_kept(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "settings.json"
    settings = SettingsFile(path, writer)
    settings.change(mode="light", workspace="港股")
    settings.change(live_data=True)
    assert writer.flush()
    assert SettingsFile(path, writer).current == Settings(mode="light", live_data=True, workspace="港股")
    assert "港股" in path.read_text(encoding="utf-8")


def test_two_programs_keep_each_others_changes(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "settings.json"
    first, second = SettingsFile(path, writer), SettingsFile(path, writer)
    first.change(mode="light")
    assert writer.flush()
    second.change(live_data=True)
    assert writer.flush()
    assert SettingsFile(path, writer).current == Settings(mode="light", live_data=True)


def test_one_strange_value_does_not_cost_the_others(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"mode": "purple", "live_data": True, "direction": 7, "workspace": "港股"}))
    settings = SettingsFile(path, writer)
    assert settings.current == Settings(live_data=True, workspace="港股")
    assert settings.notice is None


def test_values_of_a_later_version_survive(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"mode": "light", "telescope": [1, 2]}))
    SettingsFile(path, writer).change(live_data=True)
    assert writer.flush()
    assert json.loads(path.read_text())["telescope"] == [1, 2]


def test_a_value_of_a_later_version_stays_until_another_is_chosen(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"language": "ja", "magnet": "very strong", "stay": True}))
    settings = SettingsFile(path, writer)
    settings.change(live_data=True)
    assert writer.flush()
    found = json.loads(path.read_text())
    assert (found["language"], found["magnet"], found["live_data"]) == ("ja", "very strong", True)
    settings.change(magnet="off")
    assert writer.flush()
    found = json.loads(path.read_text())
    assert (found["language"], found["magnet"], found["stay"]) == ("ja", "off", True)


GARBAGE = pytest.mark.parametrize(
    "garbage", [b"", b"{", b"\xff\xfe\x00", b"[1, 2]", b"null", pytest.param(b'{"a": ' + b"[" * 100_000, id="deep")]
)


@GARBAGE
@pytest.mark.logs("was damaged and is kept as")
def test_what_was_damaged_meanwhile_is_kept_beside_the_new_one(tmp_path: Path, writer: Writer, garbage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"proxy": "proxy:8080"}')
    settings = SettingsFile(path, writer)
    path.write_bytes(garbage)
    settings.change(mode="light")
    assert writer.flush()
    assert SettingsFile(path, writer).current == Settings(mode="light", proxy="proxy:8080")
    assert (tmp_path / "settings.json.damaged-1").read_bytes() == garbage


@GARBAGE
def test_a_garbled_file_is_set_aside_with_a_notice(tmp_path: Path, writer: Writer, garbage: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(garbage)
    settings = SettingsFile(path, writer)
    assert settings.current == Settings()
    assert "settings.json.damaged-1" in str(settings.notice)
    assert (tmp_path / "settings.json.damaged-1").read_bytes() == garbage
    settings.change(mode="light")
    assert writer.flush()
    assert SettingsFile(path, writer).current.mode == "light"


def test_a_garbled_file_that_cannot_be_set_aside_is_left_as_it_is(
    tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was said to be kept, and the next change wrote over it."""
    path = tmp_path / "settings.json"
    path.write_bytes(b"{")

    def refuse(path: Path) -> Path:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(atomic, "set_aside", refuse)
    settings = SettingsFile(path, writer)
    assert "cannot be read (permission denied) and are left as they are" in str(settings.notice)
    settings.change(mode="light")
    assert writer.flush()
    assert path.read_bytes() == b"{"


def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was replaced by the standard settings, as the folder could be written."""
    path = tmp_path / "settings.json"
    path.write_text('{"mode": "light", "proxy": "proxy:8080"}')

    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as locked:
        locked.setattr(Path, "read_bytes", refuse)
        settings = SettingsFile(path, writer)
        assert "cannot be read (permission denied) and are left as they are" in str(settings.notice)
        settings.change(stay=True)
        assert settings.current.stay
        assert writer.flush()
    assert json.loads(path.read_text()) == {"mode": "light", "proxy": "proxy:8080"}


@pytest.mark.logs("Writing .*settings.json failed")
def test_a_file_that_cannot_be_read_for_a_while_is_not_replaced(
    tmp_path: Path, writer: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    settings = SettingsFile(path, writer)
    path.write_text('{"telescope": 1}')

    def refuse(path: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as failing:
        failing.setattr(Path, "read_bytes", refuse)
        settings.change(stay=True)
        assert not writer.flush()
    assert writer.flush()
    assert json.loads(path.read_text())["telescope"] == 1
    assert json.loads(path.read_text())["stay"] is True


def test_a_directory_in_its_place_is_a_notice(tmp_path: Path, writer: Writer) -> None:
    (tmp_path / "settings.json").mkdir()
    settings = SettingsFile(tmp_path / "settings.json", writer)
    assert settings.current == Settings()
    assert "folder" in str(settings.notice)


@given(st.recursive(st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=5), st.lists, max_leaves=3))
def test_any_value_of_any_field_is_read(value: object) -> None:
    for name in Settings.__struct_fields__:
        settings, _ = decode(json.dumps({name: value}).encode())
        assert msgspec.json.decode(msgspec.json.encode(settings), type=Settings) == settings


def test_settings_that_are_only_read_are_left_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    assert read_settings(path) == Settings()
    for data, mode in ((b"{", None), (b'{"mode": "light"}', "light")):
        path.write_bytes(data)
        assert read_settings(path).mode == mode
        assert [(each, each.read_bytes()) for each in tmp_path.iterdir()] == [(path, data)]
