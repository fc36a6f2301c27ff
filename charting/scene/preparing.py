"""What a picture needs of many bars besides themselves, made in a worker: frames go on without it until then."""

from __future__ import annotations

from msgspec import Struct

from charting.core.bars import Bars
from charting.core.document import BarStyle
from charting.indicators.own.heikin_ashi import Averaged
from charting.scene import comparing, styles
from charting.scene.comparing import Alignment
from charting.scene.levels import Built, Levels, built_ahead
from charting.scene.series import Series


class Prepared(Struct, frozen=True):
    """What was made of a series: pyramids, averaged bars, and the closes of others at its bars, each with these others."""

    built: tuple[Built, ...] = ()
    averaged: Averaged | None = None
    alignments: tuple[tuple[Bars, Alignment], ...] = ()

    def hand_over(self, bars: Bars, levels: Levels) -> None:
        """Let frames of these bars have it."""
        levels.adopt(self.built)
        if self.averaged is not None:
            levels.take_derived(bars, self.averaged)
        for other, alignment in self.alignments:
            levels.take_beside(bars, other, alignment)


def waits(style: BarStyle, series: Series, levels: Levels) -> bool:
    """Whether something that a style or a comparison needs of many bars has not been prepared yet."""
    return styles.waits(style, series.bars, levels) or comparing.waits(series, levels)


def prepare(style: BarStyle, series: Series) -> Prepared:
    """Make what a style and the series beside it need of many bars."""
    bars = series.bars
    averaged = Averaged(bars) if style == "heikin-ashi" else None
    columns = [bars.close] if style in styles.OF_CLOSES else []
    alignments = comparing.alignments(series)
    tables = () if averaged is None else (averaged.bars,)
    built = built_ahead((*tables, *columns, *(alignment.values for _, alignment in alignments)))
    return Prepared(built, averaged, alignments)
