import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu

from gui.floating_bar import COMMANDS, place_beside
from gui.text_editor import TextEditor
from tests.gui.test_drawing_properties import draw, now

PANE = QRect(0, 0, 800, 500)
SIZE = QSize(300, 40)


@pytest.mark.parametrize(
    ("box", "side"),
    [(QRect(300, 200, 100, 50), "above"), (QRect(300, 10, 100, 50), "below"), (QRect(100, 0, 20, 500), "right"),
     (QRect(700, 0, 20, 500), "left"), (QRect(0, 0, 800, 500), "inside"), (QRect(-500, 240, 3000, 2), "above"),
     (QRect(790, 200, 400, 60), "above")],
)  # fmt: skip
def test_the_bar_keeps_clear_of_the_drawing_and_inside_the_pane(box, side):
    bar = QRect(place_beside(box, SIZE, PANE), SIZE)
    assert PANE.contains(bar)
    if side != "inside":
        assert not bar.intersects(box)
        beside = {"above": bar.bottom() < box.top(), "below": bar.top() > box.bottom(), "left": bar.right() < box.left(),
                  "right": bar.left() > box.right()}  # fmt: skip
        assert beside[side]


def test_the_bar_shows_while_something_is_selected(desk):
    bar = desk.window.editing.bar
    assert bar.isHidden()
    draw(desk, "trend_line")
    assert not bar.isHidden()
    desk.window.view.select(())
    assert bar.isHidden()


def test_every_button_has_a_name_and_a_tooltip(desk):
    draw(desk, "rectangle")
    buttons = desk.window.editing.bar.findChildren(QAbstractButton)
    assert len(buttons) == 7 + len(COMMANDS)
    assert [one.objectName() for one in buttons if not one.accessibleName() or not one.toolTip()] == []


def test_a_click_on_the_bar_leaves_the_keys_to_the_chart(desk, qtbot):
    line, bar = draw(desk, "rectangle"), desk.window.editing.bar
    assert all(not button.focusPolicy() & Qt.FocusPolicy.ClickFocus for button in bar.findChildren(QAbstractButton))
    desk.window.view.setFocus()
    colour = bar.findChild(QAbstractButton, "floating_bar_colour")
    colour.chosen.emit("orange")
    qtbot.mouseClick(bar.findChild(QAbstractButton, "floating_bar_lock"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.findChild(QAbstractButton, "floating_bar_lock"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(desk.window.focusWidget(), Qt.Key.Key_Right)
    assert now(desk, line).anchors[0].time > line.anchors[0].time
    assert now(desk, line).stroke.colour == "orange"


def test_only_what_a_tool_makes_use_of_is_offered(desk):
    bar = desk.window.editing.bar
    names = ("fill", "write", "width", "dash", "extend_left", "extend_right")
    button = {name: bar.findChild(QAbstractButton, f"floating_bar_{name}") for name in names}
    line = {"width", "dash"}
    for kind, shown in (
        ("trend_line", {*line, "extend_left", "extend_right"}), ("horizontal_line", line), ("text", {"write"}),
        ("rectangle", {*line, "fill", "extend_left", "extend_right"}), ("callout", {*line, "write"}),
    ):  # fmt: skip
        draw(desk, kind)
        assert {name for name, one in button.items() if not one.isHidden()} == shown


def test_a_colour_a_width_and_an_extension_are_steps(desk):
    line = draw(desk, "trend_line")
    bar = desk.window.editing.bar
    for name, text in (("colour", "Red"), ("width", "3 pixels"), ("dash", "Dotted")):
        menu = bar.findChild(QMenu, f"floating_bar_{name}_menu")
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == text).trigger()
    bar.findChild(QAbstractButton, "floating_bar_extend_right").click()
    found = now(desk, line)
    assert (found.stroke.colour, found.stroke.width, found.stroke.dash, found.extend_right) == ("red", 3, "dot", True)
    for _ in range(4):
        assert desk.history.undo() == "Restyle trend line"
    assert now(desk, line) == line


def test_all_selected_drawings_are_restyled_together(desk):
    lines = draw(desk, "trend_line"), draw(desk, "rectangle")
    desk.window.view.select(tuple(line.id for line in lines))
    menu = desk.window.editing.bar.findChild(QMenu, "floating_bar_colour_menu")
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Pink").trigger()
    assert [now(desk, line).stroke.colour for line in lines] == ["pink", "pink"]
    assert desk.history.undo() == "Restyle 2 drawings"


def test_lock_clone_and_hide_by_command(desk):
    line = draw(desk, "trend_line")
    run = desk.window.commands.run
    run("draw.lock")
    assert now(desk, line).locked
    assert desk.window.commands.action("draw.lock").isChecked()
    run("draw.lock")
    run("draw.clone")
    (copy,) = desk.window.editing.selected
    assert copy.id != line.id
    assert copy.anchors[0].price == line.anchors[0].price
    assert copy.anchors[0].time > line.anchors[0].time
    run("draw.hide")
    assert now(desk, copy).hidden
    desk.window.view.grab()
    desk.window.editing.bar.follow()
    assert desk.window.editing.bar.isHidden()


def test_the_bar_steps_aside_during_a_drag_and_stays_where_it_is_put(desk, qtbot):
    draw(desk, "trend_line")
    bar, view = desk.window.editing.bar, desk.window.view
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert bar.isHidden()
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    draw(desk, "trend_line")
    assert not bar.isHidden()
    before = bar.pos()
    grip = QPoint(3, bar.height() // 2)
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseMove(bar, grip + QPoint(40, 60))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=grip)
    moved = bar.pos()
    assert moved != before
    draw(desk, "rectangle")
    assert bar.pos() == moved
    qtbot.mouseDClick(bar, Qt.MouseButton.LeftButton, pos=grip)
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=grip)  # which Qt's double click leaves to whoever comes next
    assert bar.pos() != moved


def test_a_fill_and_a_text_are_one_click_away(desk, qtbot):
    box = draw(desk, "rectangle")
    bar = desk.window.editing.bar
    menu = bar.findChild(QMenu, "floating_bar_fill_menu")
    for text, wanted in (("Green", "green"), ("As the line", None)):
        menu.aboutToShow.emit()
        next(action for action in menu.actions() if action.text() == text).trigger()
        assert now(desk, box).fill == wanted
    note = draw(desk, "text")
    bar.findChild(QAbstractButton, "floating_bar_write").click()
    editor = desk.window.view.findChild(TextEditor)
    qtbot.keyClicks(editor, "Results")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert now(desk, note).parameters["text"] == "Results"
    desk.window.view.select((box.id,))
    assert not desk.window.commands.action("draw.write").isEnabled()
