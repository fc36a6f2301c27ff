"""Dividends and splits as factors of time: what a price on one basis of adjustment is on another.

Bars come as most sources have them, adjusted for splits. ``raw`` prices are those that were traded, ``full`` ones are
adjusted for dividends too, so that their changes are what a holder gained who bought more shares of every dividend.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Literal

import numpy as np
from msgspec import Struct

from charting.core.bars import Bars, Floats, Times
from charting.core.calendar import DAY_SECONDS
from charting.core.document import Basis
from charting.core.interval import DAY
from charting.core.median import median


class Action(Struct, frozen=True):
    """A corporate action at a time (UTC seconds, the opening of the first session that trades without it).

    ``value`` is a dividend's amount per share in the instrument's currency, counted in today's shares, a split's factor
    (2.0 for two shares out of one), or the earnings per share that were published, NaN where they are not known; these
    change no price.
    """

    time: int
    kind: Literal["dividend", "split", "earnings"]
    value: float


def day_of(action: Action) -> int:
    """Days since 1970 of an action's opening, which intervals and answers agree on better than on its time."""
    return action.time // DAY_SECONDS


def joined_actions(old: Sequence[Action], new: Sequence[Action]) -> tuple[Action, ...]:
    """All actions, oldest first; of the same kind on the same day the newer value."""
    by_place = {(day_of(action), action.kind): action for action in (*old, *new)}
    return tuple(sorted(by_place.values(), key=lambda action: (action.time, action.kind)))


def with_earnings(actions: Sequence[Action], earnings: Sequence[Action]) -> tuple[Action, ...]:
    """Actions with other dates of earnings from the first of these on: what was expected gives way to what came."""
    first = min((action.time for action in earnings), default=math.inf)
    rest = [action for action in actions if action.kind != "earnings" or action.time < first]
    return joined_actions(rest, earnings)


class Adjustments(Struct, frozen=True, eq=False):
    """What dividends and splits have done to the prices of one instrument.

    Attributes
    ----------
    actions
        All that are known, oldest first.
    as_of
        The moment (UTC seconds) up to which the prices they belong to know of them; 0 where there are no prices.
    times
        (m,) int64, UTC seconds, of the dividends and splits, rising.
    shares
        (m + 1,) what one share had become by splits before the first of them, then after each.
    growth
        (m + 1,) the same by dividends that bought more shares on the day they were paid.
    """

    actions: tuple[Action, ...]
    as_of: int
    times: Times
    shares: Floats
    growth: Floats

    @property
    def known_until(self) -> datetime | None:
        """:attr:`as_of` as an aware time; None where there are no prices."""
        return datetime.fromtimestamp(self.as_of, UTC) if self.as_of else None

    def of_times(self, times: Times, basis: Basis) -> Floats | None:
        """What prices adjusted for splits are to be multiplied with, at (n,) times; None where that is 1 everywhere."""
        row = self.times.searchsorted(times, "right")
        match basis:
            case "raw":
                factors = self.shares[-1] / self.shares[row]
            case "full":
                factors = self.growth[row] / self.growth[-1]
            case _:
                return None
        return None if bool((factors == 1.0).all()) else factors

    def changed_since(self, basis: Basis, seconds: float) -> bool:
        """Whether something after a moment has changed what prices on a basis mean."""
        row = int(self.times.searchsorted(seconds, "right"))
        if self.shares[row] != self.shares[-1]:
            return True
        return basis == "full" and bool(self.growth[row] != self.growth[-1])

    def factor(self, time: float, drawn: Basis, as_of: float, shown: Basis) -> float:
        """What a price that was drawn is to be multiplied with where it is shown.

        Splits are changes of unit: a line drawn before one goes with it as a whole, its future end too. Dividends are
        changes of price: they count by the time of the point itself.

        Parameters
        ----------
        time
            UTC seconds of the point.
        drawn, as_of
            The basis it was drawn on, and the moment up to which dividends and splits were known then.
        shown
            The basis it is shown on, with all that is known now.
        """
        here, then = self._at(time), self._at(as_of)
        past = min(here, then)
        unit = past if drawn == "raw" else then
        target = here if shown == "raw" else -1
        factor = float(self.shares[unit] / self.shares[target])
        if drawn == "full":
            factor *= float(self.growth[then] / self.growth[past])
        if shown == "full":
            factor *= float(self.growth[here] / self.growth[-1])
        return factor

    def _at(self, seconds: float) -> int:
        return int(self.times.searchsorted(seconds, "right"))


