"""Files in all the ways they are written, and the sentences said about those that are no bars."""

from __future__ import annotations

import os
from collections.abc import Callable, Sized
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas
import pytest

from charting.core.interval import DAY, Interval
from charting.market import table
from charting.market.feed import Closable
from charting.market.file_provider import FileProvider, address_of, path_of
from charting.market.files import read_bars
from charting.market.provider import FileProblem, History, NotServed, Refused
from charting.market.table import Cancelled

FIRST, LAST = 1736127000, 1736213400  # 2025-01-06 and -07 at 09:30 in Hong Kong
ROWS = [("2025-01-06", 20.5, 21.0, 20.0, 20.75, 1000.0), ("2025-01-07", 20.75, 21.5, 20.5, 21.25, 2000.0)]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(content: str | bytes, name: str = "prices.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return write


def assert_usual(history: History) -> None:
    bars = history.bars
    assert bars.time.tolist() == [FIRST, LAST]
    columns = zip(bars.open, bars.high, bars.low, bars.close, bars.volume, strict=True)
    assert [tuple(map(float, row)) for row in columns] == [row[1:] for row in ROWS]
    assert history.refused == history.repaired == ()
    assert bars.interval == DAY


USUAL = "Date,Open,High,Low,Close,Volume\n2025-01-06,20.5,21,20,20.75,1000\n2025-01-07,20.75,21.5,20.5,21.25,2000\n"
WAYS = {
    "plain": USUAL,
    "no last line feed": USUAL.rstrip("\n"),
    "carriage returns": USUAL.replace("\n", "\r\n"),
    "blank lines": USUAL.replace("\n", "\n\n") + "\n\n",
    "tabs": USUAL.replace(",", "\t"),
    "semicolons": USUAL.replace(",", ";"),
    "bars": USUAL.replace(",", "|"),
    "decimal commas": USUAL.replace(",", ";").replace(".", ","),
    "decimal commas in quotes": (
        'Date,Open,High,Low,Close,Volume\n2025-01-06,"20,50","21,00","20,00","20,75",1000\n'
        '2025-01-07,"20,75","21,50","20,50","21,25",2000\n'
    ),
    "everything in quotes": "\n".join(
        ",".join(f'"{cell}"' for cell in line.split(",")) for line in USUAL.splitlines()
    ),
    "spaces": USUAL.replace(",", " , "),
    "slashes, year first": USUAL.replace("2025-01-0", "2025/1/"),
    "points": USUAL.replace("2025-01-06", "06.01.2025").replace("2025-01-07", "07.01.2025"),
    "no separators": USUAL.replace("2025-01-0", "2025010"),
    "name of the month": USUAL.replace("2025-01-06", "06-Jan-2025").replace("2025-01-07", "07-Jan-2025"),
    "American words": USUAL.replace("2025-01-06", '"Jan 6, 2025"').replace("2025-01-07", '"Jan 7, 2025"'),
    "weekdays in words": (
        USUAL.replace("2025-01-06", '"Monday, January 6, 2025"').replace("2025-01-07", '"Tuesday, January 7, 2025"')
    ),
    "Chinese dates": USUAL.replace("2025-01-06", "2025年1月6日").replace("2025-01-07", "2025年1月7日"),
    "midnight with zone": USUAL.replace("01-06", "01-06 00:00:00+08:00").replace("01-07", "01-07 00:00:00+08:00"),
    "midnight in UTC": USUAL.replace("2025-01-06", "2025-01-05T16:00:00Z").replace("2025-01-07", "2025-01-06T16:00:00Z"),
    "opening time": USUAL.replace("2025-01-06", "2025-01-06 09:30").replace("2025-01-07", "2025-01-07 09:30"),
    "seconds since 1970": USUAL.replace("2025-01-06", str(FIRST)).replace("2025-01-07", str(LAST)),
    "milliseconds since 1970": USUAL.replace("2025-01-06", f"{FIRST}000").replace("2025-01-07", f"{LAST}000"),
    "two ways of writing dates": USUAL.replace("2025-01-07", "2025-01-07 00:00:00"),
    "other names": USUAL.replace("Date,Open,High,Low,Close,Volume", "timestamp,o,h,l,c,vol"),
    "prefixed names": USUAL.replace("Date,Open,High,Low,Close,Volume", '"Index","X.Open","X.High","X.Low","X.Close","X.Volume"'),
    "no name for the index": USUAL.replace("Date,", ","),
    "Chinese names": USUAL.replace("Date,Open,High,Low,Close,Volume", "日期,开盘,最高,最低,收盘,成交量"),
    "Price for Close": USUAL.replace("Close", "Price"),
    "other columns between": (
        "n,Date,x,Open,High,Low,Close,Volume\n1,2025-01-06,a,20.5,21,20,20.75,1000\n"
        "2,2025-01-07,b,20.75,21.5,20.5,21.25,2000\n"
    ),
    "a title above": "Prices of something\n\n" + USUAL,
    "no header": USUAL.split("\n", 1)[1],
    "date and time apart": (
        "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\n2025.01.06\t00:00:00\t20.5\t21\t20\t20.75\t1000\n"
        "2025.01.07\t00:00:00\t20.75\t21.5\t20.5\t21.25\t2000\n"
    ),
    "no header, date and time apart": "2025.01.06,00:00,20.5,21,20,20.75,1000\n2025.01.07,00:00,20.75,21.5,20.5,21.25,2000\n",
    "backward": "Date,Open,High,Low,Close,Volume\n2025-01-07,20.75,21.5,20.5,21.25,2000\n2025-01-06,20.5,21,20,20.75,1000\n",
    "short volumes": USUAL.replace("1000", "1K").replace("2000", "0.002M"),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_file_is_read_however_it_is_written(way: str, written: Callable[..., Path]) -> None:
    assert_usual(read_bars(written(WAYS[way])))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5hkscs"])
def test_encodings_are_told_apart(encoding: str, written: Callable[..., Path]) -> None:
    content = USUAL.replace("Date,Open,High,Low,Close,Volume", "日期,開盤,最高,最低,收市,成交量")
    assert_usual(read_bars(written(content, encoding=encoding)))


def test_grouped_thousands_are_numbers(written: Callable[..., Path]) -> None:
    path = written('Date,Open,High,Low,Close,Vol.\n2025-01-06,"20,100.5","21,000","20,000","20,750","1,000,000"\n')
    bars = read_bars(path).bars
    assert (bars.open[0], bars.high[0], bars.volume[0]) == (20100.5, 21000.0, 1_000_000.0)


@pytest.mark.parametrize(
    ("dates", "first"),
    [
        (("13/01/2025", "14/01/2025"), "2025-01-13"),
        (("01/13/2025", "01/14/2025"), "2025-01-13"),
        (("03/02/2025", "04/02/2025", "05/02/2025", "06/02/2025"), "2025-02-03"),
        (("01/10/2025", "01/08/2025", "01/07/2025", "01/06/2025", "12/12/2024", "12/11/2024"), "2024-12-11"),
    ],
)
def test_day_and_month_are_told_apart(dates: tuple[str, ...], first: str, written: Callable[..., Path]) -> None:
    content = "Date,Open,High,Low,Close\n" + "".join(f"{date},1,2,1,2\n" for date in dates)
    bars = read_bars(written(content)).bars
    assert len(bars) == len(dates)
    assert str(((bars.time[0] + 8 * 3600) // 86_400).astype("datetime64[D]")) == first


@pytest.mark.parametrize(
    ("stamps", "code"),
    [
        (("2025-01-06 09:30", "2025-01-06 09:31", "2025-01-06 09:32", "2025-01-07 09:30"), "1m"),
        (("2025-01-06 09:30", "2025-01-06 09:35", "2025-01-06 09:40", "2025-01-06 09:40"), "5m"),
        (("2025-01-06 09:30", "2025-01-06 10:30", "2025-01-06 11:30", "2025-01-06 13:00", "2025-01-06 14:00"), "1h"),
        (("2025-01-06", "2025-01-07", "2025-01-08", "2025-01-13"), "1d"),
        (("2025-01-06", "2025-01-13", "2025-01-20", "2025-01-27"), "1wk"),
        (("2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"), "1mo"),
        (("2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"), "3mo"),
        (("2025-01-06",), "1d"),
    ],
)
def test_interval_follows_from_the_stamps(stamps: tuple[str, ...], code: str, written: Callable[..., Path]) -> None:
    content = "Date,Open,High,Low,Close\n" + "".join(f"{stamp},1,2,1,2\n" for stamp in stamps)
    assert read_bars(written(content)).bars.interval == Interval.parse(code)


def test_weeks_and_months_begin_with_their_first_session(written: Callable[..., Path]) -> None:
    content = "Date,Open,High,Low,Close\n2025-01-24,1,2,1,2\n2025-01-31,1,2,1,2\n2025-02-07,1,2,1,2\n"
    times = read_bars(written(content)).bars.time
    assert [str(day) for day in ((times + 8 * 3600) // 86_400).astype("datetime64[D]")] == [
        "2025-01-20",
        "2025-01-27",
        "2025-02-03",
    ]
    content = "Date,Open,High,Low,Close\n2025-01-01,1,2,1,2\n2025-02-01,1,2,1,2\n2025-03-01,1,2,1,2\n"
    times = read_bars(written(content, "months.csv")).bars.time
    assert [str(day) for day in ((times + 8 * 3600) // 86_400).astype("datetime64[D]")] == [
        "2025-01-02",
        "2025-02-03",
        "2025-03-03",
    ]


def test_unusable_rows_are_counted_by_kind_and_the_rest_shown(written: Callable[..., Path]) -> None:
    path = written(
        "Date,Open,High,Low,Close,Volume\n"
        "2025-01-06,20.5,21,20,20.75,1000\n"
        "2025-01-06,20.5,21,20,20.75,1000\n"
        "soon,20.5,21,20,20.75,1000\n"
        "2025-01-08,20.5,many,20,20.75,1000\n"
        "2025-01-09,20.5,21,20,20.75,1000,7,8\n"
        "2025-01-10,20.5,,20,20.75,1000\n"
        "2025-01-13,0,21,0,20.75,1000\n"
        "2025-01-14,20.5,20,21,20.75,1000\n"
        "2025-01-15,30,21,20,20.75,1000\n"
        "2025-01-18,20.5,21,20,20.75,0\n"
        "2025-01-07,20.75,21.5,20.5,21.25,-5\n"
        "2025-01-16,20.5,21,20,21.2,1000\n"
        "2025-01-17\n",
        name="9988.HK.csv",
    )
    history = read_bars(path)
    assert {refused.kind: (refused.count, refused.first_line) for refused in history.refused} == {
        "unreadable time": (1, 4),
        "unreadable number": (2, 5),
        "price missing": (2, 7),
        "price not above zero": (1, 8),
        "high below low": (1, 9),
        "open or close outside high and low": (1, 10),
        "nothing traded on a closed day": (1, 11),
        "repeated time": (1, 3),
    }
    assert {repaired.kind: (repaired.count, repaired.first_line) for repaired in history.repaired} == {
        "out of order, sorted": (3, 12),
        "high or low widened to hold open and close": (1, 13),
        "negative volume, taken as unknown": (1, 12),
    }
    assert history.rows == 13
    assert history.bars.close.tolist() == [20.75, 21.25, 21.2]
    assert history.bars.high.tolist() == [21.0, 21.5, 21.2]
    assert np.isnan(history.bars.volume[1])


def test_a_first_sound_row_wins_over_a_repeated_one(written: Callable[..., Path]) -> None:
    path = written("Date,Open,High,Low,Close\n2025-01-06,5,4,6,5\n2025-01-06,5,6,4,5\n2025-01-06,7,8,6,7\n")
    assert read_bars(path).bars.close.tolist() == [5.0]


def test_bars_stamped_with_their_end_are_moved_to_their_beginning(written: Callable[..., Path]) -> None:
    morning = [f"2025-01-06 {minute // 60:02d}:{minute % 60:02d}" for minute in range(9 * 60 + 31, 12 * 60 + 1)]
    afternoon = [f"2025-01-06 {minute // 60:02d}:{minute % 60:02d}" for minute in range(13 * 60 + 1, 16 * 60 + 1)]
    content = "Date,Open,High,Low,Close\n" + "".join(f"{stamp},1,2,1,2\n" for stamp in morning + afternoon)
    history = read_bars(written(content, "9988.HK.csv"))
    assert len(history.bars) == 330
    assert history.bars.time[0] == FIRST
    assert history.refused == ()
    assert history.repaired == (Refused("stamped with their end, moved to their beginning", 330, 2),)


def test_another_markets_minutes_are_not_measured_by_hong_kongs_hours(written: Callable[..., Path]) -> None:
    stamps = [f"2025-01-06 {hour:02d}:{minute:02d}" for hour in range(17, 22) for minute in range(60)]
    history = read_bars(written("Date,Open,High,Low,Close\n" + "".join(f"{stamp},1,2,1,2\n" for stamp in stamps), "XAU.csv"))
    assert len(history.bars) == len(stamps)
    assert (history.instrument.exchange, history.instrument.timezone) == ("", "UTC")
    assert history.bars.time[0] == int(datetime(2025, 1, 6, 17, tzinfo=UTC).timestamp())


def test_an_unknown_name_is_an_instrument_of_its_own(written: Callable[..., Path]) -> None:
    instrument = read_bars(written(USUAL, "My fund.csv")).instrument
    assert (instrument.symbol, instrument.name, instrument.kind) == ("My fund", "My fund", "other")


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("HSTECH.csv", "HSTECH.HK"),
        ("9988.HK.csv", "9988.HK"),
        ("09988.HK.csv", "9988.HK"),
        ("9988.csv", "9988.HK"),
        ("yfinance_raw_multiheader_3750.HK.csv", "3750.HK"),
        ("1398-HK-1d.csv", "1398.HK"),
        ("HSI_1min_dirty.csv", "^HSI"),
        ("^HSI.csv", "^HSI"),
        ("hscei daily.csv", "^HSCE"),
        ("BABA.csv", "BABA"),
        ("bars 2025.csv", "bars 2025"),
    ],
)
def test_the_symbol_is_taken_from_the_name(name: str, symbol: str, written: Callable[..., Path]) -> None:
    assert read_bars(written(USUAL, name)).instrument.symbol == symbol


def test_the_ticker_inside_goes_before_the_name(written: Callable[..., Path]) -> None:
    content = (
        "Price,Close,High,Low,Open,Volume\nTicker,0700.HK,0700.HK,0700.HK,0700.HK,0700.HK\nDate,,,,,\n2025-01-06,2,2,1,1,5\n"
    )
    assert read_bars(written(content, "HSI.csv")).instrument.symbol == "0700.HK"


PROBLEMS: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "“prices.csv” is empty. Choose a file with a line of column names"),
    "only white space": ("\n \n", "“prices.csv” holds no table."),
    "prose": ("To whom it may concern,\nI have the honour, sir,\nto be.\n", "“prices.csv” holds no table."),
    "one word": ("hello", "“prices.csv” holds no table."),
    "columns missing": ("Date,Open,Close\n2025-01-06,1,2\n", "has no column for high, low (found: Date, Open, Close)"),
    "no date": ("Open,High,Low,Close\n1,2,1,2\n", "has no column for date (found: Open, High, Low, Close)"),
    "no lines": ("Date,Open,High,Low,Close\n", "has column names but no line below them"),
    "unreadable dates": ("Date,Open,High,Low,Close\nsoon,1,2,1,2\n", "None of the dates in “prices.csv” can be read"),
    "only unusable rows": (
        "Date,Open,High,Low,Close\n2025-01-06,1,1,2,2\n2025-01-07,1,1,2,2\n",
        "None of the 2 lines of “prices.csv” can be used: 2 with high below low.",
    ),
    "seconds": (
        "Date,Open,High,Low,Close\n2025-01-06 09:30:01,1,2,1,2\n2025-01-06 09:30:02,1,2,1,2\n",
        "are closer than a minute",
    ),
    "several instruments": (
        "Price,Close,Close,High,Low,Open\nTicker,1.HK,2.HK,1.HK,1.HK,1.HK\nDate,,,,,\n2025-01-06,2,2,2,1,1\n",
        "holds several instruments (1.HK 2.HK)",
    ),
    "quotes that never end": (
        'Date,Open,High,Low,Close\n2025-01-06,1,2,1,2\n2025-01-07,"1,2,1,2\n2025-01-08,1,2,1,2\n',
        "“prices.csv” breaks off or is damaged: quotation marks that open in line 3 never close. Open it in an editor",
    ),
    "quotes that never end in the last line": (
        'From a broker\n\nDate;Open;High;Low;Close\n2025-01-06;1;2;1;2\n2025-01-07;1;2;1;"2\n',
        "quotation marks that open in line 5 never close",
    ),
    "packed": (b"PK\x03\x04rest", "“prices.csv” is a packed file. Save the table as CSV"),
    "old workbook": (b"\xd0\xcf\x11\xe0rest", "or one of an old version of Excel. Save the table as CSV"),
    "binary": (bytes(range(256)) * 8, "“prices.csv” is no text. Save the table as CSV"),
}


@pytest.mark.parametrize("kind", PROBLEMS)
def test_what_is_no_file_of_bars_gets_one_clear_sentence(kind: str, written: Callable[..., Path]) -> None:
    content, sentence = PROBLEMS[kind]
    with pytest.raises(FileProblem) as caught:
        read_bars(written(content))
    assert sentence in str(caught.value)
    assert str(caught.value).endswith(".")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"There is no file “absent.csv” in “.*”. Check the name"):
        read_bars(tmp_path / "absent.csv")


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblem, match=r"is a folder. Choose a file"):
        read_bars(tmp_path)


