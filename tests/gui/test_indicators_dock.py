from itertools import pairwise

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QScrollArea, QSpinBox

from charting.core.document import Indicator
from charting.core.edits import add_indicator
from charting.core.theme import theme
from gui import chart_edits
from gui.docks.indicator_cards import AT_ONCE
from gui.docks.indicator_list import KIND, ON, IndicatorList
from gui.languages import use_language
from tests.gui.desk import Desk


def kinds(desk: Desk) -> list[str]:
    return [indicator.kind for indicator in chart_edits.active_indicators(desk.history.document)]


def row_of(desk: Desk, kind: str) -> int:
    model = desk.window.findChild(IndicatorList, "indicator_list").model()
    return next(row for row in range(model.rowCount()) if (shown := model.index(row).data(KIND)) and shown.kind == kind)


def switch(desk: Desk, qtbot, kind: str) -> None:
    """Click an indicator's row, scrolled into view as a hand would."""
    rows = desk.window.findChild(IndicatorList, "indicator_list")
    index = rows.model().index(row_of(desk, kind))
    rows.setCurrentIndex(index)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(index).center())


def card(desk: Desk, kind: str):
    indicator = next(one for one in chart_edits.active_indicators(desk.history.document) if one.kind == kind)
    return desk.window.indicators._cards[indicator.id]


def test_a_switch_adds_at_once_and_undo_takes_it_back(desk, qtbot):
    before = desk.history.document
    switch(desk, qtbot, "rsi")
    assert "rsi" in kinds(desk)
    assert len(desk.history.document.chart.panes) == len(before.chart.panes) + 1
    assert desk.window.indicators._list.model().index(row_of(desk, "rsi")).data(ON)
    assert desk.history.undo_name == "Add RSI"
    desk.window.commands.run("edit.undo")
    assert desk.history.document == before
    assert not desk.window.indicators._list.model().index(row_of(desk, "rsi")).data(ON)


def many(desk: Desk, count: int) -> list[str]:
    """Put so many averages on the chart in one step; their ids."""
    changed = desk.history.document
    for number in range(count):
        changed = add_indicator(
            changed, changed.active, Indicator(f"average {number}", "sma", {"period": 5 + number}), own_pane=False
        )
    desk.history.commit(changed, "many")
    return [one.id for one in chart_edits.active_indicators(desk.history.document)]


def in_column(desk: Desk) -> list[str]:
    cards = desk.window.indicators._cards
    shown = {cards._column.indexOf(card): name for name, card in cards._cards.items()}
    return [shown[place] for place in sorted(shown)]


def test_many_cards_are_made_some_in_each_turn(desk: Desk) -> None:
    ids = many(desk, 3 * AT_ONCE)
    counts = [len(in_column(desk))]
    while len(in_column(desk)) < len(ids):
        QApplication.processEvents()
        counts.append(len(in_column(desk)))
    assert in_column(desk) == ids
    assert 0 < max(after - before for before, after in pairwise(counts)) <= AT_ONCE < len(ids) - counts[0] + 1
    last = desk.window.indicators._cards._cards[f"average {3 * AT_ONCE - 1}"]
    assert last.accessibleName() == f"SMA {4 + 3 * AT_ONCE}"
    assert not desk.window.indicators._cards._rest.isActive()


def test_a_card_that_is_asked_for_is_there(desk: Desk) -> None:
    ids = many(desk, 3 * AT_ONCE)
    desk.window.indicators.open_card(ids[-1])
    assert desk.window.indicators._cards._cards[ids[-1]].is_open
    assert in_column(desk) == ids
    desk.history.undo()
    many(desk, 2 * AT_ONCE)
    desk.history.undo()
    assert not desk.window.indicators._cards._rest.isActive(), "nothing is left to be made"


