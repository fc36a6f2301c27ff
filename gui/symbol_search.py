"""The rows of the symbol search: the watchlist first, then every known instrument that fits, then what is found online."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from charting.core.document import WatchlistItem, Workspace
from charting.core.instrument import Instrument
from charting.market.instruments import known_instruments, search
from charting.market.provider import Match
from gui.chart_edits import item_for
from gui.context import AppContext
from gui.names import instrument_name, short_code
from gui.search_popup import Entry
from gui.sources import YAHOO
from gui.translation import tr

Act = Callable[[WatchlistItem], None]


def symbol_entries(
    typed: str,
    workspace: Workspace,
    instrument_of: Callable[[str], Instrument],
    show: Act,
    matches: Sequence[Match] = (),
    listed: Act | None = None,
) -> Sequence[Entry]:
    """What fits a code or a name in any script, best first; without letters, the watchlist and then all there are.

    Parameters
    ----------
    typed
        The text.
    workspace
        Whose watchlist counts.
    instrument_of
        What is known of a symbol.
    show
        Called with the series that is chosen.
    matches
        What was found online; those that are not known anyway come below.
    listed
        Called with a series that is to come into the watchlist.
    """
    if typed.strip():
        instruments = list(search(typed, limit=30))
        items = [item_for(workspace, instrument.symbol) for instrument in instruments]
        items += [item for item in workspace.watchlist if _is_file_named(item, typed) and item not in items]
    else:
        items = list(workspace.watchlist)
        known = {item.symbol for item in items}
        items += [item_for(workspace, one.symbol) for one in known_instruments() if one.symbol not in known]
    found = [_entry(item, typed, workspace, instrument_of, show, listed) for item in items]
    known = {item.symbol for item in items}
    return found + [_online_entry(match, typed, workspace, show, listed) for match in matches if match.symbol not in known]


def find_symbols(context: AppContext, typed: str, act: Act, also: Act | None = None) -> Sequence[Entry]:
    """Rows for what is typed in a window, with what was found online; ``also`` is what Ctrl+Enter does with one."""
    search = context.late().search
    matches = () if search is None else search.matches
    return symbol_entries(typed, context.history.document, context.market.instrument, act, matches, also)


def meant(title: str, typed: str) -> frozenset[int]:
    """Which characters of a title were typed."""
    wanted = typed.strip().casefold()
    start = title.casefold().find(wanted) if wanted and len(title.casefold()) == len(title) else -1
    return frozenset(range(start, start + len(wanted))) if start >= 0 else frozenset()


def _is_file_named(item: WatchlistItem, typed: str) -> bool:
    return item.source.startswith("file:") and typed.strip().casefold() in item.symbol.casefold()


def _entry(
    item: WatchlistItem,
    typed: str,
    workspace: Workspace,
    instrument_of: Callable[[str], Instrument],
    show: Act,
    listed: Act | None,
) -> Entry:
    instrument = instrument_of(item.symbol)
    name = instrument_name(instrument)
    names = dict.fromkeys((instrument.name, instrument.name_tc, instrument.name_sc))
    others = "  ".join(other for other in names if other and other != name)
    icon = "list-bullets" if item in workspace.watchlist else "chart-line"
    also = None if listed is None or item in workspace.watchlist else partial(listed, item)
    return Entry(name, partial(show, item), others, short_code(item.symbol), icon, positions=meant(name, typed), also=also)


def _online_entry(match: Match, typed: str, workspace: Workspace, show: Act, listed: Act | None) -> Entry:
    item = WatchlistItem(match.symbol, YAHOO)
    detail = " · ".join(filter(None, (match.exchange, tr(match.kind) if match.kind else "")))
    icon = "list-bullets" if item in workspace.watchlist else "globe"
    also = None if listed is None or item in workspace.watchlist else partial(listed, item)
    return Entry(
        match.name, partial(show, item), detail, short_code(match.symbol), icon, positions=meant(match.name, typed), also=also
    )
