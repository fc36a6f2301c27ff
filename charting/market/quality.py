"""Writes down what of an answer or a file was not believed, for whoever wonders about a missing bar."""

from __future__ import annotations

import logging

from charting.core.interval import Interval
from charting.market.provider import History, MarketError, Refused

NAME = "charting.market.quality"
"""Of the logger; a record is one line: source, symbol, interval, and what was refused."""

logger = logging.getLogger(NAME)


def note_refused(source: str, symbol: str, history: History) -> None:
    """Write down the rows that were left out of a history, and those that were put right, by kind; nothing if there are none."""
    left, mended = _kinds(history.refused), _kinds(history.repaired)
    rows = f" of {history.rows:,} rows" if history.rows else ""
    if left:
        logger.info("%s %s %s: left out%s: %s", source, symbol, history.bars.interval, rows, left)
    if mended:
        logger.info("%s %s %s: put right%s: %s", source, symbol, history.bars.interval, rows, mended)


def note_unusable(source: str, symbol: str, interval: Interval | None, error: MarketError) -> None:
    """Write down that nothing of an answer or a file could be used."""
    logger.info("%s %s %s: nothing used: %s", source, symbol, interval or "-", error)


def _kinds(refused: tuple[Refused, ...]) -> str:
    return ", ".join(
        f"{each.count:,} {each.kind}" + ("" if each.first_line is None else f" (first in line {each.first_line:,})")
        for each in refused
    )


def note_refused_price(source: str, symbol: str, kind: str, price: float, times: int) -> None:
    """Write down that a live price was not believed: the first time of its kind, the tenth, the hundredth ..."""
    if times in (1, 10, 100) or times % 1000 == 0:
        logger.info("%s %s live: left out a price of %r: %s (%s times)", source, symbol, price, kind, f"{times:,}")
