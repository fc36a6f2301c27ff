"""How files are to be read is remembered, and nothing that was remembered is lost."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from charting.core.interval import DAY
from charting.market.file_provider import FileProvider
from charting.market.provider import SeriesKey
from charting.market.reading import Reading
from charting.market.store import Store
from gui.readings import KEPT, Readings, known_readings
from gui.writer import Writer
from tests.market.desk import answer, sessions


@pytest.fixture
def writer() -> Iterator[Writer]:
    writer = Writer(delay=0.001)
    yield writer
    writer.close()


@pytest.mark.logs("was damaged and is kept as")
@pytest.mark.parametrize("damaged", [b'{"file:///a": {"skip": 2}, ', pytest.param(b'{"a": ' + b"[" * 100_000, id="deep")])
def test_a_damaged_file_is_kept_beside_the_new_one(tmp_path: Path, writer: Writer, damaged: bytes) -> None:
    path = tmp_path / "readings.json"
    path.write_bytes(damaged)
    readings = Readings(path, writer, FileProvider(), Store(tmp_path / "bars.sqlite"), known_readings(path))
    readings.remember("file:///b", Reading(skip=3))
    assert writer.flush()
    assert known_readings(path) == {"file:///b": Reading(skip=3)}
    assert (tmp_path / "readings.json.damaged-1").read_bytes() == damaged


def unlinked(path: Path) -> None:
    path.unlink()


def damaged(path: Path) -> None:
    path.write_bytes(b"{")


@pytest.mark.logs("was damaged and is kept as")
@pytest.mark.parametrize("spoil", [unlinked, damaged])
def test_what_is_known_is_written_again_where_the_file_is_no_more(
    tmp_path: Path, writer: Writer, spoil: Callable[[Path], None]
) -> None:
    path = tmp_path / "readings.json"
    path.write_bytes(msgspec.json.encode({"file:///a": Reading(skip=1)}))
    readings = Readings(path, writer, FileProvider(), Store(None), known_readings(path))
    readings.remember("file:///b", Reading(skip=2))
    assert writer.flush()
    spoil(path)
    readings.remember("file:///c", Reading(skip=3))
    assert writer.flush()
    assert known_readings(path) == {f"file:///{name}": Reading(skip=skip) for name, skip in (("a", 1), ("b", 2), ("c", 3))}


def test_those_corrected_last_are_remembered(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "readings.json"
    path.write_bytes(msgspec.json.encode({f"file:///{number}": Reading(skip=1) for number in range(KEPT)}))
    readings = Readings(path, writer, FileProvider(), Store(None), known_readings(path))
    for address in ("file:///0", "file:///new"):
        readings.remember(address, Reading(skip=2))
        assert writer.flush()
    found = known_readings(path)
    assert len(found) == KEPT
    assert list(found)[-2:] == ["file:///0", "file:///new"]
    assert "file:///1" not in found


def test_only_what_is_read_otherwise_is_read_again(tmp_path: Path, writer: Writer) -> None:
    store, files = Store(None), FileProvider()
    readings = Readings(tmp_path / "readings.json", writer, files, store, {})
    keys = [SeriesKey(f"file:///{name}", "9988.HK", DAY) for name in "ab"]
    for key in keys:
        store.write(key, answer(sessions(3)))
    readings.remember("file:///a", files.reading("file:///a"))
    assert set(store.series()) == set(keys)
    readings.remember("file:///a", Reading(skip=2))
    assert store.series() == (keys[1],)
    assert files.reading("file:///a") == Reading(skip=2)


def test_what_a_later_version_wrote_stays(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "readings.json"
    path.write_text('{"file:///a": {"skip": "all that is no number"}}')
    readings = Readings(path, writer, FileProvider(), Store(tmp_path / "bars.sqlite"), known_readings(path))
    readings.remember("file:///b", Reading(skip=3))
    assert writer.flush()
    assert json.loads(path.read_text()) == {"file:///a": {"skip": "all that is no number"}, "file:///b": {"skip": 3}}


@pytest.mark.parametrize(
    "strange",
    [
        Reading(timezone="No/Where"), Reading(timezone="../x"), Reading(timezone="Asia"), Reading(interval="7q"),
        Reading(encoding="nope"), Reading(delimiter="abc|"), Reading(decimal="x"), Reading(skip=-3),
    ],
)  # fmt: skip
def test_what_no_file_can_be_read_by_is_passed_over(tmp_path: Path, strange: Reading) -> None:
    """Most of them ended the reading of their file with an error of the program."""
    path = tmp_path / "readings.json"
    path.write_bytes(msgspec.json.encode({"file:///a": strange, "file:///b": Reading(timezone="Asia/Tokyo", interval="1d")}))
    assert list(known_readings(path)) == ["file:///b"]
