"""Puts the program together and takes it apart again: document, feed, services and window, in the order they need."""

from __future__ import annotations

import gc
import logging
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from charting.core.history import History
from charting.core.text import reason
from charting.core.theme import theme
from charting.market.feed import Feed
from charting.market.provider import Networked
from charting.market.store import Store
from gui import atomic
from gui.autosave import Autosave
from gui.cli import WindowOptions, is_file
from gui.context import AppContext, Appearance, HandHabits, LateServices, Notice, NoticeAction, Severity
from gui.earnings import Earnings
from gui.home import Home
from gui.indicator_shelf import beginning, open_shelf
from gui.json_file import JsonFile
from gui.languages import use_language
from gui.library import Library, open_first
from gui.loader import Loader
from gui.log import Log
from gui.market import Market
from gui.qt import make_application, system_mode
from gui.quality_log import QualityLog
from gui.sentences import complain
from gui.settings import SettingsFile
from gui.signals import TerminationSignals
from gui.sources import Sources
from gui.startup import symbol_of
from gui.templates import Book, open_templates
from gui.translation import said, tr
from gui.workers import MainThread, Workers
from gui.workspaces import WorkspaceFolder
from gui.writer import Writer

if TYPE_CHECKING:
    from charting.market.demo_live import Going
    from charting.market.provider import Provider
    from charting.market.reading import Reading
    from gui.garbage import Garbage
    from gui.live import Live
    from gui.own_indicators import OwnIndicators
    from gui.replay import Past
    from gui.services import Services

logger = logging.getLogger(__name__)

HURRY = 2.0
"""Seconds for the last writes when the system asks the program to end."""


def run(options: WindowOptions, home: Home) -> int:
    """Open the window, run until it is closed, and return the exit status.

    Raises
    ------
    Problem
        If the workspace that was asked for cannot be opened.
    """
    application = make_application()
    log = Log(home.log)
    log.open()

    def end() -> None:
        program.end()  # there is one by then: this is called from the event loop

    signals = TerminationSignals(end, application)
    before: Continued | None = None
    try:
        while True:
            program = Program(options, home, before)
            try:
                program.show(log)
                status = application.exec()
            finally:
                program.close()
            if not program.again:
                return status
            options, before = replace(options, items=()), program.continued  # the items are in the workspace by now
    finally:
        signals.close()
        log.close()


class Continued(Struct, frozen=True):
    """What goes on in the next window, in another language: a replay, undo and redo, and simulated trading."""

    past: Past | None
    history: History
    trading: Going | None = None


