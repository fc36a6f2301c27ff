import pytest
from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from charting.core.edits import replace_drawings
from charting.view.formats import LocaleFormats
from gui import chart_edits
from gui.docks.drawings_rows import marks
from tests.gui.desk import Desk
from tests.gui.test_drawing_properties import draw, now


@pytest.fixture
def tree(desk):
    desk.window.commands.run("view.panel_drawings")
    desk.window.drawings_tree.raise_()
    return desk.window.drawings_tree


def names(desk: Desk) -> list[str]:
    model = desk.window.drawings_tree.list.model()
    return [model.index(row).data() for row in range(model.rowCount())]


def change(desk: Desk, drawing, **fields) -> None:
    document = desk.history.document
    desk.history.commit(replace_drawings(document, document.chart.symbol, [replace(drawing, **fields)]), "Change")


def test_drawings_are_listed_top_most_first_and_named(desk, tree):
    draw(desk, "trend_line")
    note = draw(desk, "text")
    assert names(desk)[:2] == ["Text", "Trend line"]
    change(desk, note, parameters={"text": "Bad  news\ntoday"})
    assert names(desk)[0] == "Bad news today"
    change(desk, note, name="Mine")
    assert names(desk)[0] == "Mine"
    assert len(names(desk)) == len(chart_edits.active_drawings(desk.history.document))


def test_the_list_says_where_a_drawing_is_and_how_it_stands(desk, tree):
    line = draw(desk, "trend_line")
    change(desk, line, locked=True, hidden=True)
    spoken = tree.list.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert LocaleFormats().price(5600, 2) in spoken
    assert LocaleFormats().price(5900, 2) in spoken
    assert "→" in spoken
    assert spoken.endswith("hidden, locked")


def test_searching_narrows_and_the_selection_is_the_charts(desk, tree, qtbot):
    line = draw(desk, "trend_line")
    box = draw(desk, "rectangle")
    field = tree.findChild(QLineEdit, "drawings_search")
    qtbot.keyClicks(field, "trend")
    assert names(desk) == ["Trend line"]
    assert desk.window.view.selection == (box.id,)
    tree.list.setCurrentIndex(tree.list.model().index(0))
    assert desk.window.view.selection == (line.id,)
    field.setText("nothing like this")
    assert names(desk) == []
    assert desk.window.view.selection == (line.id,)
    field.clear()
    assert [index.row() for index in tree.list.selectedIndexes()] == [1]
    desk.window.view.select((box.id, line.id))
    assert sorted(index.row() for index in tree.list.selectedIndexes()) == [0, 1]


def test_marks_hide_and_lock_without_selecting(desk, tree, qtbot, qapp):
    line = draw(desk, "trend_line")
    desk.window.view.select(())
    qapp.processEvents()
    eye, lock = marks(tree.list.visualRect(tree.list.model().index(0)))
    for box in (eye, lock):
        qtbot.mouseClick(tree.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert now(desk, line).hidden
    assert now(desk, line).locked
    assert desk.history.undo() == "Lock trend line"
    assert desk.history.undo() == "Hide trend line"
    assert now(desk, line) == line


def test_del_removes_but_not_what_is_locked(desk, tree, qtbot):
    line = draw(desk, "trend_line")
    tree.list.setFocus()
    change(desk, line, locked=True)
    qtbot.keyClick(tree.list, Qt.Key.Key_Delete)
    assert now(desk, line).locked
    change(desk, line, locked=False)
    qtbot.keyClick(tree.list, Qt.Key.Key_Delete)
    assert line.id not in [one.id for one in chart_edits.active_drawings(desk.history.document)]
    assert desk.history.undo_name == "Delete trend line"


def test_f2_renames_in_place(desk, tree, qtbot, qapp):
    line = draw(desk, "trend_line")
    tree.list.setFocus()
    qtbot.keyClick(tree.list, Qt.Key.Key_F2)
    field = tree.list.findChild(QLineEdit, "drawing_name_field")
    qtbot.keyClicks(field, "Neckline")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qapp.processEvents()
    assert now(desk, line).name == "Neckline"
    assert desk.history.undo_name == "Rename trend line"


def test_a_double_click_goes_to_the_drawing(desk, tree):
    line = draw(desk, "trend_line")
    view = desk.window.view
    view.go_to(line.anchors[0].time.replace(year=line.anchors[0].time.year - 3))
    tree.list.doubleClicked.emit(tree.list.model().index(0))
    slots = [view.series.axis.slot(anchor.time.timestamp()) for anchor in line.anchors]
    assert view.sight.span.first < slots[0] < slots[1] < view.sight.span.last


def test_rows_are_dragged_to_another_place(desk, tree):
    line, box = draw(desk, "trend_line"), draw(desk, "rectangle")
    model = tree.list.model()
    count = model.rowCount()
    data = model.mimeData([model.index(1)])
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    assert [one.id for one in chart_edits.active_drawings(desk.history.document)][-2:] == [box.id, line.id]
    assert desk.history.undo_name == "Reorder trend line"
    data = model.mimeData([model.index(0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, count, 0, QModelIndex())
    assert chart_edits.active_drawings(desk.history.document)[0].id == line.id
    data = model.mimeData([model.index(count - 1)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, model.index(0))
    assert chart_edits.active_drawings(desk.history.document)[-1].id == line.id


def test_commands_change_the_order(desk, tree):
    line, box = draw(desk, "trend_line"), draw(desk, "rectangle")
    desk.window.view.select((line.id,))
    desk.window.commands.run("draw.bring_forward")
    assert [one.id for one in chart_edits.active_drawings(desk.history.document)][-2:] == [box.id, line.id]
    assert desk.history.undo_name == "Bring forward"
    desk.window.commands.run("draw.send_to_back")
    assert chart_edits.active_drawings(desk.history.document)[0].id == line.id


def test_layers_are_hidden_on_the_chart(desk, tree):
    line = draw(desk, "trend_line")
    change(desk, line, layer="Weekly")
    menu = tree.findChild(QMenu, "drawings_layers_menu")
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    assert action.isChecked()
    action.trigger()
    assert desk.history.document.chart.hidden_layers == ("Weekly",)
    desk.window.view.grab()
    assert not any(item.drawing.id == line.id for item in desk.window.view.scene.sheet.items)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert desk.history.document.chart.hidden_layers == ()


def test_a_right_click_opens_the_menu_of_the_drawing(desk, tree, qtbot):
    line = draw(desk, "trend_line")
    asked = []
    desk.window.view.context_requested.connect(lambda drawing, place: asked.append(drawing))
    place = tree.list.visualRect(tree.list.model().index(0)).center()
    tree.list.customContextMenuRequested.emit(QPoint(place))
    assert asked == [line.id]
