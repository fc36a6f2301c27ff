"""Switching between workspaces while the program runs: disk work in a worker, the document on the main thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import structs
from msgspec.structs import replace

from charting.core.document import Workspace
from charting.core.history import History
from charting.core.text import Sentence, translatable
from charting.market.demo_workspace import demo_workspace
from gui.autosave import Autosave
from gui.context import Notice, Severity, Window
from gui.sentences import Problem
from gui.settings import SettingsFile
from gui.translation import said, tr
from gui.workers import MainThread, Workers
from gui.workspaces import Opened, Place, WorkspaceFolder, name_of
from gui.writer import Writer


def open_first(folder: WorkspaceFolder, last: str, file: Path | None = None) -> Opened:
    """The workspace to begin with: a file that was asked for, else the one open last, else the demonstration.

    What stands in the way of the last one becomes a notice; the program then starts with a new one beside it. The
    returned ``workspace`` is never None.

    Raises
    ------
    Problem
        If the file cannot be opened, or no workspace can be kept at all.
    """
    if file is not None:
        return _filled(folder.open_file(file))
    notices: list[Sentence] = []
    new = _demonstration()
    for name in dict.fromkeys(filter(None, (last, new.name))):
        if name == last or folder.exists(name):
            try:
                opened = _filled(folder.open(name))
                return structs.replace(opened, notices=(*notices, *opened.notices))
            except Problem as problem:
                notices.append(problem.sentence)
    return _filled(Opened(folder.begin(new.name), None, tuple(notices)))


def _filled(opened: Opened) -> Opened:
    """``opened`` with the demonstration in it where its file held nothing that could be read."""
    if opened.workspace is not None:
        return opened
    return structs.replace(opened, workspace=replace(_demonstration(), name=opened.place.name))


def _demonstration() -> Workspace:
    """The demonstration, with the names in it in the user's language."""
    workspace = demo_workspace()
    drawings = {
        symbol: tuple(replace(one, name=tr(one.name) if one.name else "") for one in sheet)
        for symbol, sheet in workspace.drawings.items()
    }
    return replace(workspace, name=tr(workspace.name), drawings=drawings)


_UNSAVED = translatable(
    "The last changes to “{name}” could not be saved, so it stays open. Make room on the disk or make its folder writable, "
    "then go to the other workspace."
)
_CHANGED_ELSEWHERE = translatable("“{name}” was changed by another program while it was open. Its version is kept as “{other}”.")


