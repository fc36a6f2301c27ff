"""Bars from files: anything a person or a program exported as a table with dates and prices."""

from __future__ import annotations

import re
from pathlib import Path

from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.core.text import Sentence, enumerated, sentence, translatable, writable
from charting.market.content import WANTED, Content, content_of, file_problem
from charting.market.instruments import instrument_of, symbol_of_code
from charting.market.layout import Layout, guess_layout
from charting.market.provider import FileProblem, History
from charting.market.reading import GUESSED, PRICES, Reading, Role
from charting.market.sheet import EITHER_SIGN, TooNarrow, Unclear, gathered, history_of
from charting.market.table import Progress, read_parts

_LACKING: dict[Role, str] = {
    "time": translatable("date"),
    "open": translatable("open"),
    "high": translatable("high"),
    "low": translatable("low"),
    "close": translatable("close"),
}


def read_bars(
    path: str | Path, reading: Reading = GUESSED, *, progress: Progress | None = None, content: Content | None = None
) -> History:
    """Read a file of bars, of any size up to two gigabytes: a text, a workbook of Excel, or a Parquet file.

    What ``reading`` leaves open is guessed from the file: see :func:`charting.market.layout.guess_layout`. Times without a
    zone are the exchange's own; bars of a day or longer are moved to the opening of their session. A blank volume stays
    unknown (NaN). May take seconds: call it from a worker.

    Parameters
    ----------
    path
        The file.
    reading
        How to read it.
    progress
        Told the share that was read, from the calling thread; returning False stops.
    content
        What the file is at first sight, if somebody looked already.

    Raises
    ------
    FileProblem
        If there is nothing to be shown; the sentence says why and what to do. :class:`charting.market.sheet.Unclear` where
        another reading could help.
    """
    place = Path(path)
    try:
        content = content or content_of(place, progress)
        layout = layout_of(content, reading)
        whose = _instrument(place, layout, reading)
        doubts = (EITHER_SIGN,) if layout.either_sign else ()
        sheet = gathered(read_parts(place, layout, progress, content.data), whose.timezone, reading, doubts)
    except OSError as error:
        raise file_problem(place, error) from error
    if sheet is None:
        raise Unclear(
            sentence("“{name}” has column names but no line below them. Choose a file with bars in it.", name=place.name)
        )
    interval = Interval.parse(reading.interval) if reading.interval else None
    return history_of(sheet, place.name, whose, known=whose.kind != "other", told=interval)


def inspect(path: str | Path) -> Layout:
    """How a file is laid out, from its beginning alone: quick for a text of any size.

    Raises
    ------
    FileProblem
        If it can be seen from there that the file is no table of bars.
    """
    place = Path(path)
    try:
        return layout_of(content_of(place), GUESSED)
    except OSError as error:
        raise file_problem(place, error) from error


def layout_of(content: Content, reading: Reading) -> Layout:
    """How a text is laid out.

    Raises
    ------
    FileProblem
        If it is no table of bars.
    """
    name = content.path.name
    layout = guess_layout(content.head, whole=content.whole, reading=reading)
    if layout is None:
        raise FileProblem(sentence("“{name}” holds no table. Choose a file with {wanted}.", name=name, wanted=WANTED))
    if layout.missing:
        lacking = enumerated([Sentence(_LACKING[role]) for role in layout.missing])
        found = enumerated([name for name in layout.names if name]) or sentence("no names")
        kind = Unclear if len(layout.names) > len(PRICES) else TooNarrow
        raise kind(
            sentence(
                "“{name}” has no column for {lacking} (found: {found}). Say which columns hold what.",
                name=name,
                lacking=lacking,
                found=found,
            )
        )
    if " " in layout.symbol and not reading.symbol:
        raise FileProblem(
            sentence("“{name}” holds several instruments ({symbol}). Save one file for each.", name=name, symbol=layout.symbol)
        )
    return layout


def _instrument(path: Path, layout: Layout, reading: Reading) -> Instrument:
    """Whose bars a file holds: by what is said, or the ticker inside it, or its name, as far as that is beyond doubt."""
    if reading.symbol:
        symbol = symbol_of_code(reading.symbol)
        return Instrument(reading.symbol, reading.symbol) if symbol is None else instrument_of(symbol)
    stem = writable(path.stem)  # as an archive made in another encoding leaves it; drawings are kept by the symbol
    for word in (layout.symbol, stem):
        symbol = _symbol_in(word)
        if symbol is not None:
            return instrument_of(symbol)
    return Instrument(layout.symbol or stem, layout.symbol or stem)


def _symbol_in(text: str) -> str | None:
    """The symbol in a name like ``HSTECH``, ``9988.HK``, ``HSI_1min`` or ``raw_3750-HK``.

    American tickers do not count: a file BABA.csv has New York's prices, in dollars.
    """
    match = re.search(r"(?<!\d)(\d{4,5})[._-]HK(?![A-Za-z])", text, re.IGNORECASE) or re.fullmatch(r"(\d{4,5})", text)
    if match:
        return symbol_of_code(match[1])
    for word in re.split(r"[^\w^]+|_", text):
        symbol = symbol_of_code(word) if word and not word.isdigit() else None
        if symbol is not None and instrument_of(symbol).kind == "index":
            return symbol
    return None
