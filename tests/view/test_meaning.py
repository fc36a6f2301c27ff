"""What a selected line has meant so far, in words, of few bars and of very many."""

from __future__ import annotations

import re
import tracemalloc
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.document import Anchor, Drawing
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection
from charting.view import meaning as module
from charting.view.meaning import meaning
from tests.scene.making import INDEX, series_of, walk

COUNT = 200_000
BARS = walk(COUNT)
LINES = [kind for kind, tool in TOOLS.items() if tool.price_at is not None]


def pane(bars: Bars) -> Projection:
    scale = PriceScale(float(BARS.low.min()), float(BARS.high.max()))
    return Projection(Viewport(0, 0, 200, 500, -0.5, len(bars) + 0.5, scale), series_of(bars).axis, bars, INDEX)


def line(kind: str, bars: Bars, first: int, last: int) -> Drawing:
    rows = (first, last, (first + last) // 2, last)[: TOOLS[kind].anchors]
    at = tuple(Anchor(datetime.fromtimestamp(int(bars.time[row]), UTC), float(bars.close[row])) for row in rows)
    return Drawing("line", kind, at)


def counts(text: str) -> tuple[int, int]:
    found = re.search(r"touches: (\d+) · closes through it: (\d+)", text)
    assert found is not None, text
    return int(found[1]), int(found[2])


def test_a_line_that_the_bars_never_reach_has_no_touches_and_a_distance() -> None:
    bars = walk(300)
    below = replace(line("horizontal_line", bars, 10, 0), name="Floor")
    below = replace(below, anchors=(replace(below.anchors[0], price=float(bars.close[-1]) / 2),))
    assert meaning(below, pane(bars)) == "Floor · touches: 0 · closes through it: 0 · last close +100.00% away"


def test_it_is_read_from_its_first_anchor_on_unless_it_goes_on_to_the_left() -> None:
    bars = walk(300)
    late = replace(line("trend_line", bars, 250, 290), extend_right=True)
    since, whole = counts(meaning(late, pane(bars))), counts(meaning(replace(late, extend_left=True), pane(bars)))
    assert since[0] >= 1
    assert since <= whole


def test_what_has_no_price_says_what_it_is() -> None:
    bars = walk(300)
    assert meaning(line("vertical_line", bars, 10, 0), pane(bars)) == "Vertical line"
    assert meaning(line("horizontal_line", bars, 10, 0), pane(Bars.empty(bars.interval))) == "Horizontal line"


def test_of_very_many_bars_the_newest_are_read_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    bars = walk(300)
    drawing = line("horizontal_line", bars, 10, 0)
    monkeypatch.setattr(module, "MOST", 299)
    few = meaning(drawing, pane(bars))
    assert "both in the last 299 bars" in few
    assert counts(few) == counts(meaning(drawing, pane(bars.slice(1, 300))))
    for kind in ("trend_line", "horizontal_ray", "anchored_vwap"):
        assert "both in" in meaning(line(kind, bars, 0, 200), pane(bars))
        assert "both in" not in meaning(line(kind, bars, 2, 200), pane(bars)), "it begins among them"
    monkeypatch.setattr(module, "MOST", 300)
    assert "both in" not in meaning(drawing, pane(bars))


@pytest.mark.parametrize("kind", LINES)
def test_selecting_a_line_looks_at_few_bars_however_many_there_are(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST", COUNT // 100)
    drawing, projection = line(kind, BARS, 100, COUNT - 100), pane(BARS)
    meaning(drawing, projection)  # what it finds once in the bars it finds when it is painted
    tracemalloc.start()
    meaning(drawing, projection)
    needed = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert needed < 8 * COUNT, "as much as one number a bar takes"
