"""How somebody wants a file to be read: what is said here is taken as it is, everything else is guessed from the file."""

from __future__ import annotations

from typing import Literal

import msgspec

Role = Literal["time", "clock", "open", "high", "low", "close", "adjusted", "volume", "dividends", "splits"]
"""What a column holds."""

PRICES: tuple[Role, ...] = ("open", "high", "low", "close")
ROLES: tuple[Role, ...] = ("time", "clock", *PRICES, "volume", "adjusted", "dividends", "splits")

ENCODINGS = ("utf-8", "gb18030", "big5hkscs", "utf-16", "cp1252")
DELIMITERS = (",", ";", "\t", "|", " ")


class Reading(msgspec.Struct, frozen=True, omit_defaults=True):
    """Corrections of what would be guessed; the standard one corrects nothing.

    Attributes
    ----------
    encoding, delimiter, decimal
        As in :class:`charting.market.layout.Layout`; guessed while empty.
    skip
        Number of lines before the first bar, that of column names among them; guessed while None.
    columns
        What each column holds, from the left, an empty text where it is not wanted; guessed while None.
    dates
        How times are written, in ``strptime``'s letters, or ``epoch s`` or ``epoch ms``; guessed while empty.
    timezone
        IANA name of the zone that times of day without one are in; while empty, the exchange's own.
    symbol
        Whose bars these are: a code or a name of the reader's choice; while empty, the file's own words or its name tell.
    interval
        What one bar covers, as in documents (``1m``, ``1d``); guessed while empty.
    """

    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    skip: int | None = None
    columns: tuple[Role | Literal[""], ...] | None = None
    dates: str = ""
    timezone: str = ""
    symbol: str = ""
    interval: str = ""


GUESSED = Reading()
"""Corrects nothing."""
