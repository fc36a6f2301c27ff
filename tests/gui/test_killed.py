"""A hundred sessions killed at random moments: what was there half a second before is on the disk, whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

from charting.core.codec import decode
from tests.drawings.session import Session, beginning
from tests.gui.session_process import PAUSE
from tests.places import ROOT

KILLS = 100
TOGETHER = 8
"""Sessions that run at a time; each waits most of the time."""
HALF_A_SECOND = 0.5


def test_what_was_there_half_a_second_before_the_kill_is_on_the_disk(tmp_path: Path) -> None:
    chance = random.Random(11)
    killed: list[float] = []
    running: deque[int] = deque()
    command = [sys.executable, "-m", "tests.gui.session_process", str(tmp_path), str(KILLS)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def kill_the_oldest() -> None:
            time.sleep(chance.uniform(0.0, 0.2))
            killed.append(time.monotonic())
            os.kill(running.popleft(), signal.SIGKILL)

        for _ in range(KILLS):
            running.append(int(process.stdout.readline()))
            process.stdin.write("\n")
            process.stdin.flush()
            if len(running) == TOGETHER:
                kill_the_oldest()
        while running:
            kill_the_oldest()
    kept = [kept_edits(tmp_path, number) for number in range(KILLS)]
    due = [due_edits(tmp_path / f"{number}.log", killed[number]) for number in range(KILLS)]
    lost = {number: (kept[number], due[number]) for number in range(KILLS) if kept[number] < due[number]}
    assert lost == {}
    assert sum(count > 0 for count in due) > KILLS / 2  # most sessions lived long enough to lose something


def due_edits(log: Path, killed: float) -> int:
    """How many edits there were half a second before the end, by the clock or by the edits made since, whichever is fewer.

    A machine that is busy with something else lets the whole session stand still, its writing as well as its editing: then
    fewer edits than usual were made in the last half second by the clock.
    """
    return max(0, min(edits_before(log, killed - HALF_A_SECOND), edits_before(log, killed) - round(HALF_A_SECOND / PAUSE)))


def edits_before(log: Path, moment: float) -> int:
    """How many edits a session had made by a moment."""
    if not log.exists():
        return 0
    lines = (line.split() for line in log.read_text("utf-8").splitlines())
    return max((int(count) for clock, count in lines if float(clock) <= moment), default=0)


def kept_edits(folder: Path, number: int) -> int:
    """After how many edits a session was as its file has it; 0 before it had one."""
    path = folder / f"{number}.json"
    if not path.exists():
        return 0
    found = decode(path.read_bytes())
    count = edits_before(folder / f"{number}.log", time.monotonic()) + 1  # one more may not have come to the log
    documents = (beginning(str(number)), *Session(number, str(number)).documents(count))
    places = [place for place, document in enumerate(documents) if document == found]
    assert places, "The file holds a document that was never there."
    return places[-1]  # what is drawn and deleted again was there before
