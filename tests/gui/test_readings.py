"""How files are to be read is remembered, and nothing that was remembered is lost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

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
def test_a_damaged_file_is_kept_beside_the_new_one(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "readings.json"
    path.write_bytes(b'{"file:///a": {"skip": 2}, ')
    readings = Readings(path, writer, FileProvider(), Store(tmp_path / "bars.sqlite"), known_readings(path))
    readings.remember("file:///b", Reading(skip=3))
    assert writer.flush()
    assert known_readings(path) == {"file:///b": Reading(skip=3)}
    assert (tmp_path / "readings.json.damaged-1").read_bytes() == b'{"file:///a": {"skip": 2}, '


def test_what_a_later_version_wrote_stays(tmp_path: Path, writer: Writer) -> None:
    path = tmp_path / "readings.json"
    path.write_text('{"file:///a": {"skip": "all that is no number"}}')
    readings = Readings(path, writer, FileProvider(), Store(tmp_path / "bars.sqlite"), known_readings(path))
    readings.remember("file:///b", Reading(skip=3))
    assert writer.flush()
    assert json.loads(path.read_text()) == {"file:///a": {"skip": "all that is no number"}, "file:///b": {"skip": 3}}
