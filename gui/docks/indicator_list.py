"""The list of all indicators under their headings: a switch each, narrowed down by typed letters."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QWheelEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from charting.core.theme import Theme, mix
from charting.indicators.declaration import IndicatorKind
from gui import icons, styling
from gui.docks.watchlist_rows import small_font
from gui.fuzzy import match
from gui.polyglot import in_every_language
from gui.translation import tr

KIND = Qt.ItemDataRole.UserRole
ON = Qt.ItemDataRole.UserRole + 1
FAVOURITE = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_SWITCH = QSize(28, 16)
_STAR = 16


class _Row(Struct, frozen=True):
    """A heading when ``kind`` is None."""

    title: str
    kind: IndicatorKind | None = None


class IndicatorListModel(QAbstractListModel):
    """The rows that fit what was typed; a row asks for things by its kind: to be switched, or to be a favourite or not."""

    toggle_requested = Signal(str)
    favourite_requested = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kinds: tuple[IndicatorKind, ...] = ()
        self._rows: tuple[_Row, ...] = ()
        self._on: frozenset[str] = frozenset()
        self._favourites: tuple[str, ...] = ()
        self._typed = ""

    @property
    def kinds(self) -> tuple[IndicatorKind, ...]:
        """All that are offered."""
        return self._kinds

    def set_kinds(self, kinds: Iterable[IndicatorKind]) -> None:
        """Offer other indicators, already in the order of their groups."""
        self._kinds = tuple(kinds)
        self.narrow(self._typed)

    def set_active(self, kinds: Iterable[str]) -> None:
        """Say which kinds are on the chart."""
        on = frozenset(kinds)
        if on != self._on:
            self._on = on
            self.dataChanged.emit(self.index(0), self.index(max(0, len(self._rows) - 1)))

    def set_favourites(self, kinds: Iterable[str]) -> None:
        """List these first."""
        self._favourites = tuple(kinds)
        self.narrow(self._typed)

    def narrow(self, typed: str) -> None:
        """Show only what fits the typed letters, best first and without headings; everything when nothing is typed."""
        self._typed = typed
        self.beginResetModel()
        narrowed = typed.strip()
        self._rows = tuple(
            _narrowed(self._kinds, typed, self._favourites) if narrowed else _grouped(self._kinds, self._favourites)
        )
        self.endResetModel()

    @property
    def headings(self) -> int:
        """How many rows are the headings of groups."""
        return sum(row.kind is None for row in self._rows)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Headings and indicators."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings are for reading only."""
        if not index.isValid() or self._rows[index.row()].kind is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Titles, and whether an indicator is on."""
        row = self._rows[index.row()]
        on = row.kind is not None and row.kind.kind in self._on
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return row.title if row.kind is None else f"{row.title}, {tr('on') if on else tr('off')}"
            case Qt.ItemDataRole.CheckStateRole if row.kind is not None:
                return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
            case _ if role == KIND:
                return row.kind
            case _ if role == ON:
                return on
            case _ if role == FAVOURITE:
                return row.kind is not None and row.kind.kind in self._favourites
            case Qt.ItemDataRole.ToolTipRole if row.kind is not None:
                return f"{row.title}\n{tr(row.kind.about)}" if row.kind.about else row.title
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for an indicator to be switched, or to be made a favourite or no longer."""
        kind = self._rows[index.row()].kind
        if kind is None or role not in (Qt.ItemDataRole.CheckStateRole, FAVOURITE):
            return False
        (self.favourite_requested if role == FAVOURITE else self.toggle_requested).emit(kind.kind)
        return True


def _grouped(kinds: tuple[IndicatorKind, ...], favourites: tuple[str, ...]) -> Iterable[_Row]:
    liked = [kind for kind in kinds if kind.kind in favourites]
    if liked:
        yield _Row(tr("Favourites"))
        yield from (_Row(tr(kind.title), kind) for kind in sorted(liked, key=lambda kind: favourites.index(kind.kind)))
    group = None
    for kind in kinds:
        if kind in liked:
            continue
        if kind.group != group:
            group = kind.group
            yield _Row(tr(group))
        yield _Row(tr(kind.title), kind)


def _narrowed(kinds: tuple[IndicatorKind, ...], typed: str, favourites: tuple[str, ...]) -> Iterable[_Row]:
    """Titles and short names are looked at in every language there is; a short name weighs most.

    Of two that fit as well a favourite comes first.
    """
    ranked = []
    for kind in kinds:
        texts = [(text, 1.0) for text in in_every_language(kind.short)]
        texts += [(text, 0.0) for text in in_every_language(kind.title)]
        texts += [(f"{tr(kind.group)} {tr(kind.title)}", -1.0), (f"{kind.group} {kind.title}", -1.0)]
        scores = [found.score + weight for text, weight in texts if (found := match(typed, text)) is not None]
        if scores:
            ranked.append((max(scores) + 0.05 * (kind.kind in favourites), kind))
    ranked.sort(key=lambda item: -item[0])
    return (_Row(tr(kind.title), kind) for _, kind in ranked)


