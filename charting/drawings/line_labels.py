"""What is written along lines: where a name stands, and the price of a level line with its distance from the last close."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import HorizontalAlign, Label, Point, VerticalAlign, text_width
from charting.core.text import translatable
from charting.drawings.clipping import clip_path
from charting.drawings.declaration import Projection, ToolParameter, flag, word
from charting.drawings.geometry import Node, curve, point_of, space
from charting.drawings.naming import ALIGNED, NAME

PLACE = ToolParameter("place", translatable("Place of the label"), "right", choices=("left", "middle", "right"))
SIDE = ToolParameter("side", translatable("Side of the line"), "above", choices=("above", "on the line", "below"))
TURNED = ToolParameter("turned", translatable("Turn the text with the line"), default=False)
NAMES = (NAME, SIDE, TURNED)
DISTANCE = ToolParameter("distance", translatable("Show how far the last close is"), default=False)

_STANDS: dict[str, VerticalAlign] = {"above": "bottom", "on the line": "middle", "below": "top"}
_SHARE = {"left": 0.0, "middle": 0.5, "right": 1.0}
_OUTWARD: dict[str, HorizontalAlign] = {"left": "right", "right": "left"}
_AWAY = {"above": 1.0, "on the line": 0.0, "below": -1.0}

Line = tuple[Node, Node]


def level_label(drawing: Drawing, left: float, right: float, y: float, projection: Projection) -> Label:
    """Name and price of a level line between two places across, where the drawing's ``place`` and ``side`` say."""
    wording, price, unit = projection.wording, drawing.anchors[0].price, projection.plane.pixel_ratio
    text = f"{drawing.name} {projection.price_text(price)}".strip()
    if flag(drawing, DISTANCE) and (close := _last_close(projection)) > 0:
        text += f" ({wording.percent((price - close) / close)})"
    place, side = word(drawing, PLACE), word(drawing, SIDE)
    viewport = projection.viewport
    first, last = max(left, viewport.left) + 8 * unit, min(right, viewport.right) - 8 * unit
    at = {"left": first, "middle": (first + last) / 2, "right": last}[place], y - 2 * unit * _AWAY[side]
    return Label(at, text, drawing.stroke.colour, ALIGNED[place], _STANDS[side], veiled=not _AWAY[side])


def _last_close(projection: Projection) -> float:
    closes = projection.bars.close
    return float(closes[-1]) if len(closes) else math.nan


def line_label(drawing: Drawing, text: str, line: Line, place: str, projection: Projection) -> tuple[Label, ...]:
    """A text beside what is in view of a line, or of its extensions where nothing of itself is, or on it.

    At its left end, its right one or its middle (``place``), where the drawing's ``side`` says, and turned with it if that is
    wanted. None where the line is out of view.
    """
    path = _in_view(drawing, line, projection)
    if not path:
        return ()
    (x, y), (across, down) = _spot(path, place)
    side, unit, colour = word(drawing, SIDE), projection.plane.pixel_ratio, drawing.stroke.colour
    gap, align, stands = (4 + max(0.0, drawing.stroke.width - 1) / 2) * unit, ALIGNED[place], _STANDS[side]
    away, on = gap * _AWAY[side], side == "on the line"
    if flag(drawing, TURNED):
        inward = gap * (1 - 2 * _SHARE[place])
        at, angle = (x + across * inward + down * away, y + down * inward - across * away), math.degrees(math.atan2(down, across))
        return (Label(at, text, colour, align, stands, angle=angle, veiled=on),)
    if place == "middle":
        half = min(text_width(text) * unit, abs(path[-1][0] - path[0][0])) / 2
        away += abs(down) / max(across, 1e-3) * half * _AWAY[side]
    elif not on and (down > 0) != ((side == "above") == (place == "left")):
        align = _OUTWARD[place]  # beyond its end: the line would run through a text that begins or ends there
    return (Label((x, y - away), text, colour, align, stands, veiled=on),)


def channel_name(drawing: Drawing, lines: Iterable[Line], projection: Projection) -> tuple[Label, ...]:
    """The name of a channel with the settings :data:`NAMES`."""
    place = word(drawing, NAME)
    return channel_label(drawing, lines, place, projection) if drawing.name and place != "none" else ()


def channel_label(drawing: Drawing, lines: Iterable[Line], place: str, projection: Projection) -> tuple[Label, ...]:
    """The name of a channel along its uppermost line, or its lowest where it stands below."""
    below = word(drawing, SIDE) == "below"
    upwards = sorted(lines, key=lambda line: line[0].value + line[1].value)
    return line_label(drawing, drawing.name, upwards[0 if below else -1], place, projection)


def _in_view(drawing: Drawing, line: Line, projection: Projection) -> Sequence[Point]:
    """Points along the part of a line that is in view, from left to right; of an upright one upwards."""
    viewport, interp = projection.viewport, space(drawing)
    if interp == projection.plane.interp:
        (x0, y0), (x1, y1) = start, end = [point_of(projection.plane, interp, node) for node in line]
        across = viewport.left <= x0 <= viewport.right and viewport.left <= x1 <= viewport.right
        if across and viewport.top <= y0 <= viewport.bottom and viewport.top <= y1 <= viewport.bottom:  # as most do
            return (start, end) if x0 < x1 or (x0 == x1 and y0 > y1) else (end, start)
    pane = replace(projection.plane, left=viewport.left, top=viewport.top, right=viewport.right, bottom=viewport.bottom)
    if line[0].slot == line[1].slot:
        ends = sorted((point_of(pane, interp, node) for node in line), key=lambda point: -point[1])
        return next(iter(clip_path(tuple(ends), pane)), ())
    for left, right in ((False, False), (drawing.extend_left, drawing.extend_right)):
        parts = clip_path(curve(pane, interp, *line, left=left, right=right), pane)
        if parts:
            return parts[0]
    return ()


def _spot(path: Sequence[Point], place: str) -> tuple[Point, Point]:
    """A point of a path and the direction there, of length 1: its first one, its last, or half the way along."""
    lengths = [math.dist(start, end) for start, end in pairwise(path)]
    way = sum(lengths) * _SHARE[place]
    last = len(lengths) - 1
    for index, length in enumerate(lengths):
        if length and (way <= length or index == last):
            (x, y), (x1, y1) = path[index], path[index + 1]
            across, down, along = (x1 - x) / length, (y1 - y) / length, min(way, length)
            return (x + across * along, y + down * along), (across, down)
        way -= length
    return path[0], (1.0, 0.0)
