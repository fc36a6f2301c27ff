"""The trend line through two points, with a ray, an extended line, an info line and an arrow as its presets."""

from __future__ import annotations

from dataclasses import replace as with_fields

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, word
from charting.drawings.geometry import line_figures, line_prices, nodes, space
from charting.drawings.marks import arrowhead
from charting.drawings.measuring import angle_text, bars_text, change_text, duration_text

LABEL = ToolParameter("label", translatable("Show the name"), default=True)
STATISTICS = ToolParameter("statistics", translatable("Show change, bars and angle"), default=False)
ARROW = ToolParameter("arrow", translatable("Arrow"), "none", choices=("none", "end", "both"))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The line with its arrowheads, name and statistics."""
    if len(points) < 2:
        return ()
    start, end = nodes(drawing, projection)[:2]
    line = line_figures(
        projection.plane, space(drawing), start, end, drawing.stroke, left=drawing.extend_left, right=drawing.extend_right
    )
    return (*line, *_arrowheads(drawing, points, projection), *_labels(drawing, points, projection))


def _arrowheads(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    kind, ratio = word(drawing, ARROW), projection.plane.pixel_ratio
    if kind == "none":
        return ()
    end = arrowhead(points[0], points[1], drawing.stroke, ratio)
    return end if kind == "end" else (*end, *arrowhead(points[1], points[0], drawing.stroke, ratio))


def _labels(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    labels: list[Figure] = []
    gap = projection.plane.pixel_ratio
    if drawing.name and flag(drawing, LABEL):
        x, y = max(points[:2])
        labels.append(Label((x, y - 4 * gap), drawing.name, drawing.stroke.colour, "right", "bottom"))
    if flag(drawing, STATISTICS):
        (x0, y0), (x1, y1) = points[:2]
        at = ((x0 + x1) / 2 + 10 * gap, (y0 + y1) / 2)
        labels.append(Label(at, statistics(drawing, points, projection), "tag", boxed=True))
    return tuple(labels)


def statistics(drawing: Drawing, points: Points, projection: Projection) -> str:
    """Change, bars, time and angle on the screen: ``+195.40 (+3.26%), 23 bars, 33 days, 12.5°``."""
    first, last = drawing.anchors[:2]
    parts = (
        change_text(first.price, last.price, projection),
        bars_text(first, last, projection),
        duration_text(first, last, projection),
        angle_text(points[0], points[1], projection),
    )
    return ", ".join(part for part in parts if part)


def price_at(drawing: Drawing, slots: Floats, projection: Projection) -> Floats:
    """Prices along the line, straight in the space it was drawn in."""
    start, end = nodes(drawing, projection)[:2]
    return line_prices(start, end, slots, space(drawing), left=drawing.extend_left, right=drawing.extend_right)


def reshape(before: Drawing, after: Drawing, _index: int, projection: Projection) -> Drawing:
    """When one end passes the other, its extension goes with it: a ray keeps running away from its first point."""
    old, new = ([projection.slot(anchor) for anchor in drawing.anchors[:2]] for drawing in (before, after))
    if (old[1] - old[0]) * (new[1] - new[0]) < 0:
        return replace(after, extend_left=after.extend_right, extend_right=after.extend_left)
    return after


def _run_on(drawing: Drawing, projection: Projection) -> Drawing:
    """A ray runs on beyond its second click, to whichever side that lies."""
    if projection.slot(drawing.anchors[1]) < projection.slot(drawing.anchors[0]):
        return replace(drawing, extend_left=True, extend_right=False)
    return drawing


def _set(name: str, value: bool | str) -> dict[str, bool | str]:
    return {name: value}


TOOL = Tool(
    kind="trend_line",
    title=translatable("Trend line"),
    group=translatable("Lines"),
    hint=translatable("Click the line's first point, then its second"),
    icon="trend_line",
    anchors=2,
    figures=figures,
    price_at=price_at,
    parameters=(LABEL, STATISTICS, ARROW),
    shortcut="Alt+T",
    reshape=reshape,
)

RAY = with_fields(
    TOOL,
    kind="ray",
    title=translatable("Ray"),
    hint=translatable("Click where the ray begins, then a point on its way"),
    icon="ray",
    shortcut="",
    preset_of="trend_line",
    defaults=lambda drawing: replace(drawing, extend_right=True),
    settle=_run_on,
)

EXTENDED_LINE = with_fields(
    TOOL,
    kind="extended_line",
    title=translatable("Extended line"),
    hint=translatable("Click two points that the line passes through"),
    icon="extended_line",
    shortcut="",
    preset_of="trend_line",
    defaults=lambda drawing: replace(drawing, extend_left=True, extend_right=True),
)

INFO_LINE = with_fields(
    TOOL,
    kind="info_line",
    title=translatable("Info line"),
    icon="info_line",
    shortcut="",
    preset_of="trend_line",
    defaults=lambda drawing: replace(drawing, parameters={**drawing.parameters, **_set("statistics", True)}),
)

ARROW_LINE = with_fields(
    TOOL,
    kind="arrow",
    title=translatable("Arrow"),
    hint=translatable("Click where the arrow begins, then its tip"),
    icon="arrow",
    shortcut="",
    preset_of="trend_line",
    defaults=lambda drawing: replace(drawing, parameters={**drawing.parameters, **_set("arrow", "end")}),
)
