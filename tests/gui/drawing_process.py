"""A program that draws line after line until it is killed: ``python drawing_process.py FILE PAUSE``, without Qt.

It prints the number of each line after the history has it. The test that started it kills it at some moment.
"""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

from charting.core.edits import add_drawings
from charting.core.history import History
from gui.autosave import Autosave
from gui.writer import Writer
from tests.gui.documents import line, workspace


def draw(path: Path, pause: float) -> None:
    """Draw for ever."""
    history = History(workspace(path.stem))
    autosave = Autosave(history, Writer(), path, path.stem)
    autosave.save()
    for number in count(1):
        history.commit(add_drawings(history.document, "HSTECH.HK", [line(number)]), f"Draw line {number}")
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()
        time.sleep(pause)


if __name__ == "__main__":
    draw(Path(sys.argv[1]), float(sys.argv[2]))
