"""Paints the golden pictures anew: ``python -m tests.view.golden [NAME ...]``."""

from __future__ import annotations

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication

from tests.view.golden.cases import CASES
from tests.view.golden.painting import FOLDER, keep


def main(names: list[str]) -> None:
    """Paint those named, or all, and take away pictures that no case has."""
    _application = QGuiApplication([])
    total = 0
    for case in CASES:
        if not names or case.name in names:
            size = keep(case)
            total += size
            sys.stdout.write(f"{case.name}: {size:,} bytes\n")
    known = {case.name for case in CASES}
    for path in FOLDER.glob("*.png"):
        if path.stem not in known:
            path.unlink()
    sys.stdout.write(f"{total:,} bytes in all\n")


if __name__ == "__main__":
    main(sys.argv[1:])
