"""Small signs on drawings: arrowheads, the letters of patterns beside their turning points."""

from __future__ import annotations

import math
from collections.abc import Sequence

from charting.core.document import Stroke
from charting.core.figures import Figure, Label, Point, Polygon, label_box


def arrowhead(before: Point, tip: Point, stroke: Stroke, pixel_ratio: float) -> tuple[Figure, ...]:
    """A filled triangle at ``tip``, pointing away from ``before``; nothing where the two are one."""
    if before == tip or not all(map(math.isfinite, (*before, *tip))):
        return ()
    size = (8 + 2 * stroke.width) * pixel_ratio
    angle = math.atan2(tip[1] - before[1], tip[0] - before[0])
    wings = ((tip[0] - size * math.cos(angle + turn), tip[1] - size * math.sin(angle + turn)) for turn in (-0.4, 0.4))
    return (Polygon((tip, *wings), stroke.colour, 1.0),)


def turning_labels(points: Sequence[Point], texts: Sequence[str], colour: str, pixel_ratio: float) -> tuple[Figure, ...]:
    """Boxed letters at the points of a pattern: above its peaks and below its troughs; an empty text leaves one out."""
    gap = 8 * pixel_ratio
    found: list[Figure] = []
    for index, (point, text) in enumerate(zip(points, texts, strict=False)):
        if not text:
            continue
        neighbours = [points[other][1] for other in (index - 1, index + 1) if 0 <= other < len(points)]
        peak = not neighbours or point[1] <= sum(neighbours) / len(neighbours)
        at = (point[0], point[1] - gap if peak else point[1] + gap)
        found.append(Label(at, text, colour, "centre", "bottom" if peak else "top", boxed=True))
    return tuple(found)


def apart(labels: Sequence[Label], pixel_ratio: float) -> tuple[Label, ...]:
    """The labels that can be read: one that would lie over another is left out; the outermost come before those between."""
    slack, last = 3 * pixel_ratio, len(labels) - 1
    kept: dict[int, tuple[float, float, float, float]] = {}
    for index in (0, last, *range(1, last)) if last > 0 else range(last + 1):
        left, top, right, bottom = label_box(labels[index], pixel_ratio)
        for other in kept.values():
            if left < other[2] and right > other[0] and top < other[3] and bottom > other[1]:
                break
        else:
            kept[index] = left + slack, top + slack, right - slack, bottom - slack
    return tuple([labels[index] for index in sorted(kept)])


def middle_label(start: Point, end: Point, text: str, colour: str) -> Label:
    """A boxed text in the middle of a line."""
    return Label(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2), text, colour, "centre", "middle", boxed=True)
