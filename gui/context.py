"""What the window is given: the document's history and the few services it calls, and the values it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct, field

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.core.instrument import Instrument
from charting.core.theme import Direction, Mode, Theme
from charting.drawings.snapping import Magnet
from gui.indicator_shelf import IndicatorShelf
from gui.settings import Language
from gui.templates import Templates

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from charting.market.quote import Quote
    from charting.scene.series import Series
    from gui.exporting import Export
    from gui.network import NetworkSettings
    from gui.online_search import OnlineSearch

Severity = Literal["information", "warning", "error"]

Aside = Callable[[Callable[[], None], Callable[[], None]], None]
"""Calls the first in a worker, and then the second in the main thread."""


def at_once(work: Callable[[], None], then: Callable[[], None]) -> None:
    """An :data:`Aside` without workers."""
    work()
    then()


class WorkspaceLibrary(Protocol):
    """Workspaces by name.

    Every call returns at once: disk work happens in a worker, a workspace that was opened arrives through
    ``history.load``, and a failure through :meth:`gui.window.MainWindow.show_notice`.
    """

    def names(self) -> tuple[str, ...]:
        """Names of the saved workspaces in alphabetical order, as last known."""
        ...

    def load(self, name: str) -> None:
        """Save the current workspace and go to another one."""
        ...

    def save_as(self, name: str) -> None:
        """Keep the current workspace under a name and go on in that one; replaces one of that name."""
        ...

    def rename(self, old: str, new: str) -> None:
        """Give a workspace another name."""
        ...

    def delete(self, name: str) -> None:
        """Remove a workspace; the current one cannot be removed."""
        ...


class MarketServices(Protocol):
    """Where bars come from, as far as the window has a say in it. Every call returns at once."""

    @property
    def network_forbidden(self) -> bool:
        """Whether the program was started with ``--offline``: live data is then not offered."""
        ...

    @property
    def offers_live_data(self) -> bool:
        """Whether the notice that offers live data is wanted: the user has not closed it."""
        ...

    def close_offer(self) -> None:
        """Remember that the user closed that notice."""
        ...

    def instrument(self, symbol: str) -> Instrument:
        """What is known of a symbol; an instrument with the symbol for its name where nothing is."""
        ...

    def refresh(self) -> None:
        """Ask the source of the active chart for its newest bars."""
        ...

    def use_live_data(self) -> None:
        """Allow the network and show live series (Yahoo Finance) in place of the demonstration's."""
        ...

    def use_demonstration(self) -> None:
        """Show the demonstration's series again; no further connection is made."""
        ...

    @property
    def simulation_speed(self) -> float | None:
        """How many times faster than a market the demonstration goes on by itself; None while it does not."""
        ...

    def simulate(self, speed: float | None) -> None:
        """Let the demonstration's market go on at a speed; with None, end that and show its bars as they are."""
        ...

    def open_files(self, paths: Sequence[Path]) -> None:
        """Read files of bars and show the first on the active chart, all in the watchlist; go to a workspace's file."""
        ...

    def preview_files(self, paths: Sequence[Path]) -> None:
        """Show how files are read, to be corrected, before they are opened."""
        ...


class HandHabits(Struct, frozen=True):
    """What a hand likes while drawing: how far the magnet reaches, and whether a tool stays after a drawing is finished."""

    magnet: Magnet = "weak"
    stay: bool = False


class Appearance(Struct, frozen=True):
    """What the user asked for of the window's look: None is as the system has it."""

    mode: Mode | None = None
    direction: Direction = "green-up"
    language: Language | None = None


class LateServices(Struct, frozen=True):
    """Services that a window has no need of before its first paint.

    Attributes
    ----------
    search
        Finds instruments online, where that is possible.
    network
        Proxy and certificates, where connections are made at all.
    export
        Writes bars and indicators in a worker.
    """

    search: OnlineSearch | None = None
    network: NetworkSettings | None = None
    export: Callable[[Export], None] = lambda _: None


