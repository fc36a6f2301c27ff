"""Where files are saved: under a name that says what they are, and over nothing that nobody meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from gui.pictures import write_picture
from gui.saving import ask_where
from tests.gui.desk import Desk


@pytest.fixture
def name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], None]:
    """Have the dialog for files answered with a name."""

    def answer(typed: str) -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / typed) if typed else "", ""))

    return answer


def asked() -> Path | None:
    return ask_where(None, "Export", "HSTECH.HK 1d.csv", "Tables (*.csv)", (".csv", ".txt"))


@pytest.mark.parametrize(
    ("typed", "file"),
    [("mine.csv", "mine.csv"), ("mine.TXT", "mine.TXT"), ("mine", "mine.csv"), ("9988.HK", "9988.HK.csv"),
     ("HSTECH.HK 1d", "HSTECH.HK 1d.csv"), ("report v1.2", "report v1.2.csv")],
)  # fmt: skip
def test_a_name_gets_the_suffix_of_what_it_is(name: Callable[[str], None], tmp_path: Path, typed: str, file: str) -> None:
    name(typed)
    assert asked() == tmp_path / file


def test_a_name_that_is_too_long_is_told_by_the_writing(name: Callable[[str], None], tmp_path: Path) -> None:
    name("9" * 253)
    assert asked() == tmp_path / ("9" * 253 + ".csv")


def test_nothing_chosen_is_nothing_saved(name: Callable[[str], None]) -> None:
    name("")
    assert asked() is None


@pytest.mark.parametrize(("button", "replaced"), [("Replace", True), ("Cancel", False)])
def test_a_file_that_the_dialog_did_not_ask_about(
    qtbot: QtBot, name: Callable[[str], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, button: str, replaced: bool
) -> None:
    def press(box: QMessageBox) -> int:
        assert "9988.HK.csv" in box.text()
        next(one for one in box.buttons() if one.text() == button).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    (tmp_path / "9988.HK.csv").write_text("old")
    name("9988.HK")
    assert asked() == (tmp_path / "9988.HK.csv" if replaced else None)
    QApplication.processEvents()


def test_a_picture_called_like_a_symbol_is_a_picture(desk: Desk, name: Callable[[str], None], tmp_path: Path) -> None:
    name("9988.HK")
    desk.window.commands.run("file.save_picture")
    assert desk.pictures == [tmp_path / "9988.HK.png"]


def test_pictures_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "chart.PNG"
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(0x112233)
    assert write_picture(image, path)
    assert QImage(str(path)).size() == image.size()
    before = path.read_bytes()
    assert not write_picture(QImage(), path)
    assert path.read_bytes() == before
