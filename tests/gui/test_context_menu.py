import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QMenu

from charting.core.document import Stroke
from charting.core.pane_edits import remove_pane
from gui.actions.panes import PANE_IDS
from gui.context_menu import open_chart_menu
from tests.gui.desk import Desk
from tests.gui.test_drawing_properties import draw, now
from tests.view.legend_hands import in_pane


def menu_of(desk: Desk, drawing_id: str | None) -> QMenu:
    open_chart_menu(desk.window, drawing_id, QPoint(0, 0))
    return desk.window.findChildren(QMenu, "chart_menu")[-1]


def choose(menu: QMenu, name: str, text: str) -> None:
    inner = menu.findChild(QMenu, f"chart_menu.{name}")
    next(action for action in inner.actions() if action.text() == text).trigger()


def test_a_drawing_is_restyled_from_its_menu(desk):
    line = draw(desk, "trend_line")
    choose(menu_of(desk, line.id), "colour", "Orange")
    choose(menu_of(desk, line.id), "width", "2 pixels")
    choose(menu_of(desk, line.id), "line", "Dashed")
    next(action for action in menu_of(desk, line.id).actions() if action.text() == "Extend to the left").trigger()
    found = now(desk, line)
    assert (found.stroke.colour, found.stroke.width, found.stroke.dash) == ("orange", 2, "dash")
    assert found.extend_left


def test_all_that_is_selected_is_restyled_but_not_what_is_beside(desk):
    lines = draw(desk, "trend_line"), draw(desk, "rectangle")
    other = draw(desk, "ray")
    desk.window.view.select(tuple(line.id for line in lines))
    choose(menu_of(desk, lines[0].id), "colour", "Pink")
    assert [now(desk, line).stroke.colour for line in lines] == ["pink", "pink"]
    choose(menu_of(desk, other.id), "colour", "Red")
    assert [now(desk, line).stroke.colour for line in (*lines, other)] == ["pink", "pink", "red"]


def test_all_of_its_kind_that_are_selected_wear_its_template(desk):
    lines, box, beside = [draw(desk, "trend_line") for _ in range(3)], draw(desk, "rectangle"), draw(desk, "trend_line")
    desk.window.context.templates.save(replace(lines[0], stroke=Stroke("pink", 4, "dot")), "Neckline")
    desk.window.view.select(tuple(one.id for one in (*lines, box)))
    before = desk.history.document
    choose(menu_of(desk, lines[1].id), "template", "Neckline")
    assert [now(desk, line).stroke.colour for line in lines] == ["pink"] * 3
    assert (now(desk, box), now(desk, beside)) == (box, beside)
    choose(menu_of(desk, lines[1].id), "template", "Standard look")
    assert [now(desk, line).stroke.colour for line in lines] == ["blue"] * 3
    desk.history.undo()
    desk.history.undo()
    assert desk.history.document.drawings == before.drawings


def test_only_what_a_tool_makes_use_of_is_offered(desk):
    texts = [action.text() for action in menu_of(desk, draw(desk, "text").id).actions()]
    assert "Width" not in texts
    assert "Extend to the left" not in texts
    assert "Colour" in texts


def test_a_right_click_on_a_selected_drawing_opens_its_menu(desk, qtbot):
    line = draw(desk, "horizontal_line")
    view = desk.window.view
    asked = []
    view.context_requested.disconnect()
    view.context_requested.connect(lambda drawing, place: asked.append(drawing))
    ratio = view.devicePixelRatioF()
    x, y = view.scene.projection.point(line.anchors[0])
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(round(x / ratio) + 40, round(y / ratio)))
    assert asked == [line.id]
    assert view.selection == (line.id,)


@pytest.mark.parametrize(("index", "scale", "pane"), [
    (0, True, ["pane.down", "pane.maximise"]),
    (1, False, ["pane.up", "pane.fold", "pane.maximise", "pane.close"]),
])  # fmt: skip
def test_the_menu_of_a_pane_offers_what_is_done_with_that_pane(desk, qtbot, index, scale, pane):
    """And the scale of prices only where they are."""
    view = desk.window.view
    view.repaint()
    qtbot.mouseMove(view, in_pane(view, 1 - index, 0.6))
    open_chart_menu(desk.window, None, view.mapToGlobal(in_pane(view, index, 0.6)))
    menu = desk.window.findChildren(QMenu, "chart_menu")[-1]
    named = {id(desk.window.commands.action(one)): one for one in (*PANE_IDS, "view.log", "view.percent", "view.invert")}
    offered = [named[id(action)] for action in menu.actions() if id(action) in named]
    assert [one for one in offered if one.startswith("pane")] == pane
    assert ("view.log" in offered) == scale
    desk.window.commands.run(pane[0])
    assert desk.history.document.chart.price_index == 1
    menu.close()
    desk.history.undo()
    chart = desk.history.document.chart
    desk.history.commit(remove_pane(desk.history.document, chart.id, chart.panes[1].id), "Remove")
    assert not any(id(action) in named and named[id(action)].startswith("pane") for action in menu_of(desk, None).actions())


@pytest.mark.parametrize(("y", "stays"), [(200, True), (-40, False)])
def test_the_crosshair_goes_when_the_pointer_left_the_chart_for_a_menu(desk, monkeypatch, y, stays):
    view = desk.window.view
    menu = menu_of(desk, None)
    view.point_at(300.0, 200.0)
    monkeypatch.setattr(QCursor, "pos", lambda: view.mapToGlobal(QPoint(300, y)))
    menu.close()
    assert (view.cursor_place is not None) == stays


def test_the_menu_of_a_drawing_says_of_which_tool_it_is(desk, qtbot):
    menu = menu_of(desk, draw(desk, "parallel_channel").id)
    title = menu.findChild(QLabel, "chart_menu.title")
    assert (title.text(), title.isVisible(), title.window()) == ("Parallel channel", True, menu)
    assert title.geometry().bottom() <= menu.actionGeometry(menu.actions()[1]).top()
    assert title.height() >= title.fontMetrics().height()
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is menu.actions()[1], "keys pass over it"
    menu.close()
