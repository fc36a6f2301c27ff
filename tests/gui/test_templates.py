import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit

from charting.core.document import Drawing, Level, Stroke
from charting.drawings.catalogue import TOOLS
from gui import chart_edits, drawing_steps
from gui.json_file import salvaged
from gui.template_menu import _ask_name
from gui.templates import Book, Templates, dress_of, dressed
from gui.text_editor import TextEditor, text_of, with_text
from tests.gui.test_drawing_properties import draw, now

LINE = Drawing("1", "trend_line", (), Stroke("red", 3, "dash"), extend_right=True, parameters={"arrow": "end"}, name="Mine")


def fresh(kind: str) -> Drawing:
    tool = TOOLS[kind]
    drawing = Drawing("2", tool.makes, ())
    return drawing if tool.defaults is None else tool.defaults(drawing)


def test_a_look_leaves_out_what_a_drawing_says():
    note = Drawing("1", "text", (), parameters={"text": "Hello", "size": 2.0})
    assert dress_of(note).parameters == {"size": 2.0}
    assert dressed(replace(note, parameters={"text": "Other"}), dress_of(note)).parameters == {"text": "Other", "size": 2.0}
    assert dressed(fresh("trend_line"), dress_of(LINE)) == replace(LINE, id="2", name="")


@pytest.mark.parametrize("kind", list(TOOLS))
def test_a_default_is_worn_by_every_further_drawing_but_keeps_what_makes_a_tool_its_own(kind):
    tool = TOOLS[kind]
    templates = Templates()
    templates.save_default(replace(fresh(tool.makes), opacity=0.5, stroke=Stroke("pink", 4, "dot")))
    found = templates.style(tool, fresh(kind))
    assert found.opacity == 0.5 or kind == "highlighter"
    plain, own = fresh(tool.makes), fresh(kind)
    if plain.stroke == own.stroke:
        assert found.stroke == Stroke("pink", 4, "dot")
    assert (found.extend_left, found.extend_right) == (own.extend_left, own.extend_right)
    assert {**found.parameters, **own.parameters} == found.parameters


@pytest.mark.parametrize("kind", [kind for kind, tool in TOOLS.items() if tool.preset_of])
def test_what_makes_a_tool_its_own_stands_against_a_default_that_says_otherwise(kind):
    tool, own, plain = TOOLS[kind], fresh(kind), fresh(TOOLS[kind].makes)
    usual = {one.name: one.default for one in TOOLS[tool.makes].parameters} | plain.parameters
    templates = Templates()
    templates.save_default(replace(plain, parameters=usual))
    found = templates.style(tool, own)
    assert {**found.parameters, **own.parameters} == found.parameters


def test_a_ray_runs_on_even_where_lines_by_default_run_the_other_way():
    templates = Templates()
    templates.save_default(replace(LINE, extend_left=True, extend_right=False))
    ray = templates.style(TOOLS["ray"], fresh("ray"))
    assert (ray.extend_left, ray.extend_right) == (False, True)
    assert ray.stroke == LINE.stroke


def test_the_standard_look_is_the_tools_own():
    box = Drawing("1", "rectangle", (), Stroke("red", 3, "dash"), opacity=0.5, extend_right=True, name="Mine", note="Kept")
    assert Templates().plain(box) == replace(fresh("rectangle"), id="1", name="Mine", note="Kept")


@pytest.mark.parametrize("kind", list(TOOLS))
def test_in_the_standard_look_a_drawing_stays_what_its_tool_made_it(kind):
    made = fresh(kind)
    worn = replace(made, stroke=Stroke("pink", 5, "dot"), opacity=0.5, fill="red")
    assert Templates().plain(worn) == made