def adjustments_of(bars: Bars, adjusted: Floats | None, actions: Sequence[Action], *, applied: bool = True) -> Adjustments:
    """The adjustments that follow from what a source says.

    A dividend's effect is the source's own where it gives adjusted closes, else what the exchange takes off the price:
    one minus the dividend over the close before it (CRSP's factor). One as large as that close is not believed.

    Parameters
    ----------
    bars
        Adjusted for splits; best daily ones.
    adjusted
        (len(bars),) closes adjusted for dividends too, None where the source has none.
    actions
        Dividends and splits of the same time, amounts in today's shares.
    applied
        False where nobody says what the prices are adjusted for, as in files: then actions are told, and change nothing.
    """
    told = tuple(sorted(actions, key=lambda action: action.time))
    moved = [action for action in told if applied and action.kind != "earnings" and 0 < action.value < math.inf]
    times = np.array([action.time for action in moved], dtype=np.int64)
    splits = np.array([action.value if action.kind == "split" else 1.0 for action in moved])
    paid = [action if action.kind == "dividend" else None for action in moved]
    gains = _gains_of_source(bars, adjusted, paid) if adjusted is not None else _gains_of_amounts(bars, paid)
    as_of = max(*bars.time[-1:].tolist(), *times.tolist(), 0, 0)
    return Adjustments(told, as_of, times, _running(splits), _running(gains))


def _running(steps: Floats) -> Floats:
    return np.concatenate(([1.0], np.cumprod(steps)))


def _gains_of_amounts(bars: Bars, paid: Sequence[Action | None]) -> Floats:
    """What each dividend multiplies a holding with, by its amount; 1 for what is none, (m,)."""
    gains = np.ones(len(paid))
    known = np.flatnonzero(np.isfinite(bars.close))
    for row, action in enumerate(paid):
        if action is None:
            continue
        before = known[: int(bars.time[known].searchsorted(action.time))][-1:]
        for close in bars.close[before].tolist():
            if 0 < action.value < close:
                gains[row] = 1 / (1 - action.value / close)
    return gains


def _gains_of_source(bars: Bars, adjusted: Floats, paid: Sequence[Action | None]) -> Floats:
    """What each dividend multiplies a holding with, by the source's adjusted closes; 1 for what is none, (m,).

    Between two dividends these are a constant share of the closes; the middle one of its shares is free of rounding.
    """
    gains = np.ones(len(paid))
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = adjusted / bars.close
    usable = np.isfinite(shares) & (shares > 0)
    rows = [row for row, action in enumerate(paid) if action is not None]
    ends = bars.time.searchsorted(np.array([action.time for action in paid if action is not None], dtype=np.int64))
    level = math.nan
    for start, stop, row in zip((0, *ends.tolist()), (*ends.tolist(), len(bars)), (None, *rows), strict=True):
        between = shares[start:stop][usable[start:stop]]
        if not len(between):
            continue  # two dividends between two bars: the later one has the effect of both
        now = median(between)
        if row is not None and math.isfinite(level):
            gains[row] = now / level
        level = now
    return gains


NO_ADJUSTMENTS = adjustments_of(Bars.empty(DAY), None, ())
"""Of a source that knows no dividends and splits, or of bars that are not there."""


def adjusted_bars(bars: Bars, adjustments: Adjustments, basis: Basis) -> Bars:
    """Bars that are adjusted for splits, on another basis; the same ones where nothing differs.

    Prices are multiplied, all four alike; raw volumes are divided by as much, so that turnover stays.
    """
    factors = adjustments.of_times(bars.time, basis)
    if factors is None:
        return bars
    opens, highs, lows, closes = (column * factors for column in (bars.open, bars.high, bars.low, bars.close))
    volume = bars.volume / factors if basis == "raw" else bars.volume
    return Bars.of(bars.time, opens, highs, lows, closes, volume, bars.interval)
