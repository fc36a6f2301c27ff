"""The cards of the indicators on the active chart, in the order in which they stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from charting.core.document import Indicator
from charting.core.edits import remove_indicator
from charting.core.history import History
from charting.core.pane_edits import Place
from charting.core.theme import Theme
from charting.indicators.catalogue import stand_in
from charting.indicators.declaration import IndicatorKind
from charting.scene.legend_layout import Subject
from charting.view import subjects
from gui import chart_edits
from gui.docks.indicator_card import CardActions, IndicatorCard
from gui.docks.indicator_fields import FieldServices
from gui.indicator_shelf import IndicatorShelf
from gui.names import menu_text
from gui.translation import tr

AT_ONCE = 12
"""Cards that are made in a turn: sixty at once held the window for a fifth of a second."""


class IndicatorCards(QWidget):
    """A column of cards; ``problem`` tells why an indicator with an id has no values, empty while it has.

    Of many that come at once, most are made in the turns after; one that is asked for is there, with all before it.
    ``opened`` tells the card whose settings came into sight, and ``made`` that those are there.
    """

    opened = Signal(object)
    made = Signal()

    def __init__(
        self, history: History, theme: Theme, shelf: IndicatorShelf, services: FieldServices, problem: Callable[[str], str],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setObjectName("indicator_cards")
        self.setAccessibleName(tr("On the chart"))
        self._history, self._theme, self._shelf, self._services = history, theme, shelf, services
        self._problem = problem
        self._actions = CardActions(self._remove, self._move, self._fill_menu)
        self._catalogue: Mapping[str, IndicatorKind] = {}
        self._cards: dict[str, IndicatorCard] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._make_more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 0, 4, 0)
        self._column.setSpacing(0)

    def __getitem__(self, indicator_id: str) -> IndicatorCard:
        """The card of an indicator.

        Raises
        ------
        KeyError
            If it is not on the chart.
        """
        self._make_all()
        return self._cards[indicator_id]

    def __contains__(self, indicator_id: object) -> bool:
        self._make_all()
        return indicator_id in self._cards

    def set_catalogue(self, catalogue: Mapping[str, IndicatorKind]) -> None:
        """Know these indicators; cards of declarations that are others now are made anew."""
        self._catalogue = catalogue
        changed = [name for name, card in self._cards.items() if card.kind is not self._declared(card.kind.kind)]
        self._drop(changed)

    def show_chart(self) -> None:
        """Show the indicators of the active chart."""
        chart, known = self._history.document.chart, self._known()
        self._drop(self._cards.keys() - {indicator.id for indicator in known})
        for place, indicator in enumerate(one for one in known if one.id in self._cards):
            card = self._cards[indicator.id]
            card.show_indicator(indicator, chart)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
        self._make_some(AT_ONCE)
        self.show_problems()

    def show_problems(self) -> None:
        """Say what is wrong with each, as far as that is known by now."""
        for name, card in self._cards.items():
            card.show_problem(self._problem(name))

    def set_theme(self, theme: Theme) -> None:
        """Show their colours in another theme."""
        self._theme = theme
        for card in self._cards.values():
            card.set_theme(theme)

    def _drop(self, ids: Iterable[str]) -> None:
        for indicator_id in ids:
            card = self._cards.pop(indicator_id)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()

    def _known(self) -> tuple[Indicator, ...]:
        return tuple(chart_edits.active_indicators(self._history.document)) if self._catalogue else ()

    def _make_some(self, most: int) -> None:
        """Make the first cards that are missing, and the others later."""
        known = self._known()
        missing = [(place, indicator) for place, indicator in enumerate(known) if indicator.id not in self._cards]
        for place, indicator in missing[:most]:  # all before it are there
            card = self._make(indicator)
            card.show_indicator(indicator, self._history.document.chart)
            card.show_problem(self._problem(indicator.id))
            self._column.insertWidget(place, card)
        if len(missing) > most:
            self._rest.start()
        else:
            self._rest.stop()

    def _make_more(self) -> None:
        self._make_some(AT_ONCE)
        if not self._rest.isActive():
            self.made.emit()

    def _make_all(self) -> None:
        if self._rest.isActive():
            self._make_some(len(self._known()))
            self.made.emit()

    def _make(self, indicator: Indicator) -> IndicatorCard:
        kind = self._declared(indicator.kind)
        card = IndicatorCard(indicator, kind, self._theme, self._services, self._actions, self)
        card.changed.connect(self._change)
        card.opened.connect(self.opened)
        self._cards[indicator.id] = card
        return card

    # What cards ask for

    def _change(self, indicator: Indicator, step: str, field: str) -> None:
        document = self._history.document
        mark = ("indicator", indicator.id, field) if field else None
        changed = chart_edits.change_indicator(document, indicator, self._declared(indicator.kind))
        self._history.commit(changed, step, mark)

    def _remove(self, indicator_id: str) -> None:
        document = self._history.document
        step = tr("Remove {indicator}", indicator=tr(self._kind(indicator_id).short))
        self._history.commit(remove_indicator(document, document.active, indicator_id), step)

    def _move(self, indicator_id: str, place: Place) -> None:
        subjects.move(self._history, self._history.document.active, Subject(indicator_id), place)

    def _fill_menu(self, indicator_id: str, menu: QMenu) -> None:
        kind = self._kind(indicator_id)
        menu.clear()
        menu.addAction(tr("Add another {indicator}", indicator=menu_text(tr(kind.short))), lambda: self._copy(indicator_id))
        favourite = menu.addAction(tr("Favourite"), lambda: self._shelf.toggle_favourite(kind.kind))
        favourite.setCheckable(True)
        favourite.setChecked(kind.kind in self._shelf.favourites)
        menu.addSeparator()
        menu.addAction(tr("Standard settings"), lambda: self._reset(indicator_id))

    def _copy(self, indicator_id: str) -> None:
        document = self._history.document
        step = tr("Add {indicator}", indicator=tr(self._kind(indicator_id).short))
        changed, copy = chart_edits.copy_indicator(document, indicator_id, self._kind(indicator_id))
        self._history.commit(changed, step)
        self[copy].open_settings()

    def _reset(self, indicator_id: str) -> None:
        shown = self._shown(indicator_id)
        kept = {one.name for one in self._catalogue[shown.kind].parameters if one.form != "plain"}
        parameters = {name: value for name, value in shown.parameters.items() if name in kept}
        plain = replace(Indicator(shown.id, shown.kind, parameters), visible=shown.visible, scale=shown.scale)
        self._change(plain, tr("Standard settings of {indicator}", indicator=tr(self._kind(indicator_id).short)), "")

    def _shown(self, indicator_id: str) -> Indicator:
        return next(one for one in chart_edits.active_indicators(self._history.document) if one.id == indicator_id)

    def _kind(self, indicator_id: str) -> IndicatorKind:
        return self._declared(self._shown(indicator_id).kind)

    def _declared(self, kind: str) -> IndicatorKind:
        return self._catalogue.get(kind) or stand_in(kind)
