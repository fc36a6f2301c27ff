"""How far each kind of primitive reaches in a picture, in device pixels, from what it is made of."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charting.scene.look import TextMetrics
from charting.scene.primitives import (
    Area,
    Ground,
    Group,
    Lines,
    Moved,
    Oval,
    Path,
    Primitive,
    Rect,
    Rects,
    Rule,
    Run,
    Tag,
    Text,
    Uprights,
)

SOFT = 2.0
"""Pixels that an antialiased edge, or a joint of a line, may reach beyond its shape."""
_NOTHING: Rect = (0.0, 0.0, 0.0, 0.0)
_MANY = 24

Rows = NDArray[np.intp]


def extent(primitive: Primitive, metrics: TextMetrics) -> Rect:
    """A box that a primitive does not reach out of."""
    return _EXTENTS[type(primitive)](primitive, metrics)


def box_of(batch: Any, rows: Rows | slice) -> Rect:
    """A box that some rows of a batch do not reach out of."""
    reach = SOFT
    if isinstance(batch, Uprights):
        columns = batch.left + np.arange(len(batch.top))[rows]
        points = np.column_stack((np.append(columns, columns + 1), np.append(batch.top[rows], batch.bottom[rows])))
    elif isinstance(batch, Rects):
        corners = batch.array[rows]
        if len(corners) == 1:  # as where the last bar changed
            left, top, width, height = corners[0].tolist()
            return left - reach, top - reach, width + 2 * reach, height + 2 * reach
        points = np.concatenate((corners[:, :2], corners[:, :2] + corners[:, 2:]))
    elif isinstance(batch, Lines):
        points = batch.array[rows].reshape(-1, 2)
        reach += batch.width / 2
    else:
        points = batch.points[rows]
        reach += batch.width if isinstance(batch, Path) else 0.0
    return around(points, reach)


def around(points: NDArray[Any], reach: float) -> Rect:
    """A box that reaches so far beyond the finite ones of points (n, 2)."""
    if len(points) <= _MANY:  # of few points Python finds the extremes sooner than numpy
        pairs = [pair for pair in points.tolist() if math.isfinite(pair[1])]
        if not pairs:
            return _NOTHING
        x, y = zip(*pairs, strict=True)
        left, top, right, bottom = min(x), min(y), max(x), max(y)
    else:
        points = points[np.isfinite(points[:, 1])]
        if not len(points):
            return _NOTHING
        (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left - reach, top - reach, right - left + 2 * reach, bottom - top + 2 * reach


def _text_extent(text: Text, metrics: TextMetrics) -> Rect:
    """As far as a text reaches, on whichever side of its point it stands and however it is turned."""
    if "\n" in text.text:
        lines = text.text.splitlines()
        width, count = max([metrics.width(line, text.bold) for line in lines]), len(lines)
    else:
        width, count = metrics.width(text.text, text.bold), 1
    reach = text.size * (width + (count + 1) * metrics.height) + SOFT
    return text.x - reach, text.y - reach, 2 * reach, 2 * reach


def _run_extent(run: Run, metrics: TextMetrics) -> Rect:
    width = sum(metrics.width(text) for text, _ in run.parts)
    return run.x - metrics.height, run.y - metrics.height, width + 2 * metrics.height, 2 * metrics.height


def _tag_extent(tag: Tag, metrics: TextMetrics) -> Rect:
    """Its box, and its text where that is larger."""
    left, top, width, height = tag.rect
    wide, high = max(width, metrics.width(tag.text, tag.bold) + 2 * SOFT), max(height, metrics.height)
    return left + (width - wide) / 2, top + (height - high) / 2, wide, high


def _moved_extent(moved: Moved, _metrics: TextMetrics) -> Rect:
    left, top, width, height = moved.layer.rect
    return left + moved.by - SOFT, top - SOFT, width + 2 * SOFT, height + 2 * SOFT


def _rule_extent(rule: Rule, _metrics: TextMetrics) -> Rect:
    across, down = (rule.length, rule.thickness) if rule.across else (rule.thickness, rule.length)
    return rule.x - SOFT, rule.y - SOFT, across + 2 * SOFT, down + 2 * SOFT


def _oval_extent(oval: Oval, _metrics: TextMetrics) -> Rect:
    reach, (left, top, width, height) = oval.width + SOFT, oval.rect
    return left - reach, top - reach, width + 2 * reach, height + 2 * reach


def _whole(batch: Primitive, _metrics: TextMetrics) -> Rect:
    return box_of(batch, slice(None))


_EXTENTS: Mapping[type[Any], Callable[[Any, TextMetrics], Rect]] = {
    Rects: _whole,
    Ground: lambda ground, _metrics: ground.rect,
    Lines: _whole,
    Path: _whole,
    Area: _whole,
    Uprights: _whole,
    Rule: _rule_extent,
    Oval: _oval_extent,
    Text: _text_extent,
    Run: _run_extent,
    Tag: _tag_extent,
    Group: lambda group, _metrics: group.clip,
    Moved: _moved_extent,
}
