"""The line at the window's lower edge: what just happened, and where the bars come from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from charting.core.instrument import Instrument
from gui.badge import SimulatedBadge
from gui.context import DataState
from gui.names import source_name
from gui.translation import tr

if TYPE_CHECKING:
    from charting.market.quote import Quote
    from charting.market.quote_feed import LiveState

MESSAGE_TIME = 8000
"""Milliseconds a message stays."""
AGE_PERIOD = 20_000
"""Milliseconds between looks at the age of the bars."""


class Price(Struct, frozen=True):
    """The chart's latest price as far as it is known, how prices are had, of what, and how fast they are simulated."""

    quote: Quote | None
    state: LiveState
    instrument: Instrument
    speed: float | None = None


class StatusLine(QStatusBar):
    """Messages at the left; source, age and the mark of simulated prices at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setAccessibleName(tr("Status"))
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._state = DataState("")
        self._price: Price | None = None
        self._source = QLabel(self)
        self._source.setObjectName("data_source")
        self._source.setAccessibleName(tr("Source of the bars"))
        self._badge = SimulatedBadge("status_simulated", self)
        self.addPermanentWidget(self._source)
        self.addPermanentWidget(self._badge)
        self._timer = QTimer(self)
        self._timer.setInterval(AGE_PERIOD)
        self._timer.timeout.connect(self._write)
        self._timer.start()

    def say(self, text: str) -> None:
        """Show a message; an empty one takes the last away."""
        if text:
            self.showMessage(text, MESSAGE_TIME)
        else:
            self.clearMessage()

    def set_state(self, state: DataState) -> None:
        """Say where the bars come from."""
        self._state = state
        self._badge.setVisible(state.simulated)
        self._write()

    def set_price(self, price: Price) -> None:
        """Say how old the chart's price is, how newer ones are had, and how fast the demonstration goes on, if it does."""
        self._price = price
        self._write()

    def _write(self) -> None:
        now = datetime.now(UTC)
        self._source.setText(state_text(self._state, now, self._price))
        self._source.setToolTip("" if self._price is None else _help(self._price))


def _help(price: Price) -> str:
    from gui.quote_words import state_help

    return state_help(price.state)


def state_text(state: DataState, now: datetime, price: Price | None = None) -> str:
    """Source, age and whether it could not be reached, such as ``Yahoo Finance · 5 minutes old · offline``.

    Where the latest price is known, its age is told instead of that of the bars.
    """
    words = [source_name(state.source)]
    known = price is not None and price.quote is not None and price.quote.source == state.source
    if state.loading:
        words.append(tr("loading …"))
    elif price is not None and price.quote is not None and known:
        words += price_words(price, price.quote, now)
        if price.state.kind == "offline":
            return "  ·  ".join(word for word in words if word)
    elif state.fetched is not None and not state.simulated:
        from gui.quote_words import age_text

        words.append(age_text((now - state.fetched).total_seconds()))
    if state.offline:
        words.append(tr("offline"))
    return "  ·  ".join(word for word in words if word)


def price_words(price: Price, quote: Quote, now: datetime) -> list[str]:
    """How old a price is, and how newer ones are had."""
    if quote.simulated and price.speed is None:
        return []
    from gui.quote_words import age_of, state_words

    words = [age_of(quote, price.instrument, now).words, state_words(price.state, now, price.instrument)]
    if price.speed is not None and quote.simulated:
        words.append(tr("{count} times as fast", count=f"{price.speed:g}") if price.speed != 1 else "")
    return words
