"""Undo and redo: the documents that were, with the names of the steps between them."""

from __future__ import annotations

from msgspec import Struct

from charting.core.document import Workspace, carry_view
from charting.core.signals import Signal

LIMIT = 1000
"""Steps kept; unchanged parts are shared, so a step costs about as much as what it changed."""


class Step(Struct, frozen=True):
    """An edit by its name, the document on its other side, and what further edits must have in common to join it."""

    name: str
    document: Workspace
    mark: object = None


class History:
    """The current document and the way back to earlier ones.

    Everything that shows a document listens to ``changed(before, after)`` and compares parts with ``is``.
    """

    changed = Signal(Workspace, Workspace)

    def __init__(self, document: Workspace) -> None:
        self._document = document
        self._undo: list[Step] = []
        self._redo: list[Step] = []

    @property
    def document(self) -> Workspace:
        """The document as it is now."""
        return self._document

    @property
    def undo_name(self) -> str | None:
        """Name of the step that :meth:`undo` takes back; None when there is none."""
        return self._undo[-1].name if self._undo else None

    @property
    def redo_name(self) -> str | None:
        """Name of the step that :meth:`redo` makes again; None when there is none."""
        return self._redo[-1].name if self._redo else None

    def commit(self, document: Workspace, name: str, mark: object = None) -> None:
        """Go to an edited document as one step with a name; nothing happens when it is the same one.

        An edit joins the step before it when both have the same ``mark``, so that turning a field through fifty values
        is one step. After an undo it begins a step of its own.
        """
        if document is self._document or document == self._document:
            return
        joins = mark is not None and not self._redo and bool(self._undo) and self._undo[-1].mark == mark
        if not joins:
            self._undo.append(Step(name, self._document, mark))
        del self._undo[:-LIMIT]
        self._redo.clear()
        self._move(document)

    @property
    def earlier(self) -> Workspace | None:
        """The document before the last step; None when there is no step."""
        return self._undo[-1].document if self._undo else None

    def withdraw(self) -> None:
        """Take the last step back as if it had never been made: it cannot be made again."""
        if self._undo:
            self._move(carry_view(self._undo.pop().document, self._document))

    def amend(self, document: Workspace) -> None:
        """Change what undo leaves alone (range, pane heights, layout) without making a step."""
        if document is not self._document and document != self._document:
            self._move(document)

    def load(self, document: Workspace) -> None:
        """Go to another document altogether: there is no way back by undo."""
        self._undo.clear()
        self._redo.clear()
        self._move(document)

    def take_over(self, other: History) -> None:
        """Go on with the steps of another one, if it is at the same document: of any other one they would be no way back."""
        if other.document == self._document:
            self._undo[:], self._redo[:] = other._undo, other._redo
            self._document = other.document  # whose parts the steps share

    def undo(self) -> str | None:
        """Take the last step back and return its name."""
        return self._travel(self._undo, self._redo)

    def redo(self) -> str | None:
        """Make the step that was taken back last again and return its name."""
        return self._travel(self._redo, self._undo)

    def _travel(self, source: list[Step], target: list[Step]) -> str | None:
        if not source:
            return None
        step = source.pop()
        target.append(Step(step.name, self._document, step.mark))
        self._move(carry_view(step.document, self._document))
        return step.name

    def _move(self, document: Workspace) -> None:
        before, self._document = self._document, document
        self.changed.emit(before, document)
