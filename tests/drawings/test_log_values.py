"""Lines drawn on a log scale, against numbers worked out by hand: what doubles goes on doubling, on any scale it is shown on."""

from __future__ import annotations

import math

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.document import Drawing
from charting.drawings.catalogue import TOOLS, lines_at
from charting.drawings.editing import placed
from charting.drawings.hit import hit
from charting.drawings.sheet import lay_out
from tests.drawings.scenes import SCALES, anchor, pane

LOG = pane(kind="log", low=50, high=40_000)
RISE = (10, 1000.0), (30, 4000.0)  # doubles every ten bars
FORK = (10, 100.0), (20, 400.0), (30, 1600.0)  # the middle of its last two points: bar 25 at 800

HAND: tuple[tuple[str, tuple[tuple[int, float], ...], str, tuple[tuple[float, float], ...]], ...] = (
    ("trend_line", RISE, "", ((10, 1000), (20, 2000), (25, 2000 * math.sqrt(2)), (30, 4000), (50, 16_000), (0, 500))),
    ("parallel_channel", (*RISE, (20, 8000.0)), "1", ((10, 4000), (20, 8000), (40, 32_000))),
    ("parallel_channel", (*RISE, (20, 8000.0)), "0.5", ((10, 2000), (20, 4000))),
    ("fib_channel", (*RISE, (20, 8000.0)), "0.5", ((10, 2000), (20, 4000), (40, 16_000))),
    ("fib_channel", (*RISE, (20, 8000.0)), "0.382", ((10, 1000 * 4**0.382),)),
    ("flat_channel", (*RISE, (30, 500.0)), "", ((20, 2000),)),
    ("flat_channel", (*RISE, (30, 500.0)), "flat", ((10, 500), (30, 500))),
    ("disjoint_channel", (*RISE, (10, 4000.0)), "second", ((10, 4000), (20, 2000), (30, 1000), (40, 500))),
    ("pitchfork", FORK, "", ((10, 100), (25, 800), (40, 6400))),
    ("pitchfork", FORK, "+1", ((20, 400), (35, 3200))),
    ("pitchfork", FORK, "-1", ((30, 1600), (45, 12_800))),
    ("pitchfork", FORK, "+0.5", ((22.5, 400 * math.sqrt(2)),)),
    ("schiff_pitchfork", FORK, "", ((10, 200), (25, 800), (40, 3200))),
    ("modified_schiff_pitchfork", FORK, "", ((15, 200), (25, 800), (35, 3200))),
    ("inside_pitchfork", FORK, "", ((25, 800), (30, 1600), (40, 6400))),
    ("fib_retracement", RISE, "0.5", ((20, 2000),)),
    ("fib_retracement", RISE, "0.236", ((20, 4000 / 4**0.236),)),
    ("fib_extension", (*RISE, (40, 2000.0)), "1", ((50, 8000),)),
    ("fib_extension", (*RISE, (40, 2000.0)), "0.618", ((50, 2000 * 4**0.618),)),
    ("fib_fan", ((10, 1000.0), (30, 8000.0)), "0.5", ((30, math.sqrt(8e6)), (50, 8000))),
    ("gann_fan", ((10, 1000.0), (20, 2000.0)), "1x1", ((30, 4000),)),
    ("gann_fan", ((10, 1000.0), (20, 2000.0)), "1x2", ((20, 4000), (30, 16_000))),
    ("gann_fan", ((10, 1000.0), (20, 2000.0)), "2x1", ((30, 2000), (50, 4000))),
    ("gann_box", RISE, "0.5", ((20, 2000),)),
    ("gann_box", RISE, "0.25", ((20, 1000 * math.sqrt(2)),)),
    ("rectangle", RISE, "upper", ((20, 4000),)),
)  # fmt: skip


def drawing_of(kind: str, clicks: tuple[tuple[int, float], ...]) -> Drawing:
    drawing = placed(TOOLS[kind], tuple(anchor(*click) for click in clicks), LOG)
    assert drawing.interp == "log"
    return replace(drawing, extend_left=True, extend_right=True)


@pytest.mark.parametrize(("kind", "clicks", "line", "wanted"), HAND)
def test_values_on_a_log_scale(
    kind: str, clicks: tuple[tuple[int, float], ...], line: str, wanted: tuple[tuple[float, float], ...]
) -> None:
    drawing = drawing_of(kind, clicks)
    slots, prices = np.array(wanted, dtype=float).T
    assert lines_at(drawing, slots, LOG)[line] == pytest.approx(prices)
    for scale, inverted in SCALES:  # the same on any other scale, and the line is under the pointer there
        projection = pane(kind=scale, inverted=inverted, low=50, high=40_000)
        assert lines_at(drawing, slots, projection)[line] == pytest.approx(prices)
        sheet = lay_out((drawing,), projection)
        for slot, price in wanted:
            assert hit(sheet, projection.plane.x(slot), projection.plane.y(price), 3) is not None


def test_a_line_drawn_on_a_linear_scale_keeps_its_values_on_a_log_one() -> None:
    line = placed(TOOLS["extended_line"], tuple(anchor(*click) for click in RISE), pane(low=50, high=40_000))
    assert line.interp == "linear"
    for scale, inverted in SCALES:
        projection = pane(kind=scale, inverted=inverted, low=50, high=40_000)
        assert lines_at(line, np.array([10.0, 20.0, 50.0]), projection)[""] == pytest.approx([1000, 2500, 7000])
        assert hit(lay_out((line,), projection), projection.plane.x(20), projection.plane.y(2500), 3) is not None
