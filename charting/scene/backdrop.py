"""What stands behind the bars and along the time axis: the same as long as slots and prices stay where they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from charting.core.timeaxis import TimeAxis
from charting.core.timeticks import time_ticks
from charting.scene import axes
from charting.scene.layout import ChartLayout
from charting.scene.look import Look
from charting.scene.panes import PaneScene, View
from charting.scene.primitives import Group, Primitive, Rects
from charting.scene.series import Series
from charting.scene.sessions import joints, separators


class Backdrop(Struct, frozen=True, eq=False):
    """The ground, the grid and sessions of each pane, the labels of the time axis, and what all of it follows from."""

    axis: TimeAxis
    view: View
    layout: ChartLayout
    panes: tuple[PaneScene, ...]
    look: Look
    ground: Group
    behind: tuple[tuple[Primitive, ...], ...]
    labels: tuple[Primitive, ...]

    def serves(self, axis: TimeAxis, view: View, layout: ChartLayout, panes: Sequence[PaneScene], look: Look) -> bool:
        """Whether it would be made the same again."""
        stands = axis.has_the_slots_of(self.axis) and view == self.view and layout == self.layout and look is self.look
        return stands and all(one.viewport == other.viewport for one, other in zip(panes, self.panes, strict=True))


def backdrop(
    series: Series,
    view: View,
    layout: ChartLayout,
    panes: tuple[PaneScene, ...],
    price: PaneScene,
    look: Look,
    known: Backdrop | None = None,
) -> Backdrop:
    """What stands behind the bars of ``price`` and in the other panes; the ``known`` one where nothing moved."""
    if known is not None and known.serves(series.axis, view, layout, panes, look):
        return known
    ticks = time_ticks(series.axis, view.first_slot, view.last_slot, layout.time[2], look.px(axes.TIME_GAP))
    marked = joints(series, price.viewport, look)
    behind = tuple(
        (*axes.grid(pane.viewport, pane.axes[0].ticks, ticks, look), *separators(marked, pane.viewport, look)) for pane in panes
    )
    labels = axes.time_labels(price.viewport, layout.time, ticks, look)
    return Backdrop(series.axis, view, layout, panes, look, _ground(layout, look), behind, labels)


def _ground(layout: ChartLayout, look: Look) -> Group:
    width, height = layout.size
    gap = look.px(1)
    lines = [[0.0, border, width, gap] for border in layout.borders]
    lines.append([0.0, layout.time[1] - gap, width, gap])
    left, right = layout.left[0], layout.right[0]
    lines += [[place, 0.0, gap, height] for place, axis in ((left[2], left), (right[0] - gap, right)) if axis[2]]
    return Group(
        (0, 0, width, height),
        (
            Rects(np.array([[0, 0, width, height]], dtype=np.int32), look.theme.chart),
            Rects(np.array(lines, dtype=np.int32), look.theme.border),
        ),
    )
