"""The program begins again in another language without leaving the process."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from gui import application
from gui.cli import WindowOptions
from gui.context import Appearance
from gui.home import Home
from gui.settings import SettingsFile
from gui.writer import Writer


def test_another_language_begins_the_program_again_without_the_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    made: list[WindowOptions] = []

    class Program:
        def __init__(self, options: WindowOptions, home: Home) -> None:
            made.append(options)
            self.again = len(made) == 1

        def show(self, log: object) -> None: ...

        def close(self) -> None: ...

    monkeypatch.setattr(application, "Program", Program)
    monkeypatch.setattr(application, "make_application", lambda: SimpleNamespace(exec=lambda: len(made)))
    monkeypatch.setattr(application, "TerminationSignals", lambda end, parent: SimpleNamespace(close=lambda: None))
    home = Home(tmp_path)
    home.prepare()
    assert application.run(WindowOptions(items=("9988.HK",), offline=True), home) == 2
    assert made == [WindowOptions(items=("9988.HK",), offline=True), WindowOptions(offline=True)]


@pytest.mark.parametrize(("chosen", "again"), [(Appearance(language="zh_HK"), True), (Appearance(mode="light"), False)])
def test_only_another_language_closes_the_window(tmp_path: Path, chosen: Appearance, again: bool) -> None:
    writer = Writer()
    waiting = []
    program = SimpleNamespace(
        settings=SettingsFile(tmp_path / "settings.json", writer), main=SimpleNamespace(post=waiting.append), _begin_again=None
    )
    application.Program._keep_appearance(program, chosen)
    assert bool(waiting) is again
    assert program.settings.current.language == chosen.language
    writer.flush(10)
    writer.close(2)
