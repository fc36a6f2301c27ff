"""All drawings of a pane as figures: those in view are found at once, laid out by their tools and clipped."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label, label_box, moved, moved_points
from charting.core.timeaxis import TimeAxis
from charting.drawings.axis_price import told_on_axis
from charting.drawings.bounds import Bounds, bounds_of, in_view, table
from charting.drawings.catalogue import tool_for, tool_of
from charting.drawings.clipping import clipped
from charting.drawings.declaration import Handle, Points, Projection, Tool
from charting.drawings.targets import Targets, box_of
from charting.drawings.visibility import suits

_KEPT = 256
"""Drawings that may be remembered beside twice those there are: a drag makes a new one whenever the pointer moves."""
_MANY = 12
"""Drawings in view from which laying out further than the pane reaches pays, while it is moved across."""
_BEYOND = 240.0
"""Logical pixels further to both sides."""
_WHOLE = 1e-3
"""Pixels that a pane may be off from having been moved by whole ones."""


class _Row(Struct, frozen=True, eq=False):
    """What of a drawing depends on the time axis only: its slots, and how far it reaches across."""

    drawing: Drawing
    tool: Tool
    slots: tuple[float, ...]
    bounds: Bounds


class Laid(Struct, frozen=True, eq=False, dict=True):
    """A drawing laid out on a pane: where its points and figures lay once, and ``by`` how many pixels further right they are.

    Attributes
    ----------
    held
        Whether it keeps texts within the pane's edges, which do not move along with the rest.
    texts
        Those that do, of a drawing that holds others.
    """

    row: _Row
    placed: Points
    drawn: tuple[Figure, ...]
    held: bool = False
    texts: tuple[Label, ...] = ()
    by: float = 0.0

    @property
    def drawing(self) -> Drawing:
        """What is laid out."""
        return self.row.drawing

    @property
    def tool(self) -> Tool:
        """The tool that shows it."""
        return self.row.tool

    @cached_property
    def points(self) -> Points:
        """Its anchors in device pixels."""
        return moved_points(self.placed, self.by) if self.by else self.placed

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """What it shows, lowest first."""
        return tuple([moved(figure, self.by) for figure in self.drawn]) if self.by else self.drawn

    def moved(self, by: float) -> Laid:
        """The same so many pixels further to the right than it was laid out."""
        return Laid(self.row, self.placed, self.drawn, self.held, self.texts, by)

    @property
    def moving(self) -> tuple[Figure, ...]:
        """The figures that move with the bars."""
        apart = [one for one in _labels(self.drawn) if one not in self.texts] if self.held else ()
        return tuple([one for one in self.drawn if one not in apart]) if apart else self.drawn

    def held_texts(self, now: Laid, by: float) -> Iterator[Label]:
        """The texts held within the pane's edges, of the drawing as it is laid out ``now``, where the rest moved so far."""
        return (one for one in _labels(now.drawn) if not any(_alike(one, other, by) for other in self.texts))


