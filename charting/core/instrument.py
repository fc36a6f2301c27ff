"""What is traded: an index, a share, a fund or the content of a file, with its tick sizes."""

from __future__ import annotations

import datetime
import math
from bisect import bisect_right
from typing import Literal

import msgspec

Kind = Literal["index", "equity", "fund", "other"]

# Hong Kong's spread table for shares: upper price bound (exclusive) -> tick size, by the date it came into force.
# Source: HKEX, Rules of the Exchange, Second Schedule, part A; phase 1 of the reduction took effect on 2025-08-04.
_HK_BOUNDS = (0.25, 0.5, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0)
_HK_TICKS_BEFORE = (0.001, 0.005, 0.01, 0.02, 0.05, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
_HK_TICKS_2025 = (0.001, 0.005, 0.01, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
_HK_REDUCTION = datetime.date(2025, 8, 4)


class Instrument(msgspec.Struct, frozen=True):
    """Identity and trading rules of one instrument.

    Parameters
    ----------
    symbol
        The program's own key, in Yahoo's form: ``9988.HK``, ``^HSI``, ``HSTECH.HK``. Drawings belong to it.
    name, name_tc, name_sc
        Name in English, Traditional and Simplified Chinese; the Chinese ones may be empty.
    kind
        Decides ticks and what volume means.
    currency
        ISO 4217 code, empty where unknown.
    exchange
        Market identifier code of the calendar, ``XHKG`` for Hong Kong; empty means "every weekday, all day".
    timezone
        IANA name of the exchange's zone.
    lot
        Shares in a board lot, 0 where unknown.
    """

    symbol: str
    name: str
    name_tc: str = ""
    name_sc: str = ""
    kind: Kind = "other"
    currency: str = ""
    exchange: str = "XHKG"
    timezone: str = "Asia/Hong_Kong"
    lot: int = 0

    def tick_size(self, price: float, on: datetime.date | None = None) -> float:
        """Smallest step of price at ``price`` on the date ``on`` (today's rule when None).

        Hong Kong's shares follow the exchange's table with its dates; everything else has 0.01.
        """
        if self.kind != "equity" or self.exchange != "XHKG":
            return 0.01
        table = _HK_TICKS_2025 if on is None or on >= _HK_REDUCTION else _HK_TICKS_BEFORE
        return table[bisect_right(_HK_BOUNDS, price)]

    def round_to_tick(self, price: float, on: datetime.date | None = None) -> float:
        """The valid price nearest to ``price``; the same one when it is not finite."""
        if not math.isfinite(price):
            return price
        tick = self.tick_size(price, on)
        return round(round(price / tick) * tick, 10)

    def decimals(self, price: float) -> int:
        """How many decimals a price of this size is written with."""
        return 3 if self.tick_size(price) < 0.01 else 2
