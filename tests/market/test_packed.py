"""Bars in workbooks and Parquet files, and what is said where their libraries are not installed."""

from __future__ import annotations

import errno
import sys
import zipfile
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path

import openpyxl
import pandas
import pytest

from charting.core.interval import DAY, Interval
from charting.core.text import Sentence
from charting.market.files import inspect, read_bars
from charting.market.packed import unpacked
from charting.market.provider import FileProblem
from charting.market.table import Cancelled

NAMES = ("Date", "Open", "High", "Low", "Close", "Volume")
FIRST = 1736127000  # 2025-01-06 09:30 in Hong Kong


moment = datetime.fromisoformat


def workbook(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.create_sheet("Notes").append(["nothing of interest"])
    book.save(path)
    return path


def test_days_in_a_workbook(tmp_path: Path) -> None:
    rows = [NAMES, (moment("2025-01-06"), 20.5, 21, 20, 20.75, 1000), (moment("2025-01-07"), 20.75, 21.5, 20.5, 21.25, None)]
    path = workbook(tmp_path / "9988.HK.xlsx", rows)
    history = read_bars(path)
    assert history.instrument.symbol == "9988.HK"
    assert history.bars.interval == DAY
    assert history.bars.time.tolist() == [FIRST, FIRST + 86_400]
    assert history.bars.close.tolist() == [20.75, 21.25]
    assert history.bars.volume[0] == 1000
    assert not history.refused
    assert inspect(path).names == NAMES


def test_minutes_in_a_workbook_below_a_title_with_dates_as_fractions(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [("Prices of our own",), ()]
    rows.append(("Date", "Time", "Open", "High", "Low", "Close"))
    rows += [(moment("2025-01-06"), time(9, 30 + minute), 20, 21, 20, 20.5) for minute in range(5)]
    history = read_bars(workbook(tmp_path / "9988.HK.xlsx", rows))
    assert history.bars.interval == Interval(1, "m")
    assert history.bars.time.tolist() == [FIRST + 60 * minute for minute in range(5)]


def test_a_time_a_little_off_is_put_right(tmp_path: Path) -> None:
    rows: list[Sequence[object]] = [NAMES]
    rows += [(moment(f"2025-01-06 09:{29 + minute}:59.999"), 20, 21, 20, 20.5, 1) for minute in range(5)]
    history = read_bars(workbook(tmp_path / "9988.HK.xlsx", rows))
    assert history.bars.time.tolist() == [FIRST + 60 * minute for minute in range(5)]


def test_a_workbook_is_stopped(tmp_path: Path) -> None:
    path = workbook(tmp_path / "9988.HK.xlsx", [NAMES, (moment("2025-01-06"), 1, 1, 1, 1, 1)])
    with pytest.raises(Cancelled):
        read_bars(path, progress=lambda _: False)


def test_a_workbook_without_bars_and_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"“notes\.xlsx” holds no table"):
        read_bars(workbook(tmp_path / "notes.xlsx", [("Only", "words")]))
    path = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<nothing")
    with pytest.raises(FileProblem, match=r"“damaged\.xlsx” is damaged or protected") as caught:
        read_bars(path)
    assert isinstance(caught.value.args[0], Sentence), "it can be said in another language"


def test_a_missing_library_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "9988.HK.xlsx", [NAMES, (moment("2025-01-06"), 1, 1, 1, 1, 1)])
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(
        FileProblem, match=r'needs openpyxl. Install it with pip install "lionrock\[formats\]", or save'
    ) as caught:
        read_bars(path)
    assert isinstance(caught.value.args[0], Sentence), "it can be said in another language"
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    parquet = tmp_path / "9988.HK.parquet"
    parquet.write_bytes(b"PAR1 and so on")
    with pytest.raises(FileProblem, match=r"“9988\.HK\.parquet” is a Parquet file, and reading those needs pyarrow") as caught:
        read_bars(parquet)
    assert isinstance(caught.value.args[0], Sentence), "it can be said in another language"


def test_a_frame_of_parquet_with_its_dates_in_the_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = pandas.DatetimeIndex(["2025-01-06", "2025-01-07"], name="Date")
    frame = pandas.DataFrame({"Open": [20.5, 20.75], "High": 22.0, "Low": 20.0, "Close": [20.75, 21.25]}, index)
    monkeypatch.setattr(pandas, "read_parquet", lambda path, engine: frame)
    path = tmp_path / "9988.HK.parquet"
    path.write_bytes(b"PAR1")
    assert read_bars(path).bars.close.tolist() == [20.75, 21.25]
    assert unpacked(path, b"Date,Open") is None


def test_a_large_frame_of_parquet_is_written_as_text_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """pandas keeps the interpreter meanwhile, and the window would wait for a tenth of a second."""
    times = pandas.date_range("2025-01-01", periods=12_000, freq="min")
    frame = pandas.DataFrame({"Time": times, "Open": 1.25, "High": 2.0, "Low": 1.0, "Close": 1.5})
    whole, to_csv = frame.to_csv(index=False), pandas.DataFrame.to_csv
    sizes: list[int] = []

    def counted(frame: pandas.DataFrame, **options: bool) -> str:
        sizes.append(len(frame))
        text: str = to_csv(frame, **options)
        return text

    monkeypatch.setattr(pandas, "read_parquet", lambda path, engine: frame)
    monkeypatch.setattr(pandas.DataFrame, "to_csv", counted)
    path = tmp_path / "XAU.parquet"
    path.write_bytes(b"PAR1 and so on")
    assert unpacked(path, b"PAR1") == whole.encode()
    assert max(sizes) <= 5_000
    assert sum(sizes) == 12_000


def test_a_damaged_parquet_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(path: Path, engine: str) -> pandas.DataFrame:
        raise ValueError("no footer")

    monkeypatch.setattr(pandas, "read_parquet", read)
    path = tmp_path / "9988.HK.parquet"
    path.write_bytes(b"PAR1")
    with pytest.raises(FileProblem, match=r"is damaged or protected \(no footer\)") as caught:
        read_bars(path)
    assert isinstance(caught.value.args[0], Sentence), "it can be said in another language"


@pytest.mark.parametrize(
    "error", [UnicodeDecodeError("utf-8", b"\xa1", 0, 1, "invalid start byte"), NotImplementedError("zip file version 10.5")]
)
def test_a_damaged_list_of_what_is_packed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Python's reader of zip files lets through more than its own error."""
    path = workbook(tmp_path / "9988.HK.xlsx", [NAMES, (moment("2025-01-06"), 1, 1, 1, 1, 1)])

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", fail)
    with pytest.raises(FileProblem, match="is a packed file"):
        read_bars(path)


def test_places_before_the_beginning_are_damage_and_no_fault_of_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "9988.HK.xlsx", [NAMES, (moment("2025-01-06"), 1, 1, 1, 1, 1)])

    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(openpyxl, "load_workbook", fail)
    with pytest.raises(FileProblem, match="is damaged or protected"):
        read_bars(path)
