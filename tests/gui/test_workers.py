from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.workers import MainThread, Workers


@pytest.fixture
def main(qtbot: QtBot) -> Iterator[MainThread]:
    main = MainThread()
    yield main
    main.close()


@pytest.fixture
def workers(main: MainThread) -> Iterator[Workers]:
    workers = Workers(main)
    yield workers
    workers.close()


def test_calls_posted_by_other_threads_run_on_the_main_thread_in_order(qtbot: QtBot, main: MainThread) -> None:
    seen: list[tuple[int, bool]] = []

    def post() -> None:
        for number in range(100):
            main.post(lambda number=number: seen.append((number, threading.current_thread() is threading.main_thread())))

    thread = threading.Thread(target=post)
    thread.start()
    thread.join()
    assert seen == []
    qtbot.waitUntil(lambda: len(seen) == 100)
    assert seen == [(number, True) for number in range(100)]


def test_after_closing_nothing_runs(qtbot: QtBot, main: MainThread) -> None:
    seen: list[int] = []
    main.post(lambda: seen.append(1))
    main.close()
    main.post(lambda: seen.append(2))
    qtbot.wait(20)
    assert seen == []


def test_results_and_errors_come_back_to_the_main_thread(qtbot: QtBot, workers: Workers) -> None:
    seen: list[tuple[object, threading.Thread]] = []

    def note(value: object) -> None:
        seen.append((value, threading.current_thread()))

    def fail() -> None:
        raise OSError("no such luck")

    workers.run(threading.current_thread, note)
    workers.run(fail, note, note)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert all(thread is threading.main_thread() for _, thread in seen)
    worker = next(value for value, _ in seen if isinstance(value, threading.Thread))
    assert worker.name.startswith("lionrock-worker-")
    assert worker.daemon
    assert any(isinstance(value, OSError) for value, _ in seen)


def test_an_error_that_nobody_expects_reaches_the_last_handler(qtbot: QtBot, workers: Workers) -> None:
    with qtbot.captureExceptions() as caught:
        workers.run(lambda: 1 / 0)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_no_more_threads_than_asked_for(qtbot: QtBot, workers: Workers) -> None:
    done: list[str] = []
    for _ in range(20):
        workers.run(lambda: threading.current_thread().name, done.append)
    qtbot.waitUntil(lambda: len(done) == 20)
    assert set(done) <= {"lionrock-worker-1", "lionrock-worker-2"}


def test_what_was_posted_is_delivered_without_the_event_loop_and_once(qtbot: QtBot, main: MainThread) -> None:
    seen: list[int] = []
    thread = threading.Thread(target=lambda: main.post(lambda: seen.append(1)))
    thread.start()
    thread.join()
    main.deliver()
    assert seen == [1]
    main.deliver()
    main.post(lambda: seen.append(2))
    qtbot.waitUntil(lambda: len(seen) > 1)
    assert seen == [1, 2]
