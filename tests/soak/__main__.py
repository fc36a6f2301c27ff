"""Soaks a chart and says what it found; ends with 1 when it leaks."""

from __future__ import annotations

import argparse
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.soak.soaking import ALLOWED, Soaker


def main() -> int:
    """Read the command line and soak."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--frames", type=int, default=100_000, help="frames after the warm-up")
    parser.add_argument("--warm-up", type=int, default=5_000, help="frames before memory is weighed")
    asked = parser.parse_args()
    application = QApplication([])
    soaker = Soaker()
    found = soaker.soak(asked.frames, asked.warm_up, lambda frame, grown: _tell(f"{frame:>8,} frames  {grown / 1e6:+7.2f} MB"))
    soaker.close()
    _tell(f"{found.grown / 1e6:+.2f} MB of {ALLOWED / 1e6:.0f} allowed, {found.references:+,} references to None")
    application.quit()
    return 0 if found.sound else 1


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
