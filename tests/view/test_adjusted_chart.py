"""A chart on another basis of adjustment under real mouse events: what is drawn means the same, what is kept is as drawn."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from charting.core.adjustment import Action, adjusted_bars, adjustments_of
from charting.core.bars import Bars
from charting.core.document import Anchor, Basis, Drawing, Indicator, Workspace
from charting.core.edits import add_drawings, set_chart
from charting.core.history import History
from charting.core.theme import theme
from charting.drawings.anchors import moment
from charting.scene.series import Series
from charting.view.chart import ChartView
from charting.view.render import render_chart
from tests.scene.making import chart, series_of, walk

LEFT = Qt.MouseButton.LeftButton
DAYS = walk(400)
SPLIT, PAID = Action(int(DAYS.time[370]), "split", 2.0), Action(int(DAYS.time[385]), "dividend", 500.0)
EARLY = 350


def given(*actions: Action, bars: Bars = DAYS) -> Series:
    return replace(series_of(bars), adjustments=adjustments_of(bars, None, actions))


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    made = chart((Indicator("sma", "sma", {"period": 5}),))
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.show()
    widget.set_series(given(SPLIT, PAID))
    widget.repaint()
    yield widget
    widget.close_workers()


def adjust(view: ChartView, basis: Basis) -> None:
    history = view.history
    history.commit(set_chart(history.document, view.chart_id, adjustment=basis), "Adjust")
    view.repaint()


def stored(view: ChartView) -> tuple[Drawing, ...]:
    return view.history.document.drawings["HSTECH.HK"]


def line_at_close(view: ChartView, row: int = EARLY, kind: str = "horizontal_line") -> Drawing:
    """A drawing of one point on the close of a bar, as it is now on show."""
    assert view.scene is not None
    projection = view.scene.projection
    point = Anchor(moment(float(DAYS.time[row])), float(projection.bars.close[row]))
    drawing = Drawing("a", kind, (point,), basis=projection.basis, as_of=projection.as_of)
    view.history.commit(add_drawings(view.history.document, "HSTECH.HK", (drawing,)), "Draw")
    view.repaint()
    return drawing


def shown_price(view: ChartView) -> float:
    view.repaint()
    assert view.scene is not None
    (item,) = view.scene.sheet.items
    return item.drawing.anchors[0].price


@pytest.mark.parametrize("basis", ["raw", "full"])
def test_bars_indicators_and_undo_follow_the_choice(qtbot: QtBot, view: ChartView, basis: Basis) -> None:
    adjust(view, basis)
    assert view.series is not None
    expected = adjusted_bars(DAYS, given(SPLIT, PAID).adjustments, basis)
    np.testing.assert_array_equal(view.series.bars.close, expected.close)
    span = view.sight.span

    def averaged() -> bool:
        view.repaint()
        assert view.scene is not None
        values = view.scene.panes[0].plotted[0].values
        return values is not None and bool(np.isclose(values["sma"][360], expected.close[356:361].mean()))

    qtbot.waitUntil(averaged)
    view.history.undo()
    assert view.series.bars is DAYS
    assert view.sight.span == span, "the view stays where it is"


@pytest.mark.parametrize("drawn_on", ["raw", "split", "full"])
@pytest.mark.parametrize("shown_on", ["raw", "split", "full"])
def test_a_line_drawn_on_a_bar_is_on_it_whatever_the_basis(view: ChartView, drawn_on: Basis, shown_on: Basis) -> None:
    adjust(view, drawn_on)
    drawing = line_at_close(view)
    adjust(view, shown_on)
    assert view.series is not None
    assert shown_price(view) == pytest.approx(view.series.bars.close[EARLY], rel=1e-12)
    assert stored(view) == (drawing,), "nothing is written back"


def test_a_drag_where_a_line_is_shown_is_kept_as_it_was_drawn(qtbot: QtBot, view: ChartView) -> None:
    drawing = line_at_close(view)
    adjust(view, "raw")
    assert view.scene is not None
    plane = view.scene.projection.plane
    before = shown_price(view)
    at = QPoint(200, round(plane.y(before)))
    view.set_magnet("off")
    qtbot.mousePress(view, LEFT, pos=at)
    for step in (20, 60):
        qtbot.mouseMove(view, at + QPoint(0, step))
    qtbot.mouseRelease(view, LEFT, pos=at + QPoint(0, 60))
    after = shown_price(view)
    assert after == pytest.approx(plane.price(plane.y(before) + 60), rel=1e-3)
    (kept,) = stored(view)
    assert kept.basis == "split"
    # The drag took the line to another bar's time, on this side of the split or the other.
    assert kept.anchors[0].price * view.remapping.adjustments.factor(
        kept.anchors[0].time.timestamp(), "split", np.inf, "raw"
    ) == pytest.approx(after)
    view.history.undo()
    assert stored(view) == (drawing,)


def test_what_is_drawn_anew_keeps_the_basis_it_is_drawn_on(qtbot: QtBot, view: ChartView) -> None:
    adjust(view, "full")
    view.set_tool("trend_line")
    for x, y in ((300, 250), (500, 200)):
        qtbot.mouseMove(view, QPoint(x, y))
        qtbot.mouseClick(view, LEFT, pos=QPoint(x, y))
    (line,) = stored(view)
    assert line.basis == "full"
    assert line.as_of == moment(float(DAYS.time[-1]))
    assert shown_price(view) == line.anchors[0].price


def test_a_split_that_the_provider_tells_of_later_takes_drawings_along(view: ChartView) -> None:
    drawing = line_at_close(view)
    later = Action(int(DAYS.time[-1]) + 86_400, "split", 5.0)
    prices = (column / 5 for column in (DAYS.open, DAYS.high, DAYS.low, DAYS.close))
    view.set_series(given(SPLIT, PAID, later, bars=Bars.of(DAYS.time, *prices, DAYS.volume * 5, DAYS.interval)))
    assert shown_price(view) == pytest.approx(drawing.anchors[0].price / 5)
    assert stored(view) == (drawing,)


def test_a_picture_without_a_window_shows_the_same(view: ChartView) -> None:
    line_at_close(view)
    adjust(view, "raw")

    def picture(drawings: tuple[Drawing, ...]) -> QImage:
        return render_chart(view.chart, drawings, given(SPLIT, PAID), theme("dark"), 900, 600)

    drawn = picture(stored(view))
    doubled = replace_price(stored(view)[0], 2.0)
    assert drawn == picture((doubled,)), "the same line, had it been drawn on raw prices"
    assert drawn != picture(())


def replace_price(drawing: Drawing, factor: float) -> Drawing:
    (point,) = drawing.anchors
    moved = Anchor(point.time, point.price * factor, point.interval)
    return Drawing(drawing.id, drawing.kind, (moved,), basis="raw", as_of=drawing.as_of)
