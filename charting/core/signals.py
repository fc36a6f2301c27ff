"""Signals of the model: whoever wants to hear of something connects to it, without Qt."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from types import MethodType
from typing import Any, Self, overload
from weakref import WeakMethod

Slot = Callable[..., object]


class SignalInstance:
    """The signal of one object.

    Methods are held weakly, so that a listener that goes away need not disconnect; functions are held. What is emitted
    while slots are being called waits until all of them have heard what came before, so that everybody hears the same in
    the same order. Threads that emit at the same time do so one after the other.
    """

    def __init__(self) -> None:
        self._slots: tuple[Callable[[], Slot | None], ...] = ()
        self._waiting: deque[tuple[object, ...]] = deque()
        self._emitting = False
        self._lock = threading.RLock()

    def __len__(self) -> int:
        return sum(held() is not None for held in self._slots)

    def connect(self, slot: Slot) -> None:
        """Call ``slot`` with what is emitted from now on, after those that were connected before."""
        held: Callable[[], Slot | None] = WeakMethod(slot) if isinstance(slot, MethodType) else lambda: slot
        with self._lock:
            self._slots = (*(one for one in self._slots if one() is not None), held)

    def disconnect(self, slot: Slot) -> None:
        """Call ``slot`` no more; nothing happens if it was not connected."""
        with self._lock:
            self._slots = tuple(one for one in self._slots if one() not in (None, slot))

    def emit(self, *values: object) -> None:
        """Call every slot with ``values``; what a slot raises goes to whoever emits, and later slots do not hear of it."""
        with self._lock:
            self._waiting.append(values)
            if self._emitting:
                return
            self._emitting = True
            try:
                while self._waiting:
                    values = self._waiting.popleft()
                    for held in self._slots:
                        if (slot := held()) is not None:
                            slot(*values)
            finally:
                self._emitting = False
                self._waiting.clear()


class Signal:
    """Declares a signal in a class, with the types of what is emitted; each object has an instance of its own."""

    def __init__(self, *types: Any) -> None:
        self.types = types
        self._name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...

    @overload
    def __get__(self, owner: object, kind: type) -> SignalInstance: ...

    def __get__(self, owner: object | None, kind: type) -> Self | SignalInstance:
        if owner is None:
            return self
        # Kept where the next look finds it without asking here; of two threads that come at once, both get the same one.
        found: SignalInstance = vars(owner).setdefault(self._name, SignalInstance())
        return found
