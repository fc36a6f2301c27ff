"""Signals: in the order of connecting, each emission whole before the next, methods held weakly."""

from __future__ import annotations

import gc
import threading

import pytest

from charting.core.signals import Signal


class Bell:
    rung = Signal(int)
    other = Signal()


class Listener:
    def __init__(self) -> None:
        self.heard: list[int] = []

    def hear(self, value: int) -> None:
        self.heard.append(value)


def test_slots_hear_in_the_order_of_connecting_and_each_object_has_signals_of_its_own() -> None:
    first, second, heard = Bell(), Bell(), list[tuple[str, int]]()
    first.rung.connect(lambda value: heard.append(("a", value)))
    first.rung.connect(lambda value: heard.append(("b", value)))
    second.rung.connect(lambda value: heard.append(("c", value)))
    first.other.connect(lambda: heard.append(("other", 0)))
    first.rung.emit(1)
    assert heard == [("a", 1), ("b", 1)]
    assert Bell.rung.types == (int,)


def test_who_disconnected_hears_no_more_and_may_do_so_twice() -> None:
    bell, listener = Bell(), Listener()
    bell.rung.connect(listener.hear)
    bell.rung.emit(1)
    bell.rung.disconnect(listener.hear)
    bell.rung.disconnect(listener.hear)
    bell.rung.emit(2)
    assert listener.heard == [1]
    assert len(bell.rung) == 0


def test_methods_are_held_weakly_and_functions_are_held() -> None:
    bell, listener, heard = Bell(), Listener(), list[int]()
    bell.rung.connect(listener.hear)
    bell.rung.connect(heard.append)
    assert len(bell.rung) == 2
    del listener
    gc.collect()
    assert len(bell.rung) == 1
    bell.rung.emit(3)
    assert heard == [3]


def test_what_a_slot_emits_is_heard_by_all_after_what_they_are_hearing() -> None:
    bell, heard = Bell(), list[tuple[str, int]]()

    def again(value: int) -> None:
        heard.append(("a", value))
        if value == 1:
            bell.rung.emit(2)

    bell.rung.connect(again)
    bell.rung.connect(lambda value: heard.append(("b", value)))
    bell.rung.emit(1)
    assert heard == [("a", 1), ("b", 1), ("a", 2), ("b", 2)]


def test_an_error_goes_to_whoever_emits_and_leaves_nothing_behind() -> None:
    bell, listener = Bell(), Listener()

    def stumble(value: int) -> None:
        if value == 1:
            bell.rung.emit(2)
            raise ValueError("stumbled")

    bell.rung.connect(stumble)
    bell.rung.connect(listener.hear)
    with pytest.raises(ValueError, match="stumbled"):
        bell.rung.emit(1)
    bell.rung.emit(3)
    assert listener.heard == [3]


def test_threads_emit_one_after_the_other() -> None:
    bell, inside, most = Bell(), [0], [0]

    def hear(_value: int) -> None:
        inside[0] += 1
        most[0] = max(most[0], inside[0])
        threading.Event().wait(0.001)
        inside[0] -= 1

    bell.rung.connect(hear)
    threads = [threading.Thread(target=bell.rung.emit, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
