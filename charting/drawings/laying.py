"""Drawings laid out on a pane, perhaps some way beyond its edges, so that they need only be moved while it is panned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Floats
from charting.core.document import Drawing
from charting.core.figures import Figure, Label, label_box, moved, moved_points
from charting.core.timeaxis import TimeAxis
from charting.drawings.axis_price import told_on_axis
from charting.drawings.bounds import Bounds
from charting.drawings.clipping import clipped
from charting.drawings.declaration import Points, Projection, Tool

WHOLE = 1e-3
"""Pixels that a pane may be off from having been moved by whole ones."""


class Row(Struct, frozen=True, eq=False, gc=False):
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
    reads
        Whether it shows what the bars come to, which is another matter with every trade.
    """

    row: Row
    placed: Points
    drawn: tuple[Figure, ...]
    held: bool = False
    texts: tuple[Label, ...] = ()
    reads: bool = False
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
        return replace(self, by=by)

    @property
    def moving(self) -> tuple[Figure, ...]:
        """The figures that move with the bars."""
        apart = [one for one in _labels(self.drawn) if one not in self.texts] if self.held else ()
        return tuple([one for one in self.drawn if one not in apart]) if apart else self.drawn

    def held_texts(self, pane: Projection, by: float) -> Iterator[Label]:
        """The texts held within the edges of a pane on which the rest moved so far."""
        found = self.row.tool.figures(self.row.drawing, moved_points(self.placed, by), pane)
        plane = pane.plane
        for one in _labels(found):
            x, y = one.at
            inside = plane.left <= x <= plane.right and plane.top <= y <= plane.bottom
            if inside and not any(_alike(one, other, by) for other in self.texts):
                yield one


class Laying(Struct, frozen=True, eq=False, dict=True, weakref=True):
    """Drawings as they were laid out, lowest first.

    ``beyond`` are device pixels further than the pane to both sides that they were laid out for, as it is being moved.
    ``silent`` are those that read the bars and have nothing to show.
    """

    pane: Projection
    items: tuple[Laid, ...]
    beyond: float = 0.0
    silent: tuple[Row, ...] = ()

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
        return text_boxes_of(self.figures, self.pane)

    def moved_by(self, pane: Projection) -> float | None:
        """Whole pixels that all lies further to the right on a pane; None where it would be laid out otherwise there."""
        mine, other = self.pane.window, pane.window
        by = (mine.first_slot - other.first_slot) * other.slot_width
        same = (
            abs(by) <= self.beyond
            and abs(by - round(by)) <= WHOLE
            and abs(mine.slot_width - other.slot_width) * (other.last_slot - other.first_slot) <= WHOLE
            and pane.lies_like(self.pane)
        )
        return float(round(by)) if same else None

    def after(self, pane: Projection) -> Laying | None:
        """The same with what the bars of another pane come to, on which all lies alike; None where something comes or goes."""
        if pane.table is self.pane.table or not self.reading:
            return self
        here = replace(self.pane, axis=pane.axis, table=pane.table, remembered=pane.remembered)
        ask_slots([row.drawing for row in self.reading], here.axis)
        known = {id(item.row): item for item in _laid(self.reading, here, self.beyond)}
        items = [known.pop(id(item.row), item) for item in self.items]
        if any(_shows(item, self.beyond) for item in known.values()) or not all(_shows(item, self.beyond) for item in items):
            return None
        alike = all(one is other or one.drawn == other.drawn for one, other in zip(items, self.items, strict=True))
        if alike:
            return self
        # Of what is laid out for a hand to move there is a picture, which takes longer to make than to lay all out anew.
        return None if self.beyond else Laying(here, tuple(items), silent=self.silent)

    @cached_property
    def reading(self) -> tuple[Row, ...]:
        """Those that show what the bars come to."""
        return (*[item.row for item in self.items if item.reads], *self.silent)


def ask_slots(drawings: Sequence[Drawing], axis: TimeAxis) -> None:
    """Have an axis find the slots of drawings' anchors, which it remembers: one by one takes ten times as long."""
    if len(drawings) > 1:
        axis.anchor_slot(np.array([anchor.time.timestamp() for one in drawings for anchor in one.anchors]))


def laid(rows: Sequence[Row], pane: Projection, beyond: float = 0.0) -> Laying:
    """Drawings laid out on a pane, and so many device pixels further to both sides, for it to be moved over them."""
    items = _laid(rows, pane, beyond)
    silent = tuple([item.row for item in items if item.reads and not _shows(item, beyond)])
    return Laying(pane, tuple([item for item in items if _shows(item, beyond)]), beyond, silent)


def _laid(rows: Iterable[Row], pane: Projection, beyond: float) -> list[Laid]:
    if not beyond:
        return [lay(row, pane) for row in rows]
    wide, narrow = widened(pane, beyond), widened(pane, -beyond)
    return [_holding(item, wide, narrow) if item.held else item for item in [lay(row, wide) for row in rows]]


def _shows(item: Laid, beyond: float) -> bool:
    """Whether there is something of it on the pane, or may be once that is moved."""
    return bool(item.drawn or (item.held and beyond))


def widened(projection: Projection, beyond: float) -> Projection:
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


def lay(row: Row, projection: Projection) -> Laid:
    """One drawing laid out on a pane; whether it is held, and reads, is what its tool asked for."""
    plane = projection.plane
    x0, dx, y0, dy = plane.x0, plane.dx, plane.y0, plane.dy
    places = zip(row.slots, row.drawing.anchors, strict=True)
    if plane.interp == "linear":  # a call for each point would take as long as the rest
        points = tuple([(x0 + slot * dx, y0 + anchor.price * dy) for slot, anchor in places])
    else:
        points = tuple([(x0 + slot * dx, plane.y(anchor.price)) for slot, anchor in places])
    projection.edges_asked()
    projection.bars_asked()
    figures = clipped(row.tool.figures(row.drawing, points, projection), plane)
    return Laid(row, points, figures, projection.edges_asked(), reads=projection.bars_asked())


def _holding(item: Laid, wide: Projection, narrow: Projection) -> Laid:
    """A drawing that asked for the pane's edges, with those of its texts that move along wherever between two panes they are.

    While it lies within the edges, they can push its texts inwards only, so what stands alike in both stands so in between.
    """
    labels, edges = _labels(item.drawn), narrow.window
    if not all(edges.left <= x <= edges.right for x, _ in item.placed):
        return item
    other = _labels(clipped(item.tool.figures(item.drawing, item.placed, narrow), wide.plane))
    texts = tuple([one for one in labels if any(_alike(one, text) for text in other)])
    return replace(item, held=not len(texts) == len(labels) == len(other), texts=texts)


def _labels(figures: Iterable[Figure]) -> list[Label]:
    return [one for one in figures if isinstance(one, Label)]


def _alike(one: Label, other: Label, by: float = 0.0) -> bool:
    """Whether two texts are the same at the same place, when the other one is moved so far."""
    (x, y), (across, down) = one.at, other.at
    if abs(x - across - by) >= WHOLE or abs(y - down) >= WHOLE or one.text != other.text:
        return False
    return replace(other, at=one.at) == one


def text_boxes_of(figures: Iterable[Figure], projection: Projection) -> Floats:
    """Boxes (n, 4) of the texts among figures: left, top, right, bottom."""
    ratio = projection.plane.pixel_ratio
    boxes = [label_box(one, ratio) for one in _labels(figures)]
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)
