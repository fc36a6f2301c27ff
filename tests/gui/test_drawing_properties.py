from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QWidget,
)

from charting.core.document import Anchor, Drawing, Level
from charting.core.edits import add_drawings
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import ToolParameter
from charting.drawings.editing import placed
from gui import chart_edits
from gui.colour_button import ColourButton
from gui.dialogs.drawing_properties import DrawingProperties
from gui.level_list import LevelList
from gui.number_boxes import NumberBox
from tests.gui.desk import Desk
from tests.gui.test_window import controls

PRICES = (5600.0, 5900.0, 5500.0, 6100.0, 5400.0, 6200.0, 5300.0, 6000.0)


def is_list(parameter: ToolParameter) -> bool:
    """Whether a setting is a list of levels."""
    return isinstance(parameter.default, list)


def draw(desk: Desk, kind: str) -> Drawing:
    """Put a drawing of a tool on the chart and select it."""
    view, tool = desk.window.view, TOOLS[kind]
    desk.window.view.grab()
    projection = view.scene.projection
    count = len(PRICES) if tool.max_anchors > tool.anchors else tool.anchors
    times = projection.axis.stamps(len(projection.bars) - 100, len(projection.bars) - 1)[::12]
    points = zip(times, PRICES[:count], strict=False)
    anchors = tuple(Anchor(datetime.fromtimestamp(int(time), UTC), price) for time, price in points)
    drawing = placed(tool, anchors, projection)
    history = desk.history
    history.commit(add_drawings(history.document, history.document.chart.symbol, [drawing]), "Draw")
    view.select((drawing.id,))
    view.grab()
    desk.window.editing.bar.follow()
    return drawing


def now(desk: Desk, drawing: Drawing) -> Drawing:
    """The drawing as the document has it."""
    return next(one for one in chart_edits.active_drawings(desk.history.document) if one.id == drawing.id)


def opened(desk: Desk) -> DrawingProperties:
    desk.window.editing.open_properties()
    form = desk.window.editing.form
    assert form is not None
    assert form.isVisible()
    return form


@pytest.mark.parametrize("kind", sorted({tool.makes for tool in TOOLS.values()}))
def test_the_form_shows_every_tool_and_changes_nothing_by_itself(desk, kind):
    drawing = draw(desk, kind)
    document = desk.history.document
    form = opened(desk)
    tabs = form.findChild(QTabWidget)
    for page in range(tabs.count()):
        tabs.setCurrentIndex(page)
        QApplication.processEvents()
        area = tabs.widget(page).findChild(QScrollArea)
        assert area.widget().width() <= area.viewport().width()  # nothing is cut off at the side
    assert form.width() < 640
    assert desk.history.document is document
    found = list(controls(form))
    assert [widget for widget in found if not widget.objectName() or not widget.accessibleName()] == []
    form.reject()
    assert desk.history.document is document
    assert now(desk, drawing) == drawing


def test_a_spin_box_turned_far_is_one_step_and_another_field_the_next(desk):
    line = draw(desk, "trend_line")
    form = opened(desk)
    width = form.findChild(NumberBox, "line_width")
    for _ in range(5):
        width.stepUp()
    form.findChild(QCheckBox, "extend_right").click()
    assert now(desk, line).stroke.width == 3.5
    assert desk.history.undo_name == "Restyle trend line"
    desk.history.undo()
    assert not now(desk, line).extend_right
    assert now(desk, line).stroke.width == 3.5
    assert not form.findChild(QCheckBox, "extend_right").isChecked()
    desk.history.undo()
    assert now(desk, line) == line
    assert width.value() == 1


def test_escape_puts_everything_back_as_one_step(desk, qtbot):
    line = draw(desk, "trend_line")
    form = opened(desk)
    form.findChild(NumberBox, "line_width").setValue(4)
    qtbot.keyClicks(form.findChild(QLineEdit, "drawing_name"), "Neck")
    assert now(desk, line).name == "Neck"
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert now(desk, line) == line
    assert desk.window.editing.form is None
    assert desk.history.undo() == "Restore trend line"
    assert now(desk, line).name == "Neck"


def test_exact_times_and_prices_can_be_typed(desk):
    line = draw(desk, "trend_line")
    form = opened(desk)
    form.findChild(NumberBox, "point_1_price").setValue(6001.25)
    time = form.findChild(QDateTimeEdit, "point_0_time")
    time.setDateTime(QDateTime(time.dateTime().date().addDays(-7), time.dateTime().time(), time.timeZone()))
    found = now(desk, line)
    assert found.anchors[1] == replace(line.anchors[1], price=6001.25)
    assert (line.anchors[0].time - found.anchors[0].time).days == 7
    assert found.anchors[0].price == line.anchors[0].price
    assert desk.history.undo_name == "Reshape trend line"


