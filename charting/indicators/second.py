"""What indicators that compare the bars with a second instrument have in common."""

from __future__ import annotations

import numpy as np

from charting.core.bars import Floats
from charting.core.text import translatable
from charting.indicators.declaration import SOURCES, Parameter, Settings, text
from charting.indicators.formulas import Rows

SYMBOL = Parameter("symbol", translatable("Against"), "", form="symbol")
SOURCE = Parameter("source", translatable("Source"), "close", choices=SOURCES)


def closes(rows: Rows, settings: Settings) -> Floats:
    """The second instrument's closes beside the rows (see :mod:`charting.indicators.beside`); NaN while none was chosen."""
    name = text(settings, SYMBOL.name)
    return rows.column(name) if name.startswith("input:") else rows.column("close") * np.nan


def ratio(price: Floats, other: Floats) -> Floats:
    """One price in units of another, NaN where that is zero."""
    found = price / other
    return np.where(np.isfinite(found), found, np.nan)
