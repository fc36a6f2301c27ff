"""Where the real files of bars lie: beside the checkout, never in it."""

from __future__ import annotations

from pathlib import Path

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def real_files() -> list[Path]:
    """Every real file of bars, in a fixed order."""
    return sorted(SHARED.glob("daily/*.csv")) + sorted(SHARED.glob("index/*.csv")) + sorted(SHARED.glob("formats/*.csv"))
