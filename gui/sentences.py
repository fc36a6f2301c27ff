"""What the program says when something is in the way: problems, and complaints on the terminal."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TextIO

from charting.core.text import Sentence


class Problem(Exception):
    """Something the user must know or decide: one clear sentence saying what is wrong and what to do."""

    def __init__(self, template: str, **values: object) -> None:
        self.sentence = Sentence(template, values)
        super().__init__(self.sentence)


def complain(message: object) -> None:
    """Tell the terminal what is wrong, in one line."""
    tell(sys.stderr, f"lionrock: {' '.join(str(message).split())}\n")


def tell(stream: TextIO | None, text: str) -> None:
    """Write to the terminal; a program without one, or whose terminal was closed meanwhile, has none to tell."""
    if stream is not None:
        with suppress(OSError, ValueError):
            stream.write(text)
