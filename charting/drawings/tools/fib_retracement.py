"""The Fibonacci retracement: how much of a move was taken back, 100 % at the first click and 0 % at the second."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, kept
from charting.drawings.geometry import line_figures, nodes, space
from charting.drawings.levels import LOOKS, RETRACEMENTS, Rung, ladder, levels_parameter, rung_figures, rung_prices

LEVELS = levels_parameter(RETRACEMENTS)
REVERSE = ToolParameter("reverse", translatable("Reverse"), default=False)
TREND = ToolParameter("trend", translatable("Show the move"), default=True)


@kept
def rungs(drawing: Drawing, projection: Projection) -> tuple[Rung, ...]:
    """Each level with its height: ``end + (begin - end) * level`` in the drawing's space, so in ratios on a log one."""
    begin, end = nodes(drawing, projection)[:2]
    if flag(drawing, REVERSE):
        begin, end = end, begin
    return ladder(drawing, LEVELS, lambda level: end.between(begin, level).value, space(drawing), projection)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The levels with their stripes and labels, and the move they measure."""
    if len(points) < 2:
        return ()
    interp = space(drawing)
    begin, end = nodes(drawing, projection)[:2]
    found = rung_figures(drawing, rungs(drawing, projection), begin.slot, end.slot, interp, projection)
    if not flag(drawing, TREND):
        return found
    return *found, *line_figures(projection.plane, interp, begin, end, replace(drawing.stroke, dash="dash"))


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The price of each level."""
    begin, end = nodes(drawing, projection)[:2]
    return rung_prices(drawing, rungs(drawing, projection), begin.slot, end.slot, space(drawing), slots)


TOOL = Tool(
    kind="fib_retracement",
    title=translatable("Fibonacci retracement"),
    group=translatable("Fibonacci"),
    hint=translatable("Click where the move began, then where it ended"),
    icon="fib_retracement",
    anchors=2,
    figures=figures,
    lines_at=lines_at,
    parameters=(LEVELS, REVERSE, TREND, *LOOKS),
    shortcut="Alt+F",
    defaults=lambda drawing: replace(drawing, opacity=0.06),
)
