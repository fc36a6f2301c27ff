"""The demonstration workspace: its lines stand on the simulated bars, its kinds exist, and it can be kept."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from charting.analysis.touches import read_line
from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.codec import decode, encode
from charting.core.document import Drawing
from charting.core.interval import DAY
from charting.core.scales import PriceScale
from charting.core.timeaxis import TimeAxis
from charting.core.viewport import Viewport
from charting.drawings.catalogue import TOOLS, lines_at
from charting.drawings.declaration import Projection
from charting.indicators.catalogue import CATALOGUE
from charting.market.demo import DemoProvider
from charting.market.demo_workspace import demo_workspace
from charting.market.instruments import instrument_of
from tests.places import ROOT

DRAWINGS = [(symbol, drawing) for symbol, drawings in demo_workspace().drawings.items() for drawing in drawings]


def bars_of(symbol: str) -> Bars:
    return DemoProvider().history(symbol, DAY).bars


def projection(symbol: str) -> Projection:
    bars = bars_of(symbol)
    viewport = Viewport(0, 0, 1600, 900, 0, len(bars), PriceScale(float(bars.low.min()), float(bars.high.max())))
    return Projection(viewport, TimeAxis(bars.time, DAY, calendar_for("XHKG")), bars, instrument_of(symbol))


def drawing_of(key: str) -> tuple[Projection, Drawing]:
    symbol, drawing = next(found for found in DRAWINGS if found[1].id == key)
    return projection(symbol), drawing


def test_it_shows_hstech_by_the_day_with_volume_average_and_macd() -> None:
    workspace = demo_workspace()
    chart = workspace.chart
    assert (workspace.name, chart.symbol, chart.source, chart.interval, chart.style) == (
        "Demonstration",
        "HSTECH.HK",
        "demo",
        "1d",
        "candles",
    )
    kinds = [[indicator.kind for indicator in pane.indicators] for pane in chart.panes]
    assert kinds == [["volume", "sma"], ["macd"]]
    for pane in chart.panes:
        for indicator in pane.indicators:
            assert CATALOGUE[indicator.kind].settings(indicator.parameters).items() >= indicator.parameters.items()
            assert set(indicator.parameters) <= {parameter.name for parameter in CATALOGUE[indicator.kind].parameters}
    assert [CATALOGUE[pane.indicators[-1].kind].pane for pane in chart.panes] == ["overlay", "own"]


def test_seven_months_are_in_view_and_some_future() -> None:
    shown = demo_workspace().chart.range
    assert shown is not None
    axis = projection("HSTECH.HK").axis
    last = len(axis) - 1
    assert axis.time(float(last)) - shown.first.timestamp() == pytest.approx(7 * 30.4 * 86_400, rel=0.02)
    assert 10 < axis.slot(shown.last.timestamp()) - last < 25


def test_it_watches_every_instrument_of_the_demonstration() -> None:
    watched = demo_workspace().watchlist
    assert tuple(item.symbol for item in watched) == DemoProvider().symbols
    assert {item.source for item in watched} == {"demo"}


def test_it_is_the_same_each_time_and_can_be_kept() -> None:
    workspace = demo_workspace()
    assert workspace == demo_workspace()
    assert decode(encode(workspace)) == workspace
    ids = [drawing.id for _, drawing in DRAWINGS]
    assert len(set(ids)) == len(ids)


def test_it_can_be_made_without_simulating_anything() -> None:
    program = (
        "import sys\nfrom charting.market.demo_workspace import demo_workspace\ndemo_workspace()\n"
        "heavy = {'numpy', 'charting.market.demo_paths', 'charting.core.calendar'} & set(sys.modules)\nassert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)


@pytest.mark.parametrize(("symbol", "drawing"), DRAWINGS, ids=[drawing.id for _, drawing in DRAWINGS])
def test_every_drawing_is_complete_and_stands_on_bars(symbol: str, drawing: Drawing) -> None:
    assert len(drawing.anchors) == TOOLS[drawing.kind].anchors
    bars = bars_of(symbol)
    for anchor in drawing.anchors:
        at = int(bars.time.searchsorted(anchor.time.timestamp()))
        assert bars.time[at] == anchor.time.timestamp()
        if anchor.field is not None:
            assert bars.source(anchor.field)[at] == anchor.price


def test_the_channel_follows_lows_and_highs_and_is_settled() -> None:
    where, channel = drawing_of("up-channel")
    settle = TOOLS[channel.kind].settle
    assert settle is not None
    assert settle(channel, where) == channel
    bars = where.bars
    base = int(where.slot(channel.anchors[0]))
    slots = np.arange(base, len(bars), dtype=np.float64)
    lines = lines_at(channel, slots, where)
    assert (bars.low[base:] > lines["0"] - 0.02).all()
    assert (bars.high[base:] < lines["1"] + 0.02).all()
    assert (np.abs(bars.low[base:] - lines["0"]) < 0.02).sum() >= 4
    assert (np.abs(bars.high[base:] - lines["1"]) < 0.02).sum() >= 2
    july = int(np.flatnonzero(bars.high == 5802.88)[0])
    assert lines["1"][july - base] == pytest.approx(5802.88, abs=0.02)


@pytest.mark.parametrize("key", ["alibaba-lows", "baidu-lows", "catl-lows"])
def test_trend_lines_hold_and_bars_come_back_to_them(key: str) -> None:
    where, line = drawing_of(key)
    first = int(where.slot(line.anchors[0]))
    prices = np.full(len(where.bars), np.nan)
    prices[first:] = lines_at(line, np.arange(first, len(where.bars), dtype=np.float64), where)[""]
    reading = read_line(where.bars, prices, first)
    assert reading.crossings == 0
    above = where.bars.low[first:] / prices[first:] - 1
    assert reading.touches >= 2
    assert (above > -0.002).all()
    assert (above < 0.006).sum() >= 3
