"""Exports what a chart shows, its bars and the values of its indicators, to a CSV file, in a worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QLocale, QTimer

from charting.core.bars import Floats
from charting.core.document import Chart
from charting.core.text import reason
from charting.indicators.catalogue import kind_of
from charting.indicators.columns import numbers
from charting.indicators.declaration import IndicatorProblem
from charting.indicators.recipe import label_of
from charting.indicators.values import IndicatorValues
from charting.market.table import Cancelled
from charting.scene.plots import suits
from charting.scene.series import Series
from charting.view.zones import clock_zone
from gui import atomic
from gui.context import Notice, NoticeAction, Window
from gui.tasks import PACE, PATIENCE, Task
from gui.translation import said, tr
from gui.workers import MainThread, Workers

KEY = "export"


class Export(Struct, frozen=True):
    """What is to be written where: the ``rows`` of a series, and the indicators of the chart that shows it."""

    path: Path
    chart: Chart
    series: Series
    rows: slice

    @property
    def count(self) -> int:
        """How many bars these are."""
        return len(range(*self.rows.indices(len(self.series.bars))))


def indicator_columns(chart: Chart, series: Series) -> dict[str, Floats]:
    """The values of every indicator to be seen, (n,) each, by the name in the legend and the plot's own where it has several.

    They stand at the bar they are of, also where they are drawn displaced. An indicator that cannot be computed has none,
    nor has what is hidden, and the volume is among the bars' own columns.
    """
    cache, context = IndicatorValues(), series.context(chart)
    found: dict[str, Floats] = {}
    all_of_them = (one for pane in chart.panes for one in pane.indicators)
    shown = [one for one in all_of_them if one.visible and one.kind != "volume" and suits(one, series.bars.interval)]
    for indicator in shown:
        try:
            kind = kind_of(indicator.kind)
            values = cache.values(series.bars, indicator, context)
        except IndicatorProblem:
            continue
        label = label_of(indicator, kind, context.others)
        plots = [plot for plot in kind.plots if plot.name in values and plot.name not in indicator.hidden]
        for plot in plots:
            name = label if len(plots) == 1 else f"{label} {tr(plot.title)}"
            number = 1
            while name in found:
                number += 1
                name = f"{label} {tr(plot.title)} ({number})"
            found[name] = numbers(values[plot.name])
    return found


def write(export: Export, task: Task) -> None:
    """Write the file in one step. Blocks: for a worker.

    Raises
    ------
    OSError
        If it could not be written.
    Cancelled
        If the task was stopped; the file is then as it was.
    """

    def parts() -> Iterator[bytes]:
        from charting.market.export import csv_parts

        columns = indicator_columns(export.chart, export.series)
        timezone = clock_zone(export.chart.times, export.series.instrument.timezone)
        if not export.series.bars.interval.is_intraday:
            timezone = export.series.instrument.timezone  # a day is the exchange's
        yield from csv_parts(export.series.bars, timezone, columns, export.rows, task.progress)

    atomic.write_parts(export.path, parts())


class Exporter:
    """Writes exports one after another, shows how far the present one is, and says what became of it. Main thread only."""

    def __init__(self, main: MainThread, workers: Workers) -> None:
        self._workers = workers
        self._window: Window | None = None
        self._say: Callable[[str], None] | None = None
        self._tasks: list[Task] = []
        self._timer = QTimer(main)
        self._timer.timeout.connect(self._show_progress)

    def attach(self, window: Window, say: Callable[[str], None]) -> None:
        """Tell ``window`` of what goes wrong or takes long, and ``say`` what is done."""
        self._window, self._say = window, say

    def run(self, export: Export) -> None:
        """Begin to write; returns at once."""
        task = Task(export.path)
        self._tasks.append(task)
        self._workers.run(partial(write, export, task), partial(self._done, task, export), partial(self._failed, task))
        if not self._timer.isActive():
            self._timer.start(PATIENCE)

    def close(self) -> None:
        """Write nothing any more."""
        self._timer.stop()
        self._cancel()

    def _done(self, task: Task, export: Export, _result: None) -> None:
        self._finish(task)
        if self._window is not None:
            self._window.clear_notice(f"{KEY}:{task.path}")
        if self._say is not None:
            self._say(tr("{count} bars were exported to {file}.", count=QLocale().toString(export.count), file=task.path.name))

    def _failed(self, task: Task, error: Exception) -> None:
        self._finish(task)
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, OSError):
            raise error
        if self._window is not None:
            text = tr("The bars could not be exported to {path}: {reason}.", path=task.path, reason=said(reason(error)))
            self._window.show_notice(Notice(f"{KEY}:{task.path}", text, "error"))

    def _finish(self, task: Task) -> None:
        self._tasks.remove(task)
        if not self._tasks:
            self._timer.stop()
            if self._window is not None:
                self._window.clear_notice(KEY)

    def _cancel(self) -> None:
        for task in self._tasks:
            task.stop()

    def _show_progress(self) -> None:
        self._timer.setInterval(PACE)
        if self._window is not None and self._tasks:
            task = self._tasks[0]
            text, cancel = tr("Exporting to {file}…", file=task.path.name), NoticeAction(tr("Cancel"), self._cancel)
            self._window.show_notice(Notice(KEY, text, actions=(cancel,), progress=task.share))
