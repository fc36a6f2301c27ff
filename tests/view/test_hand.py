"""Keys that change what the hand does: Shift and Ctrl while placing and dragging, arrows with and without them."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from charting.core.edits import replace_drawings, set_chart
from charting.view.chart import ChartView
from tests.scene.making import series_of, walk
from tests.view.test_chart import LEFT, anchor_place, draw, drawn, scene, view

__all__ = ["view"]

CONTROL, SHIFT, NONE = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)


def slots(view: ChartView, index: int = 0) -> list[int]:
    projection = scene(view).projection
    return [round(projection.slot(anchor)) for anchor in drawn(view)[index].anchors]


def test_arrows_nudge_by_one_and_with_shift_or_ctrl_by_ten_as_one_step(qtbot: QtBot, view: ChartView) -> None:
    line = draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    before, prices = slots(view), [anchor.price for anchor in line.anchors]
    for key, modifier, bars, ticks in (
        (Qt.Key.Key_Right, NONE, 1, 0), (Qt.Key.Key_Right, SHIFT, 11, 0), (Qt.Key.Key_Left, CONTROL, 1, 0),
        (Qt.Key.Key_Up, NONE, 1, 1), (Qt.Key.Key_Up, SHIFT, 1, 11), (Qt.Key.Key_Down, NONE, 1, 10),
    ):  # fmt: skip
        qtbot.keyClick(view, key, modifier)
        assert slots(view) == [slot + bars for slot in before]
        assert [anchor.price for anchor in drawn(view)[0].anchors] == pytest.approx([price + ticks / 100 for price in prices])
    assert view.history.undo_name == "Nudge trend line"
    view.history.undo()
    assert drawn(view) == (line,)


def test_shift_held_while_the_pointer_rests_holds_the_angle_at_once(qtbot: QtBot, view: ChartView) -> None:
    view.hand.magnet = "off"
    view.set_tool("trend_line")
    qtbot.mouseClick(view, LEFT, pos=QPoint(300, 250))
    QTest.mouseMove(view, QPoint(420, 240))
    free = preview(view)
    qtbot.keyPress(view, Qt.Key.Key_Shift)
    assert preview(view)[0] == preview(view)[1]
    qtbot.keyRelease(view, Qt.Key.Key_Shift)
    assert preview(view) == free
    assert free[0] != free[1]


def test_ctrl_held_while_the_pointer_rests_turns_the_magnet_round_at_once(qtbot: QtBot, view: ChartView) -> None:
    said: list[str] = []
    view.message.connect(said.append)
    view.hand.magnet = "off"
    view.set_tool("horizontal_line")
    QTest.mouseMove(view, QPoint(300, 250))
    assert not said[-1].startswith(("Open", "High", "Low", "Close"))
    qtbot.keyPress(view, Qt.Key.Key_Control)
    assert said[-1].startswith(("Open", "High", "Low", "Close"))
    qtbot.keyRelease(view, Qt.Key.Key_Control)
    assert not said[-1].startswith(("Open", "High", "Low", "Close"))


def preview(view: ChartView) -> tuple[float, ...]:
    placing = view.hand._placing
    assert placing is not None
    drawing = placing.preview(scene(view).projection)
    assert drawing is not None
    return tuple(anchor.price for anchor in drawing.anchors)


def test_ctrl_and_a_drag_clone_everything_that_is_selected(qtbot: QtBot, view: ChartView) -> None:
    one = draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    other = draw(qtbot, view, "trend_line", (300, 350), (500, 300))
    view.select((one.id, other.id))
    view.grab()
    ends = anchor_place(view, one, 0), anchor_place(view, one, 1)
    middle = QPoint((ends[0].x() + ends[1].x()) // 2, (ends[0].y() + ends[1].y()) // 2)
    QTest.mousePress(view, LEFT, CONTROL, middle)
    for step in (10, 40, 80):
        QTest.mouseMove(view, middle + QPoint(step, step // 2))
    QTest.mouseRelease(view, LEFT, CONTROL, middle + QPoint(80, 40))
    assert drawn(view)[:2] == (one, other)
    copies = drawn(view)[2:]
    assert [copy.id for copy in copies] == list(view.selection)
    assert view.history.undo_name == "Clone 2 drawings"
    for copy, original in zip(copies, (one, other), strict=True):
        assert copy.id != original.id
        shifts = [new.price - old.price for new, old in zip(copy.anchors, original.anchors, strict=True)]
        assert shifts[0] == pytest.approx(shifts[1])
    view.history.undo()
    assert drawn(view) == (one, other)


def test_a_drag_of_a_body_with_shift_keeps_one_axis(qtbot: QtBot, view: ChartView) -> None:
    line = draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    before = slots(view)
    ends = anchor_place(view, line, 0), anchor_place(view, line, 1)
    middle = QPoint((ends[0].x() + ends[1].x()) // 2, (ends[0].y() + ends[1].y()) // 2)
    QTest.mousePress(view, LEFT, NONE, middle)
    view.hand.modify(SHIFT)
    for step in (20, 60):
        view._grip.move(middle.x() + step, middle.y() + step // 6)
    QTest.mouseRelease(view, LEFT, SHIFT, middle + QPoint(60, 10))
    assert [anchor.price for anchor in drawn(view)[0].anchors] == [anchor.price for anchor in line.anchors]
    assert slots(view) != before


def test_shift_and_a_click_measure_within_the_area_of_a_shape(qtbot: QtBot, view: ChartView) -> None:
    box = draw(qtbot, view, "rectangle", (200, 120), (600, 380))
    view.select(())
    view.repaint()
    QTest.mouseMove(view, QPoint(330, 200))
    QTest.mouseClick(view, LEFT, SHIFT, QPoint(330, 200))
    assert view.hand.placing
    QTest.mouseMove(view, QPoint(450, 300))
    QTest.mouseClick(view, LEFT, NONE, QPoint(450, 300))
    assert not view.hand.placing
    assert drawn(view) == (box,)
    assert view.hand._measured is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.hand._measured is None


def test_escape_ends_a_measure_at_once(qtbot: QtBot, view: ChartView) -> None:
    qtbot.mouseClick(view, LEFT, SHIFT, QPoint(300, 250))
    assert view.hand.placing
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.hand.placing, "nobody took a tool that could be put away"


def test_what_is_drawn_while_all_drawings_are_hidden_shows_them_again(qtbot: QtBot, view: ChartView) -> None:
    draw(qtbot, view, "horizontal_line", (300, 200))
    hidden = set_chart(view.history.document, view.chart_id, drawings_hidden=True)
    view.history.commit(hidden, "Hide all drawings")
    draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    assert not view.chart.drawings_hidden
    assert len(drawn(view)) == 2
    view.history.undo()
    assert view.chart.drawings_hidden
    assert len(drawn(view)) == 1


def test_shift_pressed_while_a_drag_rests_holds_the_angle_at_once(qtbot: QtBot, view: ChartView) -> None:
    view.hand.magnet = "off"
    line = draw(qtbot, view, "trend_line", (300, 250), (500, 250))
    end = anchor_place(view, line, 1)
    QTest.mousePress(view, LEFT, NONE, end)
    for step in (10, 30):
        QTest.mouseMove(view, end + QPoint(0, step))
    (free,) = view.hand.moving
    qtbot.keyPress(view, Qt.Key.Key_Shift)
    (held,) = view.hand.moving
    assert held.anchors[1].price == held.anchors[0].price != free.anchors[1].price
    qtbot.keyRelease(view, Qt.Key.Key_Shift)
    assert view.hand.moving == (free,)
    QTest.mouseRelease(view, LEFT, NONE, end + QPoint(0, 30))
    assert drawn(view) == (free,)
    assert view.hand.repeat is None


def test_points_set_on_one_instrument_are_no_points_on_another(qtbot: QtBot, view: ChartView) -> None:
    view.set_tool("trend_line")
    qtbot.mouseClick(view, LEFT, pos=QPoint(300, 250))
    other = series_of(walk(300))
    view.set_series(msgspec.structs.replace(other, instrument=msgspec.structs.replace(other.instrument, symbol="9988.HK")))
    view.repaint()
    assert view.hand.placing
    assert view.hand._placing is not None
    assert view.hand._placing.anchors == ()


def test_points_stay_while_other_bars_of_the_same_instrument_are_fetched(qtbot: QtBot, view: ChartView) -> None:
    view.set_tool("trend_line")
    qtbot.mouseClick(view, LEFT, pos=QPoint(300, 250))
    assert view.hand._placing is not None
    point = view.hand._placing.anchors
    view.set_series(None, "Loading")
    view.set_series(series_of(walk(300)))
    assert view.hand._placing is not None
    assert view.hand._placing.anchors == point != ()


def test_a_copy_on_a_layer_that_is_hidden_is_seen(qtbot: QtBot, view: ChartView) -> None:
    line = msgspec.structs.replace(draw(qtbot, view, "trend_line", (300, 250), (500, 200)), layer="Ideas")
    hidden = set_chart(view.history.document, view.chart_id, hidden_layers=("Ideas", "Others"))
    view.history.commit(hidden, "Hide")
    view.hand.add([msgspec.structs.replace(line, id="copy")], "Paste")
    assert view.chart.hidden_layers == ("Others",)
    view.history.undo()
    assert view.chart.hidden_layers == ("Ideas", "Others")


@pytest.mark.parametrize("part", ["body", "handle"])
def test_a_drag_that_begins_on_what_is_locked_moves_the_chart(qtbot: QtBot, view: ChartView, part: str) -> None:
    line = draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    locked = msgspec.structs.replace(line, locked=True)
    view.history.commit(replace_drawings(view.history.document, "HSTECH.HK", [locked]), "Lock")
    view.grab()
    ends = anchor_place(view, line, 0), anchor_place(view, line, 1)
    place = ends[0] if part == "handle" else QPoint((ends[0].x() + ends[1].x()) // 2, (ends[0].y() + ends[1].y()) // 2)
    view.select((line.id,) if part == "handle" else ())
    span = view.sight.span
    QTest.mousePress(view, LEFT, NONE, place)
    assert view.selection == (line.id,)
    for step in (10, 40, 80):
        QTest.mouseMove(view, place + QPoint(step, 0))
    QTest.mouseRelease(view, LEFT, NONE, place + QPoint(80, 0))
    assert drawn(view) == (locked,)
    assert view.selection == (line.id,)
    assert view.sight.span.first < span.first
