"""Brings the active chart its bars: asks for them when the document says another series, and shows what comes of it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Protocol

from msgspec.structs import replace
from PySide6.QtCore import QTimer

from charting.core.adjustment import adjustments_of, joined_actions
from charting.core.calendar import calendar_of
from charting.core.document import Chart, Workspace
from charting.core.history import History as Documents
from charting.core.instrument import Instrument, with_step
from charting.core.interval import Interval
from charting.core.signals import SignalInstance
from charting.core.timeaxis import TimeAxis
from charting.market.provider import History, MarketError, NoNetwork, SeriesKey
from charting.scene.series import Series
from gui.advice import KEY as ADVICE
from gui.advice import advice_notice
from gui.companions import Companions
from gui.context import DataState, Notice, NoticeAction, Window
from gui.live_series import LiveSeries
from gui.refusals import tell_refusals
from gui.sources import YAHOO
from gui.translation import said, tr
from gui.workers import MainThread

if TYPE_CHECKING:
    from charting.market.quote import Tick

PATIENCE = 150
"""Milliseconds before an empty chart says that it is loading; what the cache has comes sooner, without a flicker."""

KEPT_BARS = 4_000_000
"""Bars that stay in memory of series seen lately, so that going back to one shows it at once; what is on show stays anyway."""

PROBLEM = "series"
REFUSED = "refused"
COMPARED = "compared"


class Feed(Protocol):
    """What is needed of :class:`charting.market.feed.Feed`; its signals come from worker threads."""

    @property
    def arrived(self) -> SignalInstance:
        """``(SeriesKey, History)``: bars from the store, then newer ones from the source."""
        ...

    @property
    def failed(self) -> SignalInstance:
        """``(SeriesKey, MarketError)``: the source could not be had."""
        ...

    def request(self, source: str, symbol: str, interval: Interval, *, background: bool = False) -> None:
        """Ask for a series; returns at once. What is asked for in the background waits until nothing else does."""
        ...


def key_of(chart: Chart) -> SeriesKey:
    """The series that a chart shows."""
    return SeriesKey(chart.source, chart.symbol, Interval.parse(chart.interval))


def series_of(key: SeriesKey, history: History) -> Series:
    """An answer as a chart needs it, with the axis that gives its bars their places; to be called from a worker."""
    bars = history.bars
    instrument = with_step(history.instrument, bars.close)
    days = history.daily or history
    try:
        calendar = calendar_of(instrument.exchange, days.bars.time)
    except ValueError:  # an exchange nobody knows the hours of: all day
        calendar = calendar_of("", days.bars.time)
    axis = TimeAxis(bars.time, bars.interval, calendar)
    # What the prices of a file are adjusted for is told only by adjusted closes beside them.
    told = not key.source.startswith("file:") or days.adjusted is not None
    actions = joined_actions(history.actions, days.actions)
    return Series(
        instrument,
        bars,
        axis,
        history.simulated,
        key.source,
        adjustments=adjustments_of(days.bars, days.adjusted, actions, applied=told),
        finer=None if bars.interval.is_intraday or days is history else days.bars,
        high_low=history.high_low,
        partial=history.partial,
        made_of=history.made_of,
    )


class Loader:
    """Follows the document's active chart with the feed's bars.

    What arrives for a series that is no longer wanted is dropped. A chart that cannot be filled says why; bars that are
    on show stay when a refresh fails.
    """

    def __init__(self, documents: Documents, feed: Feed, main: MainThread) -> None:
        self._documents = documents
        self._feed = feed
        self._main = main
        self._window: Window | None = None
        self._wanted = key_of(documents.document.chart)
        self._companions = Companions.of(documents.document.chart, self._wanted)
        self._missing: dict[SeriesKey, str] = {}
        self._kept: OrderedDict[SeriesKey, tuple[Series, History]] = OrderedDict()
        self._live = LiveSeries()
        self._error: MarketError | None = None
        self._loading = True
        self._advised = ""
        self._shown: Callable[[], None] | None = None
        self._way_back: NoticeAction | None = None
        self._open_file: NoticeAction | None = None
        self._preview: Callable[[str], None] = lambda _: None
        self._timer = QTimer(main)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE)
        self._timer.timeout.connect(self._say_loading)
        feed.arrived.connect(self._arrived)
        feed.failed.connect(self._failed)
        documents.changed.connect(self._follow)

    @property
    def wanted(self) -> SeriesKey:
        """The series of the active chart."""
        return self._wanted

    def start(self) -> None:
        """Ask for the first series; may be called before there is a window."""
        self._request()

    def attach(self, window: Window, shown: Callable[[], None] | None = None) -> None:
        """Show in ``window`` what came and comes; ``shown`` is called once, when the chart has its first bars or none."""
        self._window = window
        self._shown = shown
        self._show()

    def offer(
        self,
        way_back: NoticeAction | None = None,
        open_file: NoticeAction | None = None,
        preview: Callable[[str], None] | None = None,
    ) -> None:
        """Offer ``way_back`` when live data leaves the chart empty, ``open_file`` where a source has no past.

        ``preview`` is called with a file's address when somebody wants to read it otherwise. What is None stays as it was.
        """
        self._way_back = way_back or self._way_back
        self._open_file = open_file or self._open_file
        self._preview = preview or self._preview

    def refresh(self) -> None:
        """Ask the source again."""
        self._error = None
        self._loading = True
        self._request()
        self._tell_state()

    @property
    def fetched(self) -> datetime | None:
        """When the source was asked for the wanted series (aware, UTC); None while there is nothing of it."""
        _, history = self._kept.get(self._wanted, (None, None))
        return None if history is None else history.fetched

    @property
    def answers(self) -> Mapping[SeriesKey, History]:
        """What came of the series that are on show, or were."""
        return {key: history for key, (_, history) in self._kept.items()}

    def known(self, instrument: Instrument) -> Instrument:
        """An instrument with what its bars tell, if there are some: by whose clock it is traded, the step of its prices."""
        told = [series.instrument for key, (series, _) in self._kept.items() if key.symbol == instrument.symbol]
        if not told:
            return instrument
        return replace(instrument, timezone=told[-1].timezone, step=told[-1].step)

    def refresh_quietly(self) -> None:
        """Ask for the wanted series again without a word, as its market goes on."""
        self._feed.request(self._wanted.source, self._wanted.symbol, self._wanted.interval, background=True)

    def tick(self, ticks: Mapping[tuple[str, str], Sequence[Tick]]) -> None:
        """Let the series on show go on by ticks, oldest first, by source and symbol."""
        changed = False
        for key in (self._wanted, *self._companions.further):
            found = ticks.get((key.source, key.symbol))
            if found is None or key not in self._kept:
                continue
            series, history = self._kept[key]
            after = self._live.tick(key, series, found)
            changed = changed or after is not series
            self._kept[key] = after, history
        if changed and self._window is not None and self._wanted in self._kept:
            series = self._companions.put(self._kept[self._wanted][0], self._kept, self._missing)
            self._window.show_series(series, going_on=True)

    def forget_ticks(self, source: str) -> None:
        """Show a source's series as the source has them."""
        self._live.forget(source)
        for key in [key for key in self._kept if key.source == source]:
            del self._kept[key]
        if source in (self._wanted.source, *(key.source for key in self._companions.further)):
            self._request()

    def close(self) -> None:
        """Follow nothing any more."""
        self._timer.stop()
        self._feed.arrived.disconnect(self._arrived)
        self._feed.failed.disconnect(self._failed)
        self._documents.changed.disconnect(self._follow)

    def _follow(self, _before: Workspace, after: Workspace) -> None:
        key = key_of(after.chart)
        companions = Companions.of(after.chart, key)
        if key != self._wanted:
            self._wanted, self._companions = key, companions
            self._error = None
            self._loading = True
            self._show()
            self._request()
        elif companions != self._companions:
            self._companions = companions
            self._show()
            self._request_others(missing=True)

    def _request(self) -> None:
        self._feed.request(self._wanted.source, self._wanted.symbol, self._wanted.interval)
        self._request_others(missing=False)

    def _request_others(self, *, missing: bool) -> None:
        """Ask for what the series is compared with and its indicators need, or only for what was never there."""
        if self._window is not None:
            self._window.clear_notice(COMPARED)
        for key in self._companions.further:
            if not (missing and key in self._kept):
                self._feed.request(key.source, key.symbol, key.interval)

    # From worker threads

    def _arrived(self, key: SeriesKey, history: History) -> None:
        if key == self._wanted or key in self._companions.further:
            self._main.post(partial(self._keep, key, series_of(key, history), history))

    def _failed(self, key: SeriesKey, error: MarketError) -> None:
        if key == self._wanted:
            self._main.post(partial(self._refuse, key, error))
        elif key in self._companions.further:
            self._main.post(partial(self._refuse_other, key, error))

    # Back on the main thread

    def _keep(self, key: SeriesKey, series: Series, history: History) -> None:
        self._kept[key] = (self._live.begin(key, series), history)
        self._kept.move_to_end(key)
        if self._wanted in self._kept:
            self._kept.move_to_end(self._wanted)
        on_show = {self._wanted, *self._companions.further}
        for old in [one for one in self._kept if one not in on_show]:
            if sum(len(kept.bars) for kept, _ in self._kept.values()) <= KEPT_BARS:
                break
            del self._kept[old]
        self._live.retain(self._kept)
        if key == self._wanted:
            self._error = None
            self._loading = False
            self._show()
        elif key in self._companions.further:
            self._missing.pop(key, None)
            self._show()

    def _refuse_other(self, key: SeriesKey, error: MarketError) -> None:
        """What is compared says it in a notice too, as the legend may be folded; an indicator says itself what it lacks."""
        if self._window is None or key in self._kept:
            return
        if key in self._companions.others:
            self._window.show_notice(Notice(COMPARED, said(error), "warning"))
        self._missing[key] = said(error)
        self._show()

    def _refuse(self, key: SeriesKey, error: MarketError) -> None:
        if key == self._wanted:
            self._error = error
            self._loading = False
            self._show()

    # What is on show

    def _show(self) -> None:
        if self._window is None:
            return
        series, history = self._kept.get(self._wanted, (None, None))
        self._timer.stop()
        if series is not None and history is not None and len(series.bars):
            self._window.show_series(self._companions.put(series, self._kept, self._missing))
            tell_refusals(self._window, REFUSED, self._wanted.source, history, self._preview)
        else:
            self._window.show_series(None, self._absence(history))
            self._window.clear_notice(REFUSED)
            if self._loading:
                self._timer.start()
        self._tell_problem(has_bars=series is not None)
        self._tell_advice()
        self._tell_state()
        if self._shown is not None and not self._loading:
            shown, self._shown = self._shown, None
            shown()

    def _absence(self, history: History | None) -> str:
        """What an empty chart says."""
        if self._error is not None:
            return said(self._error)
        if history is None:
            return ""
        return tr("There are no bars of {symbol} for this interval. Choose another one.", symbol=self._wanted.symbol)

    def _say_loading(self) -> None:
        if self._window is not None and self._loading and self._wanted not in self._kept:
            self._window.show_series(None, tr("Loading {symbol}…", symbol=self._wanted.symbol))

    def _tell_state(self) -> None:
        if self._window is None:
            return
        _, history = self._kept.get(self._wanted, (None, None))
        self._window.set_data_state(
            DataState(
                self._wanted.source,
                history.fetched if history else None,
                self._loading,
                offline=isinstance(self._error, NoNetwork),
                simulated=history.simulated if history else False,
            )
        )

    def _tell_problem(self, *, has_bars: bool) -> None:
        """A refresh that failed over bars on show is a notice; being offline is a state, told in the status bar.

        An empty chart says itself what is wrong; the notice then has what can be done about it.
        """
        if self._window is None:
            return
        again = NoticeAction(tr("Try again"), self.refresh)
        if self._error is not None and has_bars and not isinstance(self._error, NoNetwork):
            self._window.show_notice(Notice(PROBLEM, said(self._error), "warning", (again,)))
        elif self._error is not None and not has_bars and self._wanted.source == YAHOO and self._way_back is not None:
            text = tr("There is no live data to show.")
            self._window.show_notice(Notice(PROBLEM, text, "warning", (again, self._way_back)))
        else:
            self._window.clear_notice(PROBLEM)

    def _tell_advice(self) -> None:
        if self._window is None:
            return
        notice = advice_notice(self._wanted, self._documents, self._open_file)
        if notice is None:
            self._window.clear_notice(ADVICE)
            self._advised = ""
        elif self._advised != self._wanted.symbol:  # once for each visit: it can be dismissed
            self._advised = self._wanted.symbol
            self._window.show_notice(notice)
