"""The list that opens over the chart while somebody types: a field, and below it what fits, best first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from gui import icons, styling

ROW_HEIGHT = 36
WIDTH = 560
VISIBLE_ROWS = 10
_ENTRY = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex


class Entry(Struct, frozen=True):
    """One row: what it says, what it does, and which of the title's characters were meant by the typed ones.

    ``detail`` stands muted behind the title, ``key`` at the right edge; ``alias`` is not shown, but finds it as well.
    ``also`` is what Ctrl+Enter does instead.
    """

    title: str
    run: Callable[[], None]
    detail: str = ""
    key: str = ""
    icon: str = ""
    alias: str = ""
    positions: frozenset[int] = frozenset()
    also: Callable[[], None] | None = None


class Further(Protocol):
    """Something that finds more later than at once."""

    @property
    def changed(self) -> SignalInstance:
        """There is something new, or something else to note."""
        ...

    @property
    def note(self) -> str:
        """A line below the list; empty when there is nothing to say."""
        ...

    def ask(self, text: str) -> None:
        """Find more for a text."""
        ...


class _Entries(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return " ".join(filter(None, (entry.title, entry.detail, entry.key)))
            case _ if role == _ENTRY:
                return entry
        return None


class _Rows(QStyledItemDelegate):
    """Icon, title with the meant letters in the accent colour, detail, key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        entry: Entry = index.data(_ENTRY)
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        muted = option.palette.color(QPalette.ColorRole.PlaceholderText)
        box = option.rect.adjusted(12, 0, -12, 0)
        if entry.icon:
            icons.icon(entry.icon).paint(painter, QRect(box.x(), box.center().y() - 9, 18, 18), mode=QIcon.Mode.Normal)
        box.setLeft(box.left() + 30)
        metrics = option.fontMetrics
        painter.save()
        painter.setFont(option.font)
        if entry.key:
            painter.setPen(muted)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.key)
            box.setRight(box.right() - metrics.horizontalAdvance(entry.key) - 16)
        used = self._draw_title(painter, box, entry, option.palette, metrics)
        if entry.detail:
            box.setLeft(box.left() + used + 12)
            painter.setPen(muted)
            detail = metrics.elidedText(entry.detail, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, detail)
        painter.restore()

    @staticmethod
    def _draw_title(painter: QPainter, box: QRect, entry: Entry, palette: QPalette, metrics: QFontMetrics) -> int:
        title = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, box.width())
        x = box.left()
        start = 0
        while start < len(title):
            meant = start in entry.positions
            stop = start + 1
            while stop < len(title) and (stop in entry.positions) == meant:
                stop += 1
            run = title[start:stop]
            painter.setPen(palette.color(QPalette.ColorRole.Accent if meant else QPalette.ColorRole.Text))
            painter.drawText(
                QRect(x, box.y(), box.width(), box.height()), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, run
            )
            x += metrics.horizontalAdvance(run)
            start = stop
        return x - box.left()