def row_height(metrics: QFontMetrics, *, heading: bool) -> int:
    """Logical pixels of a row, or of the heading of a group."""
    return metrics.height() + (14 if heading else 16)


class IndicatorRows(QStyledItemDelegate):
    """Paints a row: title, short name, star, switch. A click on it switches, as do Space and Enter; one on the star likes it."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self.by_keyboard = False
        """Whether the list is moved through by keys, so that the current row needs a mark."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line of type and some air."""
        return QSize(0, row_height(option.fontMetrics, heading=index.data(KIND) is None))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        kind: IndicatorKind | None = index.data(KIND)
        painter.save()
        box = option.rect.adjusted(12, 0, -12, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        if kind is None:
            font = small_font(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(self.theme.text_muted))
            painter.drawText(box.adjusted(0, 4, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, index.data())
        else:
            self._paint_ground(painter, option)
            self._paint_switch(painter, box, on=bool(index.data(ON)))
            box.setRight(box.right() - _SWITCH.width() - 10)
            self._paint_star(painter, option, liked=bool(index.data(FAVOURITE)))
            box.setRight(box.right() - _STAR - 8)
            if (short := tr(kind.short)) != index.data():
                box.setRight(self._paint_short(painter, box, option.font, short))
            painter.setFont(option.font)
            painter.setPen(QColor(self.theme.text))
            title = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: _Index) -> bool:
        """A click that begins and ends on the row switches it, or makes it a favourite."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if index.data(KIND) is not None and event.button() == Qt.MouseButton.LeftButton:
            starred = _star(option.rect).contains(event.position().toPoint())
            return index.model().setData(index, None, FAVOURITE if starred else Qt.ItemDataRole.CheckStateRole)
        return False

    def _paint_star(self, painter: QPainter, option: QStyleOptionViewItem, *, liked: bool) -> None:
        """A full star where it is a favourite, an outline under the pointer."""
        pointed = bool(option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        if liked or pointed:
            colour = self.theme.warning if liked else self.theme.text_muted
            icons.paint(painter, _star(option.rect), "star-fill" if liked else "star", colour)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        focused = self.by_keyboard and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if option.state & QStyle.StateFlag.State_MouseOver or focused:
            painter.fillRect(option.rect, QColor(styling.hover(self.theme)))
        if focused:
            painter.setPen(QColor(self.theme.accent))
            painter.drawRect(option.rect.adjusted(1, 0, -2, -1))

    def _paint_short(self, painter: QPainter, box: QRect, font: QFont, short: str) -> int:
        small = small_font(font)
        painter.setFont(small)
        painter.setPen(QColor(self.theme.text_muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, short)
        return box.right() - QFontMetrics(small).horizontalAdvance(short) - 8

    def _paint_switch(self, painter: QPainter, box: QRect, *, on: bool) -> None:
        theme = self.theme
        groove = QRectF(0, 0, _SWITCH.width(), _SWITCH.height())
        groove.moveCenter(QRectF(box).center())
        groove.moveRight(box.right())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if on else mix(theme.text_muted, theme.panel, 0.7)), 1))
        painter.setBrush(QColor(theme.accent) if on else QColor(theme.panel))
        painter.drawRoundedRect(groove.adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5)
        knob = QRectF(0, 0, 10, 10)
        knob.moveCenter(groove.center())
        knob.moveLeft(groove.right() - 13 if on else groove.left() + 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_text if on else theme.text_muted))
        painter.drawEllipse(knob)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _star(row: QRect) -> QRect:
    """Where a row has its star."""
    right = row.right() - 12 - _SWITCH.width() - 10
    return QRect(right - _STAR + 1, row.center().y() - _STAR // 2, _STAR, _STAR)


class IndicatorList(QListView):
    """The list itself, as high as its rows: what it lies in scrolls. ``current_moved`` tells where the current row is."""

    current_moved = Signal(QRect)

    def __init__(self, model: IndicatorListModel, rows: IndicatorRows, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("indicator_list")
        self.setAccessibleName(tr("All indicators"))
        self._listed = model
        self.setModel(model)
        self._rows = rows
        self.setItemDelegate(rows)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        model.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(lambda index: self.current_moved.emit(self.visualRect(index)))

    def fit(self) -> None:
        """Be as high as the rows."""
        metrics, headings = self.fontMetrics(), self._listed.headings
        rows = self._listed.rowCount() - headings
        heights = headings * row_height(metrics, heading=True) + rows * row_height(metrics, heading=False)
        self.setFixedHeight(heights + 8)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what this lies in."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the current row unless the mouse brought the focus."""
        self._rows.by_keyboard = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter switch the current row, an asterisk makes it a favourite; the rest is Qt's."""
        self._rows.by_keyboard = True
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.model().setData(index, None, Qt.ItemDataRole.CheckStateRole)
        elif event.key() == Qt.Key.Key_Asterisk and index.isValid():
            self.model().setData(index, None, FAVOURITE)
        else:
            super().keyPressEvent(event)
