"""The chart widget under real mouse and key events: moving, drawing, editing, undo."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core.document import Drawing, Indicator, Workspace
from charting.core.history import History
from charting.core.theme import theme
from charting.drawings.wording import Wording
from charting.scene.catching import surroundings
from charting.scene.chart import ChartScene
from charting.scene.look import Look
from charting.view.chart import ChartView
from tests.scene.making import chart, series_of, walk

SIZE = (900, 600)


class Chinese(Wording):
    def text(self, english: str) -> str:
        return {"Base line": "基準線"}.get(english, english)


LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """A shown chart of 400 bars with volume, SMA 50 and MACD."""
    indicators = (Indicator("volume", "volume"), Indicator("sma", "sma", {"period": 50}))
    made = chart(indicators, (Indicator("macd", "macd"),))
    widget = ChartView(History(Workspace(1, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(*SIZE)
    widget.show()
    widget.set_series(series_of(walk(400)))
    # The scales make room for indicators: a place has its price only once they are there.
    qtbot.waitUntil(lambda: has_all_values(widget))
    yield widget
    widget.close_workers()


def scene(view: ChartView) -> ChartScene:
    view.repaint()
    assert view.scene is not None
    return view.scene


def drawn(view: ChartView) -> tuple[Drawing, ...]:
    return view.history.document.drawings.get("HSTECH.HK", ())


def draw(qtbot: QtBot, view: ChartView, kind: str, *points: tuple[int, int]) -> Drawing:
    view.set_tool(kind)
    for x, y in points:
        qtbot.mouseMove(view, QPoint(x, y))
        qtbot.mouseClick(view, LEFT, pos=QPoint(x, y))
    assert drawn(view)
    return drawn(view)[-1]


def drag(qtbot: QtBot, view: ChartView, start: QPoint, *way: QPoint, release: bool = True) -> None:
    qtbot.mousePress(view, LEFT, pos=start)
    for point in way:
        qtbot.mouseMove(view, point)
        view.repaint()
    if release:
        qtbot.mouseRelease(view, LEFT, pos=way[-1])


def anchor_place(view: ChartView, drawing: Drawing, index: int) -> QPoint:
    x, y = scene(view).projection.point(drawing.anchors[index])
    return QPoint(round(x), round(y))


def test_two_clicks_draw_a_line_as_one_step(qtbot: QtBot, view: ChartView) -> None:
    line = draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    assert line.kind == "trend_line"
    assert len(line.anchors) == 2
    assert view.selection == (line.id,)
    assert view.history.undo_name == "Draw trend line"
    view.history.undo()
    assert drawn(view) == ()
    assert view.history.undo_name is None
    view.history.redo()
    assert drawn(view) == (line,)


def test_a_drag_draws_the_same_line_as_two_clicks(qtbot: QtBot, view: ChartView) -> None:
    clicked = draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    view.set_tool("trend_line")
    drag(qtbot, view, QPoint(300, 250), QPoint(400, 220), QPoint(500, 200))
    assert drawn(view)[-1].anchors == clicked.anchors


def test_the_document_is_not_touched_before_the_drag_ends(qtbot: QtBot, view: ChartView) -> None:
    line = draw(qtbot, view, "horizontal_line", (400, 200))
    place = anchor_place(view, line, 0)
    before = view.history.document
    drag(qtbot, view, place, place + QPoint(0, 30), place + QPoint(0, 60), release=False)
    assert view.history.document is before
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(view, LEFT, pos=place + QPoint(0, 60))
    assert view.history.document is before
    qtbot.wait(QApplication.doubleClickInterval())
    drag(qtbot, view, place, place + QPoint(0, 60))
    assert drawn(view)[0].anchors[0].price < line.anchors[0].price
    view.history.undo()
    assert drawn(view) == (line,)


def test_an_end_reshapes_and_the_middle_moves(qtbot: QtBot, view: ChartView) -> None:
    line = draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    end = anchor_place(view, line, 1)
    drag(qtbot, view, end, end + QPoint(20, 40), end + QPoint(40, 80))
    reshaped = drawn(view)[0]
    assert reshaped.anchors[0] == line.anchors[0]
    assert reshaped.anchors[1].time > line.anchors[1].time
    assert view.history.undo_name == "Reshape trend line"
    one, two = anchor_place(view, reshaped, 0), anchor_place(view, reshaped, 1)
    middle = QPoint((one.x() + two.x()) // 2, (one.y() + two.y()) // 2)
    drag(qtbot, view, middle, middle + QPoint(30, 10), middle + QPoint(60, 20))
    moved = drawn(view)[0]
    assert view.history.undo_name == "Move trend line"
    shifts = [new.price - old.price for new, old in zip(moved.anchors, reshaped.anchors, strict=True)]
    assert shifts[0] == pytest.approx(shifts[1])
    assert shifts[0] < 0


def test_deleting_keeps_locked_drawings(qtbot: QtBot, view: ChartView) -> None:
    from msgspec.structs import replace

    from charting.core.edits import replace_drawings

    line = draw(qtbot, view, "horizontal_line", (400, 200))
    locked = replace(line, locked=True)
    view.history.commit(replace_drawings(view.history.document, "HSTECH.HK", [locked]), "Lock")
    view.select((line.id,))
    view.hand.selection.delete()
    assert drawn(view) == (locked,)
    view.history.undo()
    view.select((line.id,))
    view.hand.selection.delete()
    assert drawn(view) == ()
    assert view.selection == ()


def test_escape_steps_back_and_puts_the_tool_away(qtbot: QtBot, view: ChartView) -> None:
    tools: list[object] = []
    view.tool_changed.connect(tools.append)
    view.set_tool("trend_line")
    qtbot.mouseClick(view, LEFT, pos=QPoint(300, 250))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.hand.placing
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.hand.placing
    assert tools == ["trend_line", None]
    assert drawn(view) == ()


def test_dragging_pans_and_keeps_the_range_without_a_step(qtbot: QtBot, view: ChartView) -> None:
    before = view.sight.span
    width = scene(view).panes[0].viewport.slot_width
    drag(qtbot, view, QPoint(300, 300), QPoint(350, 300), QPoint(400, 300))
    assert view.sight.span.first == pytest.approx(before.first - 100 / width, abs=0.01)
    assert view.history.document.chart.range is not None
    assert view.history.undo_name is None


def has_all_values(view: ChartView) -> bool:
    return all(shown.values is not None for pane in scene(view).panes for shown in pane.plotted)


def wheel(view: ChartView, x: int, y: int, notches: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    place = QPointF(x, y)
    event = QWheelEvent(
        place,
        view.mapToGlobal(place),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_wheel_zooms_about_the_cursor(view: ChartView) -> None:
    view.sight.pan(-150)
    slot = scene(view).panes[0].viewport.slot(200)
    wheel(view, 200, 200, 3)
    assert scene(view).panes[0].viewport.slot(200) == pytest.approx(slot)
    assert view.sight.span.width < 120


def test_the_wheel_pins_to_the_newest_bar(view: ChartView) -> None:
    view.sight.move(type(view.sight.span)(200, 400))
    wheel(view, 200, 200, 3)
    assert view.sight.span.last == pytest.approx(400)


def test_shift_and_wheel_pan(view: ChartView) -> None:
    before = view.sight.span
    wheel(view, 200, 200, 1, Qt.KeyboardModifier.ShiftModifier)
    assert view.sight.span.width == pytest.approx(before.width)
    assert view.sight.span.first < before.first


def test_arrows_pan_or_nudge_what_is_selected(qtbot: QtBot, view: ChartView) -> None:
    before = view.sight.span
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.sight.span.first == pytest.approx(before.first - 1)
    line = draw(qtbot, view, "horizontal_line", (400, 200))
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert drawn(view)[0].anchors[0].price == pytest.approx(line.anchors[0].price + 0.01)
    assert view.sight.span.first == pytest.approx(before.first - 1)


def test_a_price_axis_scales_and_a_double_click_resets_it(qtbot: QtBot, view: ChartView) -> None:
    axis = QPoint(SIZE[0] - 20, 200)
    drag(qtbot, view, axis, axis + QPoint(0, 40), axis + QPoint(0, 80))
    pane = view.history.document.chart.panes[0]
    assert pane.scale.low is not None
    qtbot.mouseDClick(view, LEFT, pos=axis)
    assert view.history.document.chart.panes[0].scale.low is None
    assert view.history.undo_name is None


def test_a_border_between_panes_moves(qtbot: QtBot, view: ChartView) -> None:
    border = QPoint(300, round(scene(view).layout.borders[0]))
    before = scene(view).panes[0].rect[3]
    drag(qtbot, view, border, border - QPoint(0, 30), border - QPoint(0, 60))
    assert scene(view).panes[0].rect[3] == pytest.approx(before - 60, abs=3)


def test_the_cursor_rebuilds_nothing(qtbot: QtBot, view: ChartView) -> None:
    qtbot.waitUntil(lambda: has_all_values(view))
    before = scene(view)
    for x in range(100, 600, 50):
        qtbot.mouseMove(view, QPoint(x, 200))
        view.repaint()
    assert view.scene is before


def test_any_number_of_changes_make_one_frame(qtbot: QtBot, view: ChartView) -> None:
    qtbot.waitUntil(lambda: has_all_values(view))
    qtbot.wait(50)
    before = view.scene
    frames = view.frames
    for _ in range(20):
        view.sight.pan(1)
        view.refresh()
    qtbot.wait(50)
    assert view.scene is not before
    assert view.frames == frames + 1


def test_indicator_values_arrive_without_being_waited_for(qtbot: QtBot, view: ChartView) -> None:
    qtbot.waitUntil(lambda: has_all_values(view))


def test_no_bars_show_a_sentence(qtbot: QtBot, view: ChartView) -> None:
    view.set_series(None, "There is nothing here yet.")
    view.repaint()
    assert view.scene is None
    qtbot.mouseMove(view, QPoint(100, 100))
    qtbot.mouseClick(view, LEFT, pos=QPoint(100, 100))
    qtbot.keyClick(view, Qt.Key.Key_Left)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_bars_are_shown_sensibly(view: ChartView, count: int) -> None:
    view.set_series(series_of(walk(400).slice(0, count)))
    assert scene(view).panes[0].viewport.last_slot > count - 1
    view.sight.zoom(0.5)
    view.sight.pan(3)
    view.repaint()


def test_a_double_click_gives_a_pane_the_chart_and_takes_it_back(qtbot: QtBot, view: ChartView) -> None:
    heights = [pane.rect[3] for pane in scene(view).panes]
    place = QPoint(200, round(scene(view).panes[1].rect[1]) + 100)
    qtbot.mouseDClick(view, LEFT, pos=place)
    assert scene(view).panes[0].rect[3] == 0
    qtbot.mouseDClick(view, LEFT, pos=place)
    assert [pane.rect[3] for pane in scene(view).panes] == heights
    qtbot.mouseDClick(view, LEFT, Qt.KeyboardModifier.ControlModifier, place)
    assert scene(view).panes[1].rect[3] == 24
    assert view.history.undo_name is None


def test_shift_and_a_click_measure_without_keeping_anything(qtbot: QtBot, view: ChartView) -> None:
    before = view.history.document
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.mouseClick(view, LEFT, shift, QPoint(300, 250))
    qtbot.mouseMove(view, QPoint(500, 150))
    qtbot.mouseClick(view, LEFT, pos=QPoint(500, 150))
    assert not view.hand.placing
    held = view.hand.primitives(scene(view), look_of(view))
    assert held
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.hand.primitives(scene(view), look_of(view)) == ()
    assert view.history.document.drawings is before.drawings


def look_of(view: ChartView) -> Look:
    assert view.picture is not None
    assert view.series is not None
    return view.picture.look(view.chart, view.series)


def test_a_line_is_drawn_by_keys_alone(qtbot: QtBot, view: ChartView) -> None:
    scene(view)
    view.set_tool("trend_line")
    for _ in range(30):
        qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    (line,) = drawn(view)
    slots = [scene(view).projection.slot(anchor) for anchor in line.anchors]
    assert slots[1] - slots[0] == 10
    assert not view.hand.placing


def test_a_marquee_selects_what_it_touches(qtbot: QtBot, view: ChartView) -> None:
    inside = draw(qtbot, view, "trend_line", (300, 250), (400, 200))
    draw(qtbot, view, "trend_line", (600, 250), (700, 100))
    view.select(())
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.mousePress(view, LEFT, control, QPoint(250, 150))
    qtbot.mouseMove(view, QPoint(350, 250))
    qtbot.mouseMove(view, QPoint(450, 300))
    qtbot.mouseRelease(view, LEFT, control, QPoint(450, 300))
    assert view.selection == (inside.id,)


def test_another_size_is_another_picture(view: ChartView) -> None:
    scene(view)
    view.resize(700, 500)
    assert scene(view).layout.size == (700, 500)
    assert view.picture is not None
    assert scene(view).layout.size == (700, 500)


def test_the_bar_under_the_crosshair_is_told_when_it_changes(view, qtbot):
    shown = scene(view)
    told: list[int] = []
    view.pointed.connect(told.append)
    at = {row: QPoint(round(shown.panes[0].viewport.x(float(row))), 200) for row in (350, 351)}
    for row, down in ((350, 0), (350, 30), (351, 0)):
        qtbot.mouseMove(view, at[row] + QPoint(0, down))
    assert told == [350, 351]
    assert view.pointed_row == 351
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert told == [350, 351, -1]


def test_the_magnet_catches_only_values_that_stand_at_their_bars(qtbot: QtBot, view: ChartView) -> None:
    kinds = ("sma", "cdldoji", "fractal", "ichimoku", "zigzag")
    made = chart(tuple(Indicator(kind, kind) for kind in kinds))
    view.history.load(Workspace(1, "Test", made.id, (made,)))
    qtbot.waitUntil(lambda: has_all_values(view))
    caught = surroundings(scene(view), 300, 200).indicators
    assert caught is not None
    assert sorted(caught) == ["Ichimoku 9 26 52 26 Base line", "Ichimoku 9 26 52 26 Conversion line", "SMA 20 SMA"]
    shown = scene(view)
    chinese = replace(shown.projection, wording=Chinese())
    caught = surroundings(replace(shown, sheet=replace(shown.sheet, projection=chinese)), 300, 200).indicators
    assert caught is not None
    assert "Ichimoku 9 26 52 26 基準線" in caught
