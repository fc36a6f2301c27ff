"""The series that stand beside a chart's own: what it is compared with, and what its indicators need."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from charting.core.document import Chart, Compared
from charting.indicators.beside import Beside, Instrument, instruments_of
from charting.market.provider import SeriesKey
from charting.scene.series import Other, Series
from gui.translation import tr


class Companions(Struct, frozen=True):
    """Those of the series ``wanted``, at its interval; two are equal when they need the same bars."""

    wanted: SeriesKey
    compared: tuple[Compared, ...]
    needed: tuple[Instrument, ...]

    @classmethod
    def of(cls, chart: Chart, wanted: SeriesKey) -> Companions:
        """Those of a chart."""
        return cls(wanted, chart.compare, instruments_of(chart))

    @property
    def others(self) -> dict[SeriesKey, Compared]:
        """What the series is compared with; never with itself."""
        keys = {SeriesKey(one.source, one.symbol, self.wanted.interval): one for one in self.compared}
        return {key: one for key, one in keys.items() if key != self.wanted}

    @property
    def beside(self) -> dict[SeriesKey, Instrument]:
        """What the indicators need; the series itself may be among it."""
        return {SeriesKey(one.source, one.symbol, self.wanted.interval): one for one in self.needed}

    @property
    def further(self) -> tuple[SeriesKey, ...]:
        """Everything besides the series itself, each once."""
        return tuple(key for key in dict.fromkeys((*self.others, *self.beside)) if key != self.wanted)

    def put(self, series: Series, kept: Mapping[SeriesKey, tuple[Series, object]], missing: Mapping[SeriesKey, str]) -> Series:
        """The series together with its companions, as far as they are there; ``missing`` says why some cannot be."""
        if self.needed:
            found = ((one, _beside(key, kept, missing)) for key, one in self.beside.items())
            series = replace(series, beside={one: answer for one, answer in found if answer is not None})
        if self.compared:
            others = (
                Other(one, kept[key][0]) if key in kept else Other(one, problem=missing.get(key, ""))
                for key, one in self.others.items()
            )
            series = replace(series, others=tuple(others))
        return series


def _beside(
    key: SeriesKey, kept: Mapping[SeriesKey, tuple[Series, object]], missing: Mapping[SeriesKey, str]
) -> Beside | str | None:
    """The bars that an indicator needs, or why there are none; None while they are on their way."""
    if key not in kept:
        return missing.get(key)
    found, _ = kept[key]
    if len(found.bars):
        return Beside(found.bars, found.axis.calendar)
    return tr("There are no bars of {symbol} for this interval. Choose another one.", symbol=key.symbol)
