"""Fibonacci arcs: halves of ellipses round a move's end, through Fibonacci's shares of the move."""

from __future__ import annotations

import math
from typing import NamedTuple

from msgspec.structs import replace

from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Label, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, kept, ratios
from charting.drawings.geometry import Node, line_figures, nodes, points_of, space
from charting.drawings.levels import COLOURED, PERCENT, level_text, levels_parameter, steps
from charting.drawings.marks import apart

LEVELS = levels_parameter([0.236, 0.382, 0.5, 0.618, 0.786, 1.0])
LABEL = ToolParameter("label", translatable("Show levels"), default=True)

_POINTS = 36
_TURNS = tuple((math.cos(math.pi * step / _POINTS), math.sin(math.pi * step / _POINTS)) for step in range(_POINTS + 1))


def arc(begin: Node, end: Node, level: float) -> tuple[Node, ...]:
    """The arc of a level: half an ellipse round ``end``, on the side of ``begin``.

    Its axes are to each other as the move's bars to its change of price, so that it stays where it is at any zoom, and it
    crosses the line of the move at the level's share of it from the end.
    """
    across, up = abs(begin.slot - end.slot) * level * math.sqrt(2), (begin.value - end.value) * level * math.sqrt(2)
    return tuple([Node(end.slot + across * cosine, end.value + up * sine) for cosine, sine in _TURNS])


class _Arc(NamedTuple):
    """An arc with its look and what its label says."""

    corners: tuple[Node, ...]
    stroke: Stroke
    text: str


@kept
def _arcs(drawing: Drawing, projection: Projection) -> tuple[_Arc, ...]:
    begin, end = nodes(drawing, projection)[:2]
    looks = steps(drawing, LEVELS)
    return tuple(_Arc(arc(begin, end, level), stroke, level_text(drawing, level, projection)) for level, stroke in looks)


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The arcs, each with its level where it is farthest from the end, and the move."""
    if len(points) < 2:
        return ()
    plane, interp = projection.plane, space(drawing)
    begin, end = nodes(drawing, projection)[:2]
    found: list[Figure] = [*line_figures(plane, interp, begin, end, replace(drawing.stroke, dash="dash"))]
    labels: list[Label] = []
    written = flag(drawing, LABEL)
    for corners, stroke, text in _arcs(drawing, projection):
        places = points_of(plane, interp, corners)
        found.append(Polyline(places, stroke))
        if written:
            labels.append(Label(places[_POINTS // 2], text, stroke.colour, "centre", "bottom"))
    return *found, *apart(labels, plane.pixel_ratio)


def _reach(drawing: Drawing) -> tuple[float, float]:
    furthest = math.sqrt(2) * max((abs(level) for level in ratios(drawing, LEVELS)), default=0.0)
    return furthest, furthest


TOOL = Tool(
    kind="fib_arcs",
    title=translatable("Fibonacci arcs"),
    group=translatable("Fibonacci"),
    hint=translatable("Click where the move began, then where it ended"),
    icon="fib_arcs",
    anchors=2,
    figures=figures,
    parameters=(LEVELS, LABEL, PERCENT, COLOURED),
    reach=_reach,
)
