"""The instruments that are known beforehand: names in three scripts, and search over them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from charting.core.instrument import Instrument, Kind
from resources import resource_bytes

_HONG_KONG_CODE = re.compile(r"^(?:HK[:. ]?)?(\d{1,5})(?:[. ]?HK)?$")
_HONG_KONG_SYMBOL = re.compile(r"^\d{4,5}\.HK$")


class _Entry(msgspec.Struct, frozen=True):
    """One instrument of the resource: its names, and what else people type for it."""

    symbol: str
    name: str
    name_tc: str
    name_sc: str
    kind: Kind = "equity"
    initials: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    lot: int = 0

    @property
    def instrument(self) -> Instrument:
        return Instrument(self.symbol, self.name, self.name_tc, self.name_sc, self.kind, currency="HKD", lot=self.lot)


class _Listing(msgspec.Struct, frozen=True):
    instruments: tuple[_Entry, ...]


@lru_cache(maxsize=1)
def _entries() -> dict[str, _Entry]:
    data = resource_bytes("instruments.json")
    return {entry.symbol: entry for entry in msgspec.json.decode(data, type=_Listing).instruments}


@lru_cache(maxsize=1)
def _instruments() -> dict[str, Instrument]:
    return {symbol: entry.instrument for symbol, entry in _entries().items()}


@lru_cache(maxsize=1)
def _symbols_by_alias() -> dict[str, str]:
    return {alias.upper(): entry.symbol for entry in _entries().values() for alias in entry.aliases}


def known_instruments() -> tuple[Instrument, ...]:
    """Every instrument of the bundled list: indices first, then by code."""
    return tuple(_instruments().values())


@lru_cache(maxsize=1024)
def instrument_of(symbol: str) -> Instrument:
    """The instrument of a symbol in Yahoo's form.

    A symbol outside the bundled list gives an instrument that bears it as its name; what can be told from its form
    (a Hong Kong share, an index) is filled in. Symbols of other markets have no calendar of their own: every weekday
    counts, in UTC.
    """
    known = _instruments().get(symbol)
    if known is not None:
        return known
    if _HONG_KONG_SYMBOL.match(symbol):
        return Instrument(symbol, symbol, kind="equity", currency="HKD")
    if symbol.endswith(".HK"):
        return Instrument(symbol, symbol, currency="HKD")
    return Instrument(symbol, symbol, kind="index" if symbol.startswith("^") else "other", exchange="", timezone="UTC")


def symbol_of_code(text: str) -> str | None:
    """The symbol meant by a code in any of the forms people type, None when it is no code.

    ``9988``, ``09988``, ``9988.HK``, ``9988 hk``, ``HK:09988`` and ``BABA`` give ``9988.HK``; ``HSTECH`` gives ``HSTECH.HK``;
    ``HSI`` and ``^HSI`` give ``^HSI``. Hong Kong codes need not be in the bundled list. Full-width digits count as digits.
    """
    code = unicodedata.normalize("NFKC", text).strip().upper()
    if code in _entries():
        return code
    match = _HONG_KONG_CODE.match(code)
    if match:
        number = int(match[1])
        return f"{number:04d}.HK" if number else None
    return _symbols_by_alias().get(code.removeprefix("^"))


def search(text: str, limit: int = 20) -> tuple[Instrument, ...]:
    """Instruments for what somebody typed, best first.

    Codes in any form and aliases come before the beginnings of codes, names (English, Traditional and Simplified
    Chinese) and pinyin initials, and those before a name that has the text somewhere inside. A Hong Kong code outside
    the list is offered as well. An empty text finds nothing.
    """
    wanted = unicodedata.normalize("NFKC", text).strip().casefold()
    if not wanted:
        return ()
    ranked: dict[str, tuple[int, int]] = {}
    exact = symbol_of_code(wanted)
    if exact is not None:
        ranked[exact] = (0, 0)
    for symbol, entry in _entries().items():
        rank = _rank(entry, wanted)
        if rank is not None and symbol not in ranked:
            ranked[symbol] = rank
    best = sorted(ranked, key=lambda symbol: ranked[symbol])[:limit]
    return tuple(instrument_of(symbol) for symbol in best)


def _rank(entry: _Entry, wanted: str) -> tuple[int, int] | None:
    """How well an entry fits a casefolded text: less is better, the shortest of equal ones; None for not at all."""
    words = entry.name.casefold().split()
    names = (name.casefold() for name in (entry.name, entry.name_tc, entry.name_sc))
    fitting: tuple[list[str], ...] = (
        [word for word in _beginnings(entry) if word.startswith(wanted)],
        [word for word in words if word.startswith(wanted)],
        [name for name in names if wanted in name],
    )
    return next(((rank, min(map(len, found))) for rank, found in enumerate(fitting, start=1) if found), None)


def _beginnings(entry: _Entry) -> Iterator[str]:
    """What a text may be the beginning of: codes with and without leading zeros, names, initials, aliases."""
    code = entry.symbol.removesuffix(".HK")
    yield entry.symbol.casefold()
    yield entry.symbol.casefold().removeprefix("^")
    if code.isdigit():
        yield code.lstrip("0")
        yield code.zfill(5)
    for text in (entry.name, entry.name_tc, entry.name_sc, *entry.initials, *entry.aliases):
        yield text.casefold()
