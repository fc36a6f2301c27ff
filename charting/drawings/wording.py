"""How drawings write numbers, dates and words: plain English here, the user's language and locale when the view says so."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from charting.core.instrument import Instrument
from charting.core.interval import Interval


class Wording:
    """Texts inside figures. The view passes a subclass that writes in the locale of its window."""

    def text(self, english: str) -> str:
        """A translatable text in the user's language."""
        return english

    def number(self, value: float, decimals: int) -> str:
        """A number with its thousands grouped, such as ``6,195.40``, and the true minus sign."""
        return f"{value:,.{decimals}f}".replace("-", "−")

    def signed(self, value: float, decimals: int) -> str:
        """A change with its sign, such as ``+12.50`` or ``−3.00`` (with the true minus sign)."""
        return ("+" if value > 0 else "−" if value < 0 else "") + self.number(abs(value), decimals)

    def quantity(self, value: float) -> str:
        """A large number in short form, such as ``1.23M``."""
        for limit, suffix in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")):
            if abs(value) >= limit:
                return self.number(value / limit, 2) + suffix
        return self.number(value, 0)

    def percent(self, fraction: float) -> str:
        """A signed share of one as a percentage, such as ``+1.71%`` for 0.0171."""
        return self.signed(fraction * 100, 2) + "%"

    def price(self, value: float, instrument: Instrument) -> str:
        """A price with as many decimals as the instrument has."""
        return self.number(value, instrument.decimals(abs(value)))

    def date(self, seconds: float, instrument: Instrument, interval: Interval) -> str:
        """The exchange's date of a bar, with the time of day when bars are shorter than a day."""
        moment = datetime.fromtimestamp(seconds, ZoneInfo(instrument.timezone))
        day = f"{moment.day} {moment:%b %Y}"
        return f"{day} {moment:%H:%M}" if interval.is_intraday else day


ENGLISH = Wording()
