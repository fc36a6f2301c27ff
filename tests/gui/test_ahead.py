"""What needs no Qt is imported before Qt is there."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.places import ROOT

_LATE = """
import json, sys
from gui.ahead import import_ahead
import gui.startup
import_ahead()
ahead = set(sys.modules)
import gui.application
print(json.dumps([sorted(ahead), sorted(set(sys.modules) - ahead)]))
"""
BELOW = tuple(f"charting.{floor}." for floor in ("core", "market", "drawings", "indicators", "analysis", "scene"))

FEW = 12
"""Modules that may be forgotten, for now."""


def test_what_needs_no_qt_is_imported_before_qt() -> None:
    made = subprocess.run([sys.executable, "-c", _LATE], cwd=ROOT, check=True, capture_output=True, text=True)
    ahead, late = json.loads(made.stdout)
    assert not [name for name in ahead if name.startswith("PySide6")]
    slow = [name for name in late if name.startswith(BELOW)]
    assert len(slow) <= FEW, f"gui.ahead could name those that bring the rest: {slow}"
    assert not [name for name in (*ahead, *late) if name in ("pandas", "talib", "yfinance", "pyqtgraph", "exchange_calendars")]
