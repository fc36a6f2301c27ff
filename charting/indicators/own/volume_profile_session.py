"""The volume by price of each session, week, month or year."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Bars
from charting.core.text import translatable
from charting.indicators import periods
from charting.indicators.declaration import Parameter, Settings, Stretch, text
from charting.indicators.profiles import profile_kind

MOST = 120
"""Periods in view beyond which none is drawn: each would be a few pixels wide."""


def stretches(bars: Bars, settings: Settings, view: Stretch) -> tuple[Stretch, ...]:
    """The periods that reach into view, whole."""
    first, last = view
    period = periods.suiting(bars, text(settings, "period"))
    begin, end = periods.start_before(bars, period, first), periods.end_after(bars, period, last)
    starts = periods.starts(bars.slice(begin, end), period) + begin
    if len(starts) > MOST:
        return ()
    return tuple(zip(starts.tolist(), (np.append(starts[1:], end) - 1).tolist(), strict=True))


KIND = profile_kind(
    "volume_profile_session",
    translatable("Volume Profile, Session"),
    "SVP",
    translatable("How much was traded at which price in each session, week, month or year."),
    stretches,
    (Parameter("period", translatable("Of each"), periods.AUTOMATIC, choices=periods.CHOICES),),
    "left",
)
