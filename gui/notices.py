"""Notices of the window's own."""

from __future__ import annotations

from gui.context import MarketServices, Notice, NoticeAction
from gui.translation import tr

DEMONSTRATION = "demonstration"


def demonstration_notice(market: MarketServices) -> Notice:
    """Says that prices are simulated and offers real ones; nothing is fetched before that is chosen."""
    if market.network_forbidden:
        return Notice(DEMONSTRATION, tr("Demonstration market with simulated prices. Live data is off (--offline)."))
    text = tr("Demonstration market with simulated prices. Nothing connects unless you choose live data.")
    return Notice(DEMONSTRATION, text, actions=(NoticeAction(tr("Use live data (Yahoo Finance)"), market.use_live_data),))
