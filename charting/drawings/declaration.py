"""What a drawing tool says of itself, and what it is told of the chart it is drawn on."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cached_property, wraps
from typing import Any, TypeVar

from msgspec import Struct, field

from charting.core.bars import Bars, Floats
from charting.core.document import Anchor, Basis, Drawing, Level, Setting
from charting.core.figures import Figure, Point
from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.core.timeaxis import TimeAxis, goes_on
from charting.core.viewport import Viewport
from charting.drawings.plane import Plane, interpolation
from charting.drawings.wording import ENGLISH, Wording

Points = tuple[Point, ...]
Remembered = dict[int, tuple[Drawing, dict[Callable[..., Any], Any]]]
Found = TypeVar("Found")

MOST_LEVELS = 64
"""Levels of one drawing that are shown, however many a file lists."""


class Projection(Struct, frozen=True, eq=False, dict=True):
    """A pane as drawings see it: its viewport, its bars and the axis that turns time into slots."""

    window: Viewport
    """Where the pane is; tools take its top and bottom from here, but its edges at the sides from :attr:`viewport`."""
    axis: TimeAxis
    table: Bars
    """Its bars; tools read prices and volumes from :attr:`bars`."""
    instrument: Instrument
    wording: Wording = ENGLISH
    remembered: Remembered = field(default_factory=dict)
    """What :meth:`recall` found out, by the identity of the drawing, which it holds."""
    basis: Basis = "split"
    """What its prices are adjusted for."""
    as_of: datetime | None = None
    """Up to when its prices know of dividends and splits; None where nothing is said of them."""

    @property
    def viewport(self) -> Viewport:
        """The window onto the pane, for tools that hold texts within its edges; :meth:`edges_asked` tells that one asked."""
        self.__dict__["asked"] = True
        return self.window

    def edges_asked(self) -> bool:
        """Whether somebody asked for the viewport since this was asked last.

        A tool that did not draws what moves with the bars and nothing else: on a pane a few pixels further on it would draw
        the same a few pixels further back.
        """
        return bool(self.__dict__.pop("asked", False))

    @property
    def bars(self) -> Bars:
        """The bars, for tools that show what they come to; :meth:`bars_asked` tells that one asked."""
        self.__dict__["read"] = True
        return self.table

    def bars_asked(self) -> bool:
        """Whether somebody asked for the bars since this was asked last.

        A tool that did not draws the same whatever trades make of them.
        """
        return bool(self.__dict__.pop("read", False))

    @property
    def interval(self) -> Interval:
        """What one bar covers."""
        return self.table.interval

    def lies_like(self, other: Projection) -> bool:
        """Whether drawings lie on this pane as on one before it, at the same heights and as wide, but perhaps not as far right.

        What they show of the bars may be another matter.
        """
        mine, its = self.window, other.window
        return (
            goes_on(self.axis, other.axis)
            and self.instrument is other.instrument
            and self.wording is other.wording
            and (self.basis, self.as_of) == (other.basis, other.as_of)
            and (mine.left, mine.top, mine.width, mine.height) == (its.left, its.top, its.width, its.height)
            and (mine.pixel_ratio, interpolation(mine.scale.kind)) == (its.pixel_ratio, interpolation(its.scale.kind))
            and (mine.scale.low, mine.scale.high, mine.scale.inverted) == (its.scale.low, its.scale.high, its.scale.inverted)
        )

    def recall(self, drawing: Drawing, find: Callable[[Drawing, Projection], Found]) -> Found:
        """What ``find`` finds out of a drawing, asked once: it must depend neither on what is in view nor on the bars."""
        known = self.remembered.get(id(drawing))
        if known is None or known[0] is not drawing:
            known = self.remembered[id(drawing)] = (drawing, {})
        if find not in known[1]:
            known[1][find] = find(drawing, self)
        found: Found = known[1][find]
        return found

    @cached_property
    def plane(self) -> Plane:
        """The viewport as two straight maps, for fast sums."""
        return Plane.of(self.window)

    def slot(self, anchor: Anchor) -> float:
        """Where an anchor lies on the slot axis: on the bar that contains it, or past the ends by the calendar."""
        return self.axis.anchor_slot(anchor.time.timestamp())

    def point(self, anchor: Anchor) -> Point:
        """Where an anchor lies in device pixels."""
        return self.plane.x(self.slot(anchor)), self.plane.y(anchor.price)

    def price_text(self, price: float) -> str:
        """A price of the pane's instrument as its figures write it."""
        return self.wording.price(price, self.instrument)


def kept(find: Callable[[Drawing, Projection], Found]) -> Callable[[Drawing, Projection], Found]:
    """A function that finds out something of a drawing on an axis, and is asked once for each: see :meth:`Projection.recall`."""

    @wraps(find)
    def recalled(drawing: Drawing, projection: Projection) -> Found:
        return projection.recall(drawing, find)

    return recalled


class ToolParameter(Struct, frozen=True):
    """One setting of a tool, kept in ``Drawing.parameters``.

    A list is one of levels. ``choices`` lists what a text may be, ``low`` and ``high`` bound a number or each level of a
    list, and ``colours`` are those that levels have in turn, the smallest first, as long as they have none of their own;
    without any they have the drawing's. What is ``own`` is meant for one drawing, as its text is: templates and the user's
    defaults leave it alone.
    """

    name: str
    title: str
    default: Setting
    choices: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    own: bool = False
    colours: tuple[str, ...] = ()


class Handle(Struct, frozen=True):
    """A grip of a selected drawing: dragging it moves the time of one anchor and the price of one, maybe another.

    Attributes
    ----------
    at
        Where it is, in device pixels.
    time, price
        The anchors it moves, by index; None where it leaves times or prices alone (the side of a rectangle).
    """

    at: Point
    time: int | None
    price: int | None


