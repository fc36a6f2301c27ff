"""Cuts broken lines into their dashes, from where they begin: Qt takes ten times as long to find those of a thick line."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Floats
from charting.core.document import Dash
from charting.scene.primitives import DASHES

_SEEN = 2.0
"""Pixels that a dot is long at least, with more room beside it: one pixel of a slanted line lies pale across several."""


def dashes(points: Floats, width: float, dash: Dash, phase: float = 0.0) -> Floats:
    """The dashes (m, 4) of a broken line through ``points`` (n, 2), all finite: x and y of both ends of each straight piece.

    ``phase`` is how far from the beginning of a dash the line begins, in pixels; less than 0 where it begins before one.
    """
    on, off = (width * share for share in DASHES[dash])
    if on < _SEEN:
        on, off = _SEEN, off + _SEEN - on
    period = on + off
    places = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    length = float(places[-1])
    begins = np.arange(-(phase % period), length, period)
    edges = np.concatenate((begins, begins + on))
    cuts = np.sort(np.concatenate((places, edges[(edges > 0.0) & (edges < length)])))
    x, y = (np.interp(cuts, places, column) for column in points.T)
    middles = (cuts[1:] + cuts[:-1]) / 2
    there = np.flatnonzero(((middles + phase) % period < on) & (cuts[1:] > cuts[:-1]))
    return np.column_stack((x[there], y[there], x[there + 1], y[there + 1]))


def bent_dashes(pieces: Floats) -> tuple[list[Floats], Floats]:
    """Dashes of several pieces (m, 4) as the points (n, 2) of each, and the pieces that are dashes by themselves."""
    joined = np.flatnonzero((pieces[1:, :2] == pieces[:-1, 2:]).all(axis=1)) if len(pieces) > 1 else np.empty(0, dtype=np.intp)
    if not len(joined):
        return [], pieces
    alone = np.setdiff1d(np.arange(len(pieces)), np.concatenate((joined, joined + 1)))
    found = []
    for run in np.split(joined, np.flatnonzero(np.diff(joined) > 1) + 1):
        some = pieces[run[0] : run[-1] + 2]
        found.append(np.concatenate((some[:, :2], some[-1:, 2:])))
    return found, pieces[alone]
