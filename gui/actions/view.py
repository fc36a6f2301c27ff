"""Commands about what is seen: symbol, interval, span, scale, panels and colours."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from charting.core.edits import set_chart
from charting.core.interval import Interval
from charting.core.text import translatable
from charting.core.theme import Direction, Mode
from charting.scene.comparing import shown_kind
from charting.scene.series import Series
from charting.view.formats import LocaleFormats
from charting.view.zones import clock_zone
from gui import chart_edits
from gui.actions.axes import axes_commands
from gui.actions.compare import compare_commands
from gui.commands import Command
from gui.names import interval_name
from gui.ranges import RANGES
from gui.sources import refusal
from gui.translation import said, tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("View")
INTERVALS = ("1m", "5m", "15m", "1h", "1d", "1wk", "1mo")
OTHER_INTERVAL = "view.interval_other"
MODES: tuple[tuple[Mode | None, str], ...] = (
    ("dark", translatable("&Dark theme")),
    ("light", translatable("&Light theme")),
    (None, translatable("&As the system")),
)
DIRECTIONS: tuple[tuple[Direction, str], ...] = (
    ("green-up", translatable("&Green rises, red falls")),
    ("red-up", translatable("&Red rises, green falls")),
    ("colour-blind", translatable("&Blue rises, orange falls")),
)


def view_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    return (
        Command(
            "view.symbol", translatable("Find a &symbol…"), GROUP, partial(window.open_symbol_search, ""),
            translatable("Show another instrument; typing letters over the chart does the same"), ("Ctrl+F",),
            "magnifying-glass",
        ),
        *compare_commands(window),
        *_interval_commands(window),
        *_span_commands(window),
        *_scale_commands(window),
        *axes_commands(window),
        *_panel_commands(window),
        *_colour_commands(window),
    )  # fmt: skip


def set_interval(window: MainWindow, interval: Interval) -> None:
    """Show other bars of the same series."""
    document = window.history.document
    changed = set_chart(document, document.active, interval=str(interval))
    window.history.commit(changed, tr("Interval {interval}", interval=interval_name(interval)))


def _interval_commands(window: MainWindow) -> list[Command]:
    found = []
    for code in INTERVALS:
        interval = Interval.parse(code)
        found.append(
            Command(
                f"view.interval_{code}", interval_name(interval), GROUP, partial(set_interval, window, interval),
                translatable("Length of the bars; typing a number over the chart does the same"),
                checked=lambda code=code: window.history.document.chart.interval == code,  # type: ignore[misc]  # bound early
                short=interval.short, english=interval.words,
            )
        )  # fmt: skip
    found.append(
        Command(
            OTHER_INTERVAL, translatable("Change interval"), GROUP, lambda: window.interval_entry.ask(""),
            translatable("Length of the bars; typing a number over the chart does the same"),
            checked=lambda: window.history.document.chart.interval not in INTERVALS, short="…",
        )
    )  # fmt: skip
    return found


def _span_commands(window: MainWindow) -> list[Command]:
    view = window.view
    return [
        Command(
            "view.reset", translatable("&Reset the view"), GROUP, view.reset_view,
            translatable("The latest bars, with scales that follow them"), ("Alt+R",), "arrows-in",
        ),
        Command(
            "view.go_to", translatable("&Go to date…"), GROUP, partial(_go_to_date, window),
            translatable("Bring a day to the middle of the chart"), ("Alt+G",), "calendar-blank",
        ),
        *(
            Command(
                f"view.last_{range_.key}", range_.title, GROUP, partial(window.ranges.choose, range_),
                translatable("Show the latest bars, finer or coarser ones where these do not suit"), short=tr(range_.short),
            )
            for range_ in RANGES
        ),
    ]  # fmt: skip


def _go_to_date(window: MainWindow) -> None:
    from gui.dialogs.go_to_date import GoToDateDialog

    chart = window.history.document.chart
    series = window.view.series
    if series is None or not len(series.bars):
        window.say(tr("There are no bars to go to yet."))
        return
    start = chart.range.first + (chart.range.last - chart.range.first) / 2 if chart.range else _last_time(series)
    interval = Interval.parse(chart.interval)
    exchange = series.instrument.timezone
    zone = clock_zone(chart.times, exchange) if interval.is_intraday else exchange
    dialog = GoToDateDialog(start, zone, intraday=interval.is_intraday, parent=window)
    dialog.accepted.connect(lambda: _show_time(window, window.view.series or series, dialog.time))
    dialog.open()


def _show_time(window: MainWindow, series: Series, time: datetime) -> None:
    """Bring a time to the middle; where there are no bars as far back or on, show the outermost of them and say why."""
    sight, moment = window.view.sight, window.replay.moment
    zone, interval = series.instrument.timezone, series.bars.interval
    formats = LocaleFormats(timezone=zone, clock=clock_zone(window.view.chart.times, zone))
    begin, end = (formats.moment(int(series.bars.time[row]), interval) for row in (0, -1))
    if series.axis.bar_at(time.timestamp()) < 0:
        sight.to_start()
        why = said(refusal(series, time, datetime.now(UTC)))
        window.say(why or tr("The first bar is of {date}: there are none before it.", date=begin))
    elif moment is not None and time >= moment and not window.replay.at_end:
        sight.to_end()
        window.say(tr("The replay has come to {date}. Step on, or leave it, to see later bars.", date=end))
    else:
        window.view.go_to(time)
        if not sight.span.first <= float(series.axis.slot(time.timestamp())) <= sight.span.last:
            sight.to_end()
            window.say(tr("The last bar is of {date}: there are none after it.", date=end))


def _last_time(series: Series) -> datetime:
    return datetime.fromtimestamp(int(series.bars.time[-1]), UTC)


def _scale_commands(window: MainWindow) -> list[Command]:
    history = window.history

    def scale_is(kind: str) -> bool:
        return shown_kind(history.document.chart) == kind

    return [
        Command(
            "view.log", translatable("&Logarithmic scale"), GROUP,
            lambda: history.commit(chart_edits.set_scale_kind(history.document, "log"), tr("Logarithmic scale")),
            translatable("Equal distances for equal percentages"), ("Alt+L",), checked=lambda: scale_is("log"),
            short=tr("log"),
        ),
        Command(
            "view.percent", translatable("&Percent scale"), GROUP,
            lambda: history.commit(chart_edits.set_scale_kind(history.document, "percent"), tr("Percent scale")),
            translatable("Change since the first bar in view"), ("Alt+P",), checked=lambda: scale_is("percent"), short="%",
        ),
        Command(
            "view.auto_scale", translatable("&Automatic scale"), GROUP, partial(_toggle_auto_scale, window),
            translatable("The scale follows the bars in view; off keeps it as it is"), (),
            checked=lambda: chart_edits.has_auto_scale(history.document), short=tr("auto"),
        ),
        Command(
            "view.invert", translatable("&Inverted scale"), GROUP,
            lambda: history.commit(chart_edits.invert_scale(history.document), tr("Invert the scale")),
            translatable("High prices at the bottom"), ("Alt+I",),
            checked=lambda: history.document.chart.price_pane.scale.inverted,
        ),
    ]  # fmt: skip


def _toggle_auto_scale(window: MainWindow) -> None:
    """Free the price scale, or hold it where it stands; undo leaves both alone, as it does a scale dragged by hand."""
    history, scene = window.history, window.view.scene
    bounds = None
    if chart_edits.has_auto_scale(history.document):
        if scene is None:
            return
        bounds = (scene.price_pane.viewport.scale.low, scene.price_pane.viewport.scale.high)
    history.amend(chart_edits.set_scale_bounds(history.document, bounds))


def _panel_commands(window: MainWindow) -> list[Command]:
    def toggled(panel: Callable[[], QWidget]) -> tuple[Callable[[], None], Callable[[], bool]]:
        return lambda: _toggle_panel(panel()), lambda: not panel().isHidden()

    panels = (
        ("watchlist", translatable("&Watchlist"), toggled(lambda: window.watchlist), ("Ctrl+1",)),
        ("indicators", translatable("I&ndicators"), toggled(lambda: window.indicators), ("Ctrl+2",)),
        ("drawings", translatable("D&rawings"), toggled(lambda: window.drawings_tree), ("Ctrl+4",)),
        ("data_window", translatable("Data wi&ndow"), toggled(lambda: window.data_window), ("Ctrl+5",)),
        ("drawings_bar", translatable("&Drawing tools"), toggled(lambda: window.drawings_bar), ("Ctrl+3",)),
        ("status_bar", translatable("S&tatus bar"), toggled(window.statusBar), ()),
    )
    return [
        Command(
            "view.indicators_search", translatable("Indicators"), GROUP, window.indicators.focus_search,
            translatable("Search the indicators and switch them on and off"), ("/",), "activity", in_palette=False,
        ),
        *(
            Command(f"view.panel_{name}", title, GROUP, run, translatable("Show or hide this panel"), keys, checked=on)
            for name, title, (run, on), keys in panels
        ),
        Command(
            "view.add_symbol", translatable("Add a symbol to the watchlist…"), GROUP, window.watchlist.focus_field,
            translatable("Type a code or a name"), (), "plus",
        ),
        Command(
            "view.full_screen", translatable("&Full screen"), GROUP, partial(_toggle_full_screen, window),
            translatable("Use the whole screen"), ("F11",), "corners-out", checked=window.isFullScreen,
        ),
    ]  # fmt: skip


def _toggle_panel(panel: QWidget) -> None:
    """Show or hide a panel; one that lies behind others in their place comes to the front first."""
    behind = panel.isVisible() and panel.visibleRegion().isEmpty()
    panel.setVisible(behind or panel.isHidden())
    panel.raise_()


def _toggle_full_screen(window: MainWindow) -> None:
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _colour_commands(window: MainWindow) -> list[Command]:
    def use(**chosen: Any) -> None:
        window.choose_appearance(replace(window.appearance, **chosen))

    return [
        Command(
            "view.theme_toggle", translatable("Dark or light"), GROUP,
            lambda: use(mode="light" if window.theme.mode == "dark" else "dark"),
            translatable("Switch between the dark and the light theme"), ("Ctrl+Shift+L",), "circle-half",
        ),
        *(
            Command(
                f"view.theme_{mode or 'system'}", title, GROUP, partial(use, mode=mode),
                checked=lambda mode=mode: window.appearance.mode == mode,  # type: ignore[misc]  # bound early
            )
            for mode, title in MODES
        ),
        *(
            Command(
                f"view.direction_{way}", title, GROUP, partial(use, direction=way),
                translatable("What the colours of bars mean"),
                checked=lambda way=way: window.theme.direction == way,  # type: ignore[misc]  # bound early
            )
            for way, title in DIRECTIONS
        ),
    ]  # fmt: skip
