"""Interval, levels and another indicator as the source are chosen in an indicator's card, a step each, and undone."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QDoubleSpinBox, QWidget
from pytestqt.qtbot import QtBot

from charting.core.document import Indicator, Scale
from charting.core.edits import add_indicator, remove_indicator
from charting.core.pane_edits import Place, move_indicator, place_of
from gui import chart_edits
from gui.docks.indicator_card import IndicatorCard
from tests.gui.desk import Desk

AVERAGE = Indicator("mine", "sma", {"period": 20})
STRENGTH = Indicator("strength", "rsi")


def put(desk: Desk, *indicators: Indicator) -> None:
    document = desk.history.document
    for indicator in indicators:
        document = add_indicator(document, document.active, indicator, own_pane=indicator.kind != "sma")
    desk.history.commit(document, "Put")


def card(desk: Desk, indicator_id: str) -> IndicatorCard:
    found = desk.window.indicators._cards[indicator_id]
    if not found.is_open:
        found.findChild(QWidget, "indicator_settings").click()
    return found


def shown(desk: Desk, indicator_id: str) -> Indicator:
    return next(one for one in chart_edits.active_indicators(desk.history.document) if one.id == indicator_id)


def choose(box: QComboBox, value: str) -> None:
    row = box.findData(value)
    assert row >= 0, [box.itemData(index) for index in range(box.count())]
    box.setCurrentIndex(row)
    box.activated.emit(row)


def sources(desk: Desk, indicator_id: str) -> QComboBox:
    return card(desk, indicator_id).findChild(QComboBox, "parameter_source")


def test_a_longer_interval_is_chosen_and_undone(desk: Desk, qtbot: QtBot) -> None:
    put(desk, AVERAGE)
    choose(card(desk, "mine").findChild(QComboBox, "indicator_interval"), "1wk")
    assert shown(desk, "mine").interval == "1wk"
    assert desk.window.indicators._cards["mine"].accessibleName() == "SMA 20 1W"
    desk.history.undo()
    assert shown(desk, "mine").interval == ""
    assert card(desk, "mine").findChild(QComboBox, "indicator_interval").currentData() == ""


def test_an_interval_from_a_file_is_shown(desk: Desk) -> None:
    put(desk, Indicator("mine", "sma", interval="2wk"))
    assert card(desk, "mine").findChild(QComboBox, "indicator_interval").currentData() == "2wk"


def test_what_is_drawn_away_from_its_bars_offers_no_interval(desk: Desk) -> None:
    put(desk, Indicator("cloud", "ichimoku"))
    assert card(desk, "cloud").findChild(QComboBox, "indicator_interval") is None


def test_levels_are_edited_and_undone(desk: Desk, qtbot: QtBot) -> None:
    put(desk, STRENGTH)
    low, high = (card(desk, "strength").findChild(QDoubleSpinBox, f"indicator_levels_{number}") for number in (0, 1))
    assert (low.value(), high.value(), low.minimum(), high.maximum()) == (30, 70, 0, 100)
    low.setValue(20)
    high.setValue(80)
    assert shown(desk, "strength").levels == (20.0, 80.0)
    desk.history.undo()
    assert (low.value(), high.value()) == (30, 70), "both were one step"
    low.setValue(20)
    low.setValue(30)
    assert shown(desk, "strength").levels is None


def test_levels_are_added_and_removed(desk: Desk) -> None:
    put(desk, STRENGTH)
    made = card(desk, "strength")
    made.findChild(QAbstractButton, "indicator_levels_add").click()
    assert shown(desk, "strength").levels == (30.0, 70.0, 100.0)
    made.findChild(QAbstractButton, "indicator_levels_0_remove").click()
    assert shown(desk, "strength").levels == (70.0, 100.0)
    desk.history.undo()
    desk.history.undo()
    assert shown(desk, "strength").levels is None


def test_a_pane_is_chosen_by_what_stands_in_it(desk: Desk) -> None:
    put(desk, STRENGTH, Indicator("momentum", "mom"))
    before = desk.history.document
    panes = card(desk, "momentum").findChild(QComboBox, "indicator_pane")
    row = panes.findText("With RSI 14")
    assert row > 0, [panes.itemText(index) for index in range(panes.count())]
    panes.setCurrentIndex(row)
    panes.activated.emit(row)
    chart = desk.history.document.chart
    assert [one.id for one in chart.panes[-1].indicators] == ["strength", "momentum"]
    row = panes.findText("A new one")
    panes.activated.emit(row)
    assert [[one.id for one in pane.indicators] for pane in desk.history.document.chart.panes[-2:]] == [
        ["strength"],
        ["momentum"],
    ]
    desk.history.undo()
    desk.history.undo()
    assert desk.history.document == before


def test_a_scale_of_its_own_is_chosen_and_undone(desk: Desk) -> None:
    put(desk, AVERAGE)
    scale = card(desk, "mine").findChild(QComboBox, "indicator_scale")
    choose(scale, "own")
    assert shown(desk, "mine").scale == Scale()
    choose(scale, "")
    assert shown(desk, "mine").scale is None
    desk.history.undo()
    assert scale.currentData() == "", "both were one step"


def test_what_is_no_price_has_its_own_scale_over_the_bars(desk: Desk) -> None:
    put(desk, STRENGTH)
    scale = card(desk, "strength").findChild(QComboBox, "indicator_scale")
    assert (scale.currentData(), scale.isEnabled()) == ("", True)
    document = desk.history.document
    choose(card(desk, "strength").findChild(QComboBox, "indicator_pane"), document.chart.panes[0].id)
    assert (scale.currentData(), scale.isEnabled()) == ("own", False)
    desk.window.view.repaint()
    assert [axis.indicator for axis in desk.window.view.scene.panes[0].axes] == ["", "strength"]


def test_volume_goes_from_the_foot_of_the_bars_to_a_scale_or_a_pane_of_its_own(desk: Desk) -> None:
    key = next(one.id for one in chart_edits.active_indicators(desk.history.document) if one.kind == "volume")
    view = desk.window.view
    assert len(view.scene.panes[0].axes) == 1
    choose(card(desk, key).findChild(QComboBox, "indicator_scale"), "own")
    view.repaint()
    assert [axis.indicator for axis in view.scene.panes[0].axes] == ["", key]
    choose(card(desk, key).findChild(QComboBox, "indicator_scale"), "")
    choose(card(desk, key).findChild(QComboBox, "indicator_pane"), "new")
    view.repaint()
    assert len(view.scene.panes[0].axes) == 1
    assert view.scene.panes[-1].axes[0].decimals is None
    desk.window.commands.run("edit.undo")
    view.repaint()
    assert len(view.scene.panes) == 2


def test_an_indicator_shows_only_on_some_intervals(desk: Desk, qtbot: QtBot) -> None:
    put(desk, AVERAGE)
    made = card(desk, "mine")
    made.findChild(QCheckBox, "indicator_limited").click()
    first, last = (made.findChild(QComboBox, name) for name in ("indicator_shortest", "indicator_longest"))
    qtbot.waitUntil(first.isVisible)
    choose(first, "1wk")
    assert shown(desk, "mine").intervals == ("1wk", "1mo")
    choose(last, "1h")
    assert shown(desk, "mine").intervals == ("1h", "1h"), "the other end follows"
    made.findChild(QCheckBox, "indicator_limited").click()
    assert shown(desk, "mine").intervals is None
    assert not first.isVisible()


def test_another_indicator_is_chosen_as_the_source(desk: Desk, qtbot: QtBot) -> None:
    put(desk, AVERAGE, STRENGTH)
    choose(sources(desk, "strength"), "indicator:mine/sma")
    assert shown(desk, "strength").parameters["source"] == "indicator:mine/sma"
    assert desk.window.indicators._cards["strength"].accessibleName() == "RSI 14 (SMA 20)"
    assert sources(desk, "mine").findData("indicator:strength/rsi") < 0, "it would take its values from itself"
    desk.history.commit(remove_indicator(desk.history.document, desk.history.document.active, "mine"), "Remove")
    assert sources(desk, "strength").currentText() == "No longer on the chart"
    desk.history.undo()
    assert sources(desk, "strength").currentText() == "SMA 20"


def test_what_is_drawn_over_its_source_goes_into_the_pane_of_that(desk: Desk) -> None:
    put(desk, AVERAGE)
    desk.window.indicators.toggle("rsi")
    (strength,) = (one for one in chart_edits.active_indicators(desk.history.document) if one.kind == "rsi")

    def pane(indicator_id: str) -> int | None:
        return place_of(desk.history.document.chart, indicator_id)

    choose(sources(desk, "mine"), f"indicator:{strength.id}/rsi")
    assert pane("mine") == pane(strength.id) != desk.history.document.chart.price_index
    desk.history.undo()
    assert pane("mine") == desk.history.document.chart.price_index
    assert shown(desk, "mine").parameters.get("source", "close") == "close"
    desk.history.redo()
    choose(sources(desk, "mine"), "high")
    assert pane("mine") == desk.history.document.chart.price_index
    choose(sources(desk, "mine"), f"indicator:{strength.id}/rsi")
    desk.window.indicators.toggle("rsi")
    alone = pane("mine")
    assert alone != desk.history.document.chart.price_index
    choose(sources(desk, "mine"), "close")
    assert pane("mine") == desk.history.document.chart.price_index, "it comes back from where its source was"


def test_what_was_put_elsewhere_stays_there(desk: Desk) -> None:
    put(desk, AVERAGE, Indicator("second", "macd"))
    document = desk.history.document
    desk.history.commit(move_indicator(document, document.active, "mine", Place(index=9)), "Move")
    there = place_of(desk.history.document.chart, "mine")
    choose(sources(desk, "mine"), "indicator:second/signal")
    assert place_of(desk.history.document.chart, "mine") == there


def test_an_indicator_is_not_its_own_source(desk: Desk) -> None:
    put(desk, AVERAGE, Indicator("second", "macd"))
    offered = [sources(desk, "mine").itemText(row) for row in range(8, sources(desk, "mine").count())]
    assert "SMA 20" not in offered
    assert "MACD 12 26 9 Signal" in offered
    assert "Volume" not in offered, "it is among the prices"


def test_values_come_from_the_source_and_from_longer_bars(desk: Desk, qtbot: QtBot) -> None:
    put(desk, AVERAGE, Indicator("strength", "rsi", {"source": "indicator:mine/sma"}, interval="1wk"))

    def computed() -> bool:
        desk.window.view.repaint()
        shown = [one for pane in desk.window.view.scene.panes for one in pane.plotted if one.indicator.id == "strength"]
        assert not shown[0].problem
        return shown[0].values is not None

    qtbot.waitUntil(computed)
