"""What indicators of volume by price have in common: their settings, their lines, and how they are declared."""

from __future__ import annotations

from types import MappingProxyType

from charting.core.bars import Bars
from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Plot, Settings, Stretches

ROWS = Parameter("rows", translatable("Rows"), 24, 4, 400)
VALUE_AREA = Parameter("value_area", translatable("Value area in %"), 70.0, 1.0, 100.0)
WIDTH = Parameter("width", translatable("Width in %"), 30.0, 5.0, 100.0)
SIDE = Parameter("side", translatable("Side"), "right", choices=(translatable("left"), translatable("right")))
SPLIT = Parameter("split", translatable("Rising and falling apart"), default=True)

PLOTS = (
    Plot("control", translatable("Point of control"), "profile", Stroke(colour="orange", width=1.5)),
    Plot("high", translatable("Value area high"), "profile", Stroke(colour="grey", width=1.0, dash="dash")),
    Plot("low", translatable("Value area low"), "profile", Stroke(colour="grey", width=1.0, dash="dash")),
)


def compute(_bars: Bars, _settings: Settings) -> Outputs:
    """Nothing row by row: what is drawn depends on whole stretches of bars, some of them on what is in view."""
    return _NOTHING


_NOTHING: Outputs = MappingProxyType({})


def profile_kind(
    kind: str, title: str, short: str, about: str, stretches: Stretches, parameters: tuple[Parameter, ...], side: str
) -> IndicatorKind:
    """An indicator that draws the volume by price of the stretches of bars that ``stretches`` names.

    Each bar's volume is spread evenly over its prices. The point of control is the middle of the row with most volume; the
    value area grows from it, row by row to the side with more volume, until it holds its share of all.

    Source: J. Dalton, E. Jones, R. Dalton, "Mind over Markets" (1990), after J. P. Steidlmayer's Market Profile.
    """
    placed = Parameter("side", SIDE.title, side, choices=SIDE.choices)
    return IndicatorKind(
        kind=kind,
        title=title,
        short=short,
        group=groups.VOLUME,
        parameters=(*parameters, ROWS, VALUE_AREA, WIDTH, placed, SPLIT),
        plots=PLOTS,
        compute=compute,
        about=about,
        pane="overlay",
        cost=0.0,
        restart=lambda _bars, _settings, row: row,
        stretches=stretches,
    )