def test_times_are_shown_on_the_exchanges_clock(desk):
    line = draw(desk, "horizontal_line")
    form = opened(desk)
    shown = form.findChild(QDateTimeEdit, "point_0_time").dateTime().time()
    assert (shown.hour(), shown.minute()) == (9, 30)
    assert now(desk, line) == line


def test_levels_are_added_changed_and_removed(desk):
    fib = draw(desk, "fib_retracement")
    form = opened(desk)
    levels = form.findChild(LevelList, "parameter_levels")
    count = len(levels.findChildren(NumberBox))
    levels.findChild(QAbstractButton, "parameter_levels_add").click()
    assert len(now(desk, fib).parameters["levels"]) == count + 1
    levels.findChild(NumberBox, "parameter_levels_0").setValue(0.1)
    assert now(desk, fib).parameters["levels"][0] == 0.1
    levels.findChild(QAbstractButton, "parameter_levels_1_remove").click()
    assert len(now(desk, fib).parameters["levels"]) == count
    desk.history.undo()
    assert len(now(desk, fib).parameters["levels"]) == count + 1
    desk.history.undo()  # each level is a field of its own
    assert now(desk, fib).parameters["levels"][0] == 0
    desk.history.undo()
    assert now(desk, fib) == fib


@pytest.mark.parametrize("kind", sorted({tool.makes for tool in TOOLS.values() if any(map(is_list, tool.parameters))}))
def test_each_level_is_shown_or_not_and_has_a_colour(desk, kind):
    drawing = draw(desk, kind)
    form = opened(desk)
    for parameter in filter(is_list, TOOLS[kind].parameters):
        levels = form.findChild(LevelList, f"parameter_{parameter.name}")
        colour = levels.findChild(ColourButton, f"parameter_{parameter.name}_0_colour")
        before = colour.accessibleName()
        levels.findChild(QCheckBox, f"parameter_{parameter.name}_0_shown").click()
        value = parameter.default[0]
        assert now(desk, drawing).parameters[parameter.name][0] == Level(value, shown=False)
        colour.chosen.emit("#123456")
        assert now(desk, drawing).parameters[parameter.name] == [Level(value, False, "#123456"), *parameter.default[1:]]
        assert colour.accessibleName().endswith("#123456")
        desk.history.undo()  # the switch and the colour of one level in a row are one step
        assert now(desk, drawing) == drawing
        assert colour.accessibleName() == before
        assert levels.findChild(QCheckBox, f"parameter_{parameter.name}_0_shown").isChecked()


def test_colours_of_levels_wait_until_each_has_one(desk):
    draw(desk, "fib_retracement")
    form = opened(desk)
    colour = form.findChild(ColourButton, "parameter_levels_1_colour")
    assert (colour.isEnabled(), colour.accessibleName().rsplit(" ", 1)[1]) == (True, "Red")
    form.findChild(QCheckBox, "parameter_coloured").click()
    assert (colour.isEnabled(), colour.accessibleName().rsplit(" ", 1)[1]) == (False, "Blue")


def test_settings_have_the_field_that_fits_them(desk):
    pitchfork = draw(desk, "pitchfork")
    form = opened(desk)
    choice = form.findChild(QComboBox, "parameter_variant")
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    assert now(desk, pitchfork).parameters["variant"] == choice.itemData(2)


def test_texts_are_written_in_several_lines(desk):
    note = draw(desk, "text")
    form = opened(desk)
    form.findChild(QPlainTextEdit, "parameter_text").setPlainText("One\nTwo")
    assert now(desk, note).parameters["text"] == "One\nTwo"


def test_intervals_layer_lock_and_note_are_set(desk):
    line = draw(desk, "trend_line")
    form = opened(desk)
    form.findChild(QCheckBox, "limited").click()
    assert now(desk, line).intervals == ("1m", "1mo")
    last = form.findChild(QComboBox, "last_interval")
    last.setCurrentIndex(last.findData("1h"))
    last.activated.emit(last.currentIndex())
    assert now(desk, line).intervals == ("1m", "1h")
    first = form.findChild(QComboBox, "first_interval")
    first.setCurrentIndex(first.findData("1d"))
    first.activated.emit(first.currentIndex())
    assert now(desk, line).intervals == ("1d", "1d")
    form.findChild(QLineEdit, "layer_name").textEdited.emit("weekly ")
    form.findChild(QPlainTextEdit, "note").setPlainText("Held three times.")
    form.findChild(QCheckBox, "locked").click()
    found = now(desk, line)
    assert (found.layer, found.note, found.locked) == ("weekly", "Held three times.", True)


