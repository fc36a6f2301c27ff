"""The first steps, before Qt is loaded: home, what the command line names, and whether a window can open at all."""

from __future__ import annotations

import sys
from pathlib import Path

from charting.core.text import translatable
from gui import preflight
from gui.cli import WindowOptions, is_file
from gui.home import Home, find_home
from gui.sentences import Problem, tell

NO_WINDOW = 2
"""Exit status when Qt cannot open a window here."""


def start(options: WindowOptions) -> int:
    """Open the window and return the exit status when it was closed.

    Raises
    ------
    Problem
        If the home folder or something the command line names cannot be used.
    """
    if not options.desktop:
        return _open(options, find_home(options.home))
    if _has_no_window():
        return NO_WINDOW
    home = None
    try:
        home = find_home(options.home)
        return _open(options, home)
    except Problem as problem:
        from gui.dialogs.problem import show_problem

        show_problem(problem, home)
        raise


def _open(options: WindowOptions, home: Home) -> int:
    check_items(options.items, in_window=options.desktop)
    home.prepare()
    if _has_no_window():
        return NO_WINDOW
    from gui.application import run

    return run(options, home)


def _has_no_window() -> bool:
    """Whether Qt cannot open a window here; the terminal is told why."""
    problem = preflight.check_import() or preflight.check_display()
    if problem is not None:
        tell(sys.stderr, problem + "\n")
    return problem is not None


def check_items(items: tuple[str, ...], *, in_window: bool = False) -> None:
    """Look at what the command line names, so that a slip of the keyboard is told where it was made.

    Of several files those that are no tables keep none of the others away: the window says what is wrong with them, as it does
    with every file ``in_window``.

    Raises
    ------
    Problem
        If a word is neither a file nor a symbol, or no word names anything that could be shown.
    """
    problems: list[Problem] = []
    for item in items:
        if is_file(item):
            if in_window:
                continue
            try:
                check_file(Path(item))
            except Problem as problem:
                problems.append(problem)
        else:
            symbol_of(item)
    if problems and len(problems) == len(items):
        raise problems[0]


def check_file(path: Path) -> None:
    """Look at the beginning of a file of bars or a workspace.

    A table that is not clear may be read as somebody said before, or is asked about once there is a window.

    Raises
    ------
    Problem
        If it can be seen from there that nothing can be shown.
    """
    from charting.market.files import inspect
    from charting.market.provider import FileProblem
    from charting.market.sheet import TooNarrow, Unclear
    from gui.workspaces import is_workspace

    try:
        if not is_workspace(path):
            inspect(path)
    except FileProblem as error:
        if isinstance(error, Unclear) and not isinstance(error, TooNarrow):
            return
        raise Problem("{message}", message=error) from error


def symbol_of(item: str) -> str:
    """The symbol that a word of the command line means: a code in any of its forms, or a symbol of Yahoo's.

    Raises
    ------
    Problem
        If it can be none.
    """
    import re

    from charting.market.instruments import symbol_of_code

    symbol = symbol_of_code(item)
    if symbol is None and re.fullmatch(r"[\^A-Za-z0-9][A-Za-z0-9.=^-]{0,14}", item):
        symbol = item.upper()
    if symbol is None:
        raise Problem(
            translatable("“{item}” is neither a file nor a symbol. Name a file of bars, or a symbol such as 9988.HK or ^HSI."),
            item=item,
        )
    return symbol
