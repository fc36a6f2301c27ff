"""The golden pictures of drawing tools would show it if one of them were missing or looked otherwise."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from charting.drawings.catalogue import TOOLS
from tests.view.golden.cases import CASES, Case
from tests.view.golden.painting import kept, painted, wrong

TOOL_CASES = tuple(case for case in CASES if case.name.startswith("tools-"))


def test_every_tool_is_in_a_picture() -> None:
    assert [drawing.id for case in TOOL_CASES for drawing in case.drawings] == list(TOOLS)


LETTERS = ("text",)
"""Tools that are nothing but letters, which golden pictures leave out."""
TIMES_ONLY = ("anchored_vwap", "volume_profile", "regression_channel", "fib_time_zones", "vertical_line", "dated_note")
"""Tools that look at the times of their points and not at the prices."""


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("case", TOOL_CASES, ids=lambda case: case.name)
def test_a_missing_tool_and_another_price_are_seen(case: Case) -> None:
    golden = kept(case)
    for drawing in case.drawings:
        others = tuple(one for one in case.drawings if one is not drawing)
        first, *rest = drawing.anchors
        moved = replace(drawing, anchors=(replace(first, price=first.price * 1.01), *rest))
        changed = tuple(moved if one is drawing else one for one in case.drawings)
        if drawing.id not in LETTERS:
            assert wrong(painted(replace(case, drawings=others)), golden).any(), drawing.id
        if drawing.id not in (*LETTERS, *TIMES_ONLY):
            assert wrong(painted(replace(case, drawings=changed)), golden).any(), drawing.id