@pytest.mark.parametrize("kind", [kind for kind, tool in TOOLS.items() if tool.preset_of])
def test_a_template_of_the_plain_tool_leaves_a_drawing_what_its_tool_made_it(kind):
    plain, made = fresh(TOOLS[kind].preset_of), fresh(kind)
    spelt_out = {one.name: one.default for one in TOOLS[plain.kind].parameters if one.name in made.parameters}
    for parameters in (plain.parameters, spelt_out | plain.parameters):
        templates = Templates()
        templates.save(replace(plain, stroke=Stroke("pink", 4, "dot"), opacity=0.5, parameters=parameters), "Pink")
        found = templates.apply(made, "Pink")
        assert (found.stroke, found.opacity) == (Stroke("pink", 4, "dot"), 0.5)
        assert (found.extend_left, found.extend_right) == (made.extend_left, made.extend_right)
        assert made.parameters.items() <= found.parameters.items()


def test_a_template_that_runs_on_or_has_a_head_gives_both_to_any_line():
    templates = Templates()
    templates.save(LINE, "Mine")
    for kind in ("trend_line", "extended_line"):
        found = templates.apply(fresh(kind), "Mine")
        assert (found.extend_left, found.extend_right, found.parameters["arrow"]) == (False, True, "end")


def test_a_template_without_extension_ends_that_of_a_tool_that_has_no_ray():
    templates = Templates()
    templates.save(replace(fresh("rectangle"), opacity=0.5), "Plain")
    assert not templates.apply(replace(fresh("rectangle"), extend_right=True), "Plain").extend_right


def test_a_ray_to_the_left_stays_one_in_the_standard_look():
    parameters = {"statistics": True, "prices": True}
    found = Templates().plain(replace(LINE, extend_left=True, extend_right=False, parameters=parameters))
    assert (found.extend_left, found.extend_right, found.parameters) == (True, False, {"statistics": True})
    assert found.stroke == Stroke()


def test_a_template_keeps_how_each_level_looks_and_is_read_again():
    kept = []
    templates = Templates(keep=kept.append)
    own = replace(fresh("fib_retracement"), parameters={"levels": [0.0, Level(0.5, shown=False), Level(1.0, colour="red")]})
    templates.save(own, "Mine")
    templates.save_default(own)
    assert salvaged(msgspec.json.decode(msgspec.json.encode(kept[-1])), Book) == (kept[-1], True)
    assert templates.apply(fresh("fib_retracement"), "Mine").parameters == own.parameters
    assert templates.style(TOOLS["fib_retracement"], fresh("fib_retracement")).parameters == own.parameters


def test_names_are_listed_by_kind_and_each_change_is_kept():
    kept: list[Book] = []
    templates = Templates(keep=kept.append)
    templates.save(LINE, "b")
    templates.save(LINE, "A")
    templates.save(LINE, "A")
    assert templates.names("trend_line") == ("A", "b")
    assert templates.names("rectangle") == ()
    assert templates.apply(fresh("trend_line"), "A").stroke == LINE.stroke
    assert templates.apply(LINE, "gone") is LINE
    templates.remove("trend_line", "A")
    assert templates.names("trend_line") == ("b",)
    assert len(kept) == 3


def test_what_is_placed_by_hand_wears_the_default(desk, qtbot):
    desk.window.context.templates.save_default(LINE)
    view = desk.window.view
    view.set_tool("trend_line")
    for x in (300, 500):
        QTest.mouseMove(view, view.rect().topLeft())
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().topLeft() + view.rect().center() / 4 * (x // 100))
    (drawing,) = desk.window.editing.selected
    assert (drawing.stroke, drawing.extend_right, drawing.parameters["arrow"]) == (LINE.stroke, True, "end")


def test_a_text_is_typed_right_after_it_was_placed(desk, qtbot, qapp):
    view = desk.window.view
    view.set_tool("text")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center() / 2)
    qapp.processEvents()
    editor = view.findChild(TextEditor)
    (note,) = desk.window.editing.selected
    assert desk.window.editing.bar.isHidden()
    qtbot.keyClicks(editor, "Hello")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert now(desk, note).parameters["text"] == "Hello"
    assert desk.history.undo_name == "Draw text"  # placing and writing are one step
    assert not desk.window.editing.bar.isHidden()


def test_what_is_being_typed_is_kept_when_the_window_closes(desk, qtbot):
    note = draw(desk, "callout")
    desk.window.editing.edit_text(note)
    qtbot.keyClicks(desk.window.view.findChild(TextEditor), "Hello")
    desk.window.close()
    assert now(desk, note).parameters["text"] == "Hello"


