"""The command line: what can be asked for, read without loading Qt, with one line for whatever is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from charting.core.interval import Interval
from charting.core.theme import Mode

DESKTOP = "--desktop"


class UsageError(Exception):
    """The command line asks for something that does not exist; the message is one line."""


class WindowOptions(Struct, frozen=True):
    """``lionrock [FILE_OR_SYMBOL...]``: open the window.

    ``desktop`` says that a click started it: nobody sees what is written to the standard error.
    """

    items: tuple[str, ...] = ()
    home: str | None = None
    offline: bool = False
    theme: Mode | None = None
    workspace: Path | None = None
    desktop: bool = False


class RenderOptions(Struct, frozen=True):
    """``lionrock render SYMBOL_OR_FILE --out FILE``: paint a chart into a picture.

    ``width`` and ``height`` are logical pixels, ``scale`` how many pixels of the picture each of them has. ``interval``
    is None for the file's own, or a day. ``first`` and ``last`` are aware times.
    """

    item: str
    out: Path
    interval: Interval | None = None
    width: int = 1600
    height: int = 900
    scale: float = 1.0
    theme: Mode | None = None
    workspace: Path | None = None
    source: str | None = None
    first: datetime | None = None
    last: datetime | None = None
    home: str | None = None
    offline: bool = False


class IndicatorOptions(Struct, frozen=True):
    """``lionrock indicator new NAME``: write a file for an indicator of the user's own, as the template or an example."""

    name: str
    example: str = "template"
    home: str | None = None


Options = WindowOptions | RenderOptions | IndicatorOptions


def parse(arguments: Sequence[str]) -> Options:
    """Read the arguments (without the program's name); options may stand before ``render`` or ``indicator`` or after it.

    Raises
    ------
    UsageError
        If they make no sense.
    SystemExit
        After ``--help`` or ``--version`` was printed.
    """
    if not arguments or list(arguments) == [DESKTOP]:  # from a desktop's menu: nothing is to be made that could read them
        return WindowOptions(desktop=bool(arguments))
    from gui.parsers import read

    return read(arguments)


def is_file(item: str) -> bool:
    """Whether a word of the command line means a file rather than a symbol: it exists, or looks like a path."""
    looks = re.search(r"[/\\]|\.(csv|tsv|txt|json|parquet|xlsx?)$", item, re.IGNORECASE) is not None
    try:
        return looks or Path(item).exists()
    except OSError:  # such as a word that is too long for a file's name
        return False
