"""The volume by price of the bars in view."""

from __future__ import annotations

from charting.core.bars import Bars
from charting.core.text import translatable
from charting.indicators.declaration import Settings, Stretch
from charting.indicators.profiles import profile_kind


def stretches(_bars: Bars, _settings: Settings, view: Stretch) -> tuple[Stretch, ...]:
    """All that is in view, as one."""
    return (view,)


KIND = profile_kind(
    "volume_profile_visible",
    translatable("Volume Profile, Visible Range"),
    "VPVR",
    translatable("How much was traded at which price by the bars in view, with the point of control and the value area."),
    stretches,
    (),
    "right",
)
