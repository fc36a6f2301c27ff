"""Where two pictures of one chart differ, and what of a picture lies there: a tick changes little, and only that is painted."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from msgspec.structs import astuple, replace
from numpy.typing import NDArray

from charting.scene.extents import SOFT, Rows, around, box_of, extent
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
    overlap,
)

MANY = 32
"""Primitives from which what came or went in a pane is not looked at one by one."""
FEW = 8
"""Shapes of one batch that are painted in no more time than choosing among them takes."""
MOST = 0.4
"""Share of a picture from which painting it piece by piece is no gain."""

_BATCHES = frozenset({Rects, Lines, Path, Area, Uprights})
_PLAIN = frozenset({Rule, Oval, Text, Run, Tag})
"""Kinds whose fields are plain values."""


def differences(
    before: Sequence[Primitive],
    after: Sequence[Primitive],
    size: tuple[int, int],
    metrics: TextMetrics,
    borders: Sequence[float] = (),
) -> tuple[Rect, ...] | None:
    """Upright strips outside of which two pictures of a size (device pixels) are the same.

    They are whole pixels, from left to right, and do not overlap. Where they would be most of the picture, they are looked
    for between each two ``borders``, from the top, and are None where that is most of it, too.
    """
    boxes = differing(before, after, metrics)
    strips = _strips(boxes, size)
    if is_most(strips, size) and borders:
        parts = pairwise((0.0, *borders, float(size[1])))
        strips = tuple([strip for top, foot in parts for strip in _strips(_between(boxes, top, foot), size)])
    return None if is_most(strips, size) else strips


def is_most(rects: Iterable[Rect], size: tuple[int, int]) -> bool:
    """Whether parts of a picture are so much of it that it is better painted as a whole."""
    return sum([width * height for _, _, width, height in rects]) > MOST * size[0] * size[1]


def within(primitives: Iterable[Primitive], strip: Rect, metrics: TextMetrics) -> Iterator[Primitive]:
    """What of a picture may touch a strip; painted inside it, it looks as the whole picture would."""
    for primitive in primitives:
        part = _PARTS[type(primitive)](primitive, strip, metrics)
        if part is not None:
            yield part


def differing(
    before: Sequence[Primitive], after: Sequence[Primitive], metrics: TextMetrics, clip: Rect | None = None
) -> list[Rect]:
    """Boxes of what is not the same in two lists; where one has more, of all between what they begin and end with alike.

    Where these are many, as when many lines come at once, it is the whole of what they are painted in.
    """
    found: list[Rect] = []
    if len(before) == len(after):
        for one, other in zip(before, after, strict=True):
            if one is not other:
                found += _changed(one, other, metrics)
        return found
    begin = _alike(before, after)
    end = _alike(before[begin:][::-1], after[begin:][::-1])
    differing = (*before[begin : len(before) - end], *after[begin : len(after) - end])
    return [clip] if clip is not None and len(differing) > MANY else [extent(one, metrics) for one in differing]


def _alike(before: Sequence[Primitive], after: Sequence[Primitive]) -> int:
    """How many primitives two lists begin with alike."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (one, other) in pairs if not _same(one, other)), min(len(before), len(after)))


def _changed(one: Any, other: Any, metrics: TextMetrics) -> list[Rect]:
    kind = type(one)
    if kind is type(other):
        if kind is Group:
            if one.clip == other.clip:
                return _cut(differing(one.items, other.items, metrics, one.clip), one.clip)
        elif kind in _BATCHES:
            rows = _differing_rows(one, other)
            if rows is not None:
                return _boxes(one, other, rows)
        elif _same(one, other):
            return []
    return [extent(one, metrics), extent(other, metrics)]


def _cut(boxes: list[Rect], clip: Rect) -> list[Rect]:
    """What of boxes lies within a rectangle; most of them lie in it whole."""
    left, top, width, height = clip
    right, bottom = left + width, top + height
    return [
        box if box[0] >= left and box[1] >= top and box[0] + box[2] <= right and box[1] + box[3] <= bottom else overlap(box, clip)
        for box in boxes
    ]


