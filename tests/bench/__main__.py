"""Measures what a frame costs, prints the table, and ends with 1 when a budget does not hold.

``python -m tests.bench [--json FILE] [--quick] [--bars N,N] [--only GROUP,GROUP]``
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
os.environ["QT_NO_GUI_THREADPOOL"] = "1"  # as the program does

from PySide6.QtWidgets import QApplication

from main import SWITCH
from tests.bench.groups import AT_FIRST, GROUPS
from tests.bench.harness import Measurement, overran, table, write_json

BARS = (1_000, 100_000, 1_000_000, 10_000_000)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, and return 1 when a budget does not hold."""
    options = _parser().parse_args(arguments)
    application = QApplication.instance() or QApplication([])
    rounds = 6 if options.quick else 40
    rows: list[Measurement] = []
    for name, group in GROUPS.items():
        if name in options.only:
            for row in group(options.bars, rounds):
                rows.append(row)
                print(f"{row.measure} at {row.bars:,} bars: {row.ratio:.2f}", file=sys.stderr)
            gc.collect()  # or what is left of this group's charts would be freed in some frame of the next
    application.processEvents()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}, Qt platform offscreen\n")
    print(table(rows))
    if options.json is not None:
        write_json(rows, options.json)
    for sentence in overran(rows):
        print(f"Over budget: {sentence}", file=sys.stderr)
    return 1 if overran(rows) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the rows as a list of objects, too")
    parser.add_argument("--quick", action="store_true", help="few rounds: to see that it runs, not to measure")
    parser.add_argument("--bars", type=_counts, default=BARS, metavar="N,N", help="numbers of bars")
    parser.add_argument(
        "--only", type=lambda text: text.split(","), default=list(AT_FIRST), metavar="GROUP,GROUP", help=f"of {', '.join(GROUPS)}"
    )
    return parser


def _counts(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(","))


if __name__ == "__main__":
    sys.setswitchinterval(SWITCH)  # as the program does, too
    sys.exit(main())
