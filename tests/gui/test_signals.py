from __future__ import annotations

import os
import signal
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui import signals


@pytest.mark.parametrize("wire", [signals._pipe, signals._sockets])
def test_a_signal_ends_the_program_through_the_event_loop(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wire: Callable[[], signals.Wire]
) -> None:
    """Over a pipe, and over sockets as where Qt can wait for nothing else."""
    monkeypatch.setattr(signals, "_pipe", wire)
    before = signal.getsignal(signal.SIGTERM)
    ended: list[bool] = []
    parent = QObject()
    termination = signals.TerminationSignals(lambda: ended.append(True), parent)
    os.kill(os.getpid(), signal.SIGTERM)
    assert ended == []
    qtbot.waitUntil(lambda: ended == [True])
    termination.close()
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_that_the_program_was_started_to_ignore_does_not_end_it(qtbot: QtBot) -> None:
    """As by nohup: the window outlives the terminal it was started from."""
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    parent = QObject()
    try:
        termination = signals.TerminationSignals(lambda: None, parent)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
        termination.close()
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)
