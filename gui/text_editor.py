"""A field over the chart to type the text of a drawing in, opened right after it was placed."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from charting.core.document import Drawing
from charting.drawings.catalogue import tool_of
from gui.dropping import dropped_files
from gui.translation import tr

NAMED = ("price_label",)
"""Kinds that show their drawing's name for a text."""
WORDS_ONLY = ("text", "callout")
"""Kinds that are nothing without their text."""


def text_of(drawing: Drawing) -> str | None:
    """What a drawing says in words, None for one that says nothing."""
    if drawing.kind in NAMED:
        return drawing.name
    for parameter in tool_of(drawing.kind).parameters:
        if isinstance(parameter.default, str) and not parameter.choices:
            value = drawing.parameters.get(parameter.name, parameter.default)
            return value if isinstance(value, str) else parameter.default
    return None


def says_nothing(drawing: Drawing, text: str | None = None) -> bool:
    """Whether a drawing would be nothing without words and has none, or would have none with ``text``."""
    said = text_of(drawing) if text is None else text
    return drawing.kind in WORDS_ONLY and not (said or "").strip()


def with_text(drawing: Drawing, text: str) -> Drawing:
    """The drawing saying something else."""
    if drawing.kind in NAMED:
        return replace(drawing, name=" ".join(text.split()))
    for parameter in tool_of(drawing.kind).parameters:
        if isinstance(parameter.default, str) and not parameter.choices:
            return replace(drawing, parameters={**drawing.parameters, parameter.name: text.strip()})
    return drawing


class TextEditor(QPlainTextEdit):
    """The field; ``done`` is called with what was typed, or with None when Esc was struck. It deletes itself."""

    closed = Signal()

    def __init__(self, text: str, place: QPoint, done: Callable[[str | None], None], parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setObjectName("text_editor")
        self.setAccessibleName(tr("Text of the drawing"))
        self.setPlaceholderText(tr("Type the text"))
        self.setToolTip(tr("Ctrl+Enter or a click elsewhere keeps it, Esc does not"))
        self.setTabChangesFocus(True)
        self._done: Callable[[str | None], None] | None = done
        self.resize(240, self.fontMetrics().lineSpacing() * 3 + 20)
        room = parent.rect().adjusted(8, 8, -8 - self.width(), -8 - self.height())
        self.move(max(room.left(), min(place.x(), room.right())), max(room.top(), min(place.y(), room.bottom())))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.selectAll()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files that are dropped here are for the window to open; their addresses are no text for a chart."""
        return not dropped_files(source) and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Ctrl+Enter keeps; everything else is typing."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere keeps what was typed; the menu of a right click in here does not end it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finish(keep=True)

    def finish(self, *, keep: bool) -> None:
        """Close, and keep what was typed or not."""
        done, self._done = self._done, None
        if done is None:
            return
        text = self.toPlainText()
        parent = self.parentWidget()
        if self.hasFocus() and parent is not None:
            parent.setFocus()
        self.hide()
        self.deleteLater()
        done(text if keep else None)
        self.closed.emit()
