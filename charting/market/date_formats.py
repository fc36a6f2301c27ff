"""Formats of times in words that people know, ``DD/MM/YYYY HH:mm``, and which of them the cells of a file may be in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from charting.market.stamps import guess_format

_LETTERS = {
    "%Y": "YYYY", "%y": "YY", "%m": "MM", "%d": "DD", "%B": "MMMM", "%b": "MMM", "%A": "dddd", "%a": "ddd",
    "%H": "HH", "%I": "hh", "%M": "mm", "%S": "ss", "%f": "SSS", "%p": "AM", "%z": "Z",
}  # fmt: skip
_WORDS = {word: letter for letter, word in _LETTERS.items()}
_WORD = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
_EPOCHS = ("epoch s", "epoch ms")

COMMON = (
    "%Y-%m-%d", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%Y%m%d", "%d/%m/%Y", "%d/%m/%Y %H:%M", "%m/%d/%Y", "%m/%d/%Y %H:%M",
    "%d.%m.%Y", "%d.%m.%Y %H:%M", "%d-%b-%Y", *_EPOCHS,
)  # fmt: skip
"""Formats that are offered even where no cell is in them."""


def in_words(pattern: str) -> str:
    """A format in ``strptime``'s letters as people write it: ``%d/%m/%Y`` is ``DD/MM/YYYY``."""
    return re.sub("%[A-Za-z]", lambda match: _LETTERS.get(match[0], match[0]), pattern)


def pattern_of(words: str) -> str:
    """A format as people write it in ``strptime``'s letters; what is written in those already stays."""
    text = words.strip()
    if text in _EPOCHS or "%" in text:
        return text
    return _WORD.sub(lambda match: _WORDS[match[0]], text)


def possible_formats(texts: Sequence[str]) -> tuple[str, ...]:
    """Every format that all of these cells can be read in, the likeliest first; empty where they hold no dates."""
    cells = [text.strip() for text in texts if text and text.strip()]
    guess = guess_format(cells)
    if guess is None or guess in _EPOCHS:
        return (guess,) if guess else ()
    swapped = guess.translate(str.maketrans("dm", "md"))
    found = [guess]
    if guess[:2] in ("%d", "%m"):
        found.append(swapped)
    if "%y" in guess and guess[1] in "dm":
        found.append(guess.replace("%d", "%0").replace("%y", "%d").replace("%0", "%y"))
    return tuple(pattern for pattern in dict.fromkeys(found) if pattern == guess or _reads(pattern, cells))


def _reads(pattern: str, cells: Sequence[str]) -> bool:
    try:
        for cell in cells:
            datetime.strptime(cell, pattern)  # noqa: DTZ007 - only whether it can be read counts
    except ValueError:
        return False
    return True