class SearchPopup(QFrame):
    """A field and a list over the window; closes by Esc, a choice, or when the focus goes elsewhere.

    Parameters
    ----------
    window
        It lies over this widget, near the top.
    """

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("search_popup")
        self._find: Callable[[str], Sequence[Entry]] = lambda _: ()
        self._further: Further | None = None
        self._hint_below = ""
        self._field = QLineEdit(self)
        self._field.setObjectName("search_field")
        styling.set_role(self._field, "popup")
        self._model = _Entries(self)
        self._list = QListView(self)
        self._list.setObjectName("search_results")
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._empty = QLabel(self)
        self._empty.setObjectName("search_empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMinimumHeight(2 * ROW_HEIGHT)
        styling.set_role(self._empty, "muted")
        self._note = QLabel(self)
        self._note.setObjectName("search_note")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setContentsMargins(12, 2, 12, 4)
        styling.set_role(self._note, "small")
        self._note.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for widget, margin in ((self._field, 8), (self._list, 0), (self._empty, 0), (self._note, 0)):
            inner = QVBoxLayout()
            inner.setContentsMargins(margin, margin // 2, margin, margin // 2)
            inner.addWidget(widget)
            layout.addLayout(inner)
        self._field.textChanged.connect(self._search)
        self._field.installEventFilter(self)
        self._list.clicked.connect(lambda index: self._choose(index.row()))
        window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # there is one by now
        self.hide()

    def ask(
        self, title: str, hint: str, nothing: str, find: Callable[[str], Sequence[Entry]], typed: str = "",
        further: Further | None = None, hint_below: str = "",
    ) -> None:  # fmt: skip
        """Open it.

        Parameters
        ----------
        title, hint, nothing
            Translated: its name for screen readers, the field's placeholder, and what an empty list says.
        find
            Gives the rows for what was typed, best first.
        typed
            What the field begins with.
        further
            Finds more; ``find`` is asked again when it has.
        hint_below
            A line below the list while there is nothing else to say.
        """
        self._hint_below = hint_below
        if self._further is not None:
            self._further.changed.disconnect(self._find_again)
        self._find, self._further = find, further
        if further is not None:
            further.changed.connect(self._find_again)
        self._field.setPlaceholderText(hint)
        self.setAccessibleName(title)
        self._field.setAccessibleName(title)
        self._list.setAccessibleName(title)
        self._empty.setText(nothing)
        self._empty.setAccessibleName(nothing)
        self._field.setText(typed)
        self._search(typed)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def entries(self) -> tuple[str, ...]:
        """Titles of the rows that are listed now."""
        return tuple(self._model.index(row).data() for row in range(self._model.rowCount()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that move through the list while the field keeps the focus; the window's resizing."""
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._handle_key(event)
        if event.type() == QEvent.Type.Resize and watched is self._window and self.isVisible():
            self._place()
        return False

    def _handle_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        row = self._list.currentIndex().row()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: VISIBLE_ROWS, Qt.Key.Key_PageUp: -VISIBLE_ROWS}
        if key in steps and self._model.rowCount():
            single = key in (Qt.Key.Key_Down, Qt.Key.Key_Up)
            count = self._model.rowCount()
            target = (row + steps[key]) % count if single else max(0, min(count - 1, row + steps[key]))
            self._list.setCurrentIndex(self._model.index(target))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(row, also=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        elif key == Qt.Key.Key_Escape:
            self._close()
        else:
            return False
        return True

    def _search(self, typed: str) -> None:
        if self._further is not None:
            self._further.ask(typed)
        self._show_entries(self._find(typed), 0)
        self._list.scrollToTop()

    def _find_again(self) -> None:
        """There is more; the chosen row stays the chosen one."""
        if self.isVisible():
            entries = self._find(self._field.text())
            index = self._list.currentIndex()
            chosen: Entry | None = index.data(_ENTRY) if index.isValid() else None
            same = (row for row, entry in enumerate(entries) if chosen and (entry.title, entry.key) == (chosen.title, chosen.key))
            self._show_entries(entries, next(same, 0))

    def _show_entries(self, entries: Sequence[Entry], row: int) -> None:
        self._model.show(entries)
        self._list.setVisible(bool(entries))
        self._empty.setVisible(not entries)
        note = (self._further.note if self._further is not None else "") or (self._hint_below if entries else "")
        self._note.setText(note)
        self._note.setAccessibleName(note)
        self._note.setVisible(bool(note))
        if entries:
            self._list.setCurrentIndex(self._model.index(row))
        self._place()

    def _place(self) -> None:
        window = self._window
        row = self._list.sizeHintForRow(0) if self._model.rowCount() else ROW_HEIGHT
        shown = min(self._model.rowCount(), VISIBLE_ROWS)
        top = max(8, window.height() // 8)
        field = self._field.sizeHint().height() + 8
        rows = shown * row + 2 if shown else 2 * ROW_HEIGHT
        width = min(WIDTH, window.width() - 32)
        if not self._note.isHidden():
            rows += self._note.heightForWidth(width - 2)
        self.setGeometry((window.width() - width) // 2, top, width, min(field + rows + 4, window.height() - top - 8))

    def _choose(self, row: int, *, also: bool = False) -> None:
        if not 0 <= row < self._model.rowCount():
            return
        entry: Entry = self._model.index(row).data(_ENTRY)
        self._close()
        (entry.also if also and entry.also is not None else entry.run)()

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and now is not self._field and not self.isAncestorOf(now):
            self.hide()
