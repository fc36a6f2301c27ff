"""Whatever the window shows can be translated: no text is put together in a way that translators never see."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from charting.drawings.catalogue import TOOLS
from charting.indicators.catalogue import CATALOGUE
from charting.view import translation
from gui.choice_titles import TITLES
from tests.gui.desk import Desk
from tests.gui.test_every_command import ASKS_THE_SYSTEM
from tests.test_translations import TEXTS

KNOWN = frozenset(TEXTS)


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Texts that were asked to be translated since the test began."""
    found: set[str] = set()

    def translate(context: str, text: str) -> str:
        found.add(text)
        return QCoreApplication.translate(context, text)

    monkeypatch.setattr(translation, "QCoreApplication", SimpleNamespace(translate=translate))
    return found


def unknown(texts: set[str]) -> set[str]:
    """Texts without a translation, but for what has the same name in every language, and what users named."""
    own = {kind.short for kind in CATALOGUE.values()} | {plot.title for kind in CATALOGUE.values() for plot in kind.plots}
    return {text for text in texts - KNOWN - own if any(letter.islower() for letter in text)}


def test_commands_and_dialogs(desk: Desk, asked: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda _: True)
    for command in tuple(desk.window.commands):
        action = desk.window.commands.action(command.id)
        if command.id.startswith(ASKS_THE_SYSTEM) or not action.isEnabled():
            continue
        action.trigger()
        QApplication.processEvents()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog | QMenu) and widget.isVisible():
                widget.close()
    assert len(asked) > 500
    counted = {command.title for command in desk.window.commands if command.title[0].isdigit()}  # made of a number: translated
    assert unknown(asked) - counted == set()


@pytest.mark.parametrize("kind", CATALOGUE.values(), ids=lambda kind: kind.kind)
def test_indicators(kind) -> None:
    assert {kind.title, kind.group, *(parameter.title for parameter in kind.parameters)} <= KNOWN
    choices = {choice for parameter in kind.parameters for choice in parameter.choices if not choice.isupper()}
    assert choices - set(TITLES) - {"T3"} == set()
    words = {plot.title for plot in kind.plots if plot.title.isalpha() and not plot.title.isupper() and len(plot.title) > 3}
    assert words - KNOWN <= {"AroonOsc"}


@pytest.mark.parametrize("tool", TOOLS.values(), ids=lambda tool: tool.kind)
def test_tools(tool) -> None:
    assert {tool.title, tool.group, tool.hint, *(parameter.title for parameter in tool.parameters)} <= KNOWN
    assert {choice for parameter in tool.parameters for choice in parameter.choices} - set(TITLES) == set()
