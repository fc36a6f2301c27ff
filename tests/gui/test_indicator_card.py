"""What an indicator's card offers besides its own settings: looks, copies, a second instrument, moments, problems."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QMenu, QSpinBox
from pytestqt.qtbot import QtBot

from charting.core.document import Indicator, Stroke
from charting.core.theme import theme
from charting.indicators.catalogue import CATALOGUE
from gui import chart_edits
from gui.elided_label import ElidedLabel
from gui.search_popup import SearchPopup
from gui.stroke_button import StrokeButton
from tests.gui.desk import Desk
from tests.gui.test_indicator_scope import AVERAGE, card, put, shown


def entry(menu: QMenu, words: str):
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if words in action.text())


def more(desk: Desk, indicator_id: str) -> QMenu:
    return card(desk, indicator_id).findChild(QMenu, "indicator_more_menu")


def test_turning_a_number_changes_the_chart_at_once_and_is_one_step(desk: Desk) -> None:
    put(desk, AVERAGE)
    spin = card(desk, "mine").findChild(QSpinBox, "parameter_period")
    for _ in range(5):
        spin.stepUp()
        assert shown(desk, "mine").parameters["period"] == spin.value()
    assert spin.value() == 25
    desk.history.undo()
    assert spin.value() == 20


def test_colour_width_and_dash_are_chosen_from_one_button(desk: Desk) -> None:
    put(desk, AVERAGE)
    button = card(desk, "mine").findChild(StrokeButton, "plot_sma_stroke")
    button.chosen.emit(Stroke("red", 3.0, "dash"))
    assert shown(desk, "mine").strokes == {"sma": Stroke("red", 3.0, "dash")}
    assert button.accessibleName() == "SMA: Red, 3 pixels, Dashed"
    menu = button.menu()
    entry(menu, "Green").trigger()
    assert shown(desk, "mine").strokes["sma"].colour == "green"
    assert list(submenus(button)) == ["Drawn as", "Width", "Kind of line"]
    button.chosen.emit(CATALOGUE["sma"].plots[0].stroke)
    assert shown(desk, "mine").strokes == {}, "the standard look is not written down"


def test_single_plots_are_hidden(desk: Desk, qtbot: QtBot) -> None:
    put(desk, Indicator("bands", "bbands"))
    made = card(desk, "bands")
    made.findChild(QCheckBox, "plot_middle_shown").click()
    assert shown(desk, "bands").hidden == ("middle",)

    def drawn() -> list[str]:
        shown = [one for pane in desk.window.view.scene.panes for one in pane.plotted]
        return [plot.name for one in shown if one.indicator.id == "bands" for plot in one.kind.plots]

    qtbot.waitUntil(lambda: drawn() == ["upper", "lower"])
    desk.history.undo()
    assert made.findChild(QCheckBox, "plot_middle_shown").isChecked()


def submenus(button: StrokeButton) -> dict[str, QMenu]:
    button.menu().aboutToShow.emit()
    return {action.text(): action.menu() for action in button.menu().actions() if action.menu() is not None}  # type: ignore[misc]


def draw_as(button: StrokeButton, title: str) -> None:
    next(action for action in submenus(button)["Drawn as"].actions() if action.text() == title).trigger()


def test_a_line_becomes_a_histogram_and_is_undone(desk: Desk) -> None:
    put(desk, AVERAGE)
    button = card(desk, "mine").findChild(StrokeButton, "plot_sma_stroke")
    draw_as(button, "Histogram from zero")
    assert shown(desk, "mine").shapes == {"sma": "histogram"}
    assert list(submenus(button)) == ["Drawn as"], "columns have no width"
    assert button.accessibleName() == "SMA: Histogram from zero, Orange"
    desk.history.undo()
    assert shown(desk, "mine").shapes == {}
    assert list(submenus(button)) == ["Drawn as", "Width", "Kind of line"]
    draw_as(button, "Dots")
    assert [one.text() for one in submenus(button)["Drawn as"].actions() if one.isChecked()] == ["Dots"]
    draw_as(button, "Line")
    assert shown(desk, "mine").shapes == {}, "the standard look is not written down"


def test_what_has_two_colours_takes_one_as_a_line(desk: Desk) -> None:
    put(desk, Indicator("momentum", "ao"))
    button = card(desk, "momentum").findChild(StrokeButton, "plot_ao_stroke")
    assert list(submenus(button)) == ["Drawn as"]
    assert button.accessibleName() == "AO: Histogram from zero"
    draw_as(button, "Step line")
    assert "Width" in submenus(button)
    button.chosen.emit(Stroke("red", 3.0))
    assert shown(desk, "momentum") == Indicator("momentum", "ao", strokes={"ao": Stroke("red", 3.0)}, shapes={"ao": "step"})


def test_marks_and_swings_are_drawn_as_they_are(desk: Desk) -> None:
    put(desk, Indicator("mine", "cdldoji"), Indicator("swings", "fractal"))
    assert card(desk, "mine").findChild(StrokeButton, "plot_cdldoji_stroke") is None
    assert "Drawn as" not in submenus(card(desk, "swings").findChild(StrokeButton, "plot_up_stroke"))


def test_several_copies_stand_beside_each_other_in_other_colours(desk: Desk) -> None:
    put(desk, AVERAGE)
    entry(more(desk, "mine"), "Add another SMA").trigger()
    copies = [one for one in chart_edits.active_indicators(desk.history.document) if one.kind == "sma"]
    colours = [one.strokes.get("sma", CATALOGUE["sma"].plots[0].stroke).colour for one in copies]
    assert len(set(colours)) > 1
    assert copies[-1].parameters == {"period": 20}
    assert desk.window.indicators._cards[copies[-1].id].is_open, "what is copied is meant to be changed"
    desk.history.undo()
    assert copies[-1].id not in [one.id for one in chart_edits.active_indicators(desk.history.document)]


def test_standard_settings_come_back(desk: Desk) -> None:
    put(desk, Indicator("mine", "sma", {"period": 7}, {"sma": Stroke("red")}, interval="1wk", hidden=("sma",)))
    entry(more(desk, "mine"), "Standard settings").trigger()
    assert shown(desk, "mine") == Indicator("mine", "sma")


def test_a_second_instrument_is_asked_for_at_once_and_shown(desk: Desk, qtbot: QtBot) -> None:
    desk.window.indicators.toggle("ratio")
    ratio = next(one for one in chart_edits.active_indicators(desk.history.document) if one.kind == "ratio")
    popup = next(one for one in desk.window.findChildren(SearchPopup) if one.isVisible())
    popup._field.setText("HSI")
    popup._choose(0)
    assert shown(desk, ratio.id).parameters["symbol"] == "demo ^HSI"
    field = card(desk, ratio.id).findChild(QAbstractButton, "parameter_symbol")
    assert "HSI" in field.text()
    assert "Hang Seng" in field.accessibleName()


def test_a_card_says_why_there_are_no_values(desk: Desk, qtbot: QtBot) -> None:
    put(desk, Indicator("mine", "ratio"))
    said = card(desk, "mine").findChild(QLabel, "indicator_problem")
    qtbot.waitUntil(said.isVisible)
    assert "second instrument" in said.text()


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_looks_follow_the_theme(desk: Desk, mode: str) -> None:
    put(desk, AVERAGE)
    button = card(desk, "mine").findChild(StrokeButton, "plot_sma_stroke")
    desk.window.set_theme(theme(mode))
    picture = button.icon().pixmap(16, 16).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert theme(mode).colour(CATALOGUE["sma"].plots[0].stroke.colour) in colours


def test_a_long_name_is_shortened_and_told_whole_by_its_tooltip(desk: Desk) -> None:
    put(desk, Indicator("mine", "macdext"), Indicator("taken", "sma", {"source": "indicator:mine/macd"}))
    label = card(desk, "taken").findChild(ElidedLabel, "indicator_label")
    assert "MACD" in label.text()
    assert label.toolTip().splitlines()[0] == label.text()
    label.resize(60, label.height())
    assert label.shown.endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.shown) <= 60
    label.grab()
    label.resize(900, label.height())
    assert label.shown == label.text()
