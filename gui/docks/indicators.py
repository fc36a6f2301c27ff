"""The indicators: those on the chart with their settings, and all there are with a switch each that acts at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from charting.core.document import Indicator, Workspace
from charting.core.edits import remove_indicator, replace_indicator
from charting.core.theme import Theme
from charting.indicators.declaration import IndicatorKind
from charting.indicators.user.folder import UserProblem
from gui import chart_edits, styling
from gui.context import AppContext
from gui.docks.indicator_card import IndicatorCard
from gui.docks.indicator_list import IndicatorList, IndicatorListModel, IndicatorRows
from gui.docks.title_bar import DockTitleBar
from gui.search_field import search_field
from gui.search_popup import Entry
from gui.translation import tr


class IndicatorsDock(QDockWidget):
    """The dock. The catalogue is asked for only once the window is up."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(tr("Indicators"), parent)
        self.setObjectName("indicators_dock")
        self.setAccessibleName(tr("Indicators"))
        self._history = context.history
        self._theme = context.theme
        self._catalogue: Mapping[str, IndicatorKind] = {}
        self._cards: dict[str, IndicatorCard] = {}
        self.setTitleBarWidget(DockTitleBar(self))
        self._model = IndicatorListModel(self)
        self._model.toggle_requested.connect(self.toggle)
        self._rows = IndicatorRows(context.theme, self)
        self._field = self._make_field()
        self._problems = self._make_problems()
        self._nothing = QLabel()
        self._nothing.setObjectName("indicators_nothing")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(16, 24, 16, 24)
        styling.set_role(self._nothing, "muted")
        self.setWidget(self._arrange())
        self._history.changed.connect(self._follow)

    # What the window asks of it

    def load_catalogue(self) -> None:
        """Read the declarations of all indicators, which does not load what computes them."""
        if self._catalogue:
            return
        from charting.indicators.catalogue import CATALOGUE

        self._catalogue = CATALOGUE
        self._model.set_kinds(CATALOGUE.values())
        self._show_active()

    def entries(self) -> Iterator[Entry]:
        """A row for the command palette each, which switches the indicator."""
        on = {indicator.kind for indicator in chart_edits.active_indicators(self._history.document)}
        for kind in self._catalogue.values():
            detail = tr("{indicator} · remove") if kind.kind in on else tr("{indicator} · add")
            run = partial(self.toggle, kind.kind)
            yield Entry(tr(kind.title), run, detail.format(indicator=kind.short), icon="activity", alias=kind.short)

    def show_own(self, kinds: Sequence[IndicatorKind], problems: Sequence[UserProblem]) -> None:
        """Offer the user's own indicators above all others, and say what is wrong with their files."""
        self.load_catalogue()
        standard = [kind for kind in self._catalogue.values() if not kind.apart]
        offered = {kind.kind: kind for kind in (*kinds, *standard)}
        changed = {name for name in self._cards if self._cards[name].kind is not offered.get(self._cards[name].kind.kind)}
        self._catalogue = offered
        if [kind for kind in self._model.kinds if kind.apart] != list(kinds):
            self._model.set_kinds(offered.values())
        self._drop_cards(changed)
        self._show_active()
        self._problems.setText("\n".join(map(_sentence, problems)))
        self._problems.setAccessibleName(self._problems.text())
        self._problems.setVisible(bool(problems))

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
        card = self._cards.get(indicator_id)
        if card is None:
            return
        card.open_settings()
        self._column.layout().activate()
        self._area.ensureWidgetVisible(card, 0, 8)

    def toggle(self, kind: str) -> None:
        """Switch an indicator on or off, as one step."""
        declared = self._catalogue[kind]
        before = self._history.document
        after = chart_edits.toggle_indicator(before, declared)
        added = len(chart_edits.active_indicators(after)) > len(chart_edits.active_indicators(before))
        step = tr("Add {indicator}") if added else tr("Remove {indicator}")
        self._history.commit(after, step.format(indicator=declared.short))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._rows.theme = theme
        self._list.viewport().update()
        for card in self._cards.values():
            card.set_theme(theme)

    def close_services(self) -> None:
        """Stop following the document."""
        self._history.changed.disconnect(self._follow)

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
        above = QVBoxLayout()
        above.setContentsMargins(8, 8, 8, 4)
        above.addWidget(self._field)
        layout.addLayout(above)
        layout.addWidget(self._problems)
        layout.addWidget(self._make_area(body), 1)
        return body

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
        self._active = QVBoxLayout()
        self._active.setContentsMargins(4, 0, 4, 0)
        self._active.setSpacing(0)
        self._list = IndicatorList(self._model, self._rows, self._column)
        self._list.current_moved.connect(self._show_row)
        layout = QVBoxLayout(self._column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._active)
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
        if before.charts is not after.charts or before.active != after.active:
            self._show_active()

    def _show_active(self) -> None:
        if not self._catalogue:
            return
        active = chart_edits.active_indicators(self._history.document)
        self._model.set_active(indicator.kind for indicator in active)
        known = [indicator for indicator in active if indicator.kind in self._catalogue]
        self._drop_cards(self._cards.keys() - {indicator.id for indicator in known})
        others = {indicator.id: indicator for indicator in active}
        for place, indicator in enumerate(known):
            card = self._cards.get(indicator.id) or self._make_card(indicator)
            card.show_indicator(indicator, others)
            card.set_theme(self._theme)
            if self._active.indexOf(card) != place:
                self._active.insertWidget(place, card)
        self._show_cards()

    def _drop_cards(self, ids: Iterable[str]) -> None:
        for indicator_id in ids:
            card = self._cards.pop(indicator_id)
            self._active.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _show_cards(self) -> None:
        """While something is searched, only what fits is shown."""
        searching = bool(self._field.text().strip())
        for card in self._cards.values():
            card.setVisible(not searching)

    def _make_card(self, indicator: Indicator) -> IndicatorCard:
        card = IndicatorCard(indicator, self._catalogue[indicator.kind], self._theme, self._column)
        card.changed.connect(self._change)
        card.remove_requested.connect(self._remove)
        self._cards[indicator.id] = card
        return card

    def _change(self, indicator: Indicator, step: str) -> None:
        document = self._history.document
        self._history.commit(replace_indicator(document, document.active, indicator), step)

    def _remove(self, indicator_id: str) -> None:
        document = self._history.document
        short = next(self._catalogue[one.kind].short for one in chart_edits.active_indicators(document) if one.id == indicator_id)
        step = tr("Remove {indicator}", indicator=short)
        self._history.commit(remove_indicator(document, document.active, indicator_id), step)


def _sentence(problem: UserProblem) -> str:
    """What is wrong with a file, in the user's language."""
    if problem.line is None:
        return f"{problem.file}: {tr(problem.text)}"
    return tr("{file}, line {line}: {text}", file=problem.file, line=problem.line, text=tr(problem.text))
