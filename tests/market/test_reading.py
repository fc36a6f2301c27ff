"""Files are read as somebody says; what is not said is guessed, and what was guessed without a sign is said."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.interval import DAY, MINUTE, Interval
from charting.market.content import content_of
from charting.market.date_formats import COMMON, in_words, pattern_of, possible_formats
from charting.market.file_provider import FileProvider, address_of
from charting.market.files import read_bars
from charting.market.preview import LINES, is_doubtful, sample_of
from charting.market.provider import FileProblem
from charting.market.reading import GUESSED, Reading
from charting.market.sheet import EITHER_ORDER, EITHER_SIGN, Unclear

COLUMNS = ("time", "open", "high", "low", "close", "volume")


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str, name: str = "9988.HK.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write


def days(path: Path, reading: Reading = GUESSED) -> list[str]:
    """The dates of a file's bars in Hong Kong."""
    bars = read_bars(path, reading).bars
    return [str(datetime.fromtimestamp(time, ZoneInfo("Asia/Hong_Kong")).date()) for time in bars.time.tolist()]


def rows(*dates: str, delimiter: str = ",", values: str = "10,12,9,11,100") -> str:
    return "".join(f"{date}{delimiter}{values.replace(',', delimiter)}\n" for date in dates)


HEADER = "Date,Open,High,Low,Close,Volume\n"
EITHER = HEADER + rows("02/04/2025", "03/04/2025", "07/04/2025")


def test_day_and_month_are_doubted_and_can_be_told(written: Callable[..., Path]) -> None:
    path = written(EITHER)
    history = read_bars(path)
    assert history.doubts == (EITHER_ORDER,)
    assert is_doubtful(history)
    assert days(path) == ["2025-04-02", "2025-04-03", "2025-04-07"]
    told = Reading(dates="%m/%d/%Y", interval="1d")
    assert days(path, told) == ["2025-02-04", "2025-03-04", "2025-07-04"]
    assert read_bars(path, told).doubts == ()


def test_a_day_above_twelve_leaves_no_doubt(written: Callable[..., Path]) -> None:
    assert read_bars(written(EITHER + rows("14/04/2025"))).doubts == ()


def test_a_comma_that_could_be_either_is_doubted_and_can_be_told(written: Callable[..., Path]) -> None:
    path = written(
        HEADER.replace(",", ";") + rows("2025-04-02", "2025-04-03", delimiter=";", values="7|8|7|7|1").replace("|", ";")
    )
    assert read_bars(path).doubts == ()
    text = HEADER.replace(",", ";") + "2025-04-02;7,117;7,200;7,000;7,150;1\n2025-04-03;7,117;7,200;7,000;7,150;1\n"
    path = written(text)
    assert read_bars(path).doubts == (EITHER_SIGN,)
    assert read_bars(path).bars.open[0] == 7.117
    told = read_bars(path, Reading(decimal="."))
    assert told.doubts == ()
    assert told.bars.open[0] == 7117


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
def test_times_of_day_are_in_the_zone_that_is_told(zone: str, written: Callable[..., Path]) -> None:
    moments = [datetime(2025, 4, 2, 9, 30 + minute, tzinfo=ZoneInfo("Asia/Hong_Kong")) for minute in range(3)]
    texts = [f"{moment.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}" for moment in moments]
    history = read_bars(written(HEADER + rows(*texts)), Reading(timezone=zone))
    assert history.bars.time.tolist() == [int(moment.timestamp()) for moment in moments]
    assert history.bars.interval == MINUTE
    assert history.instrument.timezone == "Asia/Hong_Kong"


def test_days_stay_the_same_days_in_any_zone(written: Callable[..., Path]) -> None:
    path = written(HEADER + rows("2025-04-02", "2025-04-03"))
    for zone in ("Asia/Tokyo", "America/New_York", "Pacific/Auckland"):
        assert days(path, Reading(timezone=zone)) == ["2025-04-02", "2025-04-03"]


def test_another_market_has_the_zone_that_is_told(written: Callable[..., Path]) -> None:
    path = written(HEADER + rows("2025-04-02 03:00", "2025-04-02 03:01", "2025-04-02 20:00"), "BTC.csv")
    history = read_bars(path, Reading(timezone="America/New_York"))
    assert history.instrument.timezone == "America/New_York"
    assert history.bars.time[0] == datetime(2025, 4, 2, 7, tzinfo=UTC).timestamp()


