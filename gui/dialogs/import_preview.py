"""Shows how a file is read, with everything that was guessed of it to be corrected, before it is opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from charting.market.content import Content, content_of, file_problem
from charting.market.file_provider import FileProvider, address_of
from charting.market.preview import Sample, sample_of, settled
from charting.market.provider import History, MarketError
from charting.market.reading import GUESSED, Reading
from charting.market.table import Cancelled
from gui.dialogs.frame import DialogFrame
from gui.import_preview.fields import ReadingFields
from gui.import_preview.outcome import Outcome
from gui.import_preview.table import SampleTable
from gui.tasks import PACE, Task
from gui.translation import said, standard_text, tr
from gui.workers import Workers

SIZE = (980, 700)


def ask_reading(
    parent: QWidget, files: FileProvider, workers: Workers, path: Path, answer: Callable[[Reading | None], None]
) -> None:
    """Show the dialog for a file; ``answer`` is given how to read it, None when it shall not be opened."""
    dialog = ImportPreviewDialog(path, files, workers, parent)
    dialog.accepted.connect(lambda: answer(dialog.reading))
    dialog.rejected.connect(lambda: answer(None))
    dialog.open()


class ImportPreviewDialog(DialogFrame):
    """The dialog. Every change reads the file again, in a worker, and stops the reading before."""

    def __init__(self, path: Path, files: FileProvider, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__("import_preview", tr("Open {name}", name=path.name), parent)
        self._path = path
        self._files = files
        self._workers = workers
        self._content: Content | None = None
        self._task = Task(path)
        self._sample: Sample | None = None
        self._history: History | None = None
        self.reading = files.reading(address_of(path)) or GUESSED
        """How the file is to be read, as it is said now."""
        self.add_heading(tr("Open {name}", name=path.name))
        self._fields = ReadingFields(self)
        self._fields.changed.connect(self._change)
        self._table = SampleTable(self)
        self._table.chosen.connect(self._choose_columns)
        self._outcome = Outcome(self)
        self.body.addWidget(self._fields)
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._outcome)
        self._again = self.add_button("guess", tr("Guess everything again"), at_left=True)
        self._again.clicked.connect(lambda: self._change(GUESSED))
        self.add_button("cancel", tr("Cancel")).clicked.connect(self.reject)
        self._open = self.add_button("open", standard_text("Open"), default=True)
        self._open.clicked.connect(self._accept)
        self._timer = QTimer(self)
        self._timer.setInterval(PACE)
        self._timer.timeout.connect(lambda: self._outcome.show_progress(self._task.share))
        self.finished.connect(self._stop)
        screen = QGuiApplication.primaryScreen().availableSize()
        self.resize(min(SIZE[0], screen.width() - 48), min(SIZE[1], screen.height() - 80))
        self._begin()

    def _begin(self) -> None:
        """Look into the file, which may take seconds where it is a workbook."""
        self._open.setEnabled(False)
        self._fields.show_reading(self.reading)
        self._fields.setEnabled(False)
        self._timer.start()
        task = self._task
        self._workers.run(partial(_look, self._path, task), partial(self._found, task), partial(self._failed, task))

    def _found(self, task: Task, content: Content) -> None:
        if not self._is_current(task):
            return
        self._content = content
        self._fields.setEnabled(True)
        self._read()

    def _read(self) -> None:
        """Read the beginning, and the whole after it, as it is said now."""
        content = self._content
        if content is None:
            return
        self._task.stop()
        self._task = task = Task(self._path)
        reading = self.reading
        self._open.setEnabled(False)
        self._again.setEnabled(reading != GUESSED)
        self._timer.start()
        failed = partial(self._failed, task)
        self._workers.run(partial(sample_of, content, reading), partial(self._sampled, task), failed)
        whole = partial(self._files.try_reading, address_of(self._path), reading, task.progress, content)
        self._workers.run(whole, partial(self._show, task), failed)

    def _sampled(self, task: Task, sample: Sample | None) -> None:
        if self._is_current(task):
            self._sample = sample
            self._table.show_sample(sample)
            if sample is not None:
                self._fields.show_sample(sample)

    def _show(self, task: Task, history: History) -> None:
        if self._is_current(task):
            self._timer.stop()
            self._history = history
            self._outcome.show_history(history)
            self._fields.show_history(history)
            self._open.setEnabled(True)

    def _failed(self, task: Task, error: Exception) -> None:
        if isinstance(error, Cancelled) or not self._is_current(task):
            return
        if not isinstance(error, MarketError):
            raise error
        self._timer.stop()
        self._outcome.show_problem(said(error))
        self._fields.show_history(None)

    def _change(self, reading: Reading) -> None:
        self.reading = reading
        self._fields.show_reading(reading)
        self._read()

    def _accept(self) -> None:
        if self._sample is not None and self._history is not None:
            self.reading = settled(self.reading, self._sample, self._history)
        self.accept()

    def _choose_columns(self, columns: tuple[str, ...]) -> None:
        self._change(replace(self.reading, columns=columns))

    def _is_current(self, task: Task) -> bool:
        """Whether somebody still waits for what ``task`` brings; the dialog may be gone."""
        return isValid(self) and task is self._task

    def _stop(self) -> None:
        self._timer.stop()
        self._task.stop()


def _look(path: Path, task: Task) -> Content:
    try:
        return content_of(path, task.progress)
    except OSError as error:
        raise file_problem(path, error) from error
