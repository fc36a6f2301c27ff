"""What a drawing tool says of itself, and what it is told of the chart it is drawn on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from charting.core.bars import Bars, Floats
from charting.core.document import Anchor, Drawing, Value
from charting.core.figures import Figure, Point
from charting.core.instrument import Instrument
from charting.core.timeaxis import TimeAxis
from charting.core.viewport import Viewport


@dataclass(frozen=True, slots=True)
class Projection:
    """A pane as drawings see it: its viewport, its bars and the axis that turns time into slots."""

    viewport: Viewport
    axis: TimeAxis
    bars: Bars
    instrument: Instrument

    def slot(self, anchor: Anchor) -> float:
        """Where an anchor lies on the slot axis: on the bar that contains it, or past the ends by the calendar."""
        return self.axis.anchor_slot(anchor.time.timestamp())

    def point(self, anchor: Anchor) -> Point:
        """Where an anchor lies in device pixels."""
        return self.viewport.x(self.slot(anchor)), self.viewport.y(anchor.price)


@dataclass(frozen=True, slots=True)
class ToolParameter:
    """One setting of a tool, kept in ``Drawing.parameters``; ``choices`` lists what a text may be."""

    name: str
    title: str
    default: Value
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """A declaration of a drawing tool.

    Attributes
    ----------
    kind
        Key in the list of tools and in saved files; never changed once released.
    title, group, hint
        English texts: "Trend line", "Lines", and the status line's word on what to click.
    icon
        Name of an SVG in ``resources/icons/tools``.
    anchors
        How many clicks place it.
    figures
        ``(drawing, points, projection)`` -> what to paint, lowest first; ``points`` are its anchors in device pixels.
    price_at
        ``(drawing, slots, projection)`` -> the prices of its main line at slots, (n,) float64, NaN beside it; None for
        tools that have no price over time. Axis labels, alerts and analysis all ask this one.
    shortcut
        Key sequence in Qt's portable form, such as ``Alt+T``.
    """

    kind: str
    title: str
    group: str
    hint: str
    icon: str
    anchors: int
    figures: Callable[[Drawing, tuple[Point, ...], Projection], tuple[Figure, ...]]
    price_at: Callable[[Drawing, Floats, Projection], Floats] | None = None
    parameters: tuple[ToolParameter, ...] = ()
    shortcut: str = ""
    defaults: Callable[[Drawing], Drawing] | None = None
