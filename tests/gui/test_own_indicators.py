"""A file in the user's folder appears in the panel, tells its mistakes there, and never takes the window along."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from charting.core.document import Chart, Indicator, Pane
from charting.indicators import catalogue
from charting.indicators.declaration import IndicatorProblem, NotYet
from charting.indicators.values import IndicatorValues
from gui import own_indicators as module
from gui import render
from gui.chart_edits import active_indicators
from gui.home import Home
from gui.own_indicators import OwnIndicators
from gui.workers import MainThread
from tests.gui.desk import Desk
from tests.indicators.making import walk

HEAD = "import os\nfrom charting.indicators.user import indicator\n\n\n"
GOOD = HEAD + "@indicator('Half way')\ndef half(bars, share: float = 0.5):\n    return bars.close * share\n"
SAVED = iter(range(1, 1_000))


@pytest.fixture
def folder(tmp_path: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that the window's panel follows."""
    monkeypatch.setattr(module, "PERIOD", 0.05)
    place = tmp_path / "indicators"
    place.mkdir()
    main = MainThread()
    own = OwnIndicators(place, main)
    own.attach(desk.window.indicators, desk.window.view)
    yield place
    own.close()
    main.close()


def save(folder: Path, text: str, name: str = "half") -> None:
    path = folder / f"{name}.py"
    path.write_text(text, encoding="utf-8")
    moment = next(SAVED) * 10**9
    os.utime(path, ns=(moment, moment))


def problems(desk: Desk) -> str:
    label = desk.window.findChild(QLabel, "indicators_problems")
    return label.text() if label.isVisible() else ""


def offered(desk: Desk) -> list[str]:
    return [kind.title for kind in desk.window.indicators._model.kinds if kind.apart]


def on_card(desk: Desk) -> str:
    """What the cards of what is on the chart say is wrong."""
    labels = desk.window.findChildren(QLabel, "indicator_problem")
    return "".join(label.text() for label in labels if label.isVisible())


def legend(desk: Desk) -> str:
    scene = desk.window.view.scene
    shown = [one for pane in scene.panes for one in pane.plotted if one.kind.apart]
    return shown[0].problem if shown else ""


def shown_values(desk: Desk) -> np.ndarray | None:
    desk.window.view.repaint()
    scene = desk.window.view.scene
    found = [one.values for pane in scene.panes for one in pane.plotted if one.kind.apart]
    return found[0]["half"] if found and found[0] is not None else None


def test_a_saved_file_is_offered_computed_and_computed_anew(folder: Path, desk: Desk, qtbot: QtBot) -> None:
    save(folder, GOOD)
    qtbot.waitUntil(lambda: offered(desk) == ["Half way"])
    desk.window.indicators.toggle("user:half")
    qtbot.waitUntil(lambda: shown_values(desk) is not None)
    closes = desk.window.view.series.bars.close
    assert np.array_equal(shown_values(desk), closes * 0.5)
    save(folder, GOOD.replace("0.5", "0.25"))
    qtbot.waitUntil(lambda: shown_values(desk) is not None and np.array_equal(shown_values(desk), closes * 0.25))


def test_mistakes_are_told_in_the_panel_and_go_when_they_are_mended(folder: Path, desk: Desk, qtbot: QtBot) -> None:
    save(folder, GOOD.replace("(bars, share", "(bars share"))
    qtbot.waitUntil(lambda: "half.py, line 6: SyntaxError" in problems(desk))
    save(folder, GOOD)
    qtbot.waitUntil(lambda: problems(desk) == "" and offered(desk) == ["Half way"])
    (folder / "half.py").unlink()
    qtbot.waitUntil(lambda: offered(desk) == [])


def test_a_crash_is_told_in_the_panel_and_in_the_legend(folder: Path, desk: Desk, qtbot: QtBot) -> None:
    save(folder, GOOD.replace("return", "os._exit(5)\n    return"))
    qtbot.waitUntil(lambda: offered(desk) == ["Half way"])
    desk.window.indicators.toggle("user:half")
    qtbot.waitUntil(lambda: "half.py: It ended its own process (status 5)." in on_card(desk))
    qtbot.waitUntil(lambda: desk.window.view.repaint() or "status 5" in legend(desk))
    assert problems(desk) == "", "it is not said twice"
    desk.window.commands.run("edit.undo")
    assert "status 5" in problems(desk), "what is on no chart is told at the top"
    desk.window.commands.run("edit.redo")
    save(folder, GOOD)
    qtbot.waitUntil(lambda: shown_values(desk) is not None and problems(desk) == on_card(desk) == "")


def test_what_is_gone_says_so_can_be_removed_and_comes_back(folder: Path, desk: Desk, qtbot: QtBot) -> None:
    save(folder, GOOD)
    qtbot.waitUntil(lambda: offered(desk) == ["Half way"])
    desk.window.indicators.toggle("user:half")
    qtbot.waitUntil(lambda: shown_values(desk) is not None)
    (folder / "half.py").unlink()
    qtbot.waitUntil(lambda: "There is no file half.py in the folder of your indicators." in on_card(desk))
    for card in desk.window.indicators._cards._cards.values():
        assert card.findChild(QAbstractButton, "indicator_settings").isHidden() == (card.kind.kind == "user:half")
    save(folder, GOOD)
    qtbot.waitUntil(lambda: shown_values(desk) is not None and on_card(desk) == "")
    (folder / "half.py").unlink()
    qtbot.waitUntil(lambda: on_card(desk) != "")
    (gone,) = (card for card in desk.window.indicators._cards._cards.values() if card.kind.kind == "user:half")
    gone.findChild(QAbstractButton, "indicator_remove").click()
    assert "user:half" not in [one.kind for one in active_indicators(desk.history.document)]


def test_what_is_not_read_yet_is_awaited_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "_awaited", True)
    cache = IndicatorValues()
    with pytest.raises(NotYet):
        cache.values(walk(9), Indicator("a", "user:nothing"))
    catalogue.offer((), more=True)
    with pytest.raises(NotYet):
        cache.values(walk(9), Indicator("a", "user:nothing"))
    catalogue.offer(())
    with pytest.raises(IndicatorProblem, match=r"no file nothing\.py"):
        cache.values(walk(9), Indicator("a", "user:nothing"))


def test_nothing_is_offered_once_the_program_ends(folder: Path, desk: Desk, qtbot: QtBot) -> None:
    save(folder, GOOD)
    qtbot.waitUntil(lambda: offered(desk) == ["Half way"])
    assert catalogue.kind_of("user:half").title == "Half way"


def test_a_picture_without_a_window_has_them_where_its_chart_does(tmp_path: Path) -> None:
    home = Home(tmp_path)
    home.indicators.mkdir()
    save(home.indicators, GOOD)
    for kind in ("user:half", "sma"):
        chart = Chart("c", "S", "demo", panes=(Pane("p", indicators=(Indicator("a", kind),)),))
        with render.own_indicators(home, chart):
            assert ("user:half" in catalogue._offered) == (kind == "user:half")
