"""A virtual display for each end-to-end test, and the pictures of one that fails."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.display import Display, missing_programs, virtual_display


@pytest.fixture
def screen_size() -> tuple[int, int]:
    """Width and height of the display in pixels; a test may ask for another by parametrizing this."""
    return 1600, 1000


@pytest.fixture
def display(tmp_path: Path, screen_size: tuple[int, int]) -> Iterator[Display]:
    """A screen with a window manager."""
    if missing := missing_programs():
        reason = f"A real window needs {', '.join(missing)}: install the packages named in .ci/run."
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with virtual_display(tmp_path / "display", *screen_size) as screen:
        yield screen
