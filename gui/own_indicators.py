"""Keeps the window's indicators true to the files in the user's folder, which a thread of its own looks through."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from charting.indicators import catalogue
from charting.indicators.declaration import IndicatorKind
from charting.indicators.user.folder import UserIndicators, UserProblem
from gui.workers import MainThread

logger = logging.getLogger(__name__)

PERIOD = 1.0
"""Seconds from one look into the folder to the next; asking for changes misses some editors and some file systems."""


class Panel(Protocol):
    """Where the user's indicators are offered; :class:`gui.docks.indicators.IndicatorsDock` is one."""

    def show_own(self, kinds: Sequence[IndicatorKind], problems: Sequence[UserProblem]) -> None:
        """Offer these, and say what is wrong."""
        ...


class Picture(Protocol):
    """What shows their values; :class:`charting.view.chart.ChartView` is one."""

    def refresh(self) -> None:
        """Paint everything anew."""
        ...


class OwnIndicators:
    """The service: begins with :meth:`attach`, ends with :meth:`close`.

    Parameters
    ----------
    folder
        Where the files are.
    main
        The way back to the main thread.
    """

    def __init__(self, folder: Path, main: MainThread) -> None:
        self._own = UserIndicators(folder)
        self._main = main
        self._panel: Panel | None = None
        self._picture: Picture | None = None
        self._shown: tuple[tuple[IndicatorKind, ...], bool] | None = None
        self._read = False
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._look, name="lionrock-own-indicators", daemon=True)
        self._own.changed.connect(self._changed)

    def attach(self, panel: Panel, picture: Picture) -> None:
        """Look into the folder from now on, and show what is there."""
        self._panel, self._picture = panel, picture
        self._thread.start()

    def close(self) -> None:
        """Look no more, and end what is running."""
        self._closing.set()
        self._own.changed.disconnect(self._changed)
        self._own.close()
        if self._thread.is_alive():
            self._thread.join(2.0)
        catalogue.offer(())

    def _look(self) -> None:
        while True:
            try:
                self._own.refresh()
            except OSError:
                logger.exception("Reading the user's indicators failed")
            if not self._read:
                self._read = True
                self._changed()
            if self._closing.wait(PERIOD):
                return

    def _changed(self) -> None:
        self._main.post(self._show)

    def _show(self) -> None:
        if self._closing.is_set() or self._panel is None or self._picture is None:
            return
        kinds = self._own.kinds
        catalogue.offer(kinds, more=not self._read)
        self._panel.show_own(kinds, self._own.problems)
        if self._shown != (kinds, self._read):
            self._shown = kinds, self._read
            self._picture.refresh()
