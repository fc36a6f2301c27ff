"""Numbers and times for the chart, in the user's locale and the time zone the chart tells times in."""

from __future__ import annotations

import math
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.drawings.anchors import moment
from charting.drawings.wording import Wording
from charting.view.translation import tr

_REMEMBERED = 4096  # texts: most labels of a frame are those of the frame before
_PATTERNS = {"year": "yyyy", "month": "MMM", "day": "d"}
_ROUNDED_UP = 1 - 5e-6  # share of a thousand that two decimals write as a whole one
_PLAIN = {ord(","): ",", ord("."): "."}
ABSENT = "–"
"""Shown where there is no value, which is not zero."""


class LocaleFormats:
    """The formats of a locale.

    ``timezone`` is the exchange's, ``clock`` the zone whose clock tells times of day, the exchange's too when None. Trading
    days, and so the bars of days and more, are called by the exchange's dates whatever the clock.
    """

    def __init__(self, locale: QLocale | None = None, timezone: str = "Asia/Hong_Kong", clock: str | None = None) -> None:
        self._locale = locale or QLocale()
        self._zone = ZoneInfo(timezone)
        self._clock = ZoneInfo(clock or timezone)
        self._prices: dict[tuple[float, int], str] = {}
        self._moments: dict[tuple[int, Interval], str] = {}
        self._ticks: dict[tuple[int, str], str] = {}
        self._translated: dict[str, str] = {}
        self._dates: dict[tuple[int, int, int], str] = {}
        self._marks = _marks(self._locale)

    def price(self, value: float, decimals: int) -> str:
        """A price with a fixed number of decimals."""
        if not math.isfinite(value):
            return ABSENT
        found = self._prices.get((value, decimals))
        if found is None:
            _make_room(self._prices)
            found = ("−" if value < 0 else "") + self._written(abs(value), decimals)
            self._prices[(value, decimals)] = found
        return found

    def change(self, value: float, decimals: int) -> str:
        """A signed difference, with a true minus sign."""
        if not math.isfinite(value):
            return ABSENT
        sign = "+" if value > 0 else "−" if value < 0 else ""
        return sign + self._written(abs(value), decimals)

    def percent(self, fraction: float) -> str:
        """A signed fraction as per cent."""
        return self.change(fraction * 100, 2) + "%" if math.isfinite(fraction) else ABSENT

    def quantity(self, value: float) -> str:
        """A large number in short form."""
        if not math.isfinite(value):
            return ABSENT
        for limit, suffix in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K")):
            if abs(value) >= limit * _ROUNDED_UP:
                return self.price(value / limit, 2) + suffix
        return self.price(value, 0 if value == round(value) else max(2, 1 - math.floor(math.log10(abs(value)))))

    def tick_label(self, seconds: int, level: str) -> str:
        """A label of the time axis: a year, a month's name, a day, or a time of day."""
        found = self._ticks.get((seconds, level))
        if found is None:
            _make_room(self._ticks)
            time = moment(seconds).astimezone(self._clock if level in ("hour", "minute") else self._zone)
            pattern = _PATTERNS.get(level)
            date = QDate(time.year, time.month, time.day)
            found = f"{time:%H:%M}" if pattern is None else self._locale.toString(date, pattern)
            self._ticks[(seconds, level)] = found
        return found

    def moment(self, seconds: int, interval: Interval) -> str:
        """A bar's time in full: ``Fri 7 Mar 2025``, and with ``09:30`` for intraday bars."""
        found = self._moments.get((seconds, interval))
        if found is None:
            _make_room(self._moments)
            time = moment(seconds).astimezone(self._clock if interval.is_intraday else self._zone)
            date = self._date(time.year, time.month, time.day)
            clock = f" {time.hour:02d}:{time.minute:02d}" if interval.is_intraday else ""
            found = self._moments[(seconds, interval)] = date + clock
        return found

    def _date(self, year: int, month: int, day: int) -> str:
        found = self._dates.get((year, month, day))
        if found is None:
            _make_room(self._dates)
            found = self._dates[year, month, day] = self._locale.toString(QDate(year, month, day), tr("ddd d MMM yyyy"))
        return found

    def name(self, instrument: Instrument) -> str:
        """An instrument's name in the script of the locale."""
        return instrument_name(instrument, self._locale)

    def translate(self, text: str) -> str:
        """A text of ours in the user's language."""
        found = self._translated.get(text)
        if found is None:
            _make_room(self._translated)
            found = self._translated[text] = tr(text)
        return found

    def _written(self, value: float, decimals: int) -> str:
        """A number as the locale writes it; by Python where both agree but for the marks, as it is five times faster."""
        halfway = value * 10**decimals % 1 == 0.5  # which Qt rounds up, and Python to the even neighbour
        if self._marks is None or halfway:
            return self._locale.toString(float(value), "f", decimals)
        text = f"{value:,.{decimals}f}"
        return text if self._marks == _PLAIN else text.translate(self._marks)


class LocaleWording(Wording):
    """The words and numbers of drawings in the same locale."""

    def __init__(self, formats: LocaleFormats) -> None:
        self._formats = formats

    def text(self, english: str) -> str:
        """A text of ours in the user's language."""
        return self._formats.translate(english)

    def number(self, value: float, decimals: int) -> str:
        """A number as the locale groups it."""
        return self._formats.price(value, decimals)

    def quantity(self, value: float) -> str:
        """A large number in short form."""
        return self._formats.quantity(value)

    def date(self, seconds: float, instrument: Instrument, interval: Interval) -> str:
        """The exchange's date of a bar."""
        return self._formats.moment(int(seconds), interval)


def instrument_name(instrument: Instrument, locale: QLocale | None = None) -> str:
    """The instrument's name in the script of the locale, in English where it has none."""
    used = locale or QLocale()
    if used.language() != QLocale.Language.Chinese:
        return instrument.name
    traditional = used.script() == QLocale.Script.TraditionalHanScript
    return (instrument.name_tc if traditional else instrument.name_sc) or instrument.name


def _marks(locale: QLocale) -> dict[int, str] | None:
    """What the locale writes for Python's comma and point; None where its numbers differ in more than that."""
    ungrouped = locale.numberOptions() & QLocale.NumberOption.OmitGroupSeparator
    marks = {ord(","): "" if ungrouped else locale.groupSeparator(), ord("."): locale.decimalPoint()}
    same = all(f"{value:,.3f}".translate(marks) == locale.toString(value, "f", 3) for value in (0.5, 1234.5, 98765432.125, -1.0))
    return marks if same else None


def _make_room(texts: dict[Any, str]) -> None:
    if len(texts) >= _REMEMBERED:
        texts.clear()
