"""Ichimoku Kinko Hyo: five lines, the cloud between two of them drawn ahead of the bars."""

from __future__ import annotations

from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Settings, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import line


def formula(rows: Rows, settings: Settings) -> Outputs:
    """Middles of the extremes M(n) = (highest high + lowest low of n bars) / 2.

    Conversion line M(9), base line M(26), leading span A (conversion + base) / 2 and B M(52), both drawn 26 bars ahead,
    and the close drawn 26 bars back as lagging span. As Hosoda counts, the bar itself is the first of the 26. Each value
    stands in the row in which it is known; the plots say by how much they are displaced.

    Source: G. Hosoda (Ichimoku Sanjin), 1969; N. Elliott, "Ichimoku Charts" (2007).
    """
    high, low = rows.column("high"), rows.column("low")
    names = ("conversion", "base", "span")
    (conversion,), (base,), (span,) = (rows.reference("MIDPRICE", high, low, timeperiod=whole(settings, name)) for name in names)
    return {
        "conversion": conversion,
        "base": base,
        "leading_a": (conversion + base) / 2,
        "leading_b": span,
        "lagging": rows.column("close") + 0.0,
    }


def _ahead(settings: Settings) -> int:
    return whole(settings, "displacement") - 1


def _back(settings: Settings) -> int:
    return 1 - whole(settings, "displacement")


KIND = IndicatorKind(
    kind="ichimoku",
    title=translatable("Ichimoku Cloud"),
    short="Ichimoku",
    group=groups.TREND,
    parameters=(
        Parameter("conversion", translatable("Conversion line"), 9, 2, 5_000),
        Parameter("base", translatable("Base line"), 26, 2, 5_000),
        Parameter("span", translatable("Leading span B"), 52, 2, 5_000),
        Parameter("displacement", translatable("Displacement"), 26, 1, 1_000),
    ),
    plots=(
        line("conversion", translatable("Conversion line"), "blue", 1.0),
        line("base", translatable("Base line"), "red", 1.0),
        line(
            "leading_a",
            translatable("Leading span A"),
            "green",
            1.0,
            fill_to="leading_b",
            fill_by_order=True,
            displacement=_ahead,
        ),
        line("leading_b", translatable("Leading span B"), "orange", 1.0, displacement=_ahead),
        line("lagging", translatable("Lagging span"), "grey", 1.0, displacement=_back),
    ),
    compute=compute_with(formula),
    about=translatable("Trend, support and resistance at a glance: the price above the cloud is strong, below it weak."),
    pane="overlay",
    live=live_with(formula),
)
