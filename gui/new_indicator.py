"""Writes a file for an indicator of the user's own: the ``indicator new`` command."""

from __future__ import annotations

import re
import sys

from charting.core.text import reason, translatable
from gui.cli import IndicatorOptions
from gui.home import Home, find_home
from gui.sentences import Problem, tell
from resources import resource_bytes

_CALLED = re.compile(r'@indicator\((\s*)"[^"]*",\s*short="[^"]*", ?')


def create(options: IndicatorOptions) -> int:
    """Write the file, print where it is, and return the exit status.

    Raises
    ------
    Problem
        If it cannot be written.
    """
    tell(sys.stdout, f"{write(find_home(options.home), options.name, options.example)}\n")
    return 0


def write(home: Home, name: str, example: str = "template") -> str:
    """Write the template or an example into the folder of indicators under a name; its path.

    Raises
    ------
    Problem
        If no file can be called so, if there is one already, or if it cannot be written.
    """
    title = " ".join(name.split())
    stem = re.sub(r"\W+", "_", title.lower()).strip("_")
    if not stem:
        raise Problem(translatable("“{name}” cannot be a file's name. Give the indicator a name with letters."), name=name)
    path = home.indicators / f"{stem}.py"
    if path.exists():
        raise Problem(translatable("There is already an indicator {path}. Choose another name."), path=path)
    quoted = title.replace("\\", "").replace('"', "'")
    text = _CALLED.sub(lambda found: f'@indicator({found[1]}"{quoted}", ', resource_bytes(f"indicators/{example}.py").decode(), 1)
    try:
        home.indicators.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Problem(
            translatable("The indicator {path} cannot be written: {reason}."), path=path, reason=reason(error)
        ) from error
    return str(path)
