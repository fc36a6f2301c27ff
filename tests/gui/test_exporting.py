from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from msgspec import structs
from msgspec.structs import replace
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from charting.core.adjustment import Action, adjustments_of
from charting.core.document import BarStyle, Indicator
from charting.core.edits import set_chart
from charting.indicators.catalogue import kind_of
from charting.market.demo_workspace import demo_workspace
from charting.market.files import read_bars
from charting.market.table import Cancelled
from gui import chart_edits
from gui.actions.export import visible_rows
from gui.exporting import Export, Exporter, indicator_columns, write
from gui.tasks import Task
from gui.workers import MainThread, Workers
from tests.gui.desk import demo_series, make_desk
from tests.gui.fakes import FakeWindow

CHART = demo_workspace().chart


def an_export(path: Path, rows: slice = slice(None)) -> Export:
    return Export(path, CHART, demo_series(CHART.symbol), rows)


@pytest.fixture
def exporter(qtbot: QtBot) -> Iterator[Exporter]:
    main = MainThread()
    workers = Workers(main, count=1)
    found = Exporter(main, workers)
    yield found
    found.close()
    workers.close()
    main.close()


def test_each_plot_of_each_indicator_has_a_column() -> None:
    series = demo_series(CHART.symbol)
    columns = indicator_columns(CHART, series)
    assert {"SMA 50"} == {name for name in columns if "MACD" not in name}
    assert len([name for name in columns if name.startswith("MACD 12 26 9 ")]) == 3
    assert columns["SMA 50"][60] == pytest.approx(series.bars.close[11:61].mean())


def test_a_pattern_has_a_number_at_each_bar() -> None:
    first, *_ = CHART.panes
    pane = replace(first, indicators=(Indicator("a", "cdldoji"),))
    (marks,) = indicator_columns(replace(CHART, panes=(pane,)), demo_series(CHART.symbol)).values()
    assert marks.dtype == np.float64
    assert set(marks.tolist()) == {0.0, 100.0}


def test_hidden_and_unknown_indicators_have_none_and_twins_have_two() -> None:
    first, *others = CHART.panes
    shown = first.indicators[1]
    strange, hidden = replace(shown, id="a", kind="no-such-kind"), replace(shown, id="b", visible=False)
    pane = replace(first, indicators=(shown, strange, hidden, replace(shown, id="c")))
    columns = indicator_columns(replace(CHART, panes=(pane, *others[:0])), demo_series(CHART.symbol))
    assert len(columns) == 2


def test_an_export_is_read_back(exporter: Exporter, qtbot: QtBot, tmp_path: Path) -> None:
    said: list[str] = []
    exporter.attach(FakeWindow(), said.append)
    path = tmp_path / "HSTECH.HK 1d.csv"
    exporter.run(an_export(path, slice(100, 150)))
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["50 bars were exported to HSTECH.HK 1d.csv."]
    assert np.array_equal(read_bars(path).bars.close, demo_series(CHART.symbol).bars.close[100:150])


def test_what_cannot_be_written_is_said(exporter: Exporter, qtbot: QtBot, tmp_path: Path) -> None:
    window = FakeWindow()
    exporter.attach(window, lambda _: None)
    exporter.run(an_export(tmp_path))
    qtbot.waitUntil(lambda: bool(window.texts))
    assert "could not be exported" in window.texts[0]


def test_what_is_written_at_last_is_no_longer_said_to_be_lacking(exporter: Exporter, qtbot: QtBot, tmp_path: Path) -> None:
    window, said = FakeWindow(), list[str]()
    exporter.attach(window, said.append)
    path = tmp_path / "bars.csv"
    path.mkdir()
    exporter.run(an_export(path))
    qtbot.waitUntil(lambda: any("could not" in text for text in window.texts))  # and not how far it is
    path.rmdir()
    exporter.run(an_export(path, slice(0, 5)))
    qtbot.waitUntil(lambda: bool(said) and not exporter._tasks)
    assert window.texts == []


def test_a_stopped_export_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "old.csv"
    path.write_text("old")
    task = Task(path)
    task.stop()
    with pytest.raises(Cancelled):
        write(an_export(path), task)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_rows_in_view() -> None:
    assert visible_rows(-20.0, 4.4, 10) == slice(0, 5)
    assert visible_rows(2.6, 30.0, 10) == slice(3, 10)
    assert visible_rows(20.0, 30.0, 10) == slice(10, 10)
    assert visible_rows(-20.0, -10.0, 10) == slice(0, 0)


