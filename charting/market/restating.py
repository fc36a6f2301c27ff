"""Whether a source has restated the past since its bars were stored, and stored bars as it would state them now."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from msgspec import structs

from charting.core.adjustment import Action, day_of, joined_actions
from charting.core.bars import Bars, Floats
from charting.market.provider import History
from charting.market.validate import SCALE

RESTATED = 0.005
"""Share of the price by which overlapping closes must differ before a restatement is thought of."""

READJUSTED = 1e-4
"""The same for closes adjusted for dividends."""

_BY_SPLITS = 0.02
"""Share of the price within which a restatement is thought to be that of the new splits, and nothing besides."""


def is_implausible(old: History, new: History) -> bool:
    """Whether ``new`` is many times as high or low as ``old`` at the same times, and no new split explains it."""
    ratio = _ratio(old, new, "close")
    return ratio is not None and not new_splits(old, new) and not 1 / SCALE < ratio < SCALE


def is_restated(old: History, new: History) -> bool:
    """Whether the closes both have differ by a ratio, as after a split, or ``new`` knows a split that ``old`` does not.

    The last bar of ``old`` may have been unfinished and is not compared.
    """
    if new_splits(old, new):
        return True
    ratio = _ratio(old, new, "close")
    return ratio is not None and abs(ratio - 1) > RESTATED


def is_readjusted(old: History, new: History) -> bool:
    """Whether the adjusted closes both have differ, as after a dividend: then those of all earlier bars do."""
    if old.adjusted is None or new.adjusted is None:
        return (old.adjusted is None) != (new.adjusted is None)
    ratio = _ratio(old, new, "adjusted")
    return ratio is not None and abs(ratio - 1) > READJUSTED


def new_splits(old: History, new: History) -> tuple[Action, ...]:
    """The splits that ``new`` knows and ``old`` does not, told by their days."""
    known = {day_of(action) for action in old.actions if action.kind == "split"}
    return tuple(action for action in new.actions if action.kind == "split" and day_of(action) not in known)


def restatement(old: History, new: History) -> float:
    """What the stored prices are to be multiplied with to be on the basis of a whole new answer.

    The bars that both have say it; where there are none, the new splits do.
    """
    by_splits = 1 / math.prod(action.value for action in new_splits(old, new))
    ratio = _ratio(old, new, "close")
    if ratio is None or abs(ratio / by_splits - 1) < _BY_SPLITS:
        return by_splits
    return ratio if abs(ratio - 1) > RESTATED else 1.0


def rebased(history: History, factor: float, splits: Iterable[Action] = ()) -> History:
    """A history on another basis: prices and dividends times ``factor``, volumes divided by it, and it knows of ``splits``."""
    bars, adjusted = history.bars, history.adjusted
    if factor != 1.0:
        opens, highs, lows, closes = (column * factor for column in (bars.open, bars.high, bars.low, bars.close))
        bars = Bars.of(bars.time, opens, highs, lows, closes, bars.volume / factor, bars.interval)
        adjusted = None if adjusted is None else adjusted * factor
    actions = tuple(
        structs.replace(action, value=action.value * factor) if action.kind == "dividend" else action
        for action in history.actions
    )
    return structs.replace(history, bars=bars, adjusted=adjusted, actions=joined_actions(actions, tuple(splits)))


def _ratio(old: History, new: History, what: str) -> float | None:
    """Median of new to old values at the times both have; None where there are none."""
    times, before, after = np.intersect1d(old.bars.time[:-1], new.bars.time, assume_unique=True, return_indices=True)
    olds, news = _values(old, what), _values(new, what)
    if not len(times) or olds is None or news is None:
        return None
    olds, news = olds[before], news[after]
    known = np.isfinite(olds) & np.isfinite(news) & (olds > 0)
    return float(np.median(news[known] / olds[known])) if known.any() else None


def _values(history: History, what: str) -> Floats | None:
    return history.bars.close if what == "close" else history.adjusted
