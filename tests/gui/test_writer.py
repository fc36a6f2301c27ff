from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from gui import writer as writing
from gui.writer import Writer

A, B = Path("a"), Path("b")


@pytest.fixture
def writer() -> Iterator[Writer]:
    writer = Writer(delay=0.01)
    yield writer
    writer.close()


class Disk:
    """Jobs that write down what they did, and fail while the disk is broken."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.broken = False

    def job(self, text: str) -> Callable[[], None]:
        def write() -> None:
            if self.broken:
                raise OSError(28, "No space left on device")
            self.written.append(text)

        return write


def test_a_burst_costs_one_write_of_the_newest() -> None:
    writer, disk = Writer(delay=10.0), Disk()
    for number in range(100):
        writer.put(A, disk.job(f"a{number}"))
        writer.put(B, disk.job(f"b{number}"))
    time.sleep(0.05)  # in which the thread could write, if it did not wait for newer ones
    assert disk.written == []
    assert writer.close()
    assert sorted(disk.written) == ["a99", "b99"]


def test_what_was_put_is_written_by_itself(writer: Writer) -> None:
    done = threading.Event()
    writer.put(A, done.set)
    assert done.wait(10)


def test_the_first_change_is_not_put_off_by_later_ones(writer: Writer) -> None:
    done = threading.Event()
    while not done.wait(0.002):  # changes come faster than the delay, without a pause
        writer.put(A, done.set)


@pytest.mark.logs("Writing a failed")
def test_a_failure_is_told_once_and_tried_again_with_the_newest(writer: Writer) -> None:
    disk, failures, recoveries = Disk(), [], []
    writer.failed.connect(lambda path, error: failures.append((path, error.errno)))
    writer.recovered.connect(recoveries.append)
    writer.put(A, lambda: None)
    assert writer.flush()
    assert (failures, recoveries) == ([], []), "of what goes well nothing is told"
    disk.broken = True
    writer.put(A, disk.job("old"))
    assert not writer.flush()
    writer.put(A, disk.job("new"))
    assert not writer.flush()
    assert (failures, recoveries) == ([(A, 28)], [])
    disk.broken = False
    assert writer.flush()
    assert (failures, recoveries, disk.written) == ([(A, 28)], [A], ["new"])


@pytest.mark.logs("Writing a failed")
def test_a_failed_write_is_tried_again_without_anybody_asking(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "LONGEST_RETRY", 600.0)  # the first try comes long before
    disk, recovered = Disk(), threading.Event()
    writer.recovered.connect(lambda _path: recovered.set())
    disk.broken = True
    writer.put(A, disk.job("kept"))
    writer.flush()
    disk.broken = False
    assert recovered.wait(20)
    assert disk.written == ["kept"]


@pytest.mark.logs("Writing a failed")
def test_a_disk_that_is_full_all_night_is_written_to_in_the_morning(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    for pause in ("FIRST_RETRY", "LONGEST_RETRY"):
        monkeypatch.setattr(writing, pause, 0.0)
    tries, written = count(1), threading.Event()

    def job() -> None:
        if next(tries) < 1100:
            raise OSError(28, "No space left on device")
        written.set()

    writer.put(A, job)
    assert written.wait(60)


@pytest.mark.logs("Writing a failed")
def test_one_broken_file_does_not_hold_up_another(writer: Writer) -> None:
    broken, sound = Disk(), Disk()
    broken.broken = True
    writer.put(A, broken.job("a"))
    writer.put(B, sound.job("b"))
    assert not writer.flush()
    assert sound.written == ["b"]


@pytest.mark.logs("Writing a failed|A listener of the writer failed")
def test_neither_a_bug_nor_a_listener_stops_the_writing(writer: Writer) -> None:
    disk = Disk()

    def bug() -> None:
        raise ZeroDivisionError

    writer.failed.connect(lambda _path, _error: 1 / 0)
    writer.put(A, bug)
    writer.flush()
    writer.put(A, disk.job("after"))
    assert writer.flush()
    assert disk.written == ["after"]


class Slow:
    """A job that a slow disk takes long over: from when it ``began`` until it is let go, when it may fail."""

    def __init__(self, error: Exception | None = None) -> None:
        self.began, self.go = threading.Event(), threading.Event()
        self._error = error

    def __call__(self) -> None:
        self.began.set()
        assert self.go.wait(60)
        if self._error is not None:
            error, self._error = self._error, None
            raise error


@pytest.mark.logs("Writing a failed")
def test_what_came_while_a_write_was_failing_is_what_is_written(writer: Writer) -> None:
    slow, written = Slow(OSError(28, "No space left on device")), []
    writer.put(A, slow)
    assert slow.began.wait(10)
    writer.put(A, lambda: written.append("newer"))
    slow.go.set()
    assert writer.flush()
    assert written == ["newer"]


def test_what_is_being_written_is_not_said_to_be_written(writer: Writer) -> None:
    slow = Slow()
    writer.put(A, slow)
    assert slow.began.wait(10)
    writer.put(B, lambda: None)
    assert not writer.flush(0.01)
    assert set(writer.unwritten()) == {A, B}
    slow.go.set()
    assert writer.flush()
    assert writer.unwritten() == ()


@pytest.mark.parametrize(("takes", "rest"), [(0.0, 0.0), (0.1, 0.2), (5.0, writing.LONGEST_REST)])
def test_a_slow_disk_gets_time_between_writes(takes: float, rest: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as long as it needed, within bounds, by a clock of the test's own."""
    clock = SimpleNamespace(now=1000.0)
    monkeypatch.setattr(writing, "time", SimpleNamespace(monotonic=lambda: clock.now))
    writer, written = Writer(delay=0.0), threading.Event()

    def slowly() -> None:
        clock.now += takes

    writer.put(A, slowly)
    assert writer.flush(60)
    writer.put(A, written.set)
    if rest:
        clock.now += rest * 0.9
        assert not written.wait(0.05)
        clock.now += rest * 0.2
    assert written.wait(60)
    assert writer.close()


