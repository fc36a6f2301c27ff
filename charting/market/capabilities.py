"""What a source serves of an instrument, as values that are asked instead of special cases."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import Struct

from charting.core.interval import Interval
from charting.core.resample import can_resample
from charting.core.text import sentence

_DAY = timedelta(days=1)


class Served(Struct, frozen=True):
    """An interval that a source has, how far back, and how much of it one request may ask for; None is without limit."""

    interval: Interval
    back: timedelta | None = None
    request: timedelta | None = None


class Capabilities(Struct, frozen=True):
    """What a source can give of one instrument.

    Attributes
    ----------
    served
        Intervals it has itself, shortest first; longer bars are made of these.
    delay
        How late its prices are at most while they come regularly.
    quotes
        Whether the latest price can be asked for, see :class:`charting.market.provider.Quoting`.
    stream
        Whether it tells of trades by itself, see :class:`charting.market.provider.Streaming`.
    search
        Whether it finds instruments by name.
    note
        What a user should know about this instrument at this source, a sentence; empty when there is nothing to say.
    """

    served: tuple[Served, ...] = ()
    delay: timedelta = timedelta()
    quotes: bool = False
    stream: bool = False
    search: bool = False
    note: str = ""

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """The intervals it has itself, shortest first."""
        return tuple(each.interval for each in self.served)

    def base_of(self, wanted: Interval) -> Served | None:
        """What bars of ``wanted`` are made from; None when that cannot be done."""
        base = base_of(self.intervals, wanted)
        return next((each for each in self.served if each.interval == base), None)

    def refusal(self, name: str, wanted: Interval, since: datetime | None, now: datetime, timezone: str = "UTC") -> str:
        """Why bars of ``wanted`` from ``since`` on (all there are when None) cannot be had; empty when they can.

        Parameters
        ----------
        name
            What the source is called, at the beginning of a sentence.
        since, now
            Aware; the sentence has dates of ``timezone``.
        """
        base = self.base_of(wanted)
        if base is None:
            if not self.served:
                return sentence("{name} has no bars of this instrument. Choose another source.", name=name)
            shortest = self.served[0].interval
            told = {"name": name, "interval": wanted.words, "shortest": shortest.words}
            if wanted.seconds > shortest.seconds:
                return sentence(
                    "{name} has no bars of {interval}, and bars of {shortest} do not add up to them. Choose {shortest}.", **told
                )
            return sentence("{name} has no bars of {interval}. Choose {shortest} or longer.", **told)
        if since is None or base.back is None or since >= now - base.back:
            return ""
        first = (now - base.back).astimezone(ZoneInfo(timezone))
        longer = [each for each in self.served if each.back is None or each.back > base.back]
        kept = {"name": name, "interval": wanted.words, "days": math.ceil(base.back / _DAY), "first": f"{first:%Y-%m-%d}"}
        if not longer:
            return sentence("{name} keeps bars of {interval} for {days} days, so they begin on {first}.", **kept)
        return sentence(
            "{name} keeps bars of {interval} for {days} days, so they begin on {first}. "
            "Choose bars of {longer} to see further back.",
            **kept,
            longer=longer[0].interval.words,
        )


def base_of(available: Sequence[Interval], wanted: Interval) -> Interval | None:
    """The longest of the available intervals that bars of ``wanted`` can be made from; None when there is none."""
    fitting = [each for each in available if each == wanted or can_resample(each, wanted)]
    return max(fitting, key=lambda each: each.seconds, default=None)
