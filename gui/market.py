"""The window's say in where bars come from: live data or the demonstration, refreshing, opening files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace

from charting.core.document import Chart, Pane, WatchlistItem, Workspace
from charting.core.history import History
from charting.core.instrument import Instrument
from charting.indicators.beside import from_source
from charting.market.instruments import instrument_of
from gui.context import Notice, NoticeAction, Window
from gui.loader import Loader
from gui.settings import SettingsFile
from gui.sources import AKSHARE, DEMO, YAHOO
from gui.translation import tr

if TYPE_CHECKING:
    from gui.live import Live
    from gui.opening import Opener
    from gui.quotes import Quotes


def change_source(document: Workspace, old: str, new: str) -> Workspace:
    """``document`` with every series of one source taken from another, charts at their latest bars."""
    charts = tuple(_of_source(chart, old, new) for chart in document.charts)
    watchlist: dict[WatchlistItem, None] = {}
    for item in document.watchlist:
        watchlist[replace(item, source=new) if item.source == old else item] = None
    return replace(document, charts=charts, watchlist=tuple(watchlist))


def _of_source(chart: Chart, old: str, new: str) -> Chart:
    if any(one.source == old for one in chart.compare):
        compare = tuple(replace(one, source=new) if one.source == old else one for one in chart.compare)
        chart = replace(chart, compare=compare)
    panes = tuple(_pane_of_source(pane, old, new) for pane in chart.panes)
    if any(pane is not before for pane, before in zip(panes, chart.panes, strict=True)):
        chart = replace(chart, panes=panes)
    return replace(chart, source=new, range=None) if chart.source == old else chart


def _pane_of_source(pane: Pane, old: str, new: str) -> Pane:
    indicators = tuple(from_source(indicator, old, new) for indicator in pane.indicators)
    same = all(one is before for one, before in zip(indicators, pane.indicators, strict=True))
    return pane if same else replace(pane, indicators=indicators)


class Around(Protocol):
    """What is needed of :class:`gui.services.Services`."""

    @property
    def live(self) -> Live:
        """Prices that are told while markets are open."""
        ...

    @property
    def opener(self) -> Opener:
        """Opens files."""
        ...

    @property
    def quotes(self) -> Quotes:
        """Prices of the watchlist."""
        ...


class Market:
    """The window's :class:`gui.context.MarketServices`; main thread only.

    Parameters
    ----------
    around
        Makes, or has, the services that the chart does not wait for.
    offline
        Whether the program was started with ``--offline``.
    """

    def __init__(
        self, history: History, settings: SettingsFile, loader: Loader, around: Callable[[], Around], *, offline: bool
    ) -> None:
        self._history = history
        self._settings = settings
        self._loader = loader
        self._around = around
        self._offline = offline
        self._window: Window | None = None

    def attach(self, window: Window) -> None:
        """Tell ``window`` of what cannot be done."""
        self._window = window
        self._loader.offer(NoticeAction(tr("Back to the demonstration"), self.use_demonstration))

    @property
    def network_forbidden(self) -> bool:
        """Whether the program was started with ``--offline``."""
        return self._offline

    @property
    def offers_live_data(self) -> bool:
        """Whether the notice that offers live data is wanted: the user has not closed it."""
        return not self._settings.current.offer_closed

    def close_offer(self) -> None:
        """Remember that the user closed that notice."""
        self._settings.change(offer_closed=True)

    @property
    def network_allowed(self) -> bool:
        """Whether a connection may be made: the user chose it, and the command line does not forbid it. Any thread."""
        return self._settings.current.live_data and not self._offline

    @property
    def default_source(self) -> str:
        """Where a symbol's bars come from when nobody says."""
        return YAHOO if self.network_allowed else DEMO

    def instrument(self, symbol: str) -> Instrument:
        """What is known of a symbol, also from its bars once there are some."""
        return self._loader.known(instrument_of(symbol))

    def refresh(self) -> None:
        """Ask the sources of the chart and of the watchlist for their newest bars."""
        self._wake()
        self._loader.refresh()
        self._around().quotes.refresh()

    def use_live_data(self) -> None:
        """Allow the network, from now on and at the next start, and show live series in place of the demonstration's."""
        if self._offline:
            if self._window is not None:
                text = tr(
                    "Lionrock was started with --offline, so no connection is made. Start it without that to use live data."
                )
                self._window.show_notice(Notice("offline", text, "warning"))
            return
        self._settings.change(live_data=True)
        self.simulate(None)
        self._wake()
        self._history.commit(change_source(self._history.document, DEMO, YAHOO), tr("Use live data"))

    def use_demonstration(self) -> None:
        """Show the demonstration's series again; no further connection is made."""
        self._settings.change(live_data=False)
        self._wake()
        without = change_source(change_source(self._history.document, YAHOO, DEMO), AKSHARE, DEMO)
        self._history.commit(without, tr("Use the demonstration"))

    @property
    def simulation_speed(self) -> float | None:
        """How many times faster than a market the demonstration goes on by itself; None while it does not."""
        return self._around().live.simulation_speed

    def simulate(self, speed: float | None) -> None:
        """Let the demonstration's market go on at a speed; with None, end that and show its bars as they are."""
        self._around().live.simulate(speed)

    def _wake(self) -> None:
        self._around().live.wake()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read files of bars and show the first on the active chart, all in the watchlist; go to a workspace's file."""
        self._around().opener.open_files(paths)

    def preview_files(self, paths: Sequence[Path]) -> None:
        """Show how files are read, to be corrected, before they are opened."""
        self._around().opener.preview_files(paths)
