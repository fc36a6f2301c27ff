"""The bench's groups run and give rows that make sense; what they measure is judged by people, not by the gate."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from tests.bench.__main__ import main
from tests.bench.groups import GROUPS


@pytest.mark.parametrize("group", [name for name in GROUPS if name not in ("start", "finplot", "indicators", "cache")])
def test_a_group_gives_rows_that_make_sense(group: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written = tmp_path / "rows.json"
    status = main(["--quick", "--bars", "800,2000", "--only", group, "--json", str(written)])
    rows = json.loads(written.read_text("utf-8"))
    assert rows
    fields = {"measure", "bars", "milliseconds", "reference_milliseconds", "ratio", "budget", "within"}
    assert all(set(row) == fields for row in rows)
    assert all(math.isfinite(row["ratio"]) and row["ratio"] >= 0 for row in rows)
    assert status == (0 if all(row["within"] for row in rows) else 1)
    assert rows[0]["measure"] in capsys.readouterr().out
