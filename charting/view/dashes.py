"""Cuts broken lines into their dashes, from where they begin: Qt takes ten times as long to find those of a thick line."""

from __future__ import annotations

import math

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Dash
from charting.core.figures import Point
from charting.scene.primitives import DASHES, Rect

_Edges = tuple[tuple[float, float], tuple[float, float]]

_SEEN = 2.0
"""Pixels that a dot is long at least, with more room beside it: one pixel of a slanted line lies pale across several."""

_NOTHING, _JOINED = 1e-9, 1e-6
"""Pixels that are no dash, and those that pieces of one may be apart by rounding."""


def dashes(points: Floats, width: float, dash: Dash, phase: float = 0.0, clip: Rect | None = None) -> Floats:
    """The dashes (m, 4) of a broken line through ``points`` (n, 2), all finite: x and y of both ends of each straight piece.

    ``phase`` is how far from the beginning of a dash the line begins, in pixels; less than 0 where it begins before one. Of what
    lies outside of ``clip`` none are looked for: on a scale held by hand, a line may be millions of pixels long.
    """
    on, off = (width * share for share in DASHES[dash])
    if on < _SEEN:
        on, off = _SEEN, off + _SEEN - on
    if len(points) == 2:
        return _of_one_stretch(points, on, on + off, phase, None if clip is None else _about(clip, width))
    period, ways = on + off, np.diff(points, axis=0)
    lengths = np.hypot(ways[:, 0], ways[:, 1])
    ends = np.cumsum(lengths)
    begins = ends - lengths
    first, last = (0.0, 1.0) if clip is None else _inside(points[:-1], ways, _about(clip, width))
    enter, leave = begins + first * lengths, begins + last * lengths
    lowest = np.floor((enter + phase) / period).astype(np.int64)
    counts = np.where(leave > enter, np.floor((leave + phase) / period).astype(np.int64) - lowest + 1, 0)
    stretch = np.repeat(np.arange(len(ways)), counts)
    number = np.arange(len(stretch)) - np.repeat(np.cumsum(counts) - counts, counts) + lowest[stretch]
    start = np.maximum(enter[stretch], number * period - phase)
    stop = np.minimum(leave[stretch], number * period - phase + on)
    there = stop - start > _NOTHING
    stretch = stretch[there]
    pieces = np.empty((len(stretch), 4))
    for place, along in ((0, start[there]), (2, stop[there])):
        share = (along - begins[stretch]) / lengths[stretch]
        pieces[:, place : place + 2] = points[stretch] + share[:, np.newaxis] * ways[stretch]
    return pieces


def _of_one_stretch(points: Floats, on: float, period: float, phase: float, edges: _Edges | None) -> Floats:
    """The same of a line between two points, in a tenth of the time: most broken lines are such."""
    (x, y), (x1, y1) = points.tolist()
    length = math.hypot(x1 - x, y1 - y)
    first, last = (0.0, length) if edges is None else _within((x, y), (x1 - x, y1 - y), edges, length)
    if last - first <= _NOTHING:
        return np.empty((0, 4))
    number = math.floor((first + phase) / period)
    starts = np.arange(number, math.floor((last + phase) / period) + 1) * period - phase
    along = np.stack((starts, starts + on), axis=1)
    along[0, 0] = max(along[0, 0], first)
    along[-1, 1] = min(along[-1, 1], last)
    if along[0, 1] - along[0, 0] <= _NOTHING:
        along = along[1:]
    if len(along) and along[-1, 1] - along[-1, 0] <= _NOTHING:
        along = along[:-1]
    pieces = np.empty((len(along), 4))
    pieces[:, ::2] = x + along * ((x1 - x) / length)
    pieces[:, 1::2] = y + along * ((y1 - y) / length)
    return pieces


def _within(start: Point, way: Point, edges: _Edges, length: float) -> tuple[float, float]:
    """Between which distances from its start a straight line lies between edges; the first is not less than the last beside."""
    first, last = 0.0, 1.0
    for place, share, (low, high) in zip(start, way, edges, strict=True):
        if share:
            one, other = (low - place) / share, (high - place) / share
            first, last = max(first, min(one, other)), min(last, max(one, other))
        elif not low <= place <= high:
            return 0.0, 0.0
    return first * length, last * length


def _about(clip: Rect, width: float) -> _Edges:
    """The edges across and down of a rectangle and as far beside it as a line is wide."""
    left, top, across, down = clip
    return (left - width, left + across + width), (top - width, top + down + width)


def _inside(starts: Floats, ways: Floats, edges: _Edges) -> tuple[Floats, Floats]:
    """Between which shares of straight lines these lie between edges."""
    first, last = np.zeros(len(ways)), np.ones(len(ways))
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        for side, (low, high) in enumerate(edges):
            shares = np.sort(np.stack((low - starts[:, side], high - starts[:, side])) / ways[:, side], axis=0)
            beside = (starts[:, side] < low) | (starts[:, side] > high)
            still = ways[:, side] == 0
            first = np.where(still, np.where(beside, 1.0, first), np.maximum(first, shares[0]))
            last = np.where(still, np.where(beside, 0.0, last), np.minimum(last, shares[1]))
    first = np.minimum(first, 1.0)
    return first, np.maximum(first, last)


def bent_dashes(pieces: Floats) -> tuple[list[Floats], Floats]:
    """Dashes of several pieces (m, 4) as the points (n, 2) of each, and the pieces that are dashes by themselves."""
    joined = np.flatnonzero((np.abs(pieces[1:, :2] - pieces[:-1, 2:]) < _JOINED).all(axis=1))
    if not len(joined):
        return [], pieces
    alone = np.setdiff1d(np.arange(len(pieces)), np.concatenate((joined, joined + 1)))
    found = []
    for run in np.split(joined, np.flatnonzero(np.diff(joined) > 1) + 1):
        some = pieces[run[0] : run[-1] + 2]
        found.append(np.concatenate((some[:, :2], some[-1:, 2:])))
    return found, pieces[alone]
