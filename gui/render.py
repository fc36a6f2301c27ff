"""Paints a chart into a picture file without a window or a display: the ``render`` command."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from msgspec import structs
from msgspec.structs import replace

from charting.core.document import Chart, TimeRange, Workspace
from charting.core.interval import DAY, Interval
from charting.core.text import reason, translatable
from charting.core.theme import theme
from charting.market.provider import History, MarketError, SeriesKey
from gui import preflight
from gui.cli import RenderOptions, is_file
from gui.home import Home, find_home
from gui.pictures import FORMATS, write_picture
from gui.sentences import Problem, complain, tell
from gui.settings import Settings, read_settings
from gui.startup import NO_WINDOW, check_file, symbol_of
from gui.workspaces import read_workspace

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

PATIENCE = 120.0
"""Seconds after which a source that says nothing is given up."""


def render(options: RenderOptions) -> int:
    """Paint the picture and return the exit status.

    Raises
    ------
    Problem
        If the bars cannot be had or the picture cannot be written.
    """
    check_out(options.out)
    home = find_home(options.home)
    settings = read_settings(home.settings)
    document = _document(options)
    if is_file(options.item):
        check_file(Path(options.item))
    if (problem := preflight.check_import(window=False)) is not None:
        tell(sys.stderr, problem + "\n")
        return NO_WINDOW
    try:
        source, history = _file(options, home) if is_file(options.item) else _symbol(options, document, home, settings)
    except MarketError as error:
        raise Problem("{message}", message=error) from error
    if not len(history.bars):
        raise Problem(translatable("There are no bars of {item} for this interval. Choose another one."), item=options.item)
    chart = chart_of(document, source, history, options)
    with own_indicators(home, chart):
        image = paint(chart, document, history, further_bars(chart, home, options, settings), options, settings)
    _write(options.out, image)
    _mention(history)
    return 0


def check_out(path: Path) -> None:
    """Make sure that a picture can be written at ``path`` before any work is done for it.

    Raises
    ------
    Problem
        If not.
    """
    if path.suffix.lower() not in FORMATS:
        raise Problem(
            translatable("“{path}” names no kind of picture. End its name with one of {formats}."),
            path=path,
            formats=", ".join(FORMATS),
        )
    try:
        placed = not path.is_dir() and path.absolute().parent.is_dir()
    except OSError as error:  # a name that is too long, or a folder that may not be looked into
        raise _unwritable(path, error) from error
    if not placed:
        raise Problem(translatable("The picture {path} cannot be written: there is no such folder."), path=path)


def _document(options: RenderOptions) -> Workspace | None:
    """The workspace that was named; None when none was."""
    return None if options.workspace is None else read_workspace(options.workspace)


def _file(options: RenderOptions, home: Home) -> tuple[str, History]:
    """The bars of a file, at the interval asked for, and the file's address."""
    from charting.market.capabilities import Capabilities, Served, base_of
    from charting.market.feed import at_interval
    from charting.market.file_provider import address_of
    from charting.market.files import read_bars
    from charting.market.provider import NotServed
    from charting.market.reading import GUESSED
    from gui.readings import known_readings

    address = address_of(options.item)
    history = read_bars(options.item, known_readings(home.readings).get(address, GUESSED))
    wanted = options.interval or history.bars.interval
    if base_of((history.bars.interval,), wanted) is None:
        able = Capabilities((Served(history.bars.interval),))
        raise NotServed(able.refusal("The file", wanted, None, datetime.now(UTC)))
    return address, at_interval(history, wanted)


def _symbol(options: RenderOptions, document: Workspace | None, home: Home, settings: Settings) -> tuple[str, History]:
    """The bars of a symbol, from where the window would have them, and the name of that source."""
    symbol = symbol_of(options.item)
    shown = _chart_showing(document, symbol)
    allowed = _may_connect(options, settings)
    source = options.source or (
        shown.source if shown and not shown.source.startswith("file:") else "yahoo" if allowed else "demo"
    )
    interval = options.interval or DAY
    return source, fetch(SeriesKey(source, symbol, interval), home, allow_network=allowed)


def _may_connect(options: RenderOptions, settings: Settings) -> bool:
    """Whether the user allowed connections, in the window or by naming a source that makes them."""
    return not options.offline and (settings.live_data or options.source == "yahoo")


def fetch(key: SeriesKey, home: Home, *, allow_network: bool) -> History:
    """Bars by way of the feed: the newest the source has, or the stored ones when it cannot be had.

    Raises
    ------
    MarketError
        If there are none at all.
    """
    from charting.core.calendar import calendar_for
    from charting.market.feed import Feed
    from charting.market.file_provider import FileProvider
    from charting.market.freshness import is_current
    from charting.market.store import Store
    from gui.network import use_network
    from gui.readings import known_readings
    from gui.sources import Sources

    came: SimpleQueue[History | MarketError] = SimpleQueue()
    keeps = key.source != "demo"
    if keeps:
        home.prepare()
    settings = read_settings(home.settings)
    providers = Sources(
        lambda: FileProvider(readings=known_readings(home.readings)), lambda provider: use_network(settings, (provider,))
    )
    feed = Feed(Store(home.bars if keeps else None), providers, allow_network=lambda: allow_network)
    feed.arrived.connect(lambda _key, history: came.put(history))
    feed.failed.connect(lambda _key, error: came.put(error))
    began = datetime.now(UTC)
    feed.request(key.source, key.symbol, key.interval)
    best: History | None = None
    try:
        while True:
            found = came.get(timeout=PATIENCE)
            if isinstance(found, MarketError):
                if best is None:
                    raise found
                return best
            best = found
            if found.fetched >= began or is_current(found, calendar_for(found.instrument.exchange), began):
                return found
    except Empty as error:
        raise MarketError(f"The source of {key.symbol} has not answered. Try again later, or use --source demo.") from error
    finally:
        feed.close()


