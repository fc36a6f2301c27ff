"""Programs that edit drawings at random until they are killed: ``python -m tests.gui.session_process FOLDER COUNT``.

One process reads everything in once and forks COUNT sessions, so that killing a hundred takes no hundred starts. Session
number ``n`` keeps ``n.json`` by the autosave of the program itself, and writes a line into ``n.log`` after each edit: the
clock, and how many edits there were. The first process prints the id of each session's.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from gui.autosave import Autosave
from gui.writer import Writer
from tests.drawings.session import Session

PAUSE = 0.02
"""Seconds between edits: faster than any hand."""


def edit_for_ever(folder: Path, number: int) -> None:
    """Edit until the process is killed."""
    log = os.open(folder / f"{number}.log", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    session = Session(number, str(number))
    autosave = Autosave(session.history, Writer(), folder / f"{number}.json", str(number))
    autosave.save()
    count = 0
    while True:
        session.edit()
        count += 1
        os.write(log, f"{time.monotonic()} {count}\n".encode())  # in the file's cache, which survives the process
        time.sleep(PAUSE)


def main(folder: Path, count: int) -> None:
    """Fork the sessions, say their ids, and wait until all of them were killed."""
    Session(0).edit()  # what is imported and computed once is there for all
    for number in range(count):
        child = os.fork()
        if not child:
            edit_for_ever(folder, number)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        sys.stdin.readline()
    for _ in range(count):
        os.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
