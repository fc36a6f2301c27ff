"""Heikin-Ashi: averaged bars, as values of an indicator and as bars of their own."""

from __future__ import annotations

from charting.core.bars import Bars
from charting.core.text import translatable
from charting.indicators import groups
from charting.indicators.carrying import Followed
from charting.indicators.columns import numbers
from charting.indicators.declaration import IndicatorKind, Outputs, Settings
from charting.indicators.following import live_with
from charting.indicators.formulas import Rows, compute_with
from charting.indicators.looks import hidden, line


def formula(rows: Rows, _settings: Settings) -> Outputs:
    """Close' = (O + H + L + C) / 4, open' = (open' + close' of the bar before) / 2, high' and low' the extremes of all.

    The first open' is (O + C) / 2. Source: D. Valcu, "Using the Heikin-Ashi Technique", Stocks & Commodities 22/2 (2004).
    """
    names = ("open", "high", "low", "close")
    return dict(zip(names, rows.reference("HA", *(rows.column(name) for name in names)), strict=True))


class Averaged:
    """Heikin-Ashi bars with the times and volumes of others; rows with holes have no prices.

    They go on with these at the cost of the bars that are new.
    """

    def __init__(self, bars: Bars) -> None:
        self._followed = Followed(KIND, {}, bars, KIND.compute(bars, {}))
        self._known = len(bars)
        self.bars = self._made(bars)

    def go_on(self, bars: Bars) -> None:
        """Be those of another table in the same memory: of one that goes on, or of fewer bars, which have what they had.

        Where it is the longest so far, its last bar may have changed.
        """
        if len(bars) >= self._known:
            self._followed.advance(bars, max(self._known - 1, 0))
            self._known = len(bars)
        self.bars = self._made(bars)

    def _made(self, bars: Bars) -> Bars:
        found = self._followed.outputs
        opened, high, low, close = (numbers(found[name])[: len(bars)] for name in ("open", "high", "low", "close"))
        return Bars(bars.time, opened, high, low, close, bars.volume, bars.interval)


KIND = IndicatorKind(
    kind="heikin_ashi",
    title=translatable("Heikin-Ashi"),
    short="HA",
    group=groups.PRICE,
    parameters=(),
    plots=(
        line("open", translatable("Open"), "grey", 1.0, fill_to="close"),
        hidden("high", translatable("High")),
        hidden("low", translatable("Low")),
        line("close", translatable("Close"), "blue", 1.0, fill_to="open", fill_by_order=True),
    ),
    compute=compute_with(formula),
    about=translatable("Open and close of averaged bars: the close above the open is a rise."),
    pane="overlay",
    live=live_with(formula),
)
