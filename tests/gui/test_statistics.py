"""The dialog of what the bars in view gained and risked."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from charting.analysis.returns import Trading
from charting.core.bars import Bars
from charting.core.edits import set_chart
from charting.core.interval import DAY
from charting.core.theme import theme
from gui import plots
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


def test_figures_come_first_and_then_the_plots_one_in_each_turn(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Callable[[], None], Callable[[], None]]] = []
    steps = iter((None, None, None))
    monkeypatch.delitem(sys.modules, "pyqtgraph", raising=False)
    monkeypatch.setattr(plots, "prepare_qt", lambda: steps)
    dialog = StatisticsDialog("An index", walk(300), None, theme("dark"), aside=lambda work, then: asked.append((work, then)))
    qtbot.addWidget(dialog)
    dialog.show()
    turn(dialog)
    assert text(dialog, "bars") == "300"
    assert (len(list(steps)), asked) == (2, []), "Qt is prepared in more than one turn"
    turn(dialog)
    assert [work for work, _ in asked] == [plots.load]
    monkeypatch.undo()
    asked[0][0]()
    made = []
    asked[0][1]()
    for _ in range(5):
        found = [dialog.findChild(QWidget, f"statistics_{name}") for name in ("returns", "drawdown")]
        made.append([one is not None and one.isVisible() for one in found])
        turn(dialog)
    assert made == [[False, False], [True, False], [True, False], [True, True], [True, True]]


@pytest.mark.usefixtures("qapp")
def test_closed_before_its_plots_are_there_it_makes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Callable[[], None]] = []
    monkeypatch.delitem(sys.modules, "pyqtgraph", raising=False)
    monkeypatch.setattr(plots, "prepare_qt", lambda: iter(()))
    dialog = StatisticsDialog("An index", walk(300), None, theme("dark"), aside=lambda _, then: asked.append(then))
    dialog.show()
    turn(dialog)
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    asked[0]()


def test_what_pyqtgraph_copies_of_qt_is_made_few_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []

    class Module:
        """One that notes what it is asked for."""

        def __init__(self, name: str) -> None:
            self.name = name

        def __dir__(self) -> list[str]:
            return [f"Q{number:03}" for number in range(100)]

        def __getattr__(self, name: str) -> None:
            found.append(f"{self.name}.{name}")

    monkeypatch.setattr(plots, "import_module", Module)
    before, most = 0, 0
    for _ in plots.prepare_qt():
        before, most = len(found), max(most, len(found) - before)
    assert (len(found), most) == (100 * len(plots.COPIED), plots.AT_ONCE)
    assert found[:2] == ["PySide6.QtCore.Q000", "PySide6.QtCore.Q001"]


def turn(dialog: StatisticsDialog) -> None:
    """One turn of the loop for what the dialog does next."""
    done: list[bool] = []
    QTimer.singleShot(0, dialog, lambda: done.append(True))
    while not done:
        QCoreApplication.processEvents()