def test_steps_are_called_by_the_indicators_name_in_the_language_of_the_window(desk, qtbot, qapp):
    before = QLocale()
    use_language(qapp, "zh_HK")
    try:
        desk.window.indicators.toggle("fractal")
        name = desk.history.undo_name
        assert "分形" in name
        assert "Fractals" not in name
        identity = next(one.id for one in chart_edits.active_indicators(desk.history.document) if one.kind == "fractal")
        cards = desk.window.indicators._cards
        for ask in (cards._copy, cards._reset, cards._remove):
            ask(identity)
            assert "分形" in desk.history.undo_name, ask
    finally:
        use_language(qapp, "en")
        QLocale.setDefault(before)


def test_a_switch_removes_what_is_on(desk, qtbot):
    assert "macd" in kinds(desk)
    switch(desk, qtbot, "macd")
    assert "macd" not in kinds(desk)
    switch(desk, qtbot, "macd")
    assert "macd" in kinds(desk)


def test_space_and_enter_switch_too(desk, qtbot):
    rows = desk.window.findChild(IndicatorList, "indicator_list")
    rows.setCurrentIndex(rows.model().index(row_of(desk, "ema")))
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert "ema" in kinds(desk)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert "ema" not in kinds(desk)


def test_slash_goes_to_the_search_and_enter_switches_the_best(desk, qtbot):
    desk.window.activateWindow()
    desk.window.commands.run("view.indicators_search")
    field = desk.window.findChild(QLineEdit, "indicator_search")
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "rsi")
    rows = desk.window.findChild(IndicatorList, "indicator_list")
    assert rows.model().index(0).data(KIND).kind == "rsi"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "rsi" in kinds(desk)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


@pytest.mark.parametrize("typed", ["Relative Strength Index", "相對強弱指數", "相对强弱指数"])
def test_an_indicator_is_found_by_its_name_in_every_language(desk, typed):
    desk.window.findChild(QLineEdit, "indicator_search").setText(typed)
    rows = desk.window.findChild(IndicatorList, "indicator_list").model()
    assert rows.index(0).data(KIND).kind == "rsi"


def test_a_search_in_vain_says_what_to_try(desk, qtbot):
    field = desk.window.findChild(QLineEdit, "indicator_search")
    field.setText("qqqq")
    nothing = desk.window.findChild(QLabel, "indicators_nothing")
    assert nothing.isVisible()
    assert "qqqq" in nothing.text()
    field.clear()
    assert not nothing.isVisible()


def test_all_of_the_catalogue_is_listed_under_its_headings(desk):
    from charting.indicators.catalogue import CATALOGUE

    model = desk.window.findChild(IndicatorList, "indicator_list").model()
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [row.data(KIND).kind for row in rows if row.data(KIND)] == list(CATALOGUE)
    headings = [row.data() for row in rows if not row.data(KIND)]
    assert headings == list(dict.fromkeys(kind.group for kind in CATALOGUE.values()))


def test_parameters_are_edited_in_place_and_undone(desk):
    made = card(desk, "sma")
    made.findChild(QAbstractButton, "indicator_settings").click()
    assert made.is_open
    spin = next(field for field in made.findChildren(QSpinBox))
    assert spin.value() == 50
    spin.setValue(20)
    assert made.findChild(QLabel, "indicator_label").text() == "SMA 20"
    assert desk.history.undo_name == "Change SMA"
    desk.window.commands.run("edit.undo")
    assert spin.value() == 50
    assert card(desk, "sma") is made, "the card stays, with the settings open"


def test_a_source_is_chosen(desk):
    made = card(desk, "sma")
    made.findChild(QAbstractButton, "indicator_settings").click()
    choice = made.findChild(QComboBox, "parameter_source")
    choice.activated.emit(choice.findData("hl2"))
    assert made.findChild(QLabel, "indicator_label").text() == "SMA 50 hl2"


def test_the_eye_hides_and_the_cross_removes(desk):
    made = card(desk, "macd")
    made.findChild(QAbstractButton, "indicator_visible").click()
    assert not next(one for one in chart_edits.active_indicators(desk.history.document) if one.kind == "macd").visible
    made.findChild(QAbstractButton, "indicator_visible").click()
    made.findChild(QAbstractButton, "indicator_remove").click()
    assert "macd" not in kinds(desk)
    desk.window.commands.run("edit.undo")
    assert "macd" in kinds(desk)


