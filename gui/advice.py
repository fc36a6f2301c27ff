"""What a source cannot give of an instrument, said above the chart with what can be shown instead."""

from __future__ import annotations

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.core.text import translatable
from charting.market.instruments import instrument_of
from charting.market.provider import SeriesKey
from charting.market.yahoo import capabilities
from gui import chart_edits
from gui.context import Notice, NoticeAction
from gui.names import instrument_name
from gui.sources import YAHOO
from gui.translation import tr

KEY = "advice"
PROXIES = {"HSTECH.HK": "3033.HK"}
"""Funds that follow an index whose past a source does not keep."""
_SHOW = translatable("Show the fund {code}")


def advice_notice(key: SeriesKey, documents: History) -> Notice | None:
    """What a user should know about a series, None when there is nothing to say."""
    text = capabilities(key.symbol).note if key.source == YAHOO else ""
    if not text:
        return None
    proxy = PROXIES.get(key.symbol)
    if proxy is None:
        return Notice(KEY, tr(text))

    def show() -> None:
        title = tr("Show {symbol}", symbol=instrument_name(instrument_of(proxy)))
        documents.commit(chart_edits.show_item(documents.document, WatchlistItem(proxy, YAHOO)), title)

    return Notice(KEY, tr(text), actions=(NoticeAction(tr(_SHOW, code=proxy), show),))
