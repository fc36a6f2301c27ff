"""The program paints a chart without a window or a display, from the checkout and from the packaged folder alike."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.e2e.program import command

pytestmark = pytest.mark.end_to_end


def render(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QT_") and key != "DISPLAY"}
    whole = [*command(), "render", *arguments, "--home", str(home), "--offline"]
    return subprocess.run(whole, env=environment, capture_output=True, text=True, check=False)


def test_a_chart_is_painted_without_a_display(tmp_path: Path):
    picture = tmp_path / "chart.png"
    result = render(tmp_path / "home", "HSTECH", "--interval", "1d", "--size", "800x450", "--out", str(picture))
    assert (result.returncode, result.stderr) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (800, 450)
    assert len({image.pixel(x, y) for x in range(0, 800, 4) for y in range(0, 450, 3)}) > 8


def test_what_is_wrong_is_said_in_one_line(tmp_path: Path):
    result = render(tmp_path / "home", str(tmp_path / "absent.csv"), "--out", str(tmp_path / "chart.png"))
    assert result.returncode != 0
    assert len(result.stderr.strip().splitlines()) == 1
    assert "absent.csv" in result.stderr