class Library:
    """The window's :class:`gui.context.WorkspaceLibrary`.

    Operations are done one after another, in the order they were asked for. Main thread only.
    """

    def __init__(
        self,
        history: History,
        folder: WorkspaceFolder,
        place: Place,
        autosave: Autosave,
        writer: Writer,
        workers: Workers,
        settings: SettingsFile,
    ) -> None:
        self._history = history
        self._folder = folder
        self._place = place
        self._autosave = autosave
        self._writer = writer
        self._workers = workers
        self._settings = settings
        self._names: tuple[str, ...] = (place.name,)
        self._window: Window | None = None
        self._waiting: deque[Callable[[], None]] = deque()
        self._busy = False

    @property
    def place(self) -> Place:
        """Where the present workspace is kept."""
        return self._place

    def attach(self, window: Window, main: MainThread) -> None:
        """Tell ``window`` of names and problems from now on, and look which workspaces there are."""
        self._window = window
        self._autosave.kept.connect(lambda path, place: main.post(partial(self._tell_kept, path, place)))
        self._look()

    def close(self) -> None:
        """Give up the present workspace's lock; after the last write."""
        self._place.lock.release()

    def names(self) -> tuple[str, ...]:
        """Names of the saved workspaces in alphabetical order, as last known."""
        return self._names

    def load(self, name: str) -> None:
        """Save the current workspace and go to another one."""
        self._do(lambda: self._start_loading(partial(self._folder.open, name)) if name != self._place.name else self._next())

    def load_file(self, path: Path) -> None:
        """Go to the workspace in a file, which is from then on kept there."""
        self._do(lambda: self._start_loading(partial(self._folder.open_file, path)))

    def save_as(self, name: str) -> None:
        """Keep the current workspace under a name and go on in that one; replaces one of that name."""
        self._do(lambda: self._start_saving(name))

    def rename(self, old: str, new: str) -> None:
        """Give a workspace another name."""
        self._do(lambda: self._start_renaming(old, new))

    def delete(self, name: str) -> None:
        """Move a workspace to the trash; the current one cannot be removed."""
        self._do(lambda: self._start_deleting(name))

    # One operation after another

    def _do(self, operation: Callable[[], None]) -> None:
        self._waiting.append(operation)
        if not self._busy:
            self._next()

    def _next(self) -> None:
        self._busy = bool(self._waiting)
        if self._waiting:
            self._waiting.popleft()()

    def _failed(self, error: Exception) -> None:
        self._autosave.redirect(self._place.path, self._place.name)  # in case it was held
        self._autosave.save()
        self._next()
        if not isinstance(error, Problem):
            raise error
        self._say(error.sentence, "error")

    def _finished(self) -> None:
        self._look()
        self._next()

    # The operations

    def _start_loading(self, opening: Callable[[], Opened]) -> None:
        left = self._place

        def work() -> Opened:
            self._writer.flush()
            if self._writer.fails(left.path):  # opened again it would come without these changes, and be written over them
                raise Problem(_UNSAVED, name=left.name)
            return _filled(opening())

        self._workers.run(work, self._loaded, self._failed)

    def _loaded(self, opened: Opened) -> None:
        if opened.workspace is None:
            raise AssertionError("a workspace that was opened has a document")
        self._move_to(opened.place)
        self._history.load(opened.workspace)
        for sentence in opened.notices:
            self._say(sentence, "warning")
        self._finished()

    def _start_saving(self, name: str) -> None:
        if name.casefold() == self._place.name.casefold():
            self._start_renaming(self._place.name, name)
            return
        self._workers.run(partial(self._folder.save_as, self._history.document, name), self._saved, self._failed)

    def _saved(self, place: Place) -> None:
        left = self._place.path
        self._renamed(place)
        if self._writer.fails(left):
            self._writer.discard(left)  # what could not be written there is in the new one

    def _start_renaming(self, old: str, new: str) -> None:
        if old != self._place.name:
            self._workers.run(partial(self._folder.rename, old, new), self._renamed_another, self._failed)
            return
        place = self._place
        self._autosave.hold()

        def work() -> Place:
            self._writer.flush()
            self._writer.discard(place.path)  # what could not be written is saved under the new name in a moment
            return self._folder.rename(place, new)

        self._workers.run(work, self._renamed, self._failed)

    def _renamed(self, place: Place) -> None:
        self._move_to(place)
        self._history.amend(replace(self._history.document, name=place.name))
        self._autosave.save()
        self._finished()

    def _renamed_another(self, place: Place) -> None:
        place.lock.release()
        self._finished()

    def _start_deleting(self, name: str) -> None:
        if name == self._place.name:
            self._failed(Problem(translatable("“{name}” is open. Go to another workspace before deleting it."), name=name))
            return
        self._workers.run(partial(self._folder.delete, name), lambda _: self._finished(), self._failed)

    def _move_to(self, place: Place) -> None:
        left, self._place = self._place, place
        self._autosave.redirect(place.path, place.name)
        if place.path.parent == self._folder.folder:
            self._settings.change(workspace=place.name)
        if left.lock is not place.lock:

            def release() -> None:
                self._writer.flush()  # nobody else may open it before its last change is on the disk
                left.lock.release()

            self._workers.run(release)

    # What the window is told

    def _look(self) -> None:
        self._workers.run(self._folder.names, self._tell_names)

    def _tell_names(self, found: tuple[str, ...]) -> None:
        self._names = tuple(sorted({*found, self._place.name}, key=lambda name: (name.casefold(), name)))
        if self._window is not None:
            self._window.set_workspaces(self._names)

    def _tell_kept(self, path: Path, place: Path) -> None:
        """Say that a workspace was written by somebody else while it was open, and list what was kept of that."""
        self._look()
        self._say(Sentence(_CHANGED_ELSEWHERE, {"name": name_of(path), "other": name_of(place)}), "warning")

    def _say(self, sentence: Sentence, severity: Severity) -> None:
        if self._window is not None:
            self._window.show_notice(Notice(f"workspace:{sentence.template}", said(sentence), severity))