def test_an_indicator_of_a_later_version_does_no_harm(desk):
    document = desk.history.document
    desk.history.commit(add_indicator(document, document.active, Indicator("x", "from_the_future"), own_pane=True), "Add")
    card = desk.window.indicators._cards["x"]
    assert card.findChild(QAbstractButton, "indicator_settings").isHidden()
    desk.window.indicators.open_card("x")
    card.findChild(QAbstractButton, "indicator_remove").click()
    assert "from_the_future" not in kinds(desk)


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_switches_are_painted_in_the_themes_accent(desk, mode):
    desk.window.set_theme(theme(mode))
    rows = desk.window.findChild(IndicatorList, "indicator_list")
    index = rows.model().index(row_of(desk, "macd"))
    picture = rows.viewport().grab(rows.visualRect(index)).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert theme(mode).accent in colours


def test_screen_readers_hear_whether_it_is_on(desk):
    model = desk.window.findChild(IndicatorList, "indicator_list").model()
    assert model.index(row_of(desk, "macd")).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", on")
    assert model.index(row_of(desk, "rsi")).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", off")


def test_settings_opened_with_the_mouse_scroll_into_sight(desk, qtbot):
    panel = desk.window.indicators
    for kind in ("sma", "rsi", "macd", "bbands"):
        if kind not in {one.kind for one in chart_edits.active_indicators(desk.history.document)}:
            panel.toggle(kind)
    last = chart_edits.active_indicators(desk.history.document)[-1]
    card, area = panel._cards[last.id], panel.findChild(QScrollArea, "indicators_area")
    button = card.findChild(QAbstractButton, "indicator_settings")
    qtbot.waitUntil(button.isVisible)
    area.verticalScrollBar().setValue(0)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    top = card.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert top >= 0
    assert top <= 1 or top + card.height() <= area.viewport().height()


def test_the_tab_key_goes_through_the_cards_as_they_stand_before_it_comes_to_the_list(desk, qtbot):
    """Also one that was added last but stands first, and settings that were opened first."""
    window, dock = desk.window, desk.window.indicators
    window.activateWindow()
    switch(desk, qtbot, "ema")
    opened = card(desk, "sma")
    for _ in range(2):  # those that are open already too
        dock.setFocus()
        opened.open_settings()
        assert QApplication.focusWidget() is opened.findChild(QSpinBox)
    window.findChild(QAbstractButton, "indicators_dock_close").setFocus()
    passed = []
    while not passed or passed[-1] is not dock._list:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
        assert dock.isAncestorOf(passed[-1]), f"the dock was left before its list, after {[one.objectName() for one in passed]}"
    assert [one.objectName() for one in passed[:2]] == ["indicator_search", "indicator_sets"]
    within = [one for one in passed if dock._cards.isAncestorOf(one)]
    assert len(within) > 3 * len(kinds(desk))
    heights = [one.mapTo(dock._cards, QPoint(0, 0)).y() for one in within]
    assert heights == sorted(heights)
    assert {id(one) for one in within if opened.isAncestorOf(one)} > {id(opened._eye), id(opened._open)}


def test_settings_that_are_asked_for_have_the_cursor_in_the_first_of_them(desk, qtbot):
    """The order of the Tab key, which is put right when cards come, must not lead elsewhere."""
    desk.window.activateWindow()
    switch(desk, qtbot, "rsi")
    for kind in ("rsi", "sma"):
        indicator = next(one for one in chart_edits.active_indicators(desk.history.document) if one.kind == kind)
        desk.window.indicators.open_card(indicator.id)
        field = card(desk, kind).findChild(QSpinBox)
        assert isinstance(field, QSpinBox)
        qtbot.waitUntil(field.hasFocus)
