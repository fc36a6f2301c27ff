"""The drawings of the chart's instrument in a list, top-most first: find, order, hide, lock, rename, jump to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDockWidget, QLabel, QListView, QMenu, QToolButton, QVBoxLayout, QWidget

from charting.core import edits, stacking
from charting.core.document import Drawing, Workspace
from charting.core.theme import Theme
from charting.view.chart import ChartView
from charting.view.formats import LocaleFormats
from gui import chart_edits, drawing_steps, icons, styling
from gui.context import AppContext
from gui.docks.drawings_model import DrawingsModel
from gui.docks.drawings_rows import DrawingsRows
from gui.docks.title_bar import DockTitleBar
from gui.names import menu_text
from gui.search_field import search_field
from gui.translation import tr


class DrawingsTree(QDockWidget):
    """The dock. Its selection is the chart's."""

    def __init__(self, context: AppContext, view: ChartView, parent: QWidget) -> None:
        super().__init__(tr("Drawings"), parent)
        self.setObjectName("drawings_dock")
        self.setAccessibleName(tr("Drawings"))
        self._context, self._history, self._view = context, context.history, view
        self._formats = LocaleFormats()
        self._following = False
        bar = DockTitleBar(self)
        bar.add(self._make_layers())
        self.setTitleBarWidget(bar)
        self._model = DrawingsModel(self._summary, self)
        self._rows = DrawingsRows(context.theme, self)
        self.list = DrawingsList(self._model, self._rows)
        self._nothing = QLabel()
        self._nothing.setObjectName("drawings_nothing")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(16, 24, 16, 24)
        styling.set_role(self._nothing, "muted")
        self._arrange()
        self._connect()
        self._show_drawings()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._rows.theme = theme
        self.list.viewport().update()

    def close_services(self) -> None:
        """Stop following the document."""
        self._history.changed.disconnect(self._follow)

    # Its parts

    def _make_layers(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("drawings_layers")
        button.setAccessibleName(tr("Layers"))
        button.setToolTip(tr("Show and hide layers on this chart"))
        button.setIcon(icons.icon("stack"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        styling.set_role(button, "small")
        menu = QMenu(button)
        menu.setObjectName("drawings_layers_menu")
        menu.setAccessibleName(tr("Layers"))
        menu.aboutToShow.connect(lambda: self._fill_layers(menu))
        button.setMenu(menu)
        return button

    def _fill_layers(self, menu: QMenu) -> None:
        menu.clear()
        document = self._history.document
        hidden = document.chart.hidden_layers
        layers = sorted({one.layer for one in chart_edits.active_drawings(document) if one.layer} | set(hidden))
        for layer in layers:
            action = menu.addAction(menu_text(layer), lambda layer=layer: self._toggle_layer(layer))  # type: ignore[misc]
            action.setCheckable(True)
            action.setChecked(layer not in hidden)
        if not layers:
            menu.addAction(tr("No drawing has a layer; its properties give it one")).setEnabled(False)

    def _toggle_layer(self, layer: str) -> None:
        document = self._history.document
        hidden = document.chart.hidden_layers
        shown = layer in hidden
        layers = tuple(one for one in hidden if one != layer) if shown else (*hidden, layer)
        step = tr("Show layer {layer}") if shown else tr("Hide layer {layer}")
        self._history.commit(edits.set_chart(document, document.active, hidden_layers=layers), step.format(layer=layer))

    def _arrange(self) -> None:
        body = QWidget()
        body.setObjectName("drawings")
        body.setAccessibleName(tr("Drawings"))
        self._field = search_field("drawings_search", tr("Search drawings"), tr("Search drawings"), "magnifying-glass")
        above = QVBoxLayout()
        above.setContentsMargins(8, 8, 8, 4)
        above.addWidget(self._field)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(above)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        layout.addStretch()
        self.setWidget(body)

    def _connect(self) -> None:
        self._field.textChanged.connect(self._search)
        self._model.move_requested.connect(self._move)
        self._model.rename_requested.connect(self._rename)
        self._rows.eye_clicked.connect(lambda one: self._toggle(one, "hidden"))
        self._rows.lock_clicked.connect(lambda one: self._toggle(one, "locked"))
        self.list.selectionModel().selectionChanged.connect(self._select_on_chart)
        self.list.activated.connect(self._jump)
        self.list.doubleClicked.connect(self._jump)
        self.list.delete_requested.connect(lambda: drawing_steps.remove(self._history, self._chosen()))
        self.list.customContextMenuRequested.connect(self._open_menu)
        self._view.selection_changed.connect(lambda _ids: self._select_in_list())
        self._history.changed.connect(self._follow)

    # The document

    def _summary(self, drawing: Drawing) -> str:
        instrument = self._context.market.instrument(self._history.document.chart.symbol)
        return drawing_steps.summary(self._view.remapping.of(drawing), instrument, self._formats)

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if chart_edits.active_drawings(before) is not chart_edits.active_drawings(after):
            self._show_drawings()

    def _show_drawings(self) -> None:
        self._following = True
        self._model.set_drawings(chart_edits.active_drawings(self._history.document))
        self._following = False
        self._select_in_list()
        self._say_nothing()

    def _search(self, typed: str) -> None:
        self._following = True
        self._model.narrow(typed)
        self._following = False
        self._select_in_list()
        self._say_nothing()

    def _say_nothing(self) -> None:
        empty = not self._model.rows
        searched = bool(self._field.text().strip())
        text = tr("No drawing fits.") if searched else tr("Nothing is drawn yet. Choose a tool at the left edge.")
        self._nothing.setText(text)
        self._nothing.setAccessibleName(text)
        self._nothing.setVisible(empty)
        self.list.setVisible(not empty)

    def _chosen(self) -> tuple[Drawing, ...]:
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return tuple(self._model.rows[row] for row in rows)

    def _select_on_chart(self, _on: QItemSelection, _off: QItemSelection) -> None:
        if not self._following:
            self._following = True
            self._view.select(tuple(one.id for one in self._chosen()))
            self._following = False

    def _select_in_list(self) -> None:
        if self._following:
            return
        self._following = True
        wanted = set(self._view.selection)
        rows = [row for row, drawing in enumerate(self._model.rows) if drawing.id in wanted]
        selection, current = QItemSelection(), QModelIndex()
        for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):  # thousands at once are few ranges
            together = [row for _, row in run]
            current = self._model.index(together[-1])
            selection.select(self._model.index(together[0]), current)
        self.list.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if current.isValid():
            self.list.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(current)
        self._following = False

    # What it asks for

    def _jump(self, index: QModelIndex) -> None:
        drawing = self._model.rows[index.row()]
        if drawing.anchors:
            times = [anchor.time for anchor in drawing.anchors]
            self._view.go_to(min(times) + (max(times) - min(times)) / 2)

    def _toggle(self, drawing_id: str, field: str) -> None:
        drawing = drawing_steps.find(self._history, drawing_id)
        if drawing is not None:
            change = drawing_steps.set_hidden if field == "hidden" else drawing_steps.set_locked
            change(self._history, [drawing], not getattr(drawing, field))

    def _rename(self, drawing_id: str, name: str) -> None:
        drawing = drawing_steps.find(self._history, drawing_id)
        if drawing is not None:
            step = drawing_steps.step_name(tr("Rename {drawing}"), [drawing])
            drawing_steps.change(self._history, [replace(drawing, name=name)], step)

    def _move(self, ids: tuple[str, ...], below: str) -> None:
        drawings = chart_edits.active_drawings(self._history.document)
        place = next((row + 1 for row, one in enumerate(drawings) if one.id == below), 0)
        moved = drawing_steps.chosen(self._history, ids)
        if moved:
            step = drawing_steps.step_name(tr("Reorder {drawing}"), moved)
            drawing_steps.reorder(self._history, stacking.placed(drawings, ids, place), step)

    def _open_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if index.isValid():
            self._view.context_requested.emit(self._model.rows[index.row()].id, self.list.viewport().mapToGlobal(place))


class DrawingsList(QListView):
    """The rows; ``delete_requested`` asks to remove what is selected."""

    delete_requested = Signal()

    def __init__(self, model: DrawingsModel, rows: DrawingsRows) -> None:
        super().__init__()
        self.setObjectName("drawings_list")
        self.setAccessibleName(tr("Drawings"))
        self.setModel(model)
        self.setItemDelegate(rows)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._keys: dict[int, Callable[[], object]] = {
            Qt.Key.Key_F2: lambda: self.edit(self.currentIndex()),
            Qt.Key.Key_Delete: self.delete_requested.emit,
        }
        self.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """F2 and Del are the list's own while it has the focus, not the window's."""
        if watched is not self:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in self._keys:
            event.accept()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Del removes; the rest is Qt's."""
        own = self._keys.get(event.key())
        if own is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            own()
