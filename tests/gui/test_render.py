from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from charting.core.document import Compared, Indicator, Pane, TimeRange
from charting.core.interval import DAY, MINUTE, WEEK
from charting.market.provider import MarketError, SeriesKey
from gui.cli import RenderOptions
from gui.home import Home
from gui.render import chart_of, check_out, fetch, further_bars
from gui.sentences import Problem
from gui.settings import Settings
from tests.gui.documents import workspace
from tests.gui.fakes import history

RANGE = TimeRange(datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 5, tzinfo=UTC))
LATE = datetime(2025, 2, 1, tzinfo=UTC)


def options(**fields: object) -> RenderOptions:
    return RenderOptions("HSTECH.HK", Path("chart.png"), **fields)  # type: ignore[arg-type]


def test_a_symbol_the_workspace_shows_is_painted_as_it_shows_it() -> None:
    document = workspace(symbol="^HSI")
    chart = msgspec.structs.replace(document.chart, style="line", range=RANGE)
    document = msgspec.structs.replace(document, charts=(chart,))
    found = chart_of(document, "demo", history("^HSI"), options())
    assert (found.style, found.range, found.symbol) == ("line", RANGE, "^HSI")


def test_another_symbol_takes_its_look_but_not_its_range() -> None:
    document = workspace(symbol="^HSI")
    chart = msgspec.structs.replace(document.chart, style="line", range=RANGE)
    document = msgspec.structs.replace(document, charts=(chart,))
    found = chart_of(document, "file:///a.csv", history("9988.HK", interval=MINUTE), options())
    assert (found.style, found.range, found.symbol, found.interval) == ("line", None, "9988.HK", "1m")


def test_without_a_workspace_it_has_the_standard_indicators() -> None:
    chart = chart_of(None, "demo", history("9988.HK"), options())
    assert {indicator.kind for pane in chart.panes for indicator in pane.indicators} == {"volume", "sma", "macd"}
    assert chart.range is None


def test_one_end_of_the_range_is_enough() -> None:
    bars = history().bars
    first, last = (datetime.fromtimestamp(int(bars.time[row]), UTC) for row in (0, -1))
    assert chart_of(None, "demo", history(), options(last=LATE)).range == TimeRange(first, LATE)
    assert chart_of(None, "demo", history(), options(first=RANGE.first)).range == TimeRange(RANGE.first, last)


@pytest.mark.parametrize("ends", [{"first": LATE}, {"last": datetime(2024, 1, 1, tzinfo=UTC)}])
def test_a_range_without_bars_is_a_sentence_that_says_where_they_are(ends: dict[str, datetime]) -> None:
    with pytest.raises(Problem, match="from 2025-01-03 to 2025-01-05"):
        chart_of(None, "demo", history(), options(**ends))


@pytest.mark.parametrize("name", ["chart", "chart.gif", "chart.png.txt", "folder/chart.png", "x" * 300 + ".png"])
def test_a_place_that_cannot_be_written_is_told_before_any_work(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem):
        check_out(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_bars_of_the_demonstration_come_at_any_interval_and_leave_nothing_behind(tmp_path: Path) -> None:
    daily = fetch(SeriesKey("demo", "HSTECH.HK", DAY), Home(tmp_path / "home"), allow_network=False)
    weekly = fetch(SeriesKey("demo", "HSTECH.HK", WEEK), Home(tmp_path / "home"), allow_network=False)
    assert daily.bars.close[-1] == weekly.bars.close[-1]
    assert len(daily.bars) > 4 * len(weekly.bars)
    assert list(tmp_path.iterdir()) == []


def test_what_is_neither_stored_nor_to_be_fetched_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(MarketError, match="no connection"):
        fetch(SeriesKey("yahoo", "0005.HK", DAY), Home(tmp_path / "home"), allow_network=False)


def test_what_is_compared_is_brought_along_and_what_cannot_be_had_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = [Compared("HSTECH.HK", "demo"), Compared("^HSI", "demo"), Compared("NOSUCH", "demo")]
    ratios = [Indicator(symbol, "ratio", {"symbol": f"demo {symbol}"}) for symbol in ("^HSI", "^HSCE")]
    panes = (Pane("p", indicators=tuple(ratios)),)
    chart = msgspec.structs.replace(workspace().chart, compare=tuple(asked), panes=panes)
    found = further_bars(chart, Home(tmp_path), options(), Settings())
    assert list(found) == [SeriesKey("demo", symbol, DAY) for symbol in ("^HSI", "^HSCE")]
    assert all(len(history.bars) for history in found.values())
    assert "NOSUCH" in capsys.readouterr().err