class Program:
    """All parts of the running program.

    Reading begins before the window is built, so that the bars are there when it is painted first. After its end, ``again``
    says whether the user wants another one at once, in another language, and ``continued`` what goes on there.

    Raises
    ------
    Problem
        If no workspace can be opened.
    """

    def __init__(self, options: WindowOptions, home: Home, before: Continued | None = None) -> None:
        self._home = home
        self._hurried = False
        self.again = False
        self.continued: Continued | None = None
        self.writer = Writer()
        self.settings = SettingsFile(home.settings, self.writer)
        self._book = JsonFile(home.templates, self.writer, Book())
        self._shelved = JsonFile(home.indicator_shelf, self.writer, beginning())
        use_language(make_application(), self.settings.current.language)
        folder = WorkspaceFolder(home.workspaces)
        opened = open_first(folder, self.settings.current.workspace, options.workspace)
        if opened.workspace is None:
            raise AssertionError("the first workspace has a document")
        self.history = History(opened.workspace)
        if before is not None:
            self.history.take_over(before.history)
        self.autosave = Autosave(self.history, self.writer, opened.place.path, opened.place.name)
        self.main = MainThread()
        self.quality_log = QualityLog(home.quality_log)
        self.quality_log.open()
        self.workers = Workers(self.main)
        self.library = Library(self.history, folder, opened.place, self.autosave, self.writer, self.workers, self.settings)
        self._offline = options.offline
        self._attached = False
        self._open_market()
        self.own_indicators: OwnIndicators | None = None
        self.garbage: Garbage | None = None
        self._open_items(options.items)
        if before is not None and before.trading is not None:
            self.sources.simulation.resume(before.trading)
        self.loader.start()
        from gui.window import MainWindow  # while the first bars are made

        self.window = MainWindow(self._context(options))
        if before is not None and before.past is not None:
            self.window.replay.resume(before.past)
        self._attach()
        files = self.settings, self._book, self._shelved
        for number, sentence in enumerate((*opened.notices, *(file.notice for file in files))):
            if sentence is not None:
                self._notify(f"start:{number}", said(sentence), "warning")

    def show(self, log: Log) -> None:
        """Show the window, and begin with what can wait until it has been painted."""
        log.show_errors(lambda trace: self.main.post(partial(self._show_error, trace)))
        self.main.deliver()  # the bars are there by now, mostly: without them an empty chart would be painted first
        self.window.show()
        self.window.first_paint.then(self._begin)

    def end(self) -> None:
        """Close the window because the system asks for it: nobody may be there to answer questions."""
        logger.info("The system asked the program to end")
        self._hurried = True
        if self.window.isVisible():
            self.window.close()
        QApplication.exit()  # unlike quit, also ends the dialog that asks what to do with changes that cannot be saved

    def close(self) -> None:
        """Take everything apart: first what brings news, then what writes it down."""
        if self.own_indicators is not None:
            self.own_indicators.close()
        if self.garbage is not None:
            self.garbage.close()
        if "services" in vars(self):
            self.services.close()
        for part in (self.earnings, self.loader, self.feed, self.sources):
            part.close()
        self.quality_log.close()
        self.autosave.close()
        if not self.writer.flush(HURRY if self._hurried else 10.0) and not self._hurried:
            from gui.rescue import ask_before_losing

            own = self.library.place.path
            ask_before_losing(None, self.history.document, self.writer.flush, self.writer.unwritten, own)
        self.writer.close(HURRY)
        self.workers.close()
        self.main.close()
        self.library.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # not left to the interpreter's end

    # Beginning

    def _open_market(self) -> None:
        """Where bars come from, and what brings them."""
        self.sources = Sources(self._files, self._connect)
        self.feed = Feed(Store(self._home.bars), self.sources, allow_network=self._connects)
        self.loader = Loader(self.history, self.feed, self.main)
        self.earnings = Earnings(self.history, self.feed)
        self.market = Market(self.history, self.settings, self.loader, lambda: self.services, offline=self._offline)

    def _files(self) -> Provider:
        from charting.market.file_provider import FileProvider
        from gui.readings import known_readings

        return FileProvider(readings=known_readings(self._home.readings))

    def _connect(self, provider: Provider) -> None:
        """Have a source that connects do it as the settings say, from the beginning."""
        if isinstance(provider, Networked):
            from gui.network import use_network

            use_network(self.settings.current, (provider,))

    def _connects(self) -> bool:
        """Whether a connection may be made; from any thread."""
        return self.market.network_allowed

    @cached_property
    def services(self) -> Services:
        """What the chart itself does not wait for; they are made after its first paint, or when somebody asks for one."""
        from gui.services import Given, Services

        given = Given(
            self._home, self.history, self.settings, self.writer, self.main, self.workers, self.library, self.sources,
            self.feed, self.loader, self._connects, self._offline,
        )  # fmt: skip
        made = Services(given)
        if self._attached:
            self._attach_services(made)
        return made

    @property
    def live(self) -> Live:
        """Prices that are told while markets are open."""
        return self.services.live

    def _late(self) -> LateServices:
        return LateServices(self.services.search, self.services.network, self.services.exporter.run)

    def _context(self, options: WindowOptions) -> AppContext:
        current = self.settings.current
        mode = options.theme or current.mode
        return AppContext(
            history=self.history,
            library=self.library,
            market=self.market,
            theme=theme(mode or system_mode(), current.direction),
            appearance=Appearance(mode, current.direction, current.language),
            keep_appearance=self._keep_appearance,
            hand=HandHabits(current.magnet, current.stay),
            keep_hand=lambda habits: self.settings.change(magnet=habits.magnet, stay=habits.stay),
            save_picture=self._save_picture,
            late=self._late,
            read_quality_log=lambda show: self.workers.run(self.quality_log.read, show),
            aside=lambda work, then: self.workers.run(work, lambda _: then()),
            home=self._home.root,
            templates=open_templates(self._book),
            shelf=open_shelf(self._shelved),
        )

    def _open_items(self, items: tuple[str, ...]) -> None:
        """What the command line names: symbols at once, files when they have been read."""
        if not items:
            return
        opener, paths = self.services.opener, [Path(item) for item in items if is_file(item)]
        symbols = [symbol_of(item) for item in items if not is_file(item)]
        for symbol in reversed(symbols):
            opener.open_symbol(symbol, self.market.default_source)
        if paths:
            opener.open_files(paths, complain)

    def _attach(self) -> None:
        self._attached = True
        if "services" in vars(self):  # made already, for what the command line names
            self._attach_services(self.services)
        self.library.attach(self.window, self.main)
        self.market.attach(self.window)
        open_file = NoticeAction(tr("Open a file…"), lambda: self.window.commands.run("file.open"))
        self.loader.offer(open_file=open_file, preview=self._preview)
        self.loader.attach(self.window, partial(self.window.first_paint.then, self._begin_prices))
        self.feed.store.noticed.connect(self._cache_noticed)
        self.writer.failed.connect(self._write_failed)
        self.writer.recovered.connect(self._write_recovered)

    def _begin(self) -> None:
        gc.freeze()  # what stays to the end need not be looked through again and again
        from gui.garbage import Garbage
        from gui.own_indicators import OwnIndicators

        self.garbage = Garbage(self.window)
        self.garbage.start()

        window = self.window
        self.own_indicators = OwnIndicators(self._home.indicators, self.main)
        self.own_indicators.attach(self.window.indicators, self.window.view)
        self.live.start(window.status.set_price)
        self.autosave.save()  # a new workspace has no file yet
        self.workers.run(partial(_sweep, self._home))
        if self.library.place.path.parent == self._home.workspaces:
            self.settings.change(workspace=self.library.place.name)

    def _attach_services(self, services: Services) -> None:
        services.watch.attach(self.window)
        services.opener.attach(self.window, self._ask_reading, services.watch.show)
        services.exporter.attach(self.window, self.window.say)

    def _begin_prices(self) -> None:
        self.services.quotes.start(self.window)

    # Services for the window

    def _preview(self, address: str) -> None:
        from charting.market.file_provider import path_of

        self.services.opener.preview_files([path_of(address)])

    def _ask_reading(self, path: Path, answer: Callable[[Reading | None], None]) -> None:
        from gui.dialogs.import_preview import ask_reading

        ask_reading(self.window, self.services.files, self.workers, path, answer)

    def _keep_appearance(self, chosen: Appearance) -> None:
        asked = self.settings.current.language
        self.settings.change(mode=chosen.mode, direction=chosen.direction, language=chosen.language)
        if chosen.language != asked:
            self.main.post(self._begin_again)  # what asked for it ends first

    def _begin_again(self) -> None:
        self.continued = Continued(self.window.replay.past, self.history, self.sources.simulation.going)
        self.again = self.window.close()

    def _save_picture(self, image: QImage, path: Path) -> None:
        from gui.pictures import write_picture

        def work() -> None:
            if not write_picture(image, path):
                raise OSError(None, tr("it is too large for this format"))

        def saved(_nothing: None) -> None:
            self.window.clear_notice("picture")
            self.window.say(tr("The picture is saved as {file}.", file=path.name))

        def failed(error: Exception) -> None:
            text = tr("The picture could not be saved as {path}: {reason}.", path=path, reason=said(reason(error)))
            self._notify("picture", text, "error")

        self.workers.run(work, saved, failed)

    def _notify(self, key: str, text: str, severity: Severity) -> None:
        self.window.show_notice(Notice(key, text, severity))

    # News from other threads, and the ends of the program

    def _cache_noticed(self, text: str) -> None:
        self.main.post(partial(self._notify, "cache", said(text), "warning"))

    def _write_failed(self, path: Path, error: object) -> None:
        self.main.post(partial(self._show_unsaved, path, error))

    def _show_unsaved(self, path: Path, error: object) -> None:
        from gui.rescue import unsaved_notice

        elsewhere = self._save_elsewhere if path == self.library.place.path else None  # which is the workspace only
        self.window.show_notice(unsaved_notice(path, error, elsewhere))

    def _write_recovered(self, path: Path) -> None:
        from gui.rescue import unsaved_key

        self.main.post(partial(self.window.clear_notice, unsaved_key(path)))

    def _save_elsewhere(self) -> None:
        from gui.rescue import ask_and_save

        ask_and_save(self.window, self.history.document)

    def _show_error(self, trace: str) -> None:
        self.window.show_error(
            tr("Something went wrong"),
            tr(
                "Lionrock met an error of its own. Your work is safe and you can go on; the details are in {log}.",
                log=self._home.log,
            ),
            trace,
        )


def _sweep(home: Home) -> None:
    """Take away what runs that were killed while they wrote have left."""
    for folder in (home.root, home.workspaces):
        atomic.sweep(folder)