class Tool(Struct, frozen=True):
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
        How many clicks place it; the least number when ``max_anchors`` says more.
    figures
        ``(drawing, points, projection)`` -> what to paint, lowest first; ``points`` are its anchors in device pixels.
        It is also asked for previews with fewer points than ``anchors``, but never with none. Coordinates may lie
        anywhere or be NaN: ``layout`` clips what every tool returns.
    price_at
        ``(drawing, slots, projection)`` -> the prices of its main line at slots, (n,) float64, NaN beside it; None for
        tools that have no price over time. Axis labels, alerts and analysis all ask this one.
    lines_at
        The same for every line of a tool with several, by name, such as ``"0.5"`` for the middle of a channel.
    shortcut
        Key sequence in Qt's portable form, such as ``Alt+T``.
    defaults
        Gives a fresh drawing the tool's own look and settings.
    max_anchors
        More than ``anchors`` for tools that take as many points as the user clicks, 0 for "exactly ``anchors``".
    freehand
        Placed by one stroke of the pointer; its points lie between bars too.
    preset_of
        Kind of the drawings it makes, for menu entries that are another tool with other defaults (a ray is a trend
        line that is extended).
    settle
        ``(drawing, projection)`` -> the drawing with its anchors as the tool keeps them, once after the last click.
    reshape
        ``(before, after, moved anchor, projection)`` -> ``after`` with the other anchors following as they should.
    handles
        ``(drawing, points, projection)`` -> its handles; one at every anchor when None.
    reach
        ``(drawing)`` -> how far it may show left and right of all its anchors, in lengths of the stretch between them: 0
        for not at all, infinite for without end. By its extensions when None.
    beyond
        ``(drawing, projection)`` -> the lines that it may show beyond its anchors, each by two points (slot, and price in
        the space it was drawn in), so that what runs past the pane far above or below need not be laid out. None where
        nobody can say.
    square
        Shift makes squares and circles instead of holding angles.
    names
        ``figures`` writes the drawing's name, or has other words in its place; else shared code writes it above.
    """

    kind: str
    title: str
    group: str
    hint: str
    icon: str
    anchors: int
    figures: Callable[[Drawing, Points, Projection], tuple[Figure, ...]]
    price_at: Callable[[Drawing, Floats, Projection], Floats] | None = None
    parameters: tuple[ToolParameter, ...] = ()
    shortcut: str = ""
    defaults: Callable[[Drawing], Drawing] | None = None
    max_anchors: int = 0
    freehand: bool = False
    preset_of: str = ""
    settle: Callable[[Drawing, Projection], Drawing] | None = None
    reshape: Callable[[Drawing, Drawing, int, Projection], Drawing] | None = None
    handles: Callable[[Drawing, Points, Projection], tuple[Handle, ...]] | None = None
    reach: Callable[[Drawing], tuple[float, float]] | None = None
    beyond: Callable[[Drawing, Projection], Iterable[tuple[Point, Point]]] | None = None
    lines_at: Callable[[Drawing, Floats, Projection], Mapping[str, Floats]] | None = None
    square: bool = False
    names: bool = False

    @property
    def makes(self) -> str:
        """Kind of the drawings this tool makes."""
        return self.preset_of or self.kind


def chosen(drawing: Drawing, parameter: ToolParameter) -> Setting:
    """The value a drawing has for a parameter; the default where it has none, or one of another kind.

    Files are edited by hand and by other versions: a text where a number belongs must not stop the chart.
    """
    default = parameter.default
    if parameter.name not in drawing.parameters:
        return default
    value = drawing.parameters[parameter.name]
    if isinstance(default, bool) or isinstance(value, bool):
        return value if isinstance(value, bool) and isinstance(default, bool) else default
    if isinstance(default, int | float):
        return value if isinstance(value, int | float) else default
    if isinstance(default, str):
        return value if isinstance(value, str) and (not parameter.choices or value in parameter.choices) else default
    return value if isinstance(value, list) else default


def flag(drawing: Drawing, parameter: ToolParameter) -> bool:
    """A yes-or-no parameter."""
    return bool(chosen(drawing, parameter))


def number(drawing: Drawing, parameter: ToolParameter) -> float:
    """A number within the parameter's bounds."""
    value = chosen(drawing, parameter)
    found = float(value) if isinstance(value, int | float) else 0.0
    if parameter.low is not None:
        found = max(found, parameter.low)
    return found if parameter.high is None else min(found, parameter.high)


def word(drawing: Drawing, parameter: ToolParameter) -> str:
    """A text, or one of the parameter's choices."""
    return str(chosen(drawing, parameter))


def levels(drawing: Drawing, parameter: ToolParameter) -> tuple[Level, ...]:
    """A list of levels as it was given, those that are not shown too, at most :data:`MOST_LEVELS` of them.

    What else is in it, or beyond the parameter's bounds, is left out.
    """
    value = chosen(drawing, parameter)
    low = -math.inf if parameter.low is None else parameter.low
    high = math.inf if parameter.high is None else parameter.high
    found: list[Level] = []
    for item in value if isinstance(value, list) else ():
        level = Level(float(item)) if isinstance(item, int | float) else item
        if isinstance(level, Level) and low <= level.value <= high:
            found.append(level)
    return tuple(found[:MOST_LEVELS])


def ratios(drawing: Drawing, parameter: ToolParameter) -> tuple[float, ...]:
    """The levels of a list that are shown, each once, the smallest first."""
    return tuple(sorted({level.value for level in levels(drawing, parameter) if level.shown}))
