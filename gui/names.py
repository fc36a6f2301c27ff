"""How instruments and intervals are called in the window."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QLocale

from charting.core.instrument import Instrument
from charting.core.interval import Interval
from gui.translation import tr


def instrument_name(instrument: Instrument, locale: QLocale | None = None) -> str:
    """The instrument's name in the script of the locale, in English where it has none."""
    used = locale or QLocale()
    if used.language() != QLocale.Language.Chinese:
        return instrument.name
    traditional = used.script() == QLocale.Script.TraditionalHanScript
    return (instrument.name_tc if traditional else instrument.name_sc) or instrument.name


def short_code(symbol: str) -> str:
    """A symbol without what Hong Kong's readers take for granted: ``9988``, ``HSI``, ``HSTECH``."""
    return symbol.removeprefix("^").removesuffix(".HK")


def source_name(source: str) -> str:
    """Where bars come from in words, by a document's source."""
    if source.startswith("file:"):
        return unquote(source.rsplit("/", 1)[-1])
    return {"demo": tr("Demonstration market"), "yahoo": tr("Yahoo Finance")}.get(source, source)


def short_interval(interval: Interval) -> str:
    """As on a button: ``5m``, ``1h``, ``1D``, ``1W``, ``1M``."""
    return f"{interval.count}{ {'m': 'm', 'h': 'h', 'd': 'D', 'wk': 'W', 'mo': 'M'}[interval.unit] }"


def interval_name(interval: Interval) -> str:
    """In words: ``5 minutes``, ``1 day``."""
    one = {"m": "1 minute", "h": "1 hour", "d": "1 day", "wk": "1 week", "mo": "1 month"}
    several = {"m": "{count} minutes", "h": "{count} hours", "d": "{count} days", "wk": "{count} weeks", "mo": "{count} months"}
    return tr(one[interval.unit]) if interval.count == 1 else tr(several[interval.unit], count=interval.count)


def typed_interval(text: str) -> Interval | None:
    """What a hand means that types over the chart: ``5`` minutes, ``1h``, ``D``, ``2W``, ``1M``; None for anything else.

    A capital M is months, a small one minutes, as on the buttons.
    """
    typed = text.strip().lstrip(",")
    digits = "".join(character for character in typed if character.isdigit())
    unit = typed[len(digits) :]
    if not typed.startswith(digits) or not digits + unit:
        return None
    units = {"": "m", "m": "m", "M": "mo", "h": "h", "H": "h", "d": "d", "D": "d", "w": "wk", "W": "wk"}
    try:
        return Interval.parse(f"{digits or 1}{units.get(unit, unit)}")
    except ValueError:
        return None
