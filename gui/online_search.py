"""What Yahoo Finance finds for a text that is being typed, on top of the bundled list; asked only when the user allows it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from charting.core.signals import SignalInstance
from charting.market.provider import MarketError, Match
from gui.sources import YAHOO
from gui.translation import said, tr
from gui.workers import MainThread

PAUSE = 300
"""Milliseconds without another letter before a text is asked for."""
SHORTEST = 2
"""Letters below which nothing is asked: half of all markets would fit."""
KEPT = 50
"""Answers that are remembered, so that going back by a letter shows them at once."""


class SearchFeed(Protocol):
    """What is needed of :class:`charting.market.feed.Feed`; its signals come from worker threads."""

    @property
    def found(self) -> SignalInstance:
        """``(text, matches)``: what a source found."""
        ...

    @property
    def not_found(self) -> SignalInstance:
        """``(text, MarketError)``: the source could not be asked."""
        ...

    def search(self, source: str, text: str) -> None:
        """Ask a source; returns at once."""
        ...


class OnlineSearch(QObject):
    """Follows what is typed; ``changed`` says that there is something new about the text asked for last. Main thread only.

    Parameters
    ----------
    allowed
        Whether a connection may be made.
    """

    changed = Signal()

    def __init__(self, feed: SearchFeed, main: MainThread, allowed: Callable[[], bool]) -> None:
        super().__init__(main)
        self._feed = feed
        self._main = main
        self._allowed = allowed
        self._text = ""
        self._found: OrderedDict[str, tuple[Match, ...]] = OrderedDict()
        self._problem = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._ask_now)
        feed.found.connect(self._hear)
        feed.not_found.connect(self._hear_problem)

    @property
    def matches(self) -> tuple[Match, ...]:
        """What was found for the text asked for last; nothing yet while it is being asked for."""
        return self._found.get(self._text, ())

    @property
    def note(self) -> str:
        """A line about the search: that it goes on, or what went wrong; empty when there is nothing to say."""
        if self._problem:
            return self._problem
        asking = self._is_worth_asking() and self._text not in self._found
        return tr("Searching Yahoo Finance…") if asking else ""

    def ask(self, text: str) -> None:
        """Find instruments for a text, once no other one follows soon."""
        wanted = text.strip().casefold()
        if wanted == self._text and not self._problem:
            return
        self._text, self._problem = wanted, ""
        if self._is_worth_asking() and wanted not in self._found:
            self._timer.start()
        else:
            self._timer.stop()

    def close(self) -> None:
        """Ask nothing any more."""
        self._timer.stop()
        self._feed.found.disconnect(self._hear)
        self._feed.not_found.disconnect(self._hear_problem)

    def _is_worth_asking(self) -> bool:
        return len(self._text) >= SHORTEST and self._allowed()

    def _ask_now(self) -> None:
        if self._is_worth_asking():
            self._feed.search(YAHOO, self._text)

    # From worker threads

    def _hear(self, text: str, matches: tuple[Match, ...]) -> None:
        self._main.post(partial(self._keep, text, matches))

    def _hear_problem(self, text: str, error: MarketError) -> None:
        self._main.post(partial(self._refuse, text, error))

    # Back on the main thread

    def _keep(self, text: str, matches: tuple[Match, ...]) -> None:
        self._found[text] = matches
        self._found.move_to_end(text)
        while len(self._found) > KEPT:
            self._found.popitem(last=False)
        if text == self._text:
            self.changed.emit()

    def _refuse(self, text: str, error: MarketError) -> None:
        if text == self._text:  # what became of an earlier text is nobody's concern any more
            self._problem = said(error)
            self.changed.emit()
