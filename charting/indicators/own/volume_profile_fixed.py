"""The volume by price of a fixed range of time."""

from __future__ import annotations

from charting.core.bars import Bars
from charting.core.text import translatable
from charting.indicators.declaration import Parameter, Settings, Stretch, moment
from charting.indicators.profiles import profile_kind


def stretches(bars: Bars, settings: Settings, _view: Stretch) -> tuple[Stretch, ...]:
    """The bars from the beginning to the end that were set, from the first and to the last where none was."""
    begin, end = moment(settings, "begin"), moment(settings, "end")
    first = 0 if begin is None else int(bars.time.searchsorted(begin))
    last = len(bars) - 1 if end is None else int(bars.time.searchsorted(end, "right")) - 1
    return ((first, last),) if first <= last else ()


KIND = profile_kind(
    "volume_profile_fixed",
    translatable("Volume Profile, Fixed Range"),
    "FRVP",
    translatable("How much was traded at which price from one time to another."),
    stretches,
    (
        Parameter("begin", translatable("From"), "", form="moment"),
        Parameter("end", translatable("To"), "", form="moment"),
    ),
    "left",
)