def _chart_showing(document: Workspace | None, symbol: str) -> Chart | None:
    charts = () if document is None else (document.chart, *document.charts)
    return next((chart for chart in charts if chart.symbol == symbol), None)


def chart_of(document: Workspace | None, source: str, history: History, options: RenderOptions) -> Chart:
    """The chart to paint: the workspace's that shows the symbol, else its active one's look; by itself, the standard look.

    Raises
    ------
    Problem
        If there are no bars in the range asked for.
    """
    from charting.market.demo_workspace import demo_workspace

    symbol, bars = history.instrument.symbol, history.bars
    shown = _chart_showing(document, symbol)
    chart = shown or (document or demo_workspace()).chart
    kept = shown.range if shown is not None else None
    if options.first is not None or options.last is not None:
        begin, end = (datetime.fromtimestamp(int(bars.time[row]), UTC) for row in (0, -1))
        kept = TimeRange(options.first or min(begin, options.last or begin), options.last or max(end, options.first or end))
        if kept.first > end or kept.last < begin:
            raise Problem(
                translatable(
                    "There are no bars of {symbol} between --from and --to: they reach from {begin:%Y-%m-%d} to {end:%Y-%m-%d}."
                ),
                symbol=symbol,
                begin=begin,
                end=end,
            )
    return replace(chart, symbol=symbol, source=source, interval=str(bars.interval), range=kept)


def own_indicators(home: Home, chart: Chart) -> AbstractContextManager[object]:
    """Have the user's own indicators at hand where the chart shows one; their files are not read otherwise."""
    from charting.indicators.catalogue import USER
    from charting.indicators.user.folder import offered

    wanted = any(indicator.kind.startswith(USER) for pane in chart.panes for indicator in pane.indicators)
    return offered(home.indicators) if wanted else nullcontext()


def further_bars(chart: Chart, home: Home, options: RenderOptions, settings: Settings) -> dict[SeriesKey, History]:
    """The bars of what a chart's series is compared with and its indicators need.

    What cannot be had is left out and said on the terminal.
    """
    from charting.indicators.beside import instruments_of

    found = {}
    allowed = _may_connect(options, settings)
    wanted = [(one.source, one.symbol) for one in chart.compare] + [tuple(one) for one in instruments_of(chart)]
    for source, symbol in dict.fromkeys(wanted):
        if (symbol, source) != (chart.symbol, chart.source):
            try:
                key = SeriesKey(source, symbol, Interval.parse(chart.interval))
                found[key] = fetch(key, home, allow_network=allowed)
            except MarketError as error:
                complain(str(error))
    return found


def paint(
    chart: Chart,
    document: Workspace | None,
    history: History,
    further: Mapping[SeriesKey, History],
    options: RenderOptions,
    settings: Settings,
) -> QImage:
    """The picture of a chart, with the drawings of its symbol: the workspace's, or the demonstration's for its bars."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from charting.indicators.beside import Beside, Instrument
    from charting.market.demo_workspace import demo_workspace
    from charting.scene.series import Other
    from charting.view.render import render_chart
    from gui.languages import use_language
    from gui.loader import series_of
    from gui.qt import make_gui_application
    from gui.styling import interface_font

    application = make_gui_application()
    use_language(application, settings.language)
    drawings = document.drawings if document is not None else demo_workspace().drawings if chart.source == "demo" else {}
    interval = Interval.parse(chart.interval)
    series = series_of(SeriesKey(chart.source, chart.symbol, interval), history)
    found = {(key.source, key.symbol): series_of(key, bars) for key, bars in further.items()}
    others = (Other(one, found[one.source, one.symbol]) for one in chart.compare if (one.source, one.symbol) in found)
    beside = {
        Instrument(*names): Beside(one.bars, one.axis.calendar)
        for names, one in {**found, (chart.source, chart.symbol): series}.items()
    }
    series = structs.replace(series, others=tuple(others), beside=beside)
    look = theme(options.theme or settings.mode or "dark", settings.direction)
    font = interface_font(application.font())
    return render_chart(chart, drawings.get(chart.symbol, ()), series, look, options.width, options.height, options.scale, font)


def _write(path: Path, image: QImage) -> None:
    try:
        made = write_picture(image, path)
    except OSError as error:
        raise _unwritable(path, error) from error
    if not made:
        raise Problem(translatable("The picture {path} could not be made. Choose a smaller size or another format."), path=path)


def _unwritable(path: Path, error: OSError) -> Problem:
    return Problem(translatable("The picture {path} cannot be written: {reason}."), path=path, reason=reason(error))


def _mention(history: History) -> None:
    """Say on the terminal what was left out; the picture is made all the same."""
    from gui.refusals import refusal_sentence

    if sentence := refusal_sentence(history):
        complain(sentence)