class AppContext(Struct, frozen=True):
    """Everything that :class:`gui.window.MainWindow` needs from the application.

    The window itself offers live data while a demonstration series is shown; services need not.

    Attributes
    ----------
    history
        The document; the window edits through it and follows its ``changed``.
    library, market
        Services, see the protocols.
    theme
        The theme to start with.
    appearance, keep_appearance
        What the user asked for of the look, and what is called to remember another choice. The window takes on another
        theme by itself; for another language the program makes it anew.
    save_picture
        Encodes a picture and writes it in a worker; the file's ending names its format.
    read_quality_log
        Reads the data-quality log in a worker, and calls what it is given with the text.
    aside
        Calls something that takes long in a worker, and then something else in the main thread.
    home
        Folder that holds everything the program writes, shown in the About dialog and in errors.
    templates
        Looks that the user keeps for drawings.
    shelf
        Favourite indicators and sets of them.
    hand, keep_hand
        How the user likes to draw, and what is called to remember it when that changes.
    late
        Makes, or has, the services that the first paint does not wait for.
    """

    history: History
    library: WorkspaceLibrary
    market: MarketServices
    theme: Theme
    keep_appearance: Callable[[Appearance], None]
    save_picture: Callable[[QImage, Path], None]
    home: Path
    appearance: Appearance = Appearance()
    templates: Templates = field(default_factory=Templates)
    shelf: IndicatorShelf = field(default_factory=IndicatorShelf)
    hand: HandHabits = HandHabits()
    keep_hand: Callable[[HandHabits], None] = lambda _: None
    read_quality_log: Callable[[Callable[[str], None]], None] = lambda show: show("")
    aside: Aside = at_once
    late: Callable[[], LateServices] = LateServices


class Listed(Struct, frozen=True):
    """What the watchlist shows of an instrument: its latest price, and some recent closes for the small line.

    ``closes`` are of days, oldest first, the latest price for today; there may be none.
    """

    quote: Quote
    closes: tuple[float, ...] = ()


class NoticeAction(Struct, frozen=True):
    """A button of a notice: its text (translated) and what it does. The notice goes away when it is pressed."""

    text: str
    run: Callable[[], None]


class Notice(Struct, frozen=True):
    """One sentence above the chart, with what can be done about it.

    ``key`` names the matter: a notice replaces an earlier one with the same key. ``details`` opens in a dialog.
    ``progress`` is the share of something under way that is done, 0 to 1: such a notice has a bar that shows it, and goes
    away by itself or by its actions.
    """

    key: str
    text: str
    severity: Severity = "information"
    actions: tuple[NoticeAction, ...] = ()
    details: str = ""
    progress: float | None = None


class DataState(Struct, frozen=True):
    """Where the active chart's bars come from, for the status bar.

    ``source`` is the document's; ``fetched`` is aware, UTC; None while unknown.
    """

    source: str
    fetched: datetime | None = None
    loading: bool = False
    offline: bool = False
    simulated: bool = False


class Window(Protocol):
    """What the services tell the window; :class:`gui.window.MainWindow` is one. Called from the main thread only."""

    def show_series(self, series: Series | None, notice: str = "", *, going_on: bool = False) -> None:
        """Show the active chart's bars, or an empty chart with a sentence on it.

        While a market is open this is called for every picture, with the bars on show as they have gone on.
        """
        ...

    def set_data_state(self, state: DataState) -> None:
        """Say in the status bar where the bars come from and how old they are."""
        ...

    def set_quotes(self, quotes: Mapping[WatchlistItem, Listed]) -> None:
        """Replace the watchlist's prices; an item without a quote shows a dash."""
        ...

    def set_workspaces(self, names: Sequence[str]) -> None:
        """The library's names changed."""
        ...

    def show_notice(self, notice: Notice) -> None:
        """Put a notice above the chart; it replaces one with the same key."""
        ...

    def clear_notice(self, key: str) -> None:
        """Take a notice away."""
        ...

    def show_error(self, title: str, message: str, details: str = "") -> None:
        """Open the error dialog: a sentence that says what is wrong and what to do, and the details on request."""
        ...
