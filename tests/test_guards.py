"""The guards of the test suite: each must fail a test that deserves it."""

from __future__ import annotations

import logging
import socket
import threading

import pytest
from PySide6.QtCore import QLocale, QObject, QTimer
from PySide6.QtWidgets import QWidget

from tests import guards


def test_the_network_is_out_of_reach():
    with pytest.raises(guards.NetworkInTests):
        socket.create_connection(("query1.finance.yahoo.com", 443))
    with socket.socket() as bare, pytest.raises(guards.NetworkInTests):
        bare.connect(("93.184.216.34", 80))


def test_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_a_running_thread_is_found(monkeypatch):
    monkeypatch.setattr(guards, "PATIENCE", 0.01)
    before = guards.Standing.now()
    done = threading.Event()
    thread = threading.Thread(target=done.wait, name="forgotten")
    thread.start()
    assert before.left_since() == ["Left the thread “forgotten” running: close what started it."]
    done.set()
    thread.join()
    assert before.left_since() == []


def test_a_running_timer_is_found(qapp):
    before = guards.Standing.now()
    owner = QObject()
    timer = QTimer(owner)
    timer.start(60_000)
    (complaint,) = before.left_since()
    assert complaint.startswith("Left a timer of 60000 ms running")
    assert before.left_since() == []


def test_a_window_is_found(qapp):
    before = guards.Standing.now()
    window = QWidget()
    window.setObjectName("forgotten")
    window.show()
    (complaint,) = before.left_since()
    assert "Left a window: QWidget “forgotten”" in complaint
    assert before.left_since() == []


def test_numbers_of_another_language_are_found(qapp):
    before = guards.Standing.now()
    QLocale.setDefault(QLocale("de_DE"))
    assert before.left_since() == ["Left numbers written as in de_DE: take the fixture numbers_as_before."]
    assert before.left_since() == []


@pytest.mark.logs("disk full")
def test_a_warning_in_the_log_is_found():
    with guards.warnings_logged() as texts:
        logging.getLogger("lionrock.store").info("quiet")
        logging.getLogger("lionrock.store").warning("disk %s", "full")
    assert texts == ["WARNING lionrock.store: disk full"]
    texts.clear()


@pytest.mark.logs("disk full")
def test_a_warning_may_be_expected():
    logging.getLogger("lionrock.store").warning("disk full")
