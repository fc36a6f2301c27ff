"""What the golden pictures show: every bar style, scales, panes and sides, in both themes and at three pixel ratios."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, get_args

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.document import (
    Anchor,
    BarStyle,
    Chart,
    Compared,
    Drawing,
    Indicator,
    Scale,
    ScaleKind,
    Stroke,
    Workspace,
)
from charting.core.interval import Interval
from charting.core.pane_edits import move_pane
from charting.core.theme import Mode
from charting.core.timeaxis import TimeAxis
from charting.indicators.declaration import written_moment
from charting.scene.series import Other, Series
from tests.scene.making import INDEX, chart
from tests.view.golden.tools import by_group

RATIOS = (1.0, 1.25, 2.0)
MODES: tuple[Mode, ...] = ("dark", "light")
SIZE = (480, 300)
"""Logical pixels."""
AVERAGE = Indicator("average", "sma", {"period": 20})
VOLUME = Indicator("volume", "volume")
MACD = Indicator("macd", "macd")
RSI = Indicator("rsi", "rsi")
_COUNTS = {"1d": 420, "15m": 420, "1m": 40_000}


class Case(Struct, frozen=True):
    """One picture: a chart of some bars, the slots at its edges, and how it is looked at."""

    name: str
    made: Chart
    interval: str = "1d"
    first: float = 352.3
    last: float = 431.0
    mode: Mode = "dark"
    ratio: float = 1.0
    drawings: tuple[Drawing, ...] = ()
    compared: bool = False
    counting: bool = False

    @property
    def series(self) -> Series:
        """The bars."""
        others = (Other(Compared("other", "demo"), made_up(self.interval, 7)),) if self.compared else ()
        one = made_up(self.interval)
        return Series(one.instrument, one.bars, one.axis, others=others)


@lru_cache(maxsize=8)
def made_up(code: str, seed: int = 1) -> Series:
    """Bars of whole numbers that are the same on every machine: a walk driven by a linear congruential generator.

    Source of its constants: W. H. Press et al., Numerical Recipes, second edition 1992, section 7.1.
    """
    count = _COUNTS[code]
    chances = np.empty(count * 5, dtype=np.int64)
    state = seed
    for place in range(len(chances)):
        state = (1_664_525 * state + 1_013_904_223) % 2**32
        chances[place] = state >> 20  # 12 bits
    step, gap, up, down, traded = chances.reshape(count, 5).T
    close = np.maximum(5000 + np.cumsum((step % 161) - 79), 1000).astype(np.float64)
    open_ = np.concatenate(([5000.0], close[:-1])) + (gap % 41 - 20)
    high, low = np.maximum(open_, close) + up % 61, np.minimum(open_, close) - down % 61
    interval, calendar = Interval.parse(code), calendar_for("XHKG")
    start = int(datetime.datetime(2024, 1, 2, tzinfo=datetime.UTC).timestamp())
    grid = calendar.grid(interval)
    times = grid.stamp(int(grid.number_of(np.array(start))) + np.arange(count))
    bars = Bars.of(times, open_, high, low, close, 1e6 + traded * 1e3, interval)
    return Series(INDEX, bars, TimeAxis(times, interval, calendar))


def scaled(made: Chart, **fields: Any) -> Chart:
    """A chart with another scale of its bars."""
    return replace(made, panes=(replace(made.panes[0], scale=Scale(**fields)), *made.panes[1:]))


def _styles() -> Sequence[Case]:
    """Every style once, taking turns in themes and ratios."""
    found = []
    for number, style in enumerate(sorted(_all_styles())):
        made = replace(chart(()), style=style)
        first, last = (-0.5, 60.0) if style in ("renko", "kagi", "point-and-figure", "line-break") else (352.3, 431.0)
        mode, ratio = MODES[number % 2], RATIOS[number % 3]
        found.append(Case(f"style-{style}", made, first=first, last=last, mode=mode, ratio=ratio))
    return found


def _all_styles() -> tuple[BarStyle, ...]:
    names: list[BarStyle] = []
    for one in get_args(BarStyle):
        names += get_args(one) or [one]
    return tuple(names)


def _drawings() -> tuple[Drawing, ...]:
    bars = made_up("1d").bars

    def at(row: int, price: float) -> Anchor:
        return Anchor(datetime.datetime.fromtimestamp(int(bars.time[row]), datetime.UTC), price)

    ends = at(360, float(bars.low[360])), at(400, float(bars.low[400]))
    return (
        Drawing("line", "trend_line", ends, Stroke("blue", 1.5), extend_right=True),
        Drawing("level", "horizontal_line", (at(380, float(bars.high[380])),), Stroke("red", 1.0, "dash")),
        Drawing("box", "rectangle", (at(365, float(bars.low[365])), at(385, float(bars.high[385]))), Stroke("orange")),
    )


def _texts() -> tuple[Drawing, ...]:
    """Names along lines: at their ends and their middles, above, on and below them, rising, falling and upright."""
    bars = made_up("1d").bars
    low, high = float(bars.low[352:].min()), float(bars.high[352:].max())

    def line(number: int, kind: str, points: Sequence[tuple[int, float]], **settings: str | bool) -> Drawing:
        anchors = tuple(
            Anchor(datetime.datetime.fromtimestamp(int(bars.time[row]), datetime.UTC), low + share * (high - low))
            for row, share in points
        )
        look = Stroke(("blue", "red", "orange", "green", "purple", "cyan")[number], 1.0 + number % 3)
        return Drawing(str(number), kind, anchors, look, name="Neckline", parameters={"turned": True, **settings})

    return (
        line(0, "trend_line", ((356, 0.75), (376, 0.95)), place="left"),
        line(1, "trend_line", ((360, 0.65), (384, 0.35)), place="middle", side="on the line"),
        line(2, "trend_line", ((380, 0.1), (404, 0.6)), place="right", side="below"),
        line(3, "parallel_channel", ((390, 0.9), (412, 0.6), (390, 0.7)), place="left", side="below"),
        line(4, "vertical_line", ((416, 0.5),), place="middle", side="left"),
        line(5, "regression_channel", ((356, 0.5), (372, 0.5)), name_place="right"),
    )


def _tools() -> Sequence[Case]:
    """Every drawing tool, a picture for each of their groups, taking turns in themes, ratios and scales."""
    kinds: tuple[ScaleKind, ...] = ("linear", "log")
    return [
        Case(
            f"tools-{group.lower().replace(' ', '-')}",
            scaled(chart(()), kind=kinds[number // 2 % 2]),
            mode=MODES[number % 2],
            ratio=RATIOS[number % 3],
            drawings=drawings,
        )
        for number, (group, drawings) in enumerate(by_group(made_up("1d")).items())
    ]


def _indicators() -> Sequence[Case]:
    """Whatever an indicator draws besides lines and histograms: volume by price, levels, a cloud, marks, a path, dots."""
    time = made_up("1d").bars.time
    begin, end = (written_moment(int(time[row])) for row in (366, 402))
    over = tuple(Indicator(kind, kind) for kind in ("cdldoji", "cdlengulfing", "zigzag", "fractal"))
    return (
        Case("profile-visible", chart((Indicator("p", "volume_profile_visible"),)), mode="light", ratio=1.25),
        Case("profile-sessions", chart((Indicator("p", "volume_profile_session"),)), interval="15m", ratio=2.0),
        Case("profile-fixed", chart((Indicator("p", "volume_profile_fixed", {"begin": begin, "end": end, "split": False}),))),
        Case("levels", chart((), (RSI,), (Indicator("s", "stoch", levels=(10.0, 50.0, 90.0)),)), ratio=1.25),
        Case("cloud", chart((Indicator("i", "ichimoku"),)), last=470.0, mode="light"),
        Case("marks", chart(over), mode="light", ratio=2.0),
        Case("bands", chart((Indicator("b", "bbands"), Indicator("s", "supertrend")), (Indicator("q", "squeeze"),))),
    )


_PANES = chart((VOLUME, AVERAGE), (MACD,))
_PLAIN = chart((VOLUME,))
_BARS_IN_THE_MIDDLE = move_pane(
    Workspace(1, "Golden", "chart", (chart((VOLUME, AVERAGE), (RSI,), (MACD,)),)), "chart", "pane0", 2
).chart

CASES: tuple[Case, ...] = (
    *_styles(),
    *(Case(f"panes-{mode}-{ratio:g}", _PANES, mode=mode, ratio=ratio) for mode in MODES for ratio in RATIOS),
    Case("log", scaled(_PLAIN, kind="log"), ratio=1.25),
    Case("percent-inverted", scaled(_PLAIN, kind="percent", inverted=True), mode="light"),
    Case("compare", replace(chart(()), compare=(Compared("other", "demo"),)), mode="light", ratio=2.0, compared=True),
    Case("compare-log", scaled(chart(()), kind="log"), compared=True),
    Case("both-sides", replace(chart((VOLUME, RSI)), price_axis="both"), mode="light", ratio=1.25),
    Case("left", replace(chart((), (VOLUME,)), price_axis="left")),
    Case("sessions", _PLAIN, interval="15m", ratio=1.25, counting=True),
    Case("lunch", _PLAIN, interval="15m", first=390.0, last=440.0, mode="light"),
    Case("dense", _PANES, interval="1m", first=-0.5, last=41_000.0),
    Case("dense-2", _PANES, interval="1m", first=-0.5, last=41_000.0, mode="light", ratio=2.0),
    Case("drawings", chart(()), ratio=1.25, drawings=_drawings()),
    Case("bars-in-the-middle", _BARS_IN_THE_MIDDLE, mode="light", ratio=1.25, drawings=_drawings(), compared=True),
    Case("texts-dark", chart(()), drawings=_texts()),
    Case("texts-light", chart(()), drawings=_texts(), mode="light", ratio=2.0),
    *_tools(),
    *_indicators(),
    Case("future", chart((AVERAGE,)), first=410.0, last=470.0, mode="light", ratio=2.0),
)