class Laying(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """Drawings as they were laid out, lowest first.

    ``beyond`` are device pixels further than the pane to both sides that they were laid out for, as it is being moved.
    """

    pane: Projection
    items: tuple[Laid, ...]
    beyond: float = 0.0

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """What all drawings show, but for texts that are held within the pane's edges while it is moved."""
        return tuple([one for item in self.items for one in (item.moving if self.beyond else item.drawn)])

    @cached_property
    def priced(self) -> tuple[Laid, ...]:
        """The drawings whose price stands on the axis where they have one."""
        return tuple([item for item in self.items if told_on_axis(item.drawing, item.tool)])

    @cached_property
    def text_boxes(self) -> Floats:
        """Boxes (n, 4) of the texts among the figures: left, top, right, bottom."""
        return _text_boxes(self.figures, self.pane)

    def moved_by(self, pane: Projection) -> float | None:
        """Whole pixels that all lies further to the right on a pane; None where it would be laid out otherwise there."""
        mine, other = self.pane.window, pane.window
        by = (mine.first_slot - other.first_slot) * other.slot_width
        same = (
            abs(by) <= self.beyond
            and abs(by - round(by)) <= _WHOLE
            and abs(mine.slot_width - other.slot_width) * (other.last_slot - other.first_slot) <= _WHOLE
            and pane.lies_like(self.pane)
        )
        return float(round(by)) if same else None


class Sheet(Struct, frozen=True, eq=False, dict=True):
    """Drawings laid out on a pane, lowest first; what is hidden, meant for other intervals or out of view is left out.

    Attributes
    ----------
    projection
        The pane.
    laying
        The drawings as they were laid out, on this pane or on one before it that was only moved across since.
    by
        Whole pixels that they lie further to the right now.
    """

    projection: Projection
    laying: Laying
    by: float
    rows: tuple[_Row, ...]
    extents: Floats
    source: Sequence[Drawing]
    hidden_layers: tuple[str, ...] = ()

    @cached_property
    def items(self) -> tuple[Laid, ...]:
        """What is in view, or little beside it."""
        if not self.laying.beyond:
            return self.laying.items
        found = [self._held.get(index) or item.moved(self.by) for index, item in enumerate(self.laying.items)]
        return tuple(found)

    @cached_property
    def held_texts(self) -> tuple[Label, ...]:
        """The texts held within the pane's edges while it is moved: they lie above everything else then."""
        items = self.laying.items
        return tuple([text for index, now in self._held.items() for text in items[index].held_texts(now, self.by)])

    @cached_property
    def _held(self) -> dict[int, Laid]:
        """The drawings that hold texts within the pane's edges while it is moved, as they are laid out now."""
        items = enumerate(self.laying.items) if self.laying.beyond else ()
        return {index: _lay(item.row, self.projection) for index, item in items if item.held}

    @cached_property
    def text_boxes(self) -> Floats:
        """Boxes (n, 4) of all texts: left, top, right, bottom."""
        moving = self.laying.text_boxes + np.array([self.by, 0.0, self.by, 0.0])
        return np.concatenate((moving, _text_boxes(self.held_texts, self.projection)))

    @cached_property
    def boxes(self) -> Floats:
        """Boxes round the items' figures, (n, 4) float64 in device pixels: left, top, right, bottom; computed once."""
        ratio = self.projection.plane.pixel_ratio
        boxes = [box_of(item.figures, ratio) for item in self.items]
        return np.array(boxes, dtype=np.float64).reshape(-1, 4)

    @cached_property
    def targets(self) -> Targets:
        """The items' figures sorted for hit testing; sorted once, when the pointer first asks."""
        return Targets.of([item.figures for item in self.items], self.projection.plane.pixel_ratio)

    @cached_property
    def grips(self) -> tuple[tuple[Handle, ...], ...]:
        """The handles of each item; computed once."""
        return tuple(handles(item.drawing, item.points, self.projection) for item in self.items)

    @cached_property
    def grip_table(self) -> tuple[Floats, NDArray[np.intp]]:
        """Places (n, 2) of all handles in device pixels, and (n, 2) the item and the handle each belongs to."""
        places = [grip.at for grips in self.grips for grip in grips]
        owners = [(item, index) for item, grips in enumerate(self.grips) for index in range(len(grips))]
        return np.array(places, dtype=np.float64).reshape(-1, 2), np.array(owners, dtype=np.intp).reshape(-1, 2)


def lay_out(
    drawings: Sequence[Drawing], projection: Projection, previous: Sheet | None = None, hidden_layers: tuple[str, ...] = ()
) -> Sheet:
    """Lay drawings out on a pane.

    Parameters
    ----------
    drawings
        All that belong to the pane's instrument, lowest first.
    projection
        The pane.
    previous
        The sheet before this one: what did not change since is taken over (slots, as long as the axis is the same).
    hidden_layers
        Layers whose drawings are left out.
    """
    rows, extents = _rows(drawings, projection, previous, hidden_layers)
    if previous is not None and previous.rows is rows:
        by = previous.laying.moved_by(projection)
        if by is not None:
            return Sheet(projection, previous.laying, by, rows, extents, drawings, hidden_layers)
    beyond = _beyond(projection, previous)
    space = _widened(projection, beyond) if beyond else projection
    items = [_lay(rows[index], space) for index in in_view(extents, space.plane)]
    if beyond:
        narrow = _widened(projection, -beyond)
        items = [_holding(item, space, narrow) if item.held else item for item in items]
    laying = Laying(projection, tuple([item for item in items if item.drawn or item.held]), beyond)
    return Sheet(projection, laying, 0.0, rows, extents, drawings, hidden_layers)


def _beyond(projection: Projection, previous: Sheet | None) -> float:
    """Device pixels to lay drawings out for beyond the pane: none but where it is being moved across with many of them."""
    if previous is None or len(previous.laying.items) < _MANY:
        return 0.0
    before, now = previous.projection.window, projection.window
    beyond = _BEYOND * now.pixel_ratio
    slots = now.last_slot - now.first_slot
    moves = before.first_slot != now.first_slot and abs(before.slot_width - now.slot_width) * slots <= _WHOLE
    return beyond if moves and now.width > 3 * beyond else 0.0


def _widened(projection: Projection, beyond: float) -> Projection:
    """A pane whose edges lie so many device pixels further out."""
    window, slots = projection.window, beyond / projection.window.slot_width
    wide = replace(
        window,
        left=window.left - beyond,
        width=window.width + 2 * beyond,
        first_slot=window.first_slot - slots,
        last_slot=window.last_slot + slots,
    )
    return replace(projection, window=wide)


def remembered(previous: Sheet | None, axis: TimeAxis) -> dict[int, tuple[Drawing, Any]]:
    """What the projection after a sheet may take over from it; nothing on another axis, or when most of it is of old."""
    if previous is None or previous.projection.axis is not axis:
        return {}
    known = previous.projection.remembered
    return known if len(known) <= 2 * len(previous.rows) + _KEPT else {}


def figures_of(drawing: Drawing, projection: Projection) -> tuple[Figure, ...]:
    """What one drawing shows on a pane, clipped to it; previews with too few anchors too."""
    points = points_of(drawing, projection)
    return clipped(tool_of(drawing.kind).figures(drawing, points, projection), projection.plane) if points else ()


def points_of(drawing: Drawing, projection: Projection) -> Points:
    """The anchors of a drawing in device pixels, on their bars or, for freehand tools, between them."""
    slots = _slots(drawing, tool_of(drawing.kind), projection.axis)
    plane = projection.plane
    return tuple((plane.x(slot), plane.y(anchor.price)) for slot, anchor in zip(slots, drawing.anchors, strict=True))


def handles(drawing: Drawing, points: Points, projection: Projection) -> tuple[Handle, ...]:
    """The grips of a drawing; those without a place on the scale are left out."""
    tool = tool_of(drawing.kind)
    if tool.handles is None:
        found: Iterable[Handle] = (Handle(point, index, index) for index, point in enumerate(points))
    else:
        found = tool.handles(drawing, points, projection)
    return tuple(handle for handle in found if math.isfinite(handle.at[0]) and math.isfinite(handle.at[1]))


def _rows(
    drawings: Sequence[Drawing], projection: Projection, previous: Sheet | None, hidden_layers: tuple[str, ...]
) -> tuple[tuple[_Row, ...], Floats]:
    known: dict[int, _Row] = {}
    axis = projection.axis
    if previous is not None and previous.projection.axis is axis:
        if previous.source is drawings and previous.hidden_layers == hidden_layers:
            return previous.rows, previous.extents
        known = {id(row.drawing): row for row in previous.rows}
    shown = (
        one for one in drawings if one.anchors and not one.hidden and one.layer not in hidden_layers and suits(one, axis.interval)
    )
    rows = tuple(known.get(id(drawing)) or _row(drawing, projection) for drawing in shown)
    return rows, table([row.bounds for row in rows])


def _row(drawing: Drawing, projection: Projection) -> _Row:
    tool = tool_for(drawing)
    slots = _slots(drawing, tool, projection.axis)
    return _Row(drawing, tool, slots, bounds_of(drawing, tool, slots, projection))


def _slots(drawing: Drawing, tool: Tool, axis: TimeAxis) -> tuple[float, ...]:
    where = axis.slot if tool.freehand else axis.anchor_slot
    return tuple(where(anchor.time.timestamp()) for anchor in drawing.anchors)


def _lay(row: _Row, projection: Projection) -> Laid:
    plane = projection.plane
    x0, dx, y0, dy = plane.x0, plane.dx, plane.y0, plane.dy
    places = zip(row.slots, row.drawing.anchors, strict=True)
    if plane.interp == "linear":  # a call for each point would take as long as the rest
        points = tuple([(x0 + slot * dx, y0 + anchor.price * dy) for slot, anchor in places])
    else:
        points = tuple([(x0 + slot * dx, plane.y(anchor.price)) for slot, anchor in places])
    projection.edges_asked()
    figures = clipped(row.tool.figures(row.drawing, points, projection), plane)
    return Laid(row, points, figures, projection.edges_asked())


def _holding(item: Laid, wide: Projection, narrow: Projection) -> Laid:
    """A drawing that asked for the pane's edges, with those of its texts that move along wherever between two panes they are.

    While it lies within the edges, they can push its texts inwards only, so what stands alike in both stands so in between.
    """
    labels, edges = _labels(item.drawn), narrow.window
    if not all(edges.left <= x <= edges.right for x, _ in item.placed):
        return item
    other = _labels(clipped(item.tool.figures(item.drawing, item.placed, narrow), wide.plane))
    texts = tuple([one for one in labels if any(_alike(one, text) for text in other)])
    return Laid(item.row, item.placed, item.drawn, not len(texts) == len(labels) == len(other), texts)


def _labels(figures: Iterable[Figure]) -> list[Label]:
    return [one for one in figures if isinstance(one, Label)]


def _alike(one: Label, other: Label, by: float = 0.0) -> bool:
    """Whether two texts are the same at the same place, when the other one is moved so far."""
    (x, y), (across, down) = one.at, other.at
    return abs(x - across - by) < _WHOLE and abs(y - down) < _WHOLE and replace(other, at=one.at) == one


def _text_boxes(figures: Iterable[Figure], projection: Projection) -> Floats:
    ratio = projection.plane.pixel_ratio
    boxes = [label_box(one, ratio) for one in _labels(figures)]
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)
