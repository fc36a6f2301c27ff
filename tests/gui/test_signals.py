from __future__ import annotations

import os
import signal

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.signals import TerminationSignals


def test_a_signal_ends_the_program_through_the_event_loop(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    ended: list[bool] = []
    parent = QObject()
    signals = TerminationSignals(lambda: ended.append(True), parent)
    os.kill(os.getpid(), signal.SIGTERM)
    assert ended == []
    qtbot.waitUntil(lambda: ended == [True])
    signals.close()
    assert signal.getsignal(signal.SIGTERM) is before
