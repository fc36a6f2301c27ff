from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

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
def test_a_failed_write_is_tried_again_without_anybody_asking(writer: Writer) -> None:
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


def test_what_is_discarded_is_not_written() -> None:
    writer, disk = Writer(delay=10.0), Disk()
    writer.put(A, disk.job("a"))
    writer.put(B, disk.job("b"))
    writer.discard(A)
    writer.discard(A)
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
