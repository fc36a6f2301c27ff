"""The indicators: those on the chart with their settings, and all there are with a switch each that acts at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from charting.core.document import Workspace
from charting.core.theme import Theme
from charting.indicators.catalogue import USER
from charting.indicators.declaration import IndicatorKind
from charting.indicators.user.folder import UserProblem
from charting.view.chart import ChartView
from gui import chart_edits, styling
from gui.buttons import icon_button
from gui.context import AppContext
from gui.docks.indicator_cards import IndicatorCards
from gui.docks.indicator_fields import FieldServices
from gui.docks.indicator_list import IndicatorList, IndicatorListModel, IndicatorRows
from gui.docks.indicator_services import ChartServices
from gui.docks.indicator_sets import IndicatorSets
from gui.docks.title_bar import DockTitleBar
from gui.search_field import search_field
from gui.search_popup import Entry
from gui.tab_order import put_in_order
from gui.translation import said, tr

if TYPE_CHECKING:
    from gui.window import MainWindow


class IndicatorsDock(QDockWidget):
    """The dock. The catalogue is asked for only once the window is up."""

    def __init__(self, context: AppContext, view: ChartView, parent: MainWindow) -> None:
        super().__init__(tr("Indicators"), parent)
        self._window = parent
        self.setObjectName("indicators_dock")
        self.setAccessibleName(tr("Indicators"))
        self._history = context.history
        self._context = context
        self._services = ChartServices(context, view, self)
        self._catalogue: Mapping[str, IndicatorKind] = {}
        self._shelf = context.shelf
        self._shelf.changed = self._show_favourites
        self.sets = IndicatorSets(self._history, self._shelf, self)
        self.setTitleBarWidget(DockTitleBar(self))
        self._model = IndicatorListModel(self)
        self._model.toggle_requested.connect(self.toggle)
        self._model.favourite_requested.connect(self._shelf.toggle_favourite)
        self._rows = IndicatorRows(context.theme, self)
        self._field = self._make_field()
        self._problems = self._make_problems()
        self._wrong: tuple[UserProblem, ...] = ()
        self._nothing = QLabel()
        self._nothing.setObjectName("indicators_nothing")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(16, 24, 16, 24)
        styling.set_role(self._nothing, "muted")
        self.setWidget(self._arrange())
        self._history.changed.connect(self._follow)
        view.pictured.connect(self._cards.show_problems)

    # What the window asks of it

    def load_catalogue(self) -> None:
        """Read the declarations of all indicators, which does not load what computes them."""
        if self._catalogue:
            return
        from charting.indicators.catalogue import CATALOGUE

        self._catalogue = CATALOGUE
        self._cards.set_catalogue(CATALOGUE)
        self._model.set_kinds(CATALOGUE.values())
        self._show_favourites()
        self._show_active()

    def entries(self) -> Iterator[Entry]:
        """A row for the command palette each: indicators are switched, sets of them applied."""
        on = {indicator.kind for indicator in chart_edits.active_indicators(self._history.document)}
        for kind in self._catalogue.values():
            detail = tr("{indicator} · remove") if kind.kind in on else tr("{indicator} · add")
            run = partial(self.toggle, kind.kind)
            title = tr(kind.title)
            alias = kind.short if title == kind.title else f"{kind.short} {kind.title}"  # found by its English name as well
            yield Entry(title, run, detail.format(indicator=tr(kind.short)), icon="activity", alias=alias)
        yield from self.sets.entries()

    def show_own(self, kinds: Sequence[IndicatorKind], problems: Sequence[UserProblem]) -> None:
        """Offer the user's own indicators above all others, and say what is wrong with their files."""
        self.load_catalogue()
        standard = [kind for kind in self._catalogue.values() if not kind.apart]
        offered = {kind.kind: kind for kind in (*kinds, *standard)}
        self._catalogue = offered
        if [kind for kind in self._model.kinds if kind.apart] != list(kinds):
            self._model.set_kinds(offered.values())
        self._cards.set_catalogue(offered)
        self._show_active()
        self._wrong = tuple(problems)
        self._show_problems()

    def focus_search(self) -> None:
        """Show the dock with the cursor in its search field."""
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def open_card(self, indicator_id: str) -> None:
        """Show the dock with the settings of an indicator on the chart open, and the cursor in the first of them."""
        self.show()
        self.raise_()
        self._field.clear()
        if indicator_id not in self._cards:
            return
        card = self._cards[indicator_id]
        card.open_settings()
        self._show_card(card)

    def _show_card(self, card: QWidget) -> None:
        """Scroll to the settings of an indicator."""
        self._order_tabs()  # its settings may have been made just now
        layout = self._column.layout()
        if layout is not None:
            layout.activate()
        self._column.resize(self._column.width(), self._column.sizeHint().height())  # so that there is where to scroll to
        self._area.ensureWidgetVisible(card, 0, 8)
        bar = self._area.verticalScrollBar()
        bar.setValue(min(bar.value(), card.y()))  # its name rather than its end, where it is taller than the dock

    def toggle(self, kind: str) -> None:
        """Switch an indicator on or off, as one step."""
        declared = self._catalogue[kind]
        before = self._history.document
        after = chart_edits.toggle_indicator(before, declared, self._services.moments(declared))
        added = len(chart_edits.active_indicators(after)) > len(chart_edits.active_indicators(before))
        step = tr("Add {indicator}") if added else tr("Remove {indicator}")
        self._history.commit(after, step.format(indicator=tr(declared.short)))
        if added and any(parameter.is_symbol for parameter in declared.parameters):
            self.ask_symbol(next(one.id for one in chart_edits.active_indicators(after) if one.kind == kind))

    def ask_symbol(self, indicator_id: str) -> None:
        """Have the second instrument of an indicator chosen; without one its legend says what it lacks."""
        self.open_card(indicator_id)
        if indicator_id in self._cards:
            self._cards[indicator_id].ask_symbol()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._rows.theme = theme
        self._list.viewport().update()
        self._cards.set_theme(theme)

    def close_services(self) -> None:
        """Stop following the document."""
        self._history.changed.disconnect(self._follow)
        self._shelf.changed = lambda: None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search field: Down goes to the list, Enter switches the best one, Esc clears."""
        if watched is not self._field or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        first = next((row for row in range(self._model.rowCount()) if self._model.flags(self._model.index(row))), None)
        match event.key():
            case Qt.Key.Key_Down if first is not None:
                self._list.setFocus(Qt.FocusReason.OtherFocusReason)
                self._list.setCurrentIndex(self._model.index(first))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if first is not None and self._field.text().strip():
                self._model.setData(self._model.index(first), None, Qt.ItemDataRole.CheckStateRole)
            case Qt.Key.Key_Escape if self._field.text():
                self._field.clear()
            case _:
                return False
        return True

    # Its parts

    def _make_field(self) -> QLineEdit:
        field = search_field("indicator_search", tr("Search indicators"), tr("Search indicators  ( / )"), "magnifying-glass")
        field.textChanged.connect(self._search)
        field.installEventFilter(self)
        return field

    def _make_problems(self) -> QLabel:
        """What is wrong with the user's own indicators, to be copied into a search or a message."""
        label = QLabel()
        label.setObjectName("indicators_problems")
        label.setWordWrap(True)
        label.setContentsMargins(12, 4, 12, 8)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        styling.set_role(label, "error")
        label.hide()
        return label

    def _arrange(self) -> QWidget:
        body = QWidget()
        body.setObjectName("indicators")
        body.setAccessibleName(tr("Indicators"))
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        above = QHBoxLayout()
        above.setContentsMargins(8, 8, 8, 4)
        above.setSpacing(4)
        above.addWidget(self._field, 1)
        above.addWidget(self._make_sets_button(body))
        layout.addLayout(above)
        layout.addWidget(self._problems)
        layout.addWidget(self._make_area(body), 1)
        return body

    def _make_sets_button(self, parent: QWidget) -> QToolButton:
        button = icon_button("indicator_sets", "stack", tr("Sets of indicators, and your own"), None, parent)
        menu = QMenu(button)
        menu.setObjectName("indicator_sets_menu")
        menu.setAccessibleName(tr("Sets of indicators, and your own"))
        menu.aboutToShow.connect(lambda: self.sets.fill(menu, self._window.commands))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _make_area(self, body: QWidget) -> QScrollArea:
        """One column that scrolls as a whole: the cards of what is on the chart, then the list of all there are."""
        self._area = QScrollArea(body)
        self._area.setObjectName("indicators_area")
        self._area.setAccessibleName(tr("Indicators"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QWidget()
        self._column.setObjectName("indicators_column")
        self._column.setAccessibleName(tr("Indicators"))
        styling.set_role(self._column, "column")
        fields = FieldServices(self._context.market.instrument, self._services.choose_symbol, self._services.timezone)
        problem = self._services.problem
        self._cards = IndicatorCards(self._history, self._context.theme, self._shelf, fields, problem, self._column)
        self._cards.opened.connect(self._show_card)
        self._cards.made.connect(self._order_tabs)
        self._list = IndicatorList(self._model, self._rows, self._column)
        self._list.current_moved.connect(self._show_row)
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._cards)
        layout.addWidget(self._nothing)
        layout.addWidget(self._list)
        layout.addStretch(1)
        self._nothing.hide()
        self._area.setWidget(self._column)
        return self._area

    def _show_row(self, row: QRect) -> None:
        place = self._list.mapTo(self._column, row.center())
        self._area.ensureVisible(0, place.y(), 0, row.height())

    def _search(self, typed: str) -> None:
        self._model.narrow(typed)
        found = self._model.rowCount() > 0
        self._list.setVisible(found)
        self._nothing.setVisible(not found)
        self._nothing.setText(tr("No indicator fits “{text}”.\nTry a part of its name, or its short name.", text=typed.strip()))
        self._nothing.setAccessibleName(self._nothing.text())
        self._area.verticalScrollBar().setValue(0)
        self._show_cards()

    # The document

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if before.chart.panes is not after.chart.panes or before.chart.symbol != after.chart.symbol:
            self._show_active()

    def _show_active(self) -> None:
        if not self._catalogue:
            return
        active = chart_edits.active_indicators(self._history.document)
        self._model.set_active(indicator.kind for indicator in active)
        self._cards.show_chart()
        self._order_tabs()
        self._show_cards()
        self._show_problems()

    def _order_tabs(self) -> None:
        """From the head by the field and the cards to the list, as they stand below each other."""
        put_in_order(self.titleBarWidget(), self.widget())

    def _show_problems(self) -> None:
        """Say what is wrong with the user's files; what stands on the chart says it itself."""
        shown = {one.kind for one in chart_edits.active_indicators(self._history.document) if one.visible}
        told = [problem for problem in self._wrong if f"{USER}{problem.file.removesuffix('.py')}" not in shown]
        self._problems.setText("\n".join(said(problem.told) for problem in told))
        self._problems.setAccessibleName(self._problems.text())
        self._problems.setVisible(bool(told))

    def _show_cards(self) -> None:
        """While something is searched, only what fits is shown."""
        self._cards.setVisible(not self._field.text().strip())

    def _show_favourites(self) -> None:
        self._model.set_favourites(self._shelf.favourites)