def test_the_end_waits_for_what_is_being_written(writer: Writer) -> None:
    slow = Slow()
    writer.put(A, slow)
    assert slow.began.wait(10)
    assert not writer.flush(0.01), "it is not on the disk"
    threading.Timer(0.05, slow.go.set).start()
    assert writer.flush(60)


def test_the_end_does_not_wait_for_what_falls_due_later() -> None:
    writer, disk = Writer(delay=600.0), Disk()
    writer.put(A, disk.job("a"))
    time.sleep(0.05)  # the thread waits for it to fall due
    assert writer.flush(60)
    assert disk.written == ["a"]
    assert writer.close()


def test_nobody_waits_for_what_is_discarded() -> None:
    writer, slow, told = Writer(delay=600.0), Slow(), []
    waiting = threading.Thread(target=lambda: told.append(writer.flush(600)))
    writer.put(A, slow)
    writer.put(B, lambda: told.append("written"))
    waiting.start()
    assert slow.began.wait(10)
    writer.discard(B)
    slow.go.set()
    waiting.join(60)
    assert told == [True]
    assert writer.close()


@pytest.mark.logs("Writing a failed")
@pytest.mark.parametrize("busy", [False, True])
def test_a_change_is_a_good_moment_to_try_again(monkeypatch: pytest.MonkeyPatch, busy: bool) -> None:
    """Also when changes come one after another, of which each could put it off."""
    monkeypatch.setattr(writing, "FIRST_RETRY", 600.0)
    monkeypatch.setattr(writing, "LONGEST_RETRY", 600.0)
    writer, disk, done = Writer(delay=0.0), Disk(), threading.Event()
    disk.broken = True
    writer.put(A, disk.job("old"))
    assert not writer.flush()
    monkeypatch.setattr(writing, "FIRST_RETRY", 0.1)
    writer.put(A, done.set)
    while busy and not done.wait(0.002):
        writer.put(A, done.set)
    assert done.wait(60)
    assert writer.close()


@pytest.mark.logs("Writing a failed")
def test_while_the_disk_is_full_not_every_stroke_tries_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "FIRST_RETRY", 600.0)
    writer, tries = Writer(delay=0.0), []

    def job() -> None:
        tries.append(None)
        if len(tries) == 1:
            raise OSError(28, "No space left on device")

    writer.put(A, job)
    assert not writer.flush()
    for _ in range(20):
        writer.put(A, job)
        time.sleep(0.002)
    assert len(tries) == 1
    assert writer.close()


def test_what_is_discarded_is_not_written() -> None:
    writer, disk, told = Writer(delay=10.0), Disk(), []
    writer.recovered.connect(told.append)
    writer.put(A, disk.job("a"))
    writer.put(B, disk.job("b"))
    writer.discard(A)
    writer.discard(A)
    assert told == [], "it had not failed"
    assert writer.close()
    assert disk.written == ["b"]


@pytest.mark.logs("Writing a failed")
def test_what_is_discarded_fails_no_more(writer: Writer) -> None:
    disk, told = Disk(), []
    disk.broken = True
    writer.recovered.connect(told.append)
    writer.put(A, disk.job("a"))
    assert not writer.fails(A)
    assert not writer.flush()
    assert writer.fails(A)
    writer.discard(A)
    assert told == [A]
    assert not writer.fails(A)


def test_its_thread_is_named_and_does_not_keep_the_program_alive(writer: Writer) -> None:
    thread = next(thread for thread in threading.enumerate() if thread.name == "lionrock-writer")
    assert thread.daemon
    writer.close()
    assert not thread.is_alive()


def test_what_comes_while_its_file_is_being_written_is_written_before_the_end() -> None:
    """The first write ends after the end has begun to wait: that must not pass for the second one's."""
    writer, written, begun = Writer(delay=60.0), [], threading.Event()

    def slowly() -> None:
        begun.set()
        while A not in writer._hurried:
            time.sleep(0.001)
        written.append("first")

    writer.put(A, slowly)
    writer._pending[A].due = 0.0
    writer.put(B, lambda: None)  # wakes the thread
    assert begun.wait(10)
    writer.put(A, lambda: written.append("second"))
    assert writer.close()
    assert written == ["first", "second"]
