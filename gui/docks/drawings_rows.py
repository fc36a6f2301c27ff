"""Paints the rows of the drawings' list: the tool's icon in the line's colour, name over place, an eye and a lock."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from charting.core.document import Drawing
from charting.core.theme import Theme
from charting.drawings.catalogue import tool_of
from gui import icons, styling
from gui.docks.drawings_model import DRAWING, SUMMARY
from gui.docks.watchlist_rows import row_height, small_font
from gui.translation import tr

PADDING, ICON, MARK = 12, 18, 24
_Index = QModelIndex | QPersistentModelIndex


class DrawingsRows(QStyledItemDelegate):
    """The painter; ``eye_clicked`` and ``lock_clicked`` tell the drawing whose mark was clicked."""

    eye_clicked = Signal(str)
    lock_clicked = Signal(str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of type and some air."""
        return QSize(0, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        drawing: Drawing = index.data(DRAWING)
        painter.save()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, QColor(styling.selection(self.theme)))
        elif hovered:
            painter.fillRect(option.rect, QColor(styling.hover(self.theme)))
        faded = drawing.hidden
        icon = QRect(option.rect.x() + PADDING, option.rect.center().y() - ICON // 2, ICON, ICON)
        colour = styling.disabled(self.theme) if faded else self.theme.colour(drawing.stroke.colour)
        icons.paint(painter, icon, icons.TOOL + tool_of(drawing.kind).icon, colour)
        self._paint_words(painter, option, index, faded)
        eye, lock = marks(option.rect)
        for box, name, on in ((eye, "eye-slash" if drawing.hidden else "eye", drawing.hidden),
                              (lock, "lock-simple" if drawing.locked else "lock-simple-open", drawing.locked)):  # fmt: skip
            if on or hovered or chosen:
                inside = QRect(0, 0, 16, 16)
                inside.moveCenter(box.center())
                icons.paint(painter, inside, name, self.theme.text if on else self.theme.text_muted)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index, faded: bool) -> None:
        box = words_box(option.rect)
        muted = styling.disabled(self.theme) if faded else self.theme.text_muted
        lines = ((option.font, muted if faded else self.theme.text, index.data()),
                 (small_font(option.font), muted, index.data(SUMMARY)))  # fmt: skip
        y = box.y() + (box.height() - sum(QFontMetrics(font).height() for font, _, _ in lines)) // 2
        for font, colour, text in lines:
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRect(box.x(), y, box.width(), metrics.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            y += metrics.height()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _Index) -> bool:
        """A click on an eye or a lock turns it and selects nothing."""
        kinds = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick)
        if not isinstance(event, QMouseEvent) or event.type() not in kinds or event.button() != Qt.MouseButton.LeftButton:
            return super().editorEvent(event, model, option, index)
        place = event.position().toPoint()
        for box, signal in zip(marks(option.rect), (self.eye_clicked, self.lock_clicked), strict=True):
            if box.contains(place):
                if event.type() == QEvent.Type.MouseButtonRelease:
                    signal.emit(index.data(DRAWING).id)
                return True
        return super().editorEvent(event, model, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A field for the name."""
        field = QLineEdit(parent)
        field.setObjectName("drawing_name_field")
        field.setAccessibleName(tr("Name of the drawing"))
        field.setPlaceholderText(index.data())
        return field

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Where the words are."""
        box = words_box(option.rect)
        height = min(box.height() - 4, editor.sizeHint().height())
        editor.setGeometry(box.x() - 8, box.center().y() - height // 2, box.width() + 8, height)


def marks(row: QRect) -> tuple[QRect, QRect]:
    """Where a row's eye and lock are."""
    right = row.right() - PADDING // 2
    return QRect(right - 2 * MARK, row.y(), MARK, row.height()), QRect(right - MARK, row.y(), MARK, row.height())


def words_box(row: QRect) -> QRect:
    """Where a row's name and place are."""
    return row.adjusted(PADDING + ICON + 12, 0, -2 * MARK - PADDING, 0)
