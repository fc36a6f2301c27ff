"""What files of Hong Kong's bars are known to get wrong and can be put right: volumes that are none, dividends left out."""

from __future__ import annotations

import numpy as np
from msgspec.structs import replace

from charting.core.bars import Bars, Floats
from charting.core.calendar import Calendar
from charting.core.grid import Integers
from charting.core.interval import DAY
from charting.core.text import translatable
from charting.market.alignment import Mask
from charting.market.provider import Refused
from charting.market.validate import Checked

NO_VOLUME_OF_INDEX = translatable("volume of 0 of an index, taken as unknown")
NO_VOLUME_OF_HALF_DAY = translatable("volume of 0 on a half day, taken as unknown")
DIVIDEND_LEFT_OUT = translatable("dividend left out of the adjusted closes, worked in")

_HALF_DAY = 4 * 3600
"""Seconds of trading, the break included, below which a session is half a day."""

_NOTHING = 1e-4
"""Share of the price by which adjusted closes that know nothing of a dividend may still step over it."""

_WORTH = 2e-3
"""Share of the price below which a dividend is too small to be missed for certain."""


def mended(checked: Checked, calendar: Calendar, line: Integers, dividends: Floats | None, *, index: bool) -> Checked:
    """Sound bars without the known defects; each is named and counted among what was put right.

    - Yahoo and those who took it from there write a volume of 0 for indices before they knew one, and for half days.
    - A dividend may stand in its column and be missing from the adjusted closes: those before it are then too high by it.

    Parameters
    ----------
    checked
        The bars.
    calendar
        The exchange's sessions.
    line
        (n,) line number of each row that the bars were chosen from.
    dividends
        (n,) dividend of each row in the instrument's currency; None where the file has no such column.
    index
        Whether the instrument is an index.
    """
    lines, bars = line[checked.row], checked.bars
    nothing = bars.volume == 0
    if index:
        checked = _without_volume(checked, nothing, lines, NO_VOLUME_OF_INDEX)
    elif bars.interval == DAY and calendar.exchange:
        row = np.maximum(calendar.rows_of(bars.time), 0)
        half = (calendar.close[row] - calendar.open[row] < _HALF_DAY) & (bars.time == calendar.open[row])
        checked = _without_volume(checked, nothing & half, lines, NO_VOLUME_OF_HALF_DAY)
    if dividends is None or checked.adjusted is None or bars.interval.is_intraday:
        return checked
    return _with_dividends(checked, dividends[checked.row], lines)


def _without_volume(checked: Checked, unknown: Mask, lines: Integers, kind: str) -> Checked:
    if not unknown.any():
        return checked
    bars = checked.bars
    volume = np.where(unknown, np.nan, bars.volume)
    known = Bars.of(bars.time, bars.open, bars.high, bars.low, bars.close, volume, bars.interval)
    note = Refused(kind, int(unknown.sum()), int(lines[unknown.argmax()]))
    return replace(checked, bars=known, repaired=(*checked.repaired, note))


def _with_dividends(checked: Checked, dividends: Floats, lines: Integers) -> Checked:
    """The adjusted closes before each dividend that they step over without a trace, times the factor it takes."""
    close, adjusted = checked.bars.close, checked.adjusted
    if adjusted is None or len(close) < 2:
        return checked
    paid = np.nan_to_num(dividends)
    with np.errstate(all="ignore"):
        expected = 1 - paid[1:] / close[:-1]
        step = (adjusted[:-1] / close[:-1]) / (adjusted[1:] / close[1:])
    missed = (paid[1:] > 0) & (expected > 0) & (expected < 1 - _WORTH) & (np.abs(step - 1) < _NOTHING)
    if not missed.any():
        return checked
    factor = np.ones(len(close))
    for place in np.flatnonzero(missed):
        factor[: place + 1] *= expected[place]
    note = Refused(DIVIDEND_LEFT_OUT, int(missed.sum()), int(lines[1:][missed.argmax()]))
    return replace(checked, adjusted=adjusted * factor, repaired=(*checked.repaired, note))