def test_a_device_is_refused() -> None:
    with pytest.raises(FileProblem, match="“null” is a device or a pipe"):
        read_bars(os.devnull)


def test_a_file_that_may_not_be_read_is_named(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = written(USUAL)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileProblem, match=r"“prices.csv” may not be read. Change its permissions"):
        read_bars(path)


def test_a_failing_disk_is_named(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise OSError(5, "Input/output error")

    path = written(USUAL)
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(FileProblem, match="could not be read: the disk reported an error"):
        read_bars(path)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(3 * 1024**3)  # sparse: it takes no room
    with pytest.raises(FileProblem, match=r"“huge.csv” has 3.0 GB, and Lionrock reads up to 2 GB. Split it"):
        read_bars(path)


def minutes(count: int) -> str:
    stamps = (np.datetime64("2025-01-06T09:30") + np.arange(count)).astype(str)
    return "Date,Open,High,Low,Close\n" + "".join(f"{stamp},1,2,1,2\n" for stamp in stamps)


def test_progress_is_told_in_order_and_ends_with_everything(
    written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charting.market.table.PART", 20_000)
    told: list[float] = []

    def progress(share: float) -> bool:
        told.append(share)
        return True

    history = read_bars(written(minutes(100_000), "XAU.csv"), progress=progress)
    assert history.rows == 100_000
    assert told == sorted(told)
    assert len(told) >= 5
    assert told[-1] == 1.0


def test_reading_can_be_stopped(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("charting.market.table.PART", 1000)
    told: list[float] = []

    def progress(share: float) -> bool:
        told.append(share)
        return len(told) < 3

    with pytest.raises(Cancelled):
        read_bars(written(minutes(100_000)), progress=progress)
    assert len(told) == 3


def test_a_large_file_is_read_a_few_thousand_lines_at_a_time(
    written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """pandas keeps the interpreter meanwhile, and the window would wait for a second."""
    sizes: dict[str, list[int]] = {"read": [], "times": []}

    def counted(kind: str, function: Callable[..., object]) -> Callable[..., object]:
        def count(some: Sized, *arguments: object, **options: object) -> object:
            sizes[kind].append(len(some))
            return function(some, *arguments, **options)

        return count

    monkeypatch.setattr(table, "_part", counted("read", table._part))
    monkeypatch.setattr(pandas, "to_datetime", counted("times", pandas.to_datetime))
    assert read_bars(written(minutes(12_000), "XAU.csv")).rows == 12_000
    for found in sizes.values():
        assert sum(found) == 12_000
        assert max(found) <= 5_000


def test_many_lines_are_asked_which_of_day_and_month_comes_first(written: Callable[..., Path]) -> None:
    """Twelve days of minutes do not tell, but the thirteenth does."""
    stamps = np.datetime64("2025-01-01T00:00") + np.arange(20_000)
    lines = [f"{stamp.item():%d/%m/%Y %H:%M},1,2,1,2\n" for stamp in stamps]
    history = read_bars(written("Date,Open,High,Low,Close\n" + "".join(lines), "XAU.csv"))
    assert history.doubts == ()
    assert len(history.bars) == 20_000
    np.testing.assert_array_equal(history.bars.time, stamps.astype("datetime64[s]").astype(np.int64))


def test_an_address_leads_back_to_its_file(tmp_path: Path) -> None:
    path = tmp_path / "höher & higher 100%.csv"
    address = address_of(path)
    assert address.startswith("file:///")
    assert path_of(address) == path.resolve()
    with pytest.raises(FileProblem, match="no address of a file"):
        path_of("https://example.com/x.csv")


def test_a_name_that_begins_with_a_tilde_is_a_files_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As programs call their copies; naming one on the command line was an error of the program's own."""
    monkeypatch.chdir(tmp_path)
    assert path_of(address_of("~prices.csv")) == tmp_path.resolve() / "~prices.csv"


def test_the_provider_reads_a_file_once_until_it_changes(written: Callable[..., Path]) -> None:
    path = written(USUAL, "9988.HK.csv")
    provider = FileProvider()
    address = address_of(path)
    assert provider.capabilities(address).intervals == (DAY,)
    first = provider.history(address, DAY)
    assert_usual(first)
    assert provider.history(address, DAY).bars is first.bars
    path.write_text(USUAL + "2025-01-08,21.25,22,21,21.5,3000\n")
    assert len(provider.history(address, DAY).bars) == 3


def test_the_provider_serves_what_is_asked_or_says_why_not(written: Callable[..., Path], tmp_path: Path) -> None:
    provider = FileProvider()
    address = address_of(written(USUAL))
    since = datetime.fromtimestamp(LAST, UTC)
    assert provider.history(address, DAY, since).bars.time.tolist() == [LAST]
    with pytest.raises(NotServed, match="bars of 1d, none of 5m"):
        provider.history(address, Interval(5, "m"))
    with pytest.raises(FileProblem, match=r"There is no file"):
        provider.history(address_of(tmp_path / "absent.csv"), DAY)


def test_the_provider_forgets_what_was_read_long_ago(written: Callable[..., Path]) -> None:
    provider = FileProvider(keep=1)
    first = address_of(written(USUAL, "a.csv"))
    before = provider.read(first)
    provider.read(address_of(written(USUAL, "b.csv")))
    assert provider.read(first) is not before


def test_a_provider_that_is_closed_reads_no_further(written: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """The program ended up to five seconds after its window, while a large file was read to its end for nobody."""
    monkeypatch.setattr(table, "PART", 1)
    provider, told = FileProvider(), []
    assert isinstance(provider, Closable), "the feed closes it"

    def closing(share: float) -> bool:
        told.append(share)
        provider.close()
        return True

    with pytest.raises(Cancelled):
        provider.read(address_of(written(USUAL)), closing)
    assert len(told) == 1
    with pytest.raises(Cancelled):
        provider.read(address_of(written(USUAL)))


@pytest.mark.parametrize("much", ["9" * 400, "1e999", "inf"])
def test_a_number_beyond_all_numbers_is_left_out(written: Callable[..., Path], much: str) -> None:
    for column in range(1, 6):
        cells = ["2025-01-07", "20", "21", "20", "20", "1000"]
        cells[column] = much
        lines = ("Date,Open,High,Low,Close,Volume", "2025-01-06,20,21,20,20,1000", ",".join(cells), "2025-01-08,20,21,20,20,1000")
        bars = read_bars(written("\n".join(lines), name="9988.HK.csv")).bars
        assert len(bars) == (2 if column < 5 else 3)
        assert np.isfinite(bars.high).all()
        assert not np.isinf(bars.volume).any()
