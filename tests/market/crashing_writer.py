"""A process that writes to a store until it is killed: ``python -m tests.market.crashing_writer FILE FIRST KILLS SEED``.

It forks a writer, kills it after a random moment, opens the store as the next start of the program would, and looks
whether every write that was reported as done is there; so many times. The writer's values tell which write they are from.
"""

from __future__ import annotations

import os
import random
import signal
import struct
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from charting.core.bars import Bars
from charting.core.interval import MINUTE
from charting.market.instruments import instrument_of
from charting.market.provider import History, SeriesKey
from charting.market.store import Store

KEY = SeriesKey("yahoo", "9988.HK", MINUTE)
BARS = 2000


def history(first: int, value: float) -> History:
    """Some minutes from the minute ``first`` on, all of one value."""
    prices = np.full(BARS, value)
    bars = Bars.of(60 * np.arange(first, first + BARS), prices, prices, prices, prices, prices, MINUTE)
    return History(instrument_of(KEY.symbol), bars, datetime.now(UTC))


def write_on(path: Path, first: int, done: int) -> None:
    """Extend the store again and again, overlapping, and report each write once it is done."""
    store = Store(path)
    while True:
        store.extend(KEY, history(first, float(first)))
        os.write(done, struct.pack("<q", first))
        first += BARS // 2


def killed_after(path: Path, first: int, writes: int, seconds: float) -> list[int]:
    """What a writer reported as done before it was killed, ``seconds`` after so many writes."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reading)
            write_on(path, first, writing)
        finally:
            os._exit(1)
    os.close(writing)
    data = b""
    while len(data) < 8 * writes and (part := os.read(reading, 8)):
        data += part
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reading, 65_536):
        data += part
    os.close(reading)
    return [number for (number,) in struct.iter_unpack("<q", data[: len(data) // 8 * 8])]


def main() -> None:
    path, first, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    chance = random.Random(seed)
    writes = 0
    for _ in range(kills):
        done = killed_after(path, first, chance.randrange(3), chance.uniform(0, 0.01))
        writes += len(done)
        store = Store(path)
        notices: list[str] = []
        store.noticed.connect(notices.append)
        kept = store.read(KEY)
        store.close()
        assert not notices, notices
        assert len(done) == 0 or kept is not None, "a committed series is gone"
        for begin in done:
            assert kept is not None
            where = kept.bars.time.searchsorted(60 * begin)
            assert kept.bars.time[where] == 60 * begin, f"the write from minute {begin} is gone"
            assert kept.bars.close[where] == begin, f"the write from minute {begin} is another's"
        first = (done[-1] if done else first) + BARS // 2
    sys.stdout.write(f"{kills} kills, {writes} writes\n")


if __name__ == "__main__":
    main()
