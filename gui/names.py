"""How instruments, intervals and commands are called in the window."""

from __future__ import annotations

import re
from urllib.parse import unquote

from charting.core.interval import Interval
from charting.view.formats import instrument_name
from gui.translation import said, tr

__all__ = [
    "instrument_name",
    "interval_name",
    "is_no_whole_days",
    "is_typed_code",
    "menu_text",
    "plain_title",
    "short_code",
    "source_name",
    "typed_interval",
]


_MINUTES = (240, 360, 480, 720, 1440)
"""Up to four hours any number of minutes is an interval; beyond, only those that part a day evenly."""


def plain_title(title: str) -> str:
    """A title without its mnemonic's ampersand, or without the letter in brackets that Chinese titles have for one."""
    return re.sub(r"\(&\w\)", "", title).replace("&&", "\0").replace("&", "").replace("\0", "&")


def menu_text(text: str) -> str:
    """A name as menus and buttons take it: its ampersands are part of it, and none of them marks a mnemonic."""
    return text.replace("&", "&&")


def short_code(symbol: str) -> str:
    """A symbol without what Hong Kong's readers take for granted: ``9988``, ``HSI``, ``HSTECH``."""
    return symbol.removeprefix("^").removesuffix(".HK")


def source_name(source: str) -> str:
    """Where bars come from in words, by a document's source."""
    if source.startswith("file:"):
        return unquote(source.rsplit("/", 1)[-1])
    return {"demo": tr("Demonstration market"), "yahoo": tr("Yahoo Finance"), "akshare": tr("AKShare")}.get(source, source)


def interval_name(interval: Interval) -> str:
    """In words: ``5 minutes``, ``1 day``."""
    return said(interval.words)


def is_typed_code(text: str) -> bool:
    """Whether digits typed over the chart can only be Hong Kong's code of a share: no interval has so many minutes."""
    return text.isdecimal() and (text.startswith("0") or (int(text) > _MINUTES[0] and int(text) not in _MINUTES))


def typed_interval(text: str) -> Interval | None:
    """What a hand means that types over the chart: ``5`` minutes, ``1h``, ``D``, ``2W``, ``1M``; None for anything else.

    A capital M is months, a small one minutes, as on the buttons; 60 minutes are an hour, and 1440 a day of trading. Longer
    ones that are no whole days are none, see :func:`is_no_whole_days`.
    """
    typed = _typed(text)
    found = None if typed is None else typed.in_days
    return Interval(found.count // 60, "h") if found is not None and found.unit == "m" and found.count % 60 == 0 else found


def is_no_whole_days(text: str) -> bool:
    """Whether a hand means more than a day, but in hours or minutes that make no whole ones: of these there are no bars."""
    typed = _typed(text)
    return typed is not None and typed.in_days is None


def _typed(text: str) -> Interval | None:
    """What is typed, whether or not there are bars of it."""
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