def test_the_commands_ask_where(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    exports: list[Export] = []
    desk = make_desk(tmp_path, export=exports.append)
    qtbot.addWidget(desk.window)
    desk.show_bars()

    def answer(_parent: object, _title: str, proposed: str, _filter: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    desk.window.commands.run("file.export")
    desk.window.commands.run("file.export_visible")
    whole, visible = exports
    assert asked == ["HSTECH.HK 1d.csv"] * 2
    assert whole.path == tmp_path / "mine.csv"
    assert 0 < visible.count < whole.count == len(whole.series.bars)
    desk.window.show_series(None, "Nothing")
    assert not desk.window.commands.action("file.export").isEnabled()


@pytest.mark.parametrize("style", ["candles", "heikin-ashi", "renko", "kagi", "point-and-figure", "line-break"])
def test_a_name_tells_of_bars_that_prices_make(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, style: BarStyle
) -> None:
    asked: list[str] = []
    desk = make_desk(tmp_path)
    qtbot.addWidget(desk.window)
    document = desk.history.document
    desk.history.commit(set_chart(document, document.active, style=style), "Style")
    desk.show_bars()
    made = style not in ("candles", "heikin-ashi")  # which are exported as bars of time
    qtbot.waitUntil(lambda: desk.window.view.series is not None and (desk.window.view.series.made is not None) is made)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *given: (asked.append(Path(given[2]).name), ("", ""))[1])
    desk.window.commands.run("file.export")
    assert asked == [f"HSTECH.HK 1d {style}.csv" if made else "HSTECH.HK 1d.csv"]


def test_what_is_exported_is_what_the_chart_shows(tmp_path: Path) -> None:
    """Prices on the chart's basis, times by its clock, and neither plots nor indicators that are hidden."""
    minutes, days = demo_series(CHART.symbol, "1m"), demo_series(CHART.symbol)
    path = tmp_path / "out.csv"
    macd = next(one for pane in CHART.panes for one in pane.indicators if one.kind == "macd")
    some = replace(macd, hidden=(kind_of("macd").plots[0].name,))
    away = replace(macd, id="away", intervals=("1d", "1d"))
    chart = replace(CHART, panes=(replace(CHART.panes[0], indicators=(some, away)),), times="utc")
    write(Export(path, chart, minutes, slice(0, 5)), Task(path))
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].count(",MACD 12") == len(kind_of("macd").plots) - 1
    assert lines[1].startswith(f"{datetime.fromtimestamp(int(minutes.bars.time[0]), UTC):%Y-%m-%d %H:%M}+00:00,")
    write(Export(path, chart, days, slice(0, 5)), Task(path))
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines[0].count(",MACD 12") == 2 * len(kind_of("macd").plots) - 1
    assert lines[1].startswith(f"{datetime.fromtimestamp(int(days.bars.time[0]), ZoneInfo('Asia/Hong_Kong')):%Y-%m-%d},")


def test_adjusted_prices_are_exported_as_they_are_shown(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exported: list[Export] = []
    desk = make_desk(tmp_path, export=exported.append)
    qtbot.addWidget(desk.window)
    names: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _files: str) -> tuple[str, str]:
        names.append(Path(proposed).name)
        return str(tmp_path / "out.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    series = demo_series(CHART.symbol)
    half = Action(int(series.bars.time[100]), "dividend", float(series.bars.close[99]) / 2)
    adjustments = adjustments_of(series.bars, None, (half,), applied=True)
    desk.window.show_series(structs.replace(series, adjustments=adjustments))
    desk.window.commands.run("file.export")
    desk.history.commit(chart_edits.set_adjustment(desk.history.document, "full"), "Adjust")
    qtbot.waitUntil(lambda: desk.window.view.series is not None and desk.window.view.series.basis == "full")
    desk.window.commands.run("file.export")
    plain, adjusted = (each.series.bars.close for each in exported)
    np.testing.assert_allclose(adjusted[:100], plain[:100] / 2)
    np.testing.assert_allclose(adjusted[100:], plain[100:])
    assert names[0].endswith("1d.csv")
    assert names[1].endswith("1d adjusted.csv")
