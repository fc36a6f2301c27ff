from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from charting.market.file_provider import FileProvider, address_of
from charting.market.provider import BadAnswer, FileProblem, Refused
from charting.market.quality import note_refused, note_unusable
from gui import quality_log
from gui.dialogs.quality_log import QualityLogDialog
from gui.quality_log import QualityLog
from tests.gui.fakes import history


@pytest.fixture
def log(tmp_path: Path) -> Iterator[QualityLog]:
    found = QualityLog(tmp_path / "data-quality.log")
    found.open()
    yield found
    found.close()


def test_source_symbol_kinds_and_counts_are_written_down(log: QualityLog) -> None:
    refused = (Refused("high below low", 1200, 7), Refused("price missing", 3))
    note_refused("yahoo", "9988.HK", history("9988.HK", refused=refused, rows=5000))
    note_refused("yahoo", "9888.HK", history("9888.HK"))
    note_unusable("yahoo", "^HSI", history().bars.interval, BadAnswer("The answer was no table."))
    first, second = log.read().splitlines()
    kinds = "1,200 high below low (first in line 7), 3 price missing"
    assert first.endswith(f"Z  yahoo 9988.HK 1d: left out of 5,000 rows: {kinds}")
    assert second.endswith("Z  yahoo ^HSI 1d: nothing used: The answer was no table.")


def test_files_are_noted_once_for_each_version(log: QualityLog, tmp_path: Path) -> None:
    files = FileProvider()
    path = tmp_path / "9988.HK.csv"
    path.write_text("Date,Open,High,Low,Close\n2025-01-02,1,2,1,2\n2025-01-03,2,1,3,2\n2025-01-06,1,2,1,2\n")
    files.read(address_of(path))
    files.read(address_of(path))
    (tmp_path / "bad.csv").write_text("nothing")
    with pytest.raises(FileProblem):
        files.read(address_of(tmp_path / "bad.csv"))
    first, second = log.read().splitlines()
    assert "9988.HK 1d: left out of 3 rows: 1 high below low (first in line 3)" in first
    assert "bad.csv - -: nothing used: “bad.csv” holds no table." in second


def test_the_file_is_turned_over_and_both_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quality_log, "LARGEST", 1000)
    log = QualityLog(tmp_path / "data-quality.log")
    log.open()
    for number in range(40):
        note_refused("yahoo", f"S{number}", history(refused=(Refused("price missing", 1),)))
    log.close()
    assert len(list(tmp_path.iterdir())) == 2
    lines = log.read().splitlines()
    assert "S39" in lines[-1]
    assert 10 < len(lines) < 40


def test_the_dialog_shows_and_copies_it(qtbot: QtBot) -> None:
    waiting: list[Callable[[str], None]] = []
    dialog = QualityLogDialog(waiting.append)
    qtbot.addWidget(dialog)
    copy, text = dialog.findChild(QPushButton, "quality_log_dialog_copy"), dialog.findChild(QPlainTextEdit)
    assert not copy.isEnabled()
    waiting[0]("one\ntwo\n")
    copy.click()
    assert text.toPlainText() == QGuiApplication.clipboard().text() == "one\ntwo"
    waiting[0]("")
    assert not copy.isEnabled()
    assert "Nothing" in text.placeholderText()
