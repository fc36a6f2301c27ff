"""The rows of the symbol search: the watchlist first, then every known instrument that fits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from charting.core.document import WatchlistItem, Workspace
from charting.core.instrument import Instrument
from charting.market.instruments import known_instruments, search
from gui.chart_edits import item_for
from gui.names import instrument_name, short_code
from gui.search_popup import Entry


def symbol_entries(
    typed: str,
    workspace: Workspace,
    instrument_of: Callable[[str], Instrument],
    show: Callable[[WatchlistItem], None],
) -> Sequence[Entry]:
    """What fits a code or a name in any script, best first; without letters, the watchlist and then all there are."""
    if typed.strip():
        instruments = list(search(typed, limit=30))
        items = [item_for(workspace, instrument.symbol) for instrument in instruments]
        items += [item for item in workspace.watchlist if _is_file_named(item, typed) and item not in items]
    else:
        items = list(workspace.watchlist)
        listed = {item.symbol for item in items}
        items += [item_for(workspace, one.symbol) for one in known_instruments() if one.symbol not in listed]
    return [_entry(item, workspace, instrument_of, show) for item in items]


def _is_file_named(item: WatchlistItem, typed: str) -> bool:
    return item.source.startswith("file:") and typed.strip().casefold() in item.symbol.casefold()


def _entry(
    item: WatchlistItem,
    workspace: Workspace,
    instrument_of: Callable[[str], Instrument],
    show: Callable[[WatchlistItem], None],
) -> Entry:
    instrument = instrument_of(item.symbol)
    name = instrument_name(instrument)
    names = dict.fromkeys((instrument.name, instrument.name_tc, instrument.name_sc))
    others = "  ".join(other for other in names if other and other != name)
    icon = "list-bullets" if item in workspace.watchlist else "chart-line"
    return Entry(name, partial(show, item), others, short_code(item.symbol), icon)