def test_columns_can_be_told_where_names_say_nothing(written: Callable[..., Path]) -> None:
    text = "Somebody's export\nA,B,C,D,E,F\n" + rows("2025-04-02", "2025-04-03")
    path = written(text)
    with pytest.raises(Unclear, match="no column for open, high, low, close"):
        read_bars(path)
    bars = read_bars(path, Reading(columns=COLUMNS)).bars
    assert len(bars) == 2
    assert (bars.open[0], bars.high[0], bars.low[0], bars.close[0], bars.volume[0]) == (10, 12, 9, 11, 100)
    swapped = read_bars(path, Reading(columns=("time", "close", "high", "low", "open", ""))).bars
    assert (swapped.open[0], swapped.close[0]) == (11, 10)
    assert np.isnan(swapped.volume).all()


def test_lines_above_the_first_bar_can_be_told(written: Callable[..., Path]) -> None:
    path = written(HEADER + rows("2025-04-02", "2025-04-03", "2025-04-07"))
    assert days(path, Reading(skip=2)) == ["2025-04-03", "2025-04-07"]


def test_delimiter_and_encoding_can_be_told(written: Callable[..., Path]) -> None:
    path = written("日期 開盤 最高 最低 收盤\n2025-04-02 10 12 9 11\n", encoding="big5hkscs")
    assert days(path, Reading(delimiter=" ", encoding="big5hkscs")) == ["2025-04-02"]


def test_what_a_line_covers_can_be_told(written: Callable[..., Path]) -> None:
    path = written(HEADER + rows("2025-04-02 09:30", "2025-04-02 09:40", "2025-04-02 09:50"))
    assert read_bars(path).bars.interval == Interval(10, "m")
    assert read_bars(path, Reading(interval="5m")).bars.interval == Interval(5, "m")
    longer = read_bars(path, Reading(interval="1d"))
    assert longer.bars.interval == DAY
    assert {each.kind: each.count for each in longer.refused} == {"repeated time": 2}
    assert is_doubtful(longer)


@pytest.mark.parametrize(
    ("told", "symbol", "kind"), [("9888", "9888.HK", "equity"), ("hsi", "^HSI", "index"), ("My fund", "My fund", "other")]
)
def test_whose_bars_these_are_can_be_told(told: str, symbol: str, kind: str, written: Callable[..., Path]) -> None:
    instrument = read_bars(written(HEADER + rows("2025-04-02")), Reading(symbol=told)).instrument
    assert (instrument.symbol, instrument.kind) == (symbol, kind)


def test_dates_in_another_format_than_told_are_unclear(written: Callable[..., Path]) -> None:
    path = written(EITHER)
    for pattern in ("%Y-%m-%d", "%Q", "%Y%Y", "no date at all"):
        with pytest.raises(Unclear, match="None of the dates"):
            read_bars(path, Reading(dates=pattern))


def test_what_is_no_table_cannot_be_told_to_be_one(written: Callable[..., Path]) -> None:
    with pytest.raises(FileProblem, match="holds no table") as caught:
        read_bars(written("just a text\nof two lines\n"))
    assert not isinstance(caught.value, Unclear)


def test_the_provider_reads_as_it_is_told_from_then_on(written: Callable[..., Path]) -> None:
    path = written(EITHER)
    address = address_of(path)
    files = FileProvider(readings={address: Reading(dates="%m/%d/%Y")})
    assert len(files.read(address).bars) == 3
    first = files.read(address).bars.time[0]
    files.set_reading(address, Reading(dates="%d/%m/%Y"))
    assert files.read(address).bars.time[0] != first
    assert files.read(address) is files.read(address)
    assert files.reading(address) == Reading(dates="%d/%m/%Y")


READINGS = st.builds(
    Reading,
    encoding=st.sampled_from(("", "utf-8", "gb18030")),
    delimiter=st.sampled_from(("", ",", ";", "\t", " ")),
    decimal=st.sampled_from(("", ".", ",")),
    skip=st.one_of(st.none(), st.integers(0, 100)),
    columns=st.one_of(st.none(), st.lists(st.sampled_from((*COLUMNS, "")), max_size=9).map(tuple)),
    dates=st.sampled_from(("", *COMMON, "%", "%z", "x")),
    timezone=st.sampled_from(("", "UTC", "Asia/Tokyo")),
    symbol=st.sampled_from(("", "9988", "Mine")),
    interval=st.sampled_from(("", "1m", "1d", "1mo")),
)