def _same(one: Primitive, other: Primitive) -> bool:
    """Whether two primitives are painted alike."""
    kind = type(one)
    if one is other or kind is not type(other):
        return one is other
    if kind in _PLAIN:
        return bool(one == other)
    if isinstance(one, Group) and isinstance(other, Group):
        alike = len(one.items) == len(other.items) and one.clip == other.clip
        return alike and all(map(_same, one.items, other.items))
    return all(map(_equal, astuple(one), astuple(other)))


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray):
        # As bytes: NaN is NaN, and nothing is made in between.
        return bool(one.shape == other.shape and one.dtype == other.dtype and one.tobytes() == other.tobytes())
    return bool(one == other)


def _differing_rows(one: Any, other: Any) -> tuple[Rows | slice, ...] | None:
    """The rows of two batches of one look between which they differ, none if they do not; None when all of them may."""
    if isinstance(one, Uprights):
        if (one.left, len(one.top), one.colours, one.split) != (other.left, len(other.top), other.colours, other.split):
            return None
        columns = np.flatnonzero((one.top != other.top) | (one.bottom != other.bottom) | (one.shades != other.shades))
        return (columns, columns) if len(columns) else ()
    (mine, *look), (its, *their_look) = astuple(one), astuple(other)
    alike = len(mine) == len(its)
    if look != their_look or mine.dtype != its.dtype or not (alike or isinstance(one, Rects | Lines)):
        return None
    if alike and mine.tobytes() == its.tobytes():  # half of them are: of rising and falling bars a trade changes one
        return ()
    count, units = min(len(mine), len(its)), mine.shape[1] * mine.itemsize // 8
    places = (_bits(mine[:count]) != _bits(its[:count])).ravel().nonzero()[0]
    if not len(places):
        return () if alike else (slice(count, len(mine)), slice(count, len(its)))
    first, last = int(places[0]) // units, int(places[-1]) // units + 1
    if not alike:
        return slice(first, len(mine)), slice(first, len(its))
    # Lines to points come from their neighbours, and wide ones bend there as these lines ask for.
    if isinstance(one, Path):
        part = slice(max(0, first - 2), last + 2)
        return part, part
    if isinstance(one, Area):
        around = (places[:, np.newaxis] // units + np.arange(-2, 3)).ravel() % count
        return around, around
    return slice(first, last), slice(first, last)


def _bits(array: NDArray[Any]) -> NDArray[np.int64]:
    """An array by its bits, in which NaN is NaN."""
    return np.ascontiguousarray(array).view(np.int64)


def _boxes(one: Any, other: Any, rows: tuple[Rows | slice, ...]) -> list[Rect]:
    """Boxes that some rows of two batches do not reach out of; points of lines most often stay near to where they were."""
    if rows and isinstance(one, Path):
        points = np.concatenate((one.points[rows[0]], other.points[rows[1]]))
        return [around(points, SOFT + one.width)]
    return [box_of(batch, some) for batch, some in zip((one, other), rows, strict=False)]


def _rects_within(rects: Rects, strip: Rect, _metrics: TextMetrics) -> Rects | None:
    array, (left, _, width, _) = rects.array, strip
    if len(array) <= FEW:
        return rects
    x = array[:, 0]
    touching = array[(x <= left + width) & (x + array[:, 2] >= left)]
    return Rects(touching, rects.colour, rects.opacity) if len(touching) else None


def _lines_within(lines: Lines, strip: Rect, _metrics: TextMetrics) -> Lines | None:
    array, reach = lines.array, lines.width / 2 + SOFT
    if len(array) <= FEW:
        return lines
    left, right = strip[0] - reach, strip[0] + strip[2] + reach
    one, other = array[:, 0], array[:, 2]
    touching = array[(np.minimum(one, other) <= right) & (np.maximum(one, other) >= left)]
    return Lines(touching, lines.colour, lines.width) if len(touching) else None


def _uprights_within(strokes: Uprights, strip: Rect, _metrics: TextMetrics) -> Uprights | None:
    first = max(0, math.floor(strip[0] - strokes.left))
    last = min(len(strokes.top), math.ceil(strip[0] + strip[2] - strokes.left))
    if first >= last:
        return None
    shades = None if strokes.shades is None else strokes.shades[first:last]
    top, bottom = strokes.top[first:last], strokes.bottom[first:last]
    return Uprights(strokes.left + first, top, bottom, strokes.colours, shades, strokes.split)


def _stretch_within(path: Path, strip: Rect, _metrics: TextMetrics) -> Path | None:
    """The stretch of a line that a strip needs, with so much on both sides that its ends are not seen."""
    if len(path.points) <= FEW or path.dash != "solid":
        return path
    x, reach = path.points[:, 0], path.width + SOFT
    left, right = strip[0] - reach, strip[0] + strip[2] + reach
    if path.gentle:  # from left to right
        first, last = x.searchsorted((left, right)).tolist()
        points = path.points[max(0, first - 3) : last + 3]
        return replace(path, points=points) if last and first < len(x) else None
    touching = np.flatnonzero((np.minimum(x[:-1], x[1:]) <= right) & (np.maximum(x[:-1], x[1:]) >= left))
    if not len(touching):
        return None
    return replace(path, points=path.points[max(0, touching[0] - 2) : touching[-1] + 4])


def _turning(area: Area, strip: Rect, _metrics: TextMetrics) -> Area:
    """An outline without the points that do not shape it in a strip: those whose neighbours lie on the same side beyond it."""
    if len(area.points) <= FEW:
        return area
    x, (left, _, width, _) = area.points[:, 0], strip
    side = (x > left + width + SOFT).astype(np.int8) - (x < left - SOFT)
    turns = side[1:] != side[:-1]
    kept = side == 0
    kept[1:] |= turns
    kept[:-1] |= turns
    if side[0] != side[-1]:  # it ends where it begins
        kept[0] = kept[-1] = True
    return replace(area, points=area.points[kept])


def _group_within(group: Group, strip: Rect, metrics: TextMetrics) -> Group | None:
    return Group(group.clip, tuple(within(group.items, strip, metrics))) if _touches(group.clip, strip) else None


def _if_near(primitive: Any, strip: Rect, metrics: TextMetrics) -> Primitive | None:
    found: Primitive = primitive
    return found if _touches(extent(primitive, metrics), strip) else None


_PARTS: Mapping[type[Any], Callable[[Any, Rect, TextMetrics], Primitive | None]] = {
    Rects: _rects_within,
    Ground: _if_near,
    Lines: _lines_within,
    Path: _stretch_within,
    Area: _turning,
    Uprights: _uprights_within,
    Rule: _if_near,
    Oval: _if_near,
    Text: _if_near,
    Run: _if_near,
    Tag: _if_near,
    Moved: _if_near,
    Group: _group_within,
}


def _between(boxes: Iterable[Rect], top: float, foot: float) -> Iterator[Rect]:
    """What of boxes lies between two heights."""
    for left, upper, width, height in boxes:
        above, below = max(upper, top), min(upper + height, foot)
        if above < below:
            yield left, above, width, below - above


def _strips(boxes: Iterable[Rect], size: tuple[int, int]) -> tuple[Rect, ...]:
    """Boxes that stand above each other joined to upright strips of whole pixels, cut to the picture."""
    joined: list[list[float]] = []
    for left, top, width, height in sorted(boxes):
        if width <= 0 or height <= 0:
            continue
        right, bottom = left + width, top + height
        if joined and left <= joined[-1][2]:
            last = joined[-1]
            if top < last[1]:
                last[1] = top
            if right > last[2]:
                last[2] = right
            if bottom > last[3]:
                last[3] = bottom
        else:
            joined.append([left, top, right, bottom])
    found = []
    for first, above, last_, below in joined:
        left, top = max(0, math.floor(first)), max(0, math.floor(above))
        width, height = min(size[0], math.ceil(last_)) - left, min(size[1], math.ceil(below)) - top
        if width > 0 and height > 0:
            found.append((left, top, width, height))
    return tuple(found)


def _touches(one: Rect, other: Rect) -> bool:
    across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
    return across and one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