def test_a_drawing_of_other_intervals_leaves_the_chart(desk):
    line = draw(desk, "trend_line")
    view = desk.window.view
    assert any(item.drawing.id == line.id for item in view.scene.sheet.items)
    form = opened(desk)
    form.findChild(QCheckBox, "limited").click()
    last = form.findChild(QComboBox, "last_interval")
    last.setCurrentIndex(last.findData("1h"))
    last.activated.emit(last.currentIndex())
    view.grab()
    assert not any(item.drawing.id == line.id for item in view.scene.sheet.items)


def test_the_form_goes_with_the_selection_and_with_its_drawing(desk):
    first, second = draw(desk, "trend_line"), draw(desk, "rectangle")
    form = opened(desk)
    assert form.drawing_id == second.id
    desk.window.view.select((first.id,))
    assert form.drawing_id == first.id
    desk.window.view.hand.selection.delete()
    assert desk.window.editing.form is None


def test_a_template_is_saved_worn_and_forgotten(desk, qtbot):
    templates = desk.window.context.templates
    line = draw(desk, "trend_line")
    form = opened(desk)
    menu = form.findChild(QMenu, "drawing_properties_template_menu")

    def choose(text: str, within: QMenu | None = None) -> None:
        menu.aboutToShow.emit()
        actions: list[QAction] = (within or menu).actions()
        next(action for action in actions if action.text() == text).trigger()

    form.findChild(NumberBox, "line_width").setValue(4)
    choose("Save as template…")
    name = form.findChild(QLineEdit, "name_dialog_field")
    qtbot.keyClicks(name, "Strong")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert templates.names("trend_line") == ("Strong",)
    choose("Standard look")
    assert now(desk, line).stroke.width == 1
    choose("Strong")
    assert now(desk, line).stroke.width == 4
    choose("Save as default for every new trend line")
    assert templates.book.defaults["trend_line"].stroke.width == 4
    choose("Reset default")
    assert not templates.book.defaults


def test_enter_and_a_double_click_open_the_form(desk, qtbot):
    line = draw(desk, "trend_line")
    desk.window.view.setFocus()
    qtbot.keyClick(desk.window.view, Qt.Key.Key_Return)
    assert desk.window.editing.form is not None
    desk.window.editing.form.accept()
    desk.window.view.edit_requested.emit(line.id)
    assert desk.window.editing.form is not None
    assert desk.window.editing.form.drawing_id == line.id


def test_without_a_selection_the_form_says_what_to_do(desk):
    said = []
    desk.window.say = said.append
    desk.window.view.select(())
    desk.window.editing.open_properties()
    assert desk.window.editing.form is None
    assert said == ["Nothing is selected. Click a drawing first."]


@pytest.mark.parametrize("field", ["drawing_name", "line_width", "note", "point_0_price", "extend_right"])
def test_undo_and_redo_in_the_form_are_the_documents(desk, qtbot, field):
    """In any field, also one that has an undo of its own."""
    line = draw(desk, "trend_line")
    form = opened(desk)
    form.findChild(QCheckBox, "extend_left").click()
    qtbot.waitActive(form)
    widget = form.findChild(QWidget, field)
    tabs = form.findChild(QTabWidget)
    for page in range(tabs.count()):
        if tabs.widget(page).isAncestorOf(widget):
            tabs.setCurrentIndex(page)
    widget.setFocus()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        qtbot.keyClicks(widget, "Neck")
    elif isinstance(widget, NumberBox):
        widget.stepUp()
    else:
        qtbot.keyClick(widget, Qt.Key.Key_Space)
    changed = now(desk, line)
    assert changed != replace(line, extend_left=True)
    qtbot.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(desk, line) == replace(line, extend_left=True)
    qtbot.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(desk, line) == line
    assert not form.findChild(QCheckBox, "extend_left").isChecked()
    for redo in ((Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier),
                 (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)):  # fmt: skip
        qtbot.keyClick(widget, *redo)
    assert now(desk, line) == changed
