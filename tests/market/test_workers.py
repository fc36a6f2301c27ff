"""Queues of work: order, threads that end, and work that fails."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from charting.market.workers import WorkQueue


@pytest.fixture
def queue() -> Iterator[WorkQueue]:
    queue = WorkQueue("test-work", 1)
    yield queue
    assert queue.close(10)


def test_the_last_asked_goes_first_and_the_background_after_it_in_order(queue: WorkQueue) -> None:
    done: list[str] = []
    begun, go, end = threading.Event(), threading.Event(), threading.Event()

    def hold() -> None:
        begun.set()
        assert go.wait(10)

    def note(text: str) -> None:
        done.append(text)
        if len(done) == 4:
            end.set()

    queue.put("hold", hold)
    assert begun.wait(10)
    queue.put("a", lambda: note("a"), background=True)
    queue.put("b", lambda: note("b"), background=True)
    queue.put("c", lambda: note("c"))
    queue.put("d", lambda: note("d"))
    queue.put("c", lambda: note("c again"))
    queue.put("b", lambda: note("b again"), background=True)
    go.set()
    assert end.wait(10)
    assert done == ["c again", "d", "a", "b again"]


@pytest.mark.logs("Work of test-work failed")
def test_work_that_fails_does_not_end_its_thread(queue: WorkQueue) -> None:
    ended = threading.Event()

    def fail() -> None:
        raise ValueError("a mistake")

    queue.put("bad", fail)
    queue.put("good", ended.set, background=True)
    assert ended.wait(10)


def test_threads_are_named_daemons_and_no_more_than_allowed() -> None:
    queue = WorkQueue("test-work", 2)
    names: set[str] = set()
    meet = threading.Barrier(3)

    def work() -> None:
        names.add(threading.current_thread().name)
        assert threading.current_thread().daemon
        meet.wait(10)

    queue.put(1, work)
    queue.put(2, work)
    meet.wait(10)
    assert names == {"test-work-1", "test-work-2"}
    assert queue.close(10)


def test_closing_drops_what_waits_and_does_not_wait_for_what_hangs() -> None:
    queue = WorkQueue("test-work", 1)
    begun, go = threading.Event(), threading.Event()
    done: list[str] = []

    def hang() -> None:
        begun.set()
        assert go.wait(10)

    queue.put("hang", hang)
    assert begun.wait(10)
    queue.put("waiting", lambda: done.append("waiting"))
    assert not queue.close(0.01)
    queue.put("late", lambda: done.append("late"))
    go.set()
    assert queue.close(10)
    assert done == []
