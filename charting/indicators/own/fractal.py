"""Williams fractals: bars whose high or low stands out among their neighbours."""

from __future__ import annotations

import numpy as np

from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.declaration import IndicatorKind, Outputs, Parameter, Plot, Settings, whole
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import hidden


def formula(rows: Rows, settings: Settings) -> Outputs:
    """An up fractal is a high above those of the bars around it, a down fractal a low below theirs.

    The bars after it decide, so it is known only ``after`` bars later: its price stands in that row, and ``ago`` says how
    many rows back the bar itself is.

    Source: B. Williams, "Trading Chaos" (1995), with two bars on each side.
    """
    high, low = rows.column("high"), rows.column("low")
    before, after = whole(settings, "before"), whole(settings, "after")
    up, down = rows.reference("FRACTAL", high, low, leftbars=before, rightbars=after)
    traded = np.isfinite(high) & np.isfinite(low)
    highs, lows, numbers = (rows.lag(np.where(traded, values, np.nan), after) for values in (high, low, rows.number()))
    return {
        "up": np.where(up > 0, highs, np.nan),
        "down": np.where(down > 0, lows, np.nan),
        "ago": rows.number() - numbers,
    }


KIND = IndicatorKind(
    kind="fractal",
    title=translatable("Williams Fractals"),
    short=translatable("Fractals"),
    group=groups.LEVELS,
    parameters=(
        Parameter("before", translatable("Bars before"), 2, 1, 1_000),
        Parameter("after", translatable("Bars after"), 2, 1, 1_000),
    ),
    plots=(
        Plot("up", translatable("High"), "dots", Stroke(colour="green", width=4.0), ago="ago"),
        Plot("down", translatable("Low"), "dots", Stroke(colour="red", width=4.0), ago="ago"),
        hidden("ago", translatable("Bars ago")),
    ),
    compute=compute_with(formula),
    about=translatable("Marks highs and lows that stand out among the bars around them."),
    pane="overlay",
    cost=40.0,
    live=live_with(formula),
)
