"""The trend line through two points, with a ray, an extended line, an info line and an arrow as its presets."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label, label_box
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, flag, word
from charting.drawings.geometry import base_line, line_figures, line_prices, nodes, space
from charting.drawings.line_labels import PLACE, SIDE, TURNED, line_label
from charting.drawings.marks import arrowhead
from charting.drawings.measuring import angle_text, bars_text, change_text, duration_text

LABEL = ToolParameter("label", translatable("Show the name"), default=True)
STATISTICS = ToolParameter("statistics", translatable("Show change, bars and angle"), default=False)
PRICES = ToolParameter("prices", translatable("Show the prices of the ends"), default=False)
CHANGE = ToolParameter("change", translatable("Show the change in percent"), default=False)
ARROW = ToolParameter("arrow", translatable("Arrow"), "none", choices=("none", "end", "both"))


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The line with its arrowheads, name and statistics."""
    if len(points) < 2:
        return ()
    start, end = nodes(drawing, projection)[:2]
    line = line_figures(
        projection.plane, space(drawing), start, end, drawing.stroke, left=drawing.extend_left, right=drawing.extend_right
    )
    if not drawing.parameters and not drawing.name:
        return line  # as most are: nothing else shows unless it was asked for, and a frame may have hundreds
    return (*line, *_arrowheads(drawing, points, projection), *_labels(drawing, points, projection))


def _arrowheads(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    kind, ratio = word(drawing, ARROW), projection.plane.pixel_ratio
    if kind == "none":
        return ()
    end = arrowhead(points[0], points[1], drawing.stroke, ratio)
    return end if kind == "end" else (*end, *arrowhead(points[1], points[0], drawing.stroke, ratio))


def _labels(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    labels: list[Figure] = []
    unit, (first, last) = projection.plane.pixel_ratio, drawing.anchors[:2]
    parts = [drawing.name] if drawing.name and flag(drawing, LABEL) else []
    if flag(drawing, CHANGE) and first.price > 0:
        parts.append(projection.wording.percent((last.price - first.price) / first.price))
    if parts:
        labels.extend(line_label(drawing, " ".join(parts), base_line(drawing, projection), word(drawing, PLACE), projection))
    if flag(drawing, PRICES):
        for anchor, (x, y), beyond in zip((first, last), points, (points[1], points[0]), strict=False):
            leftmost = x < beyond[0]
            at = (x - 8 * unit if leftmost else x + 8 * unit, y)
            text = projection.price_text(anchor.price)
            labels.append(Label(at, text, drawing.stroke.colour, "right" if leftmost else "left"))
    if flag(drawing, STATISTICS):
        labels.append(_statistics(drawing, points, projection))
    return tuple(labels)


def _statistics(drawing: Drawing, points: Points, projection: Projection) -> Label:
    """The box beside the line's second end, away from the line; above or below the end where the pane has no room beside it."""
    unit, viewport = projection.plane.pixel_ratio, projection.viewport
    (x0, y0), (x1, y1) = points[:2]
    rightwards = x1 >= x0
    gap = 14 * unit if not flag(drawing, PRICES) else 70 * unit
    label = Label(
        (x1 + gap if rightwards else x1 - gap, y1),
        statistics(drawing, points, projection),
        "tag",
        "left" if rightwards else "right",
        boxed=True,
    )
    left, _, right, _ = label_box(label, unit)
    if not viewport.left <= x1 <= viewport.right or (left >= viewport.left and right <= viewport.right):
        return label
    above = y1 <= y0
    at = (x1, y1 - gap if above else y1 + gap)
    return replace(label, at=at, horizontal="right" if rightwards else "left", vertical="bottom" if above else "top")


def statistics(drawing: Drawing, points: Points, projection: Projection) -> str:
    """Change, bars with their time, and angle on the screen, a line each, such as ``+195.40 (+3.26%)``, ``23 bars, 33 days``."""
    first, last = drawing.anchors[:2]
    lines = (
        change_text(first.price, last.price, projection),
        f"{bars_text(first, last, projection)}, {duration_text(first, last, projection)}",
        angle_text(points[0], points[1], projection),
    )
    return "\n".join(line for line in lines if line)


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
    beyond=lambda drawing, projection: (base_line(drawing, projection),),
    parameters=(LABEL, PLACE, SIDE, TURNED, PRICES, CHANGE, STATISTICS, ARROW),
    shortcut="Alt+T",
    reshape=reshape,
    names=True,
)

RAY = replace(
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

EXTENDED_LINE = replace(
    TOOL,
    kind="extended_line",
    title=translatable("Extended line"),
    hint=translatable("Click two points that the line passes through"),
    icon="extended_line",
    shortcut="",
    preset_of="trend_line",
    defaults=lambda drawing: replace(drawing, extend_left=True, extend_right=True),
)

INFO_LINE = replace(
    TOOL,
    kind="info_line",
    title=translatable("Info line"),
    icon="info_line",
    shortcut="",
    preset_of="trend_line",
    defaults=lambda drawing: replace(drawing, parameters={**drawing.parameters, **_set("statistics", True)}),
)

ARROW_LINE = replace(
    TOOL,
    kind="arrow",
    title=translatable("Arrow"),
    hint=translatable("Click where the arrow begins, then its tip"),
    icon="arrow",
    shortcut="",
    preset_of="trend_line",
    defaults=lambda drawing: replace(drawing, parameters={**drawing.parameters, **_set("arrow", "end")}),
)
