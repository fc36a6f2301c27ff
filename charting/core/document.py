"""The document: one immutable value with everything a user has arranged, drawn and switched on.

Drawings come in thousands, and what they are made of can be part of no cycle: the garbage collector need not look through
them (``gc=False``), which would take longer than a frame.
"""

from __future__ import annotations

import os
from datetime import datetime
from typing import Annotated, Literal

import msgspec

VERSION = 1

Dash = Literal["solid", "dash", "dot"]
PlotShape = Literal["line", "step", "histogram", "columns", "dots"]
Field = Literal["open", "high", "low", "close"]
Interpolation = Literal["linear", "log"]
Basis = Literal["raw", "split", "full"]
ScaleKind = Literal["linear", "log", "percent", "indexed"]
AxisSide = Literal["right", "left", "both"]
Times = Literal["exchange", "local", "utc"]
PriceMadeStyle = Literal["renko", "kagi", "point-and-figure", "line-break"]
BarStyle = Literal[
    "candles", "hollow", "ohlc", "line", "step", "area", "baseline", "high-low", "columns", "heikin-ashi", PriceMadeStyle
]
Value = bool | int | float | str | list[float | str]
IntervalCode = Annotated[str, msgspec.Meta(pattern=r"^[1-9]\d{0,3}(m|h|d|wk|mo)\Z")]
OptionalIntervalCode = Annotated[str, msgspec.Meta(pattern=r"^([1-9]\d{0,3}(m|h|d|wk|mo))?\Z")]
Weight = Annotated[float, msgspec.Meta(gt=0)]
Moment = Annotated[datetime, msgspec.Meta(tz=True)]


def new_id() -> str:
    """A short identifier that no other part of a workspace has."""
    return os.urandom(6).hex()


