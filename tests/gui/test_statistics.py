"""The dialog of what the bars in view gained and risked."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from charting.analysis.returns import Trading
from charting.core.bars import Bars
from charting.core.edits import set_chart
from charting.core.interval import DAY
from charting.core.theme import theme
from gui.dialogs.statistics import StatisticsDialog
from tests.gui.desk import Desk
from tests.scene.making import walk


def text(dialog: StatisticsDialog, name: str) -> str:
    label = dialog.findChild(QLabel, f"statistics_{name}")
    assert label is not None
    return label.text()


def test_the_figures_are_those_of_the_bars(qtbot: QtBot) -> None:
    bars = walk(300)
    dialog = StatisticsDialog("Hang Seng TECH Index", bars, Trading(246, 5.5 * 3600), theme("dark"))
    qtbot.addWidget(dialog)
    dialog.show()
    change = bars.close[-1] / bars.close[0] - 1
    assert text(dialog, "bars") == "300"
    assert text(dialog, "change") == f"{change * 100:+.2f}%".replace("-", "−")


def test_no_bars_make_an_empty_dialog(qtbot: QtBot) -> None:
    dialog = StatisticsDialog("Nothing", Bars.empty(DAY), None, theme("light"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert text(dialog, "change") == "–"


def test_the_command_measures_what_is_in_view(desk: Desk) -> None:
    desk.window.commands.run("view.statistics")
    dialog = desk.window.findChild(StatisticsDialog)
    assert dialog is not None
    span = desk.window.view.sight.span
    bars = desk.window.view.series.bars
    assert int(text(dialog, "bars")) == len(bars.slice(math.ceil(span.first), math.floor(span.last) + 1))
    dialog.close()


def test_bars_that_prices_make_have_no_volatility_a_year(desk: Desk) -> None:
    history = desk.history
    for style, known in (("renko", False), ("heikin-ashi", True)):
        history.commit(set_chart(history.document, history.document.active, style=style), style)
        desk.window.view.repaint()
        desk.window.commands.run("view.statistics")
        dialog = desk.window.findChild(StatisticsDialog)
        assert dialog is not None
        assert (text(dialog, "volatility") != "–") is known
        assert text(dialog, "change") != "–"
        dialog.close()
        dialog.setParent(None)