@given(READINGS)
def test_a_reading_is_remembered_as_it_is(reading: Reading) -> None:
    assert msgspec.json.decode(msgspec.json.encode(reading), type=Reading) == reading
    assert hash(reading) == hash(msgspec.json.decode(msgspec.json.encode(reading), type=Reading))


@given(READINGS)
def test_no_reading_breaks_anything(tmp_path_factory: pytest.TempPathFactory, reading: Reading) -> None:
    """Whatever somebody says of a file: there are sound bars, or a reason why not."""
    path = tmp_path_factory.getbasetemp() / "9988.HK.csv"
    path.write_text("Title\n" + HEADER + rows("02/04/2025 09:30", "02/04/2025 09:31", "", "x,y"))
    sample = sample_of(content_of(path), reading)
    with suppress(FileProblem):
        bars = read_bars(path, reading).bars
        assert (np.diff(bars.time) > 0).all()
        assert (bars.low <= bars.high).all()
    if sample is not None:
        assert len(sample.roles) == sample.layout.width
        for row in range(len(sample.rows)):
            for column in range(sample.layout.width):
                sample.is_readable(row, column)


# The beginning, to be looked at


def test_a_sample_shows_the_lines_as_they_are_read(written: Callable[..., Path]) -> None:
    path = written(HEADER + rows("02/04/2025", "03/04/2025") + "04/04/2025,10,12,x,11,\n")
    sample = sample_of(content_of(path), GUESSED)
    assert sample is not None
    assert sample.roles == COLUMNS
    assert sample.rows[0] == ("Date", "Open", "High", "Low", "Close", "Volume")
    assert sample.layout.skip == 1
    assert sample.formats == ("%d/%m/%Y", "%m/%d/%Y")
    unread = [(row, column) for row in range(4) for column in range(6) if not sample.is_readable(row, column)]
    assert unread == [(3, 3)]


def test_a_sample_of_a_long_file_is_short(written: Callable[..., Path]) -> None:
    path = written(HEADER + rows(*(f"2025-04-02 {hour:02}:{minute:02}" for hour in range(24) for minute in range(60))))
    sample = sample_of(content_of(path), GUESSED)
    assert sample is not None
    assert len(sample.rows) == LINES


def test_a_table_without_names_anybody_knows_can_still_be_looked_at(written: Callable[..., Path]) -> None:
    path = written("Export;;;;;\nDatum;Eroeffnung;Hoch;Tief;Schluss;Umsatz\n01.04.2025;7;8;6;7;1\n02.04.2025;7;8;6;7;1\n")
    sample = sample_of(content_of(path), GUESSED)
    assert sample is not None
    assert sample.layout.delimiter == ";"
    assert sample.layout.skip == 2
    assert sample.roles == ("time", None, None, None, None, None)


# Formats in words


@pytest.mark.parametrize("pattern", COMMON)
def test_formats_are_written_as_people_do_and_read_again(pattern: str) -> None:
    words = in_words(pattern)
    assert "%" not in words
    assert pattern_of(words) == pattern


def test_formats_in_words() -> None:
    assert in_words("%d/%m/%Y %H:%M") == "DD/MM/YYYY HH:mm"
    assert pattern_of(" DD MMM YYYY hh:mm:ss AM ") == "%d %b %Y %I:%M:%S %p"
    assert pattern_of("%d-%m-%y") == "%d-%m-%y"


@pytest.mark.parametrize(
    ("cells", "formats"),
    [
        (("01/02/2025", "02/02/2025"), ("%d/%m/%Y", "%m/%d/%Y")),
        (("13/02/2025", "14/02/2025"), ("%d/%m/%Y",)),
        (("2025-02-13",), ("%Y-%m-%d",)),
        (("1700000000",), ("epoch s",)),
        (("01/02/03",), ("%d/%m/%y", "%m/%d/%y", "%y/%m/%d")),
        (("no date",), ()),
        ((), ()),
    ],
)
def test_every_format_that_fits_is_offered(cells: tuple[str, ...], formats: tuple[str, ...]) -> None:
    assert possible_formats(cells) == formats