class Level(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One level of a drawing that looks as the user wants it; in a list of levels a bare number is one as its tool has it.

    ``colour`` is a palette name of the theme or ``#rrggbb``, empty for the one that its tool gives it.
    """

    value: float
    shown: bool = True
    colour: str = ""


Setting = bool | int | float | str | list[float | str | Level]
"""What a drawing keeps for a parameter of its tool."""


class Stroke(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """How a line looks: ``colour`` is a palette name of the theme or ``#rrggbb``, ``width`` in logical pixels."""

    colour: str = "blue"
    width: Annotated[float, msgspec.Meta(gt=0, le=20)] = 1.0
    dash: Dash = "solid"


class Anchor(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One point of a drawing, in time and price.

    Attributes
    ----------
    time
        An aware time in UTC. It is never rewritten by zooming, changing the interval or the arrival of bars.
    price
        In the instrument's currency, on the adjustment basis the drawing was made on.
    interval
        The interval of the chart it was placed on.
    field
        The price of the bar it was snapped to, None for a free point.
    """

    time: Moment
    price: float
    interval: IntervalCode = "1d"
    field: Field | None = None


class Drawing(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """Something drawn by hand on an instrument; ``kind`` names its tool in ``charting.drawings``.

    ``basis`` and ``as_of`` say what its prices mean: on which adjustment they were drawn, and up to which moment dividends
    and splits were known to it (None: all there are). They stay; see ``charting.drawings.remapping`` for how it is shown.
    ``interp`` is the space in which its lines are straight, taken from the scale it was drawn on; ``parameters`` are
    the tool's own (levels, texts), by the names the tool declares. ``intervals`` are the shortest and the longest bars it
    is shown on, None for all; ``layer`` is one that a chart may hide.
    """

    id: str
    kind: str
    anchors: tuple[Anchor, ...]
    stroke: Stroke = Stroke()
    fill: str | None = None
    opacity: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.12
    extend_left: bool = False
    extend_right: bool = False
    interp: Interpolation = "linear"
    parameters: dict[str, Setting] = {}
    name: str = ""
    note: str = ""
    layer: str = ""
    locked: bool = False
    hidden: bool = False
    intervals: tuple[IntervalCode, IntervalCode] | None = None
    basis: Basis = "split"
    as_of: Moment | None = None


class Scale(msgspec.Struct, frozen=True, omit_defaults=True):
    """A price scale, of a pane or of an indicator; ``low`` and ``high`` are None while it follows the visible bars by itself."""

    kind: ScaleKind = "linear"
    inverted: bool = False
    low: float | None = None
    high: float | None = None


class Indicator(msgspec.Struct, frozen=True, omit_defaults=True):
    """One indicator on a chart; ``kind`` names its declaration, ``strokes`` overrides the look of its plots by name.

    ``shapes`` says what some of its plots are drawn as, by name, instead of what the declaration says.
    ``interval`` is that of the longer bars it is computed on, empty for the chart's own. ``levels`` are the heights marked
    across its pane, None for those its declaration has. ``scale`` is one of its own beside the pane's, None while it is
    read on the pane's. ``intervals`` are the shortest and the longest bars it is shown on, None for all;
    ``hidden`` are the names of those of its plots that are not drawn.
    """

    id: str
    kind: str
    parameters: dict[str, Value] = {}
    strokes: dict[str, Stroke] = {}
    visible: bool = True
    interval: OptionalIntervalCode = ""
    levels: tuple[float, ...] | None = None
    intervals: tuple[IntervalCode, IntervalCode] | None = None
    hidden: tuple[str, ...] = ()
    scale: Scale | None = None
    shapes: dict[str, PlotShape] = {}


class Pane(msgspec.Struct, frozen=True, omit_defaults=True):
    """A horizontal strip of a chart, one of which holds its bars. ``weight`` is its share of the height.

    ``legend_folded`` leaves the lines of its indicators out of its legend.
    """

    id: str
    weight: Weight = 1.0
    indicators: tuple[Indicator, ...] = ()
    scale: Scale = Scale()
    collapsed: bool = False
    legend_folded: bool = False


class TimeRange(msgspec.Struct, frozen=True):
    """What is in view, from the left edge to the right, as aware times in UTC; the right one may lie in the future."""

    first: Moment
    last: Moment


class Compared(msgspec.Struct, frozen=True, omit_defaults=True):
    """A further series over the first: its symbol, where its bars come from, the colour of its line, and whether it shows."""

    symbol: str
    source: str
    colour: str = "orange"
    visible: bool = True


class Sizes(msgspec.Struct, frozen=True, omit_defaults=True):
    """Sizes of the bars that prices make.

    ``renko``, ``kagi`` and ``box`` (of point and figure) are in the instrument's currency, None for the average true
    range. A column of point and figure is turned by ``reversal`` boxes, a line break by breaking ``lines`` lines.
    """

    renko: Annotated[float, msgspec.Meta(gt=0)] | None = None
    kagi: Annotated[float, msgspec.Meta(gt=0)] | None = None
    box: Annotated[float, msgspec.Meta(gt=0)] | None = None
    reversal: Annotated[int, msgspec.Meta(ge=2, le=20)] = 3
    lines: Annotated[int, msgspec.Meta(ge=1, le=20)] = 3


class Chart(msgspec.Struct, frozen=True, omit_defaults=True):
    """One chart: which series it shows and how.

    ``source`` says where its bars come from: ``demo``, ``yahoo``, or the address of a file (``file:///...``).
    ``range`` is None while the chart shows its latest bars by default. ``maximised`` is the pane that has the chart to
    itself for now, empty for none. ``compare`` are the series that its own is compared with. ``bars_pane`` is the id of the
    pane that holds the bars, empty for the first; ask :attr:`price_pane` for it.
    ``price_axis`` is the side of the price axis, and ``times`` whose clock tells the times of intraday bars: the exchange's,
    that of the user's computer, or UTC. ``adjustment`` is what its prices are adjusted for: nothing, splits, or splits and
    dividends; ``actions_hidden`` leaves out the marks of dividends and splits.
    """

    id: str
    symbol: str
    source: str
    interval: IntervalCode = "1d"
    style: BarStyle = "candles"
    panes: tuple[Pane, ...] = ()
    range: TimeRange | None = None
    drawings_hidden: bool = False
    hidden_layers: tuple[str, ...] = ()
    maximised: str = ""
    compare: tuple[Compared, ...] = ()
    sizes: Sizes = Sizes()
    price_axis: AxisSide = "right"
    times: Times = "exchange"
    adjustment: Basis = "split"
    actions_hidden: bool = False
    bars_pane: str = ""

    @property
    def price_index(self) -> int:
        """Index of the pane that holds the bars: the first where none has the id of ``bars_pane``."""
        for index, pane in enumerate(self.panes):
            if pane.id == self.bars_pane:
                return index
        return 0

    @property
    def price_pane(self) -> Pane:
        """The pane that holds the bars, on whose scale prices are read."""
        return self.panes[self.price_index]


class WatchlistItem(msgspec.Struct, frozen=True):
    """One line of a watchlist: an instrument and where its bars come from."""

    symbol: str
    source: str


class Layout(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where the window's parts stand: Qt's own geometry and dock state, base64, and whether it was maximised."""

    geometry: str = ""
    docks: str = ""


class Workspace(msgspec.Struct, frozen=True):
    """Everything that is kept: charts, drawings by instrument, watchlist and window layout.

    ``drawings`` maps an instrument's symbol to its drawings, lowest first; every chart of that instrument shows them.
    """

    version: int
    name: str
    active: str
    charts: tuple[Chart, ...]
    drawings: dict[str, tuple[Drawing, ...]] = {}
    watchlist: tuple[WatchlistItem, ...] = ()
    layout: Layout = Layout()

    @property
    def chart(self) -> Chart:
        """The active chart.

        Raises
        ------
        LookupError
            If ``active`` names none of the charts (the codec refuses such files).
        """
        for chart in self.charts:
            if chart.id == self.active:
                return chart
        raise LookupError(f"The workspace has no chart “{self.active}”.")


def carry_view(target: Workspace, current: Workspace) -> Workspace:
    """``target`` seen as ``current`` is seen: undo and redo must not move the view or the window's parts.

    The workspace's name, layout, ranges, heights of panes and scales dragged by hand are taken from ``current``; ranges and
    scales only where the same chart still shows the same series, scales only of the same adjustment, and that of the bars only
    where they are compared with the same ones.
    """
    by_id = {chart.id: chart for chart in current.charts}
    charts = tuple(_carry_chart(chart, by_id[chart.id]) if chart.id in by_id else chart for chart in target.charts)
    return msgspec.structs.replace(target, name=current.name, charts=charts, layout=current.layout)


def _carry_chart(chart: Chart, now: Chart) -> Chart:
    same_series = (now.symbol, now.source) == (chart.symbol, chart.source)
    by_id = {pane.id: pane for pane in now.panes}
    same_prices = same_series and now.adjustment == chart.adjustment
    freed = "" if chart.compare == now.compare else chart.price_pane.id
    panes = tuple(
        _carry_pane(pane, by_id[pane.id], same_prices, same_prices and pane.id != freed) if pane.id in by_id else pane
        for pane in chart.panes
    )
    maximised = now.maximised if any(pane.id == now.maximised for pane in panes) else ""
    range_ = now.range if same_series else chart.range
    carried = msgspec.structs.replace(chart, panes=panes, range=range_, maximised=maximised)
    return chart if carried == chart else carried


def _carry_pane(pane: Pane, now: Pane, same_prices: bool, same_scale: bool) -> Pane:
    scale, indicators = _carry_scale(pane.scale, now.scale) if same_scale else pane.scale, pane.indicators
    if same_prices:
        scales = {indicator.id: indicator.scale for indicator in now.indicators}
        indicators = tuple(_carry_indicator(indicator, scales.get(indicator.id)) for indicator in indicators)
    carried = msgspec.structs.replace(
        pane,
        weight=now.weight,
        scale=scale,
        collapsed=now.collapsed,
        legend_folded=now.legend_folded,
        indicators=indicators,
    )
    return pane if carried == pane else carried


def _carry_indicator(indicator: Indicator, now: Scale | None) -> Indicator:
    if indicator.scale is None or now is None:
        return indicator
    return msgspec.structs.replace(indicator, scale=_carry_scale(indicator.scale, now))


def _carry_scale(scale: Scale, now: Scale) -> Scale:
    return msgspec.structs.replace(scale, low=now.low, high=now.high) if scale.kind == now.kind else scale
