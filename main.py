"""Lionrock's entry point: reads the command line, then opens the window or paints a picture without one."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

WRONG = 1
MISUSED = 2
INTERRUPTED = 130
SWITCH = 0.001
"""Seconds for which a thread keeps the interpreter while another waits for it.

A frame asks for it again after each call of Qt that let go of it. With Python's five milliseconds, a chart that is panned while a
worker computes takes twice as long for a frame; with less than one, Windows would not wait at all but ask without end.
"""
INDICATOR_PROCESS = "indicator-process"
"""How the packaged program calls itself to run an indicator of the user's in another process; not for hands."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0, 1 when something is wrong, 2 when it was called wrongly."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given == [INDICATOR_PROCESS]:
        from charting.indicators.user import runner

        return runner.main()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # no sum here is worth the time that more of its threads take to start
    os.environ.setdefault("QT_NO_GUI_THREADPOOL", "1")  # Qt would part each larger shape among threads, and wait for them
    collected, switch = gc.isenabled(), sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    gc.disable()  # what starting makes is kept: collecting it would only cost time; then gui.garbage does it
    try:
        return _run(given)
    finally:
        sys.setswitchinterval(switch)
        if collected:
            gc.enable()


def _run(given: Sequence[str]) -> int:
    from gui import cli
    from gui.sentences import Problem, complain

    try:
        options = cli.parse(given)
    except cli.UsageError as error:
        complain(error)
        return MISUSED
    try:
        if isinstance(options, cli.RenderOptions):
            from gui.render import render

            return render(options)
        if isinstance(options, cli.IndicatorOptions):
            from gui.new_indicator import create

            return create(options)
        from gui.startup import start

        return start(options)
    except Problem as problem:
        complain(problem)
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    raise SystemExit(main())
