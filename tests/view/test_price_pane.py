"""The pane of the bars may stand anywhere among the panes: what it shows, and what hands do in it, go with it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core.document import Chart, Indicator, Workspace
from charting.core.history import History
from charting.core.pane_edits import move_pane
from charting.core.theme import theme
from charting.scene.catching import surroundings
from charting.scene.chart import ChartScene
from charting.scene.legend_layout import legend_lines
from charting.scene.listing import listing
from charting.view import subjects
from charting.view.chart import ChartView
from tests.scene.making import chart, look, series_of, walk
from tests.view.golden.cases import CASES, RSI, VOLUME, Case
from tests.view.golden.painting import painted, scene_of
from tests.view.legend_hands import LEFT, drag, in_pane

GOLDEN = next(case for case in CASES if case.name == "bars-in-the-middle")
PLACES = (0, 1, 2)


def ordered(made: Chart, index: int) -> Chart:
    """A chart with its pane of the bars at an index, and all panes of the same height."""
    even = replace(made, panes=tuple(replace(pane, weight=1.0) for pane in made.panes))
    at = even.price_index
    document = Workspace(1, "Test", even.id, (even,))
    return move_pane(document, even.id, even.panes[at].id, index + (index > at)).chart


def strips(case: Case) -> dict[str, np.ndarray]:
    """The part of the picture that each pane has, with its axis, by the pane's id."""
    pixels = painted(case).pixels
    found = {}
    for pane in scene_of(case).panes:
        top = round(pane.rect[1])
        found[pane.pane.id] = pixels[top : top + round(pane.rect[3])]
    return found


@pytest.mark.parametrize("index", PLACES)
def test_every_pane_looks_the_same_wherever_it_stands(qapp: QApplication, index: int) -> None:
    """Bars, volume at the foot, compared series, drawings, extremes, sessions and tags included."""
    usual = replace(GOLDEN, name="usual", made=ordered(GOLDEN.made, 0))
    moved = replace(GOLDEN, name="moved", made=ordered(GOLDEN.made, index))
    assert moved.made.price_index == index
    before, after = strips(usual), strips(moved)
    assert before.keys() == after.keys()
    for pane_id, strip in before.items():
        np.testing.assert_array_equal(strip, after[pane_id], err_msg=pane_id)


@pytest.mark.parametrize("index", PLACES)
def test_the_legend_and_the_data_window_tell_of_the_bars_in_their_pane(index: int) -> None:
    scene = scene_of(GOLDEN, made=ordered(GOLDEN.made, index))
    lines = legend_lines(scene, -1, look())
    titled = [line.pane for line in lines if line.subject is None]
    assert titled == [index, index], "name and prices"
    assert [line.pane for line in lines if line.subject and line.subject.symbol] == [index]
    assert len(listing(scene, -1, look())) == 2 + 4
    assert scene.price_pane is scene.panes[index]
    assert scene.projection.viewport.top == scene.panes[index].rect[1]


@pytest.mark.parametrize("index", PLACES)
def test_a_chart_without_bars_says_whose_it_is(index: int) -> None:
    scene = scene_of(GOLDEN, series_of(walk(1).slice(0, 0)), ordered(GOLDEN.made, index))
    assert [line.pane for line in legend_lines(scene, -1, look())] == [index]


