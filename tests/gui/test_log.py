from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning

from gui.log import Log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    log = Log(tmp_path / "lionrock.log")
    log.open()
    yield log
    log.close()


@pytest.mark.logs("a plain warning|from Qt|nobody handled")
def test_everything_is_written_down(log: Log, tmp_path: Path) -> None:
    shown: list[str] = []
    log.show_errors(shown.append)
    logging.getLogger("somewhere").warning("a plain warning")
    qWarning("a warning from Qt")
    try:
        raise ValueError("nobody handles this")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    thread = threading.Thread(target=lambda: 1 / 0, name="odd-job")
    thread.start()
    thread.join()
    text = (tmp_path / "lionrock.log").read_text("utf-8")
    for words in ("a plain warning", "a warning from Qt", "nobody handles this", "ZeroDivisionError", "odd-job"):
        assert words in text
    assert len(shown) == 2
    assert "ValueError: nobody handles this" in shown[0]


def test_closing_gives_everything_back(tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook, list(logging.getLogger().handlers))
    log = Log(tmp_path / "lionrock.log")
    log.open()
    assert sys.excepthook is not before[0]
    log.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook, list(logging.getLogger().handlers)) == before
    assert not (tmp_path / "lionrock.log").exists()