def test_escape_leaves_the_text_as_it_was(desk, qtbot):
    note = draw(desk, "callout")
    desk.window.editing.edit_text(note)
    editor = desk.window.view.findChild(TextEditor)
    qtbot.keyClicks(editor, "Hello")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert now(desk, note) == note


@pytest.mark.parametrize("kind", ["text", "callout", "dated_note", "price_label"])
def test_tools_that_say_something_have_a_text(kind):
    drawing = fresh(kind)
    assert text_of(drawing) == ""
    assert text_of(with_text(drawing, " Words ")) == "Words"


def test_tools_that_say_nothing_have_none():
    assert text_of(LINE) is None
    assert with_text(LINE, "Words") is LINE


def place(desk, qtbot, qapp, kind, typed, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Place a tool that says something, type into its field, and end with a key."""
    view = desk.window.view
    view.set_tool(kind)
    for share in range(TOOLS[kind].anchors):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center() / (2 - share / 2))
    qapp.processEvents()
    editor = view.findChild(TextEditor)
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, key, modifier)


@pytest.mark.parametrize("kind", ["text", "callout"])
@pytest.mark.parametrize(("typed", "key"), [("", "Escape"), ("   ", "Return"), ("Words", "Escape")])
def test_a_fresh_text_that_says_nothing_goes_without_a_trace(desk, qtbot, qapp, kind, typed, key):
    document = desk.history.document
    place(desk, qtbot, qapp, kind, typed, getattr(Qt.Key, f"Key_{key}"), Qt.KeyboardModifier.ControlModifier)
    assert (now_drawings(desk), desk.history.undo_name, desk.history.redo_name) == (document.drawings, None, None)


@pytest.mark.parametrize("kind", ["dated_note", "price_label"])
def test_what_shows_something_without_a_text_stays(desk, qtbot, qapp, kind):
    document = desk.history.document
    place(desk, qtbot, qapp, kind, "", Qt.Key.Key_Escape)
    assert len(desk.window.editing.selected) == 1
    desk.history.undo()
    assert now_drawings(desk) == document.drawings


def test_undo_takes_back_a_text_with_its_placing(desk, qtbot, qapp):
    document = desk.history.document
    place(desk, qtbot, qapp, "text", "Hello", Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (note,) = desk.window.editing.selected
    desk.history.undo()
    assert now_drawings(desk) == document.drawings
    desk.history.redo()
    assert now(desk, note).parameters["text"] == "Hello"


def test_a_text_that_is_emptied_is_deleted_as_a_step(desk, qtbot):
    note = draw(desk, "callout")
    said = with_text(note, "Hello")
    drawing_steps.change(desk.history, [said], "Write")
    desk.window.editing.edit_text(said)
    editor = desk.window.view.findChild(TextEditor)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    editor.finish(keep=True)
    assert note.id not in {one.id for one in chart_edits.active_drawings(desk.history.document)}
    desk.history.undo()
    assert now(desk, note) == said


def test_templates_leave_alone_what_belongs_to_one_drawing(desk):
    position = draw(desk, "long_position")
    assert "lot" in position.parameters
    assert "lot" not in dress_of(replace(position, parameters={"lot": 500, "risk": 2.0})).parameters
    assert dress_of(replace(position, parameters={"lot": 500, "risk": 2.0})).parameters == {"risk": 2.0}


def now_drawings(desk):
    return desk.history.document.drawings


def test_a_name_that_a_template_or_a_set_has_is_warned_of(desk, qtbot):
    drawing = desk.window.view.drawings()[0]
    desk.window.context.templates.save(drawing, "Mine")
    _ask_name(desk.window, desk.window.context.templates, drawing)
    dialog = desk.window.findChild(QDialog, "name_dialog")
    field, remark = dialog.findChild(QLineEdit, "name_dialog_field"), dialog.findChild(QLabel, "name_dialog_remark")
    for typed, warned in (("Mine", True), ("Yours", False), ("mine", True)):
        field.setText(typed)
        assert bool(remark.text()) is warned
    dialog.close()
