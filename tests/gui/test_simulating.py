"""Simulated trading in the whole program: it begins, it is marked, and it leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from charting.core.bars import Bars
from gui.application import Program
from gui.badge import SimulatedBadge
from gui.cli import WindowOptions
from gui.home import Home
from gui.live import wanted


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, numbers_as_before: None) -> Iterator[Program]:
    made = Program(WindowOptions(offline=True), Home(tmp_path / "home"))
    made.window.show()
    qtbot.waitUntil(lambda: made.window.view.series is not None)
    made.live.start(made.window.status.set_price)
    yield made
    made.window.close()
    made.close()


def bars(program: Program) -> Bars:
    series = program.window.view.series
    assert series is not None
    return series.bars


def status(program: Program) -> str:
    label = program.window.status.findChild(QLabel, "data_source")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_demonstration_goes_on_and_is_what_it_was_afterwards(program: Program, qtbot: QtBot) -> None:
    before = bars(program)
    program.window.commands.run("live.simulate")
    assert program.window.commands.action("live.speed_60").isChecked()
    qtbot.waitUntil(lambda: len(bars(program)) == len(before) + 1)
    program.window.commands.run("live.speed_300")
    qtbot.waitUntil(lambda: "300 times as fast" in status(program))
    assert "Simulated, as of 18 Sep" in status(program)
    assert all(badge.isVisible() for badge in program.window.findChildren(SimulatedBadge))
    first = bars(program).close[-1]
    qtbot.waitUntil(lambda: bars(program).close[-1] != first)
    items = program.history.document.watchlist
    model = program.window.watchlist.table.model()
    listed = [model.index(row, 2).data() for row in range(len(items))]
    qtbot.waitUntil(lambda: all(model.index(row, 2).data() != text for row, text in enumerate(listed)))

    program.window.commands.run("live.simulate")
    qtbot.waitUntil(lambda: len(bars(program)) == len(before))
    for name in ("time", "open", "high", "low", "close", "volume"):
        np.testing.assert_array_equal(getattr(bars(program), name), getattr(before, name))
    qtbot.waitUntil(lambda: status(program) == "Demonstration market")
    assert program.feed.store.series() == ()
    assert not program.window.commands.action("live.speed_60").isEnabled()


def test_trading_goes_on_where_it_stood_in_another_language(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    count = len(bars(program))
    program.window.commands.run("live.simulate")
    program.window.commands.run("live.speed_300")
    qtbot.waitUntil(lambda: len(bars(program)) > count)
    program._begin_again()
    left = program.continued
    assert left is not None
    assert left.trading is not None
    following = Program(WindowOptions(offline=True), Home(tmp_path / "home"), left)
    try:
        following.window.show()
        qtbot.waitUntil(lambda: following.window.view.series is not None)
        assert len(bars(following)) > count
        assert following.live.simulation_speed == 300.0
        following.live.start(following.window.status.set_price)
        qtbot.waitUntil(lambda: "300 times as fast" in status(following))
        first = bars(following).close[-1]
        qtbot.waitUntil(lambda: bars(following).close[-1] != first)
    finally:
        following.window.close()
        following.close()


def test_another_interval_has_what_was_traded_so_far(program: Program, qtbot: QtBot) -> None:
    program.window.commands.run("live.simulate")
    qtbot.waitUntil(lambda: program.live.simulation_speed == 60.0)
    program.window.commands.run("view.interval_1m")
    qtbot.waitUntil(lambda: str(bars(program).interval) == "1m")
    last = int(bars(program).time[-1])
    assert last >= 1_758_159_000, "the minutes of 18 September 2025 are there"
    qtbot.waitUntil(lambda: int(bars(program).time[-1]) > last)
    assert wanted(program.history.document).keys() == {"demo"}
