from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from charting.core.codec import decode
from gui.rescue import ask_and_save, ask_before_losing, unsaved_notice
from tests.gui.desk import Desk
from tests.gui.documents import workspace


def press(*keys: str) -> Callable[[], None]:
    """Press the buttons with these names, one in each dialog that comes up."""
    waiting = list(keys)

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox) and box.isVisible():
            button = box.findChild(QPushButton, waiting.pop(0))
            assert button is not None
            assert button.accessibleName()
            button.click()
        if waiting:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)
    return lambda: pytest.fail("not every dialog came") if waiting else None


def test_trying_again_goes_on_until_it_is_written(qtbot: QtBot) -> None:
    answers = [False, True]
    check = press("again", "again")
    ask_before_losing(None, workspace(), lambda: answers.pop(0))
    check()
    assert answers == []


def test_a_copy_can_be_saved_elsewhere(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = ["", str(tmp_path / "copy.json")]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen.pop(0), ""))
    check = press("elsewhere", "elsewhere")
    ask_before_losing(None, workspace(), lambda: pytest.fail("nobody asked to try again"))
    check()
    assert decode((tmp_path / "copy.json").read_bytes()) == workspace()


def test_changes_can_be_discarded(qtbot: QtBot) -> None:
    check = press("discard")
    ask_before_losing(None, workspace(), lambda: pytest.fail("nobody asked to try again"))
    check()


def test_it_names_what_could_not_be_written(qtbot: QtBot) -> None:
    """It named the workspace, and offered to save that elsewhere, where settings alone could not be written."""
    own, settings = Path("workspaces/Demo.json"), Path("settings.json")
    left, seen = [[own, settings], [settings], []], []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.text(), [button.objectName() for button in box.findChildren(QPushButton)]))
        box.findChild(QPushButton, "again").click()

    def try_again() -> bool:
        left.pop(0)
        if left[0]:
            QTimer.singleShot(0, look)
        return not left[0]

    QTimer.singleShot(0, look)
    ask_before_losing(None, workspace("Demo"), try_again, lambda: left[0], own)
    assert seen[0][0] == "The last changes to “Demo, settings.json” could not be saved."
    assert sorted(seen[0][1]) == ["again", "discard", "elsewhere"]
    assert seen[1][0] == "The last changes to “settings.json” could not be saved."
    assert sorted(seen[1][1]) == ["again", "discard"]


def test_a_workspace_saved_elsewhere_gives_nothing_else_up(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates that could not be written were lost without another word."""
    own, templates = tmp_path / "Demo.json", tmp_path / "templates.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "copy.json"), ""))
    left, seen = [own, templates], []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.text(), sorted(button.objectName() for button in box.findChildren(QPushButton))))
        QTimer.singleShot(0, look) if len(seen) == 1 else None
        box.findChild(QPushButton, "elsewhere" if len(seen) == 1 else "again").click()

    QTimer.singleShot(0, look)
    ask_before_losing(None, workspace("Demo"), lambda: True, lambda: left, own)
    assert seen == [
        ("The last changes to “Demo, templates.json” could not be saved.", ["again", "discard", "elsewhere"]),
        ("The last changes to “templates.json” could not be saved.", ["again", "discard"]),
    ]
    assert (tmp_path / "copy.json").exists()


def test_a_copy_that_cannot_be_saved_is_asked_for_again(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    chosen = [tmp_path / "file" / "copy.json", tmp_path / "copy.json"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(chosen.pop(0)), ""))
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, title, text: told.append(f"{title} {text}"))
    assert ask_and_save(None, workspace())
    assert len(told) == 1
    assert told[0].startswith(f"The copy could not be saved {tmp_path / 'file' / 'copy.json'}: ")
    assert decode((tmp_path / "copy.json").read_bytes()) == workspace()


def test_what_is_no_workspace_is_not_saved_elsewhere() -> None:
    notice = unsaved_notice(Path("settings.json"), OSError(28, "No space left on device"), None)
    assert notice.actions == ()
    assert notice.key != unsaved_notice(Path("Demo.json"), OSError(28, "No space left on device"), None).key


def test_the_notice_says_what_stands_in_the_way() -> None:
    notice = unsaved_notice(Path("workspaces/Demo.json"), OSError(28, "No space left on device"), lambda: None)
    assert notice.text.startswith("“Demo” could not be saved: the disk is full.")
    assert len(notice.actions) == 1


def test_buttons_have_room_for_what_they_say(desk: Desk) -> None:
    lacking: list[tuple[str, int]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        buttons = box.findChildren(QPushButton)
        lacking.extend((each.text(), each.width()) for each in buttons if each.width() < each.sizeHint().width())
        buttons[-1].click()

    QTimer.singleShot(100, look)
    ask_before_losing(None, desk.history.document, lambda: True)
    assert lacking == []
