"""What stands behind the bars and along the time axis: the same as long as slots and prices stay where they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray

from charting.core.timeaxis import TimeAxis, goes_on
from charting.core.timeticks import time_ticks
from charting.scene import axes
from charting.scene.layout import ChartLayout
from charting.scene.look import Look
from charting.scene.panes import PaneScene, View
from charting.scene.primitives import Ground, Group, Primitive, Rect, Rects
from charting.scene.series import Series
from charting.scene.sessions import joints, separators


class Behind(Struct, frozen=True, eq=False):
    """What stands behind everything in a pane: the ground with its grid, and all other lines, lowest first."""

    ground: Ground
    lines: tuple[Primitive, ...]

    @property
    def bare(self) -> Ground:
        """The ground of a pane that is collapsed: without level lines."""
        return replace(self.ground, y=self.ground.y[:0])

    def with_ground(self, parts: Sequence[Primitive]) -> tuple[Primitive, ...]:
        """All of it with something painted between the ground and the lines."""
        if not parts:
            return (self.ground, *self.lines)
        ground, lines = self.ground.parts
        return (ground, *parts, lines, *self.lines)


class Backdrop(Struct, frozen=True, eq=False):
    """What surrounds the panes and stands behind them, the labels of the time axis, and what all of it follows from."""

    axis: TimeAxis
    view: View
    layout: ChartLayout
    panes: tuple[PaneScene, ...]
    look: Look
    around: Group
    behind: tuple[Behind, ...]
    labels: tuple[Primitive, ...]

    def serves(self, axis: TimeAxis, view: View, layout: ChartLayout, panes: Sequence[PaneScene], look: Look) -> bool:
        """Whether slots and panes stand where they do here; scales may have changed."""
        mine, its = self.panes[0].viewport, panes[0].viewport
        slots = (mine.first_slot, mine.last_slot) == (its.first_slot, its.last_slot)
        return slots and view == self.view and layout == self.layout and look is self.look and goes_on(axis, self.axis)

    def rescaled(self, before: Backdrop) -> tuple[Rect, ...] | None:
        """The panes whose scales are not those of one before; None where slots or panes stood elsewhere."""
        if self is before:
            return ()
        if not before.serves(self.axis, self.view, self.layout, self.panes, self.look):
            return None
        pairs = zip(self.panes, before.panes, strict=True)
        return tuple([one.rect for one, other in pairs if one.viewport != other.viewport])

    def on_scales(self, panes: tuple[PaneScene, ...]) -> Backdrop:
        """The same with the scales that the panes have now; itself where they have those."""
        alike = [one.viewport == other.viewport for one, other in zip(panes, self.panes, strict=True)]
        if all(alike):
            return self
        behind = [
            known if same else Behind(replace(known.ground, y=_rows(pane)), known.lines)
            for known, pane, same in zip(self.behind, panes, alike, strict=True)
        ]
        return replace(self, panes=panes, behind=tuple(behind))


def backdrop(
    series: Series,
    view: View,
    layout: ChartLayout,
    panes: tuple[PaneScene, ...],
    price: PaneScene,
    look: Look,
    known: Backdrop | None = None,
) -> Backdrop:
    """What stands behind the bars of ``price`` and in the other panes; what is ``known`` as far as nothing moved."""
    if known is not None and known.serves(series.axis, view, layout, panes, look):
        return known.on_scales(panes)
    ticks = time_ticks(series.axis, view.first_slot, view.last_slot, layout.time[2], look.px(axes.TIME_GAP))
    marked = joints(series, price.viewport, look)
    places = price.viewport.x(np.array([tick.slot for tick in ticks], dtype=np.float64))
    uprights = np.floor(places).astype(np.int32)
    behind = []
    for pane in panes:
        ground = Ground(pane.rect, look.theme.chart, uprights, _rows(pane), look.theme.grid)
        behind.append(Behind(ground, separators(marked, pane.viewport, look)))
    labels = axes.time_labels(places.tolist(), layout.time, ticks, look)
    stays = known is not None and layout == known.layout and look is known.look
    around = known.around if known is not None and stays else _around(layout, look)
    return Backdrop(series.axis, view, layout, panes, look, around, tuple(behind), labels)


def _rows(pane: PaneScene) -> NDArray[np.int32]:
    """The rows of pixels with level lines: those of the ticks of its own scale."""
    return np.rint(pane.viewport.y(pane.axes[0].ticks)).astype(np.int32)


def _around(layout: ChartLayout, look: Look) -> Group:
    """The axes' ground, and the borders of axes and panes."""
    width, height = layout.size
    gap, left, right = look.px(1), layout.left[0], layout.right[0]
    grounds = [[place, 0.0, wide, height] for place, _, wide, _ in (left, right) if wide]
    grounds.append([0.0, layout.time[1] - gap, width, height - layout.time[1] + gap])
    lines = [[0.0, border, width, gap] for border in layout.borders]
    lines.append([0.0, layout.time[1] - gap, width, gap])
    lines += [[place, 0.0, gap, height] for place, axis in ((left[2], left), (right[0] - gap, right)) if axis[2]]
    return Group(
        (0, 0, width, height),
        (Rects(np.array(grounds, dtype=np.int32), look.theme.chart), Rects(np.array(lines, dtype=np.int32), look.theme.border)),
    )
