"""What a source cannot give of an instrument, said above the chart with what can be shown instead."""

from __future__ import annotations

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.core.text import translatable
from charting.market.instruments import instrument_of
from charting.market.provider import SeriesKey
from gui import chart_edits
from gui.context import Notice, NoticeAction
from gui.names import instrument_name
from gui.sources import AKSHARE, YAHOO
from gui.translation import tr

KEY = "advice"
PROXIES = {"HSTECH.HK": "3033.HK"}
"""Funds that follow an index whose past a source does not keep."""
_EXTRA = translatable('AKShare comes with pip install "lionrock[akshare]".')
_SHOW = translatable("Show the fund {code}")
_PROXY = translatable(
    "This is the fund {code}, which stands in for the {index}: its prices are the fund's, in HK$, not the index's points."
)


def advice_notice(key: SeriesKey, documents: History, open_file: NoticeAction | None = None) -> Notice | None:
    """What a user should know about a series, None when there is nothing to say.

    Parameters
    ----------
    key
        The series on show.
    documents
        What is changed when something else is to be shown.
    open_file
        The way to a file of bars, where there is one.
    """
    if key.source != YAHOO:
        return None
    from charting.market.akshare_source import INDICES, is_installed
    from charting.market.yahoo import capabilities

    index = next((index for index, fund in PROXIES.items() if fund == key.symbol), None)
    if index is not None:
        name = instrument_name(instrument_of(index))
        back = NoticeAction(tr("Show {symbol}", symbol=name), lambda: _show(documents, WatchlistItem(index, YAHOO)))
        return Notice(KEY, tr(_PROXY, code=key.symbol, index=name), actions=(back,))
    text = capabilities(key.symbol).note
    if not text:
        return None
    text, actions = tr(text), [] if open_file is None else [open_file]
    if key.symbol in INDICES and is_installed():
        item = WatchlistItem(key.symbol, AKSHARE)
        actions.append(NoticeAction(tr("Show AKShare's history"), lambda: _show(documents, item)))
    elif key.symbol in INDICES:
        text = f"{text} {tr(_EXTRA)}"
    if key.symbol in PROXIES:
        fund = WatchlistItem(PROXIES[key.symbol], YAHOO)
        actions.append(NoticeAction(tr(_SHOW, code=fund.symbol), lambda: _show(documents, fund)))
    return Notice(KEY, text, actions=tuple(actions))


def _show(documents: History, item: WatchlistItem) -> None:
    title = tr("Show {symbol}", symbol=instrument_name(instrument_of(item.symbol)))
    documents.commit(chart_edits.show_item(documents.document, item), title)