def test_volume_stands_at_the_foot_of_the_bars_only() -> None:
    """Beside it, in the first pane, it is an indicator like any other."""
    made = replace(chart((VOLUME,), (RSI,)), bars_pane="pane1")
    scene = scene_of(replace(GOLDEN, made=made, drawings=(), compared=False))
    assert scene.panes[0].decimals == 2
    assert scene.panes[0].viewport.scale.low == 0.0
    assert set(scene.panes[1].own) == {"rsi"}, "what is no price has a scale of its own over the bars"


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A chart with RSI above its bars and MACD below them."""
    made = replace(chart((RSI,), (Indicator("sma", "sma"),), (Indicator("macd", "macd"),)), bars_pane="pane1")
    made = replace(made, panes=tuple(replace(pane, weight=1.0) for pane in made.panes))
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 800)
    widget.show()
    widget.set_series(series_of(walk(400)))

    def complete() -> bool:
        return all(shown.values is not None for pane in scene(widget).panes for shown in pane.plotted)

    qtbot.waitUntil(complete)
    yield widget
    widget.close_workers()


def scene(view: ChartView) -> ChartScene:
    view.repaint()
    assert view.scene is not None
    return view.scene


def test_lines_are_drawn_over_the_bars_and_nowhere_else(qtbot: QtBot, view: ChartView) -> None:
    view.hand.magnet = "off"
    for index, count in ((0, 0), (2, 0), (1, 1)):
        view.set_tool("horizontal_line")
        qtbot.mouseClick(view, LEFT, pos=in_pane(view, index))
        drawn = view.history.document.drawings.get("HSTECH.HK", ())
        assert len(drawn) == count, index
    price = float(scene(view).price_pane.viewport.price(in_pane(view, 1).y() * view.devicePixelRatioF()))
    assert drawn[0].anchors[0].price == pytest.approx(price, rel=1e-3)
    assert view.hand.at(scene(view), *in_pane(view, 1).toTuple()) == drawn[0].id


def test_the_magnet_catches_the_bars_and_what_lies_over_them(qtbot: QtBot, view: ChartView) -> None:
    view.hand.magnet = "strong"
    pane = scene(view).price_pane
    row = round(pane.viewport.slot(500.0))
    high = float(walk(400).high[row])
    place = QPoint(round(pane.viewport.x(float(row))), round(pane.viewport.y(high)) - 3)
    view.set_tool("horizontal_line")
    qtbot.mouseMove(view, place)
    qtbot.mouseClick(view, LEFT, pos=place)
    (line,) = view.history.document.drawings["HSTECH.HK"]
    assert (line.anchors[0].price, line.anchors[0].field) == (high, "high")
    assert surroundings(scene(view), 0.0, 0.0).indicators.keys() == {"SMA 20 SMA"}


def test_a_double_click_with_ctrl_folds_any_pane_but_that_of_the_bars(qtbot: QtBot, view: ChartView) -> None:
    for index in PLACES:
        qtbot.mouseDClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, in_pane(view, index, 0.9))
        view.repaint()
    assert [pane.collapsed for pane in view.chart.panes] == [True, False, True]
    heights = [pane.rect[3] for pane in scene(view).panes]
    assert heights[1] > 10 * heights[0]


def test_a_border_between_folded_panes_and_the_top_stays(qtbot: QtBot, view: ChartView) -> None:
    """Above the bars there may be nothing that has height to give."""
    qtbot.mouseDClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, in_pane(view, 0, 0.9))
    before = view.history.document
    place = QPoint(600, round(scene(view).layout.borders[0]))
    drag(qtbot, view, place, place + QPoint(0, 60))
    assert view.history.document is before


def test_a_pane_dragged_over_the_top_goes_first(qtbot: QtBot, view: ChartView) -> None:
    """The line of an indicator too: above the bars there is a place of its own to be had."""
    subjects.put_pane(view.history, view.chart.id, "pane1", 0)
    assert [pane.id for pane in view.chart.panes] == ["pane1", "pane0", "pane2"]
    assert view.chart.bars_pane == ""
    line = next(one for one in view.legend.lines(scene(view)) if one.subject and one.subject.indicator == "macd")
    start = QPoint(round(line.run.x) + 5, round(line.run.y))
    drag(qtbot, view, start, QPoint(500, 4))
    assert [pane.id for pane in view.chart.panes] == ["pane2", "pane1", "pane0"]
    assert view.chart.price_pane.id == "pane1"
    view.history.undo()
    view.history.undo()
    assert [pane.id for pane in view.chart.panes] == ["pane0", "pane1", "pane2"]
    assert view.chart.price_index == 1
    view.history.redo()
    assert view.chart.price_index == 0


def test_the_first_pane_may_be_taken_off_below_a_pane_filling_the_chart(view: ChartView) -> None:
    view.history.amend(replace(view.history.document, charts=(replace(view.chart, maximised="pane0"),)))
    assert [bool(pane.rect[3]) for pane in scene(view).panes] == [True, False, False]
    subjects.close_pane(view.history, view.chart.id, "pane0")
    assert [pane.id for pane in view.chart.panes] == ["pane1", "pane2"]
    assert (view.chart.maximised, view.chart.price_index) == ("", 0)
    view.history.undo()
    assert view.chart.price_pane.id == "pane1"


@pytest.mark.parametrize("index", [0, 2])
def test_lines_that_run_on_beyond_the_bars_are_not_met_there(qtbot: QtBot, view: ChartView, index: int) -> None:
    """In the panes above and below there is nothing of them to be seen, nor on the axes."""
    view.set_tool("vertical_line")
    qtbot.mouseClick(view, LEFT, pos=in_pane(view, 1))
    (line,) = view.history.document.drawings["HSTECH.HK"]
    x, _ = scene(view).projection.point(line.anchors[0])
    view.select(())
    asked: list[object] = []
    view.context_requested.connect(lambda drawing, _place: asked.append(drawing))
    for pane, over in ((index, None), (1, line.id)):
        place = QPoint(round(x), in_pane(view, pane, 0.8).y())
        qtbot.mouseMove(view, place)
        assert view.hand.over == over
        qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=place)
        assert asked[-1] == over
