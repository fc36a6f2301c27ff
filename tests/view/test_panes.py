"""The borders between panes follow the hand, keep every pane readable, and pass over folded ones."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from charting.core.document import Indicator, Workspace
from charting.core.edits import edit_pane
from charting.core.history import History
from charting.core.pane_edits import remove_pane
from charting.core.theme import theme
from charting.scene.layout import COLLAPSED, MIN_PANE
from charting.view.chart import ChartView
from tests.scene.making import chart, series_of, walk
from tests.view.legend_hands import LEFT, drag, in_pane


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A chart of four panes."""
    made = chart((), (Indicator("rsi", "rsi"),), (Indicator("macd", "macd"),), (Indicator("atr", "atr"),))
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 800)
    widget.show()
    widget.set_series(series_of(walk(200)))
    widget.repaint()
    yield widget
    widget.close_workers()


def heights(view: ChartView) -> list[float]:
    view.repaint()
    assert view.scene is not None
    return [pane.rect[3] for pane in view.scene.panes]


def border(view: ChartView, index: int) -> QPoint:
    view.repaint()
    assert view.scene is not None
    return QPoint(600, round(view.scene.layout.borders[index]))


@pytest.mark.parametrize(("index", "way"), [(0, 60), (1, -30), (2, 25)])
def test_a_border_follows_the_hand(qtbot: QtBot, view: ChartView, index: int, way: int) -> None:
    before = heights(view)
    drag(qtbot, view, border(view, index), border(view, index) + QPoint(0, way))
    after = heights(view)
    assert after[index] - before[index] == pytest.approx(way, abs=2)
    assert after[index + 1] - before[index + 1] == pytest.approx(-way, abs=2)
    others = [place for place in range(4) if place not in (index, index + 1)]
    assert [after[place] for place in others] == pytest.approx([before[place] for place in others], abs=2)
    assert view.history.undo_name is None


@pytest.mark.parametrize("way", [-700, 700])
def test_no_pane_is_dragged_smaller_than_can_be_read(qtbot: QtBot, view: ChartView, way: int) -> None:
    drag(qtbot, view, border(view, 1), border(view, 1) + QPoint(0, way))
    assert min(heights(view)) >= MIN_PANE - 1
    assert sum(heights(view)) == pytest.approx(sum(heights(view)))


def test_a_border_passes_over_a_folded_pane(qtbot: QtBot, view: ChartView) -> None:
    pane = view.chart.panes[2]
    view.history.amend(edit_pane(view.history.document, "chart", pane.id, lambda one: replace(one, collapsed=True)))
    before = heights(view)
    assert before[2] == COLLAPSED
    drag(qtbot, view, border(view, 1), border(view, 1) - QPoint(0, 30))
    after = heights(view)
    assert after[2] == COLLAPSED
    assert after[1] - before[1] == pytest.approx(-30, abs=2)
    assert after[3] - before[3] == pytest.approx(30, abs=2)
    assert view.chart.panes[2].weight == pane.weight


def test_a_double_click_fills_the_chart_and_ctrl_folds(qtbot: QtBot, view: ChartView) -> None:
    place = in_pane(view, 2, 0.9)
    qtbot.mouseDClick(view, LEFT, pos=place)
    assert view.chart.maximised == view.chart.panes[2].id
    assert [height > 0 for height in heights(view)] == [False, False, True, False]
    qtbot.mouseDClick(view, LEFT, pos=in_pane(view, 2, 0.9))
    assert view.chart.maximised == ""
    qtbot.mouseDClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, in_pane(view, 1, 0.9))
    assert view.chart.panes[1].collapsed
    qtbot.mouseDClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, in_pane(view, 1, 0.9))
    assert not view.chart.panes[1].collapsed


def test_a_pane_may_go_from_under_a_pointer_that_rests(qtbot: QtBot, view: ChartView) -> None:
    qtbot.mouseMove(view, in_pane(view, 3))
    assert view.cursor_place is not None
    assert view.cursor_place.pane == 3
    view.history.commit(remove_pane(view.history.document, "chart", view.chart.panes[2].id), "Remove")
    view.history.commit(remove_pane(view.history.document, "chart", view.chart.panes[2].id), "Remove")
    view.repaint()
    assert view.cursor_place.pane == 1
