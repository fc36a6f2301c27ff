"""How files are to be read is remembered, and nothing that was remembered is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from charting.market.file_provider import FileProvider
from charting.market.reading import Reading
from charting.market.store import Store
from gui.readings import Readings, known_readings
from gui.writer import Writer


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
