"""What is traded: an index, a share, a fund or the content of a file, with its tick sizes."""

from __future__ import annotations

import datetime
import math
from bisect import bisect_right
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

Kind = Literal["index", "equity", "fund", "other"]

# Hong Kong's spread table for shares: upper price bound (exclusive) -> tick size, by the date it came into force.
# Source: HKEX, Rules of the Exchange, Second Schedule, part A; phase 1 of the reduction took effect on 2025-08-04.
_HK_BOUNDS = (0.25, 0.5, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0)
_HK_TICKS_BEFORE = (0.001, 0.005, 0.01, 0.02, 0.05, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
_HK_TICKS_2025 = (0.001, 0.005, 0.01, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
_HK_REDUCTION = datetime.date(2025, 8, 4)

_LOOKED_AT = 2000
"""Prices, the latest ones, that are looked at."""
_SHARE = 0.95
"""Share of them that must be whole multiples of a step."""
_SINGLE = 2e-7
"""What a price may be off by its own size: many sources send numbers of 32 bits."""
_NOISE = 5e-7
"""A step no larger than this share of a price cannot be told from one that is none, as in prices adjusted for dividends."""
_MOST = 8


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
    step
        Smallest step of price where no table says it, 0 for the usual 0.01; see :func:`with_step`.
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
    step: float = 0.0

    @property
    def has_table(self) -> bool:
        """Whether its exchange has a table of the steps of its prices."""
        return self.kind == "equity" and self.exchange == "XHKG"

    def tick_size(self, price: float, on: datetime.date | None = None) -> float:
        """Smallest step of price at ``price`` on the date ``on`` (today's rule when None).

        Hong Kong's shares follow the exchange's table with its dates; everything else has its own step, usually 0.01.
        """
        if not self.has_table:
            return self.step or 0.01
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
        tick = self.tick_size(price)
        return 2 if tick >= 0.01 else math.ceil(-math.log10(tick) - 1e-9)


def with_step(instrument: Instrument, prices: NDArray[np.float64]) -> Instrument:
    """An instrument with the step that its prices (n,) have, where no exchange's rules say it; the same one where it has 0.01.

    Prices that are multiples of nothing count by the size that they have: 0.0001 below ten, and the fourth digit that is not
    zero below one.
    """
    step = 0.0 if instrument.has_table else _step_of(prices[-_LOOKED_AT:])
    return instrument if step == instrument.step else msgspec.structs.replace(instrument, step=step)


def _step_of(prices: NDArray[np.float64]) -> float:
    sizes = np.sort(np.abs(prices))
    known = sizes[(sizes > 1e-12) & (sizes < 1e12)]
    if not len(known):
        return 0.0
    size = float(known[len(known) // 2])
    for decimals in range(_MOST + 1):
        off = np.abs(np.round(known, decimals) - known)
        if float(np.mean(off <= _SINGLE * known)) >= _SHARE:
            if 10.0**-decimals > _NOISE * size:
                return float(f"1e-{decimals}") if decimals > 2 else 0.0
            break
    if size >= 10:
        return 0.0
    return 1e-4 if size >= 1 else float(f"1e{max(math.floor(math.log10(size)) - 3, -10)}")
