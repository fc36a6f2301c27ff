"""The volume profile of a range of bars: how much was traded at which price."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

import numpy as np
from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing, Stroke
from charting.core.figures import Figure, Label, Polygon, Segment
from charting.core.memo import Memo
from charting.core.text import translatable
from charting.core.volume_profile import Counted, Profile, counted
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, flag, number, word
from charting.drawings.marks import apart

ROWS = ToolParameter("rows", translatable("Rows"), 24, low=4, high=200)
VALUE_AREA = ToolParameter("value_area", translatable("Value area in percent"), 70.0, low=1, high=100)
WIDTH = ToolParameter("width", translatable("Width in percent of the range"), 40.0, low=5, high=100)
SIDE = ToolParameter("side", translatable("Side"), "left", choices=("left", "right"))
LABEL = ToolParameter("label", translatable("Show the prices"), default=True)
SPLIT = ToolParameter("split", translatable("Rising and falling bars apart"), default=True)


COUNTED = 32_768
"""Bars that are counted one by one."""
_PROFILES: Memo[Counted] = Memo()


def profile_of(drawing: Drawing, projection: Projection) -> Profile | None:
    """The profile of a drawing, worked out once for as long as its bars stay as they are."""
    first, last = sorted(round(projection.slot(anchor)) for anchor in drawing.anchors[:2])
    rows, share = int(number(drawing, ROWS)), number(drawing, VALUE_AREA) / 100
    bars = projection.bars

    def count(before: Counted | None) -> Counted:
        return counted(bars, first, last, rows, share, COUNTED, before)

    return _PROFILES.get(bars, (first, last, rows, share), last, count).profile


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The rows as bars from one side of the range, fainter beside the value area, and the point of control."""
    if len(points) < 2:
        return ()
    plane, found = projection.plane, profile_of(drawing, projection)
    left, right = sorted(x for x, _ in points[:2])
    if found is None:
        return (Segment(points[0], points[1], replace(drawing.stroke, dash="dot")),)
    heights = plane.ys_of(found.edges, "linear").tolist()
    frame = ((left, heights[0]), (right, heights[0]), (right, heights[-1]), (left, heights[-1]))
    parts: list[Figure] = [Polygon(frame, drawing.fill or "grey", drawing.opacity / 6)]
    unit = (right - left) * number(drawing, WIDTH) / 100 / float((found.rising + found.falling).max())
    from_right, split = word(drawing, SIDE) == "right", flag(drawing, SPLIT)
    boxes: dict[tuple[str, bool], list[Figure]] = {}  # those of one look side by side, as they are painted at once
    for row, (rising, falling) in enumerate(zip(found.rising.tolist(), found.falling.tolist(), strict=True)):
        inside = found.area[0] <= row <= found.area[1]
        top, bottom = heights[row + 1] + (heights[row] - heights[row + 1]) * 0.1, heights[row]
        across = 0.0
        both = (rising, "up"), (falling, "down")
        for volume, colour in both if split else ((rising + falling, drawing.stroke.colour),):
            ends = across, across + volume * unit
            across = ends[1]
            x0, x1 = (right - ends[1], right - ends[0]) if from_right else (left + ends[0], left + ends[1])
            if x1 > x0:
                box = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
                part = Polygon(box, colour, drawing.opacity * (1.0 if inside else 0.5))
                boxes.setdefault((colour, inside), []).append(part)
    parts += chain.from_iterable(boxes.values())
    y = plane.y(found.middle(found.control))
    parts.append(Segment((left, y), (right, y), drawing.stroke))
    return *parts, *(_labels(drawing, found, right, projection) if flag(drawing, LABEL) else ())


def _labels(drawing: Drawing, found: Profile, right: float, projection: Projection) -> tuple[Figure, ...]:
    """The point of control and the ends of the value area, at the right of the range, with the letters traders know."""
    plane, x = projection.plane, right + 6 * projection.plane.pixel_ratio
    rows = (
        ("VAH", float(found.edges[found.area[1] + 1])),
        ("POC", found.middle(found.control)),
        ("VAL", float(found.edges[found.area[0]])),
    )
    labels = [
        Label((x, plane.y(price)), f"{name} {projection.price_text(price)}", drawing.stroke.colour if name == "POC" else "grey")
        for name, price in rows
    ]
    return apart((labels[1], labels[0], labels[2]), plane.pixel_ratio)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """The point of control over the range of bars."""
    return lines_at(drawing, slots, projection)[""]


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The point of control, and the edges of the value area, over the range of bars."""
    slots, found = np.asarray(slots, dtype=np.float64), profile_of(drawing, projection)
    if found is None:
        return {"": np.full(slots.shape, np.nan)}
    first, last = sorted(projection.slot(anchor) for anchor in drawing.anchors[:2])
    within = (slots >= first) & (slots <= last)
    prices = {
        "": found.middle(found.control),
        "high": float(found.edges[found.area[1] + 1]),
        "low": float(found.edges[found.area[0]]),
    }
    return {name: np.where(within, price, np.nan) for name, price in prices.items()}


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """Both times, held at the ends of the point of control."""
    found = profile_of(drawing, projection) if len(points) > 1 else None
    if found is None:
        return tuple(Handle(point, index, index) for index, point in enumerate(points))
    y = projection.plane.y(found.middle(found.control))
    return tuple(Handle((points[index][0], y), index, None) for index in range(2))


TOOL = Tool(
    kind="volume_profile",
    title=translatable("Volume profile"),
    group=translatable("Measures"),
    hint=translatable("Click the first and the last bar to count"),
    icon="volume_profile",
    anchors=2,
    figures=figures,
    price_at=price_at,
    lines_at=lines_at,
    parameters=(ROWS, VALUE_AREA, WIDTH, SIDE, SPLIT, LABEL),
    handles=handles,
    defaults=lambda drawing: replace(drawing, stroke=Stroke("orange", 1.5), opacity=0.45),
)
