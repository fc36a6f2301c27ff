"""One indicator that is on the chart: its name with its numbers, an eye, its settings, a menu, and a button to remove it."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from charting.core.document import Chart, Indicator, Value
from charting.core.pane_edits import Place
from charting.core.theme import Theme
from charting.indicators.catalogue import stand_in
from charting.indicators.declaration import IndicatorKind
from charting.indicators.recipe import label_of
from gui import icons, styling
from gui.buttons import icon_button
from gui.docks.indicator_fields import FieldServices, ParameterFields
from gui.docks.indicator_look import LookFields
from gui.docks.indicator_scope import ScopeFields
from gui.elided_label import ElidedLabel
from gui.tab_order import stops
from gui.translation import tr


class CardActions(Struct, frozen=True):
    """What a card asks of its dock, each with the indicator's id; ``fill_menu`` puts more into a card's menu."""

    remove: Callable[[str], None]
    move: Callable[[str, Place], None]
    fill_menu: Callable[[str, QMenu], None]


class IndicatorCard(QWidget):
    """The card. It holds no state but whether it is open: what is changed is asked for, and comes back by ``show``.

    ``changed(indicator, step name, field)`` asks for another value of the indicator; changes of one field in a row are one
    step. ``opened(card)`` tells that its settings came into sight.
    """

    changed = Signal(object, str, str)
    opened = Signal(object)

    def __init__(
        self,
        indicator: Indicator,
        kind: IndicatorKind,
        theme: Theme,
        services: FieldServices,
        actions: CardActions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"indicator_{indicator.id}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        styling.set_role(self, "card")
        self._indicator = indicator
        self._kind = kind
        self._theme = theme
        self._services = services
        self._actions = actions
        self._swatch = _Swatch(self)
        self._label = ElidedLabel(self)
        self._label.setObjectName("indicator_label")
        self._problem = self._make_problem()
        self._eye = icon_button("indicator_visible", "eye", tr("Hide"), self._toggle_visible, self)
        self._open = icon_button("indicator_settings", "sliders-horizontal", tr("Settings"), self._toggle_form, self)
        self._open.setCheckable(True)
        self._more = self._make_more()
        self._remove = icon_button("indicator_remove", "x", tr("Remove"), lambda: actions.remove(self._indicator.id), self)
        self._form: QWidget | None = None
        if kind is stand_in(kind.kind):  # there is nothing to set
            for button in (self._open, self._more):
                policy = button.sizePolicy()
                policy.setRetainSizeWhenHidden(True)  # the others stay below each other
                button.setSizePolicy(policy)
                button.hide()
        self._arrange()

    @property
    def kind(self) -> IndicatorKind:
        """The declaration it was made from."""
        return self._kind

    @property
    def is_open(self) -> bool:
        """Whether its settings are shown."""
        return self._form is not None and not self._form.isHidden()

    def show_indicator(self, indicator: Indicator, chart: Chart) -> None:
        """Show another value of the same indicator, and where it stands on a chart."""
        self._indicator, self._chart = indicator, chart
        others = {one.id: one for pane in chart.panes for one in pane.indicators}
        label = label_of(indicator, self._kind, others, tr)
        self._label.setText(label)
        self._label.setToolTip(label if label.startswith(tr(self._kind.title)) else f"{label}\n{tr(self._kind.title)}")
        self._label.setAccessibleName(label)
        self.setAccessibleName(label)
        self._label.setEnabled(indicator.visible)
        self._eye.setIcon(icons.icon("eye" if indicator.visible else "eye-slash"))
        eye = tr("Hide {indicator}", indicator=label) if indicator.visible else tr("Show {indicator}", indicator=label)
        titles = (
            (self._eye, eye),
            (self._open, tr("Settings of {indicator}", indicator=label)),
            (self._more, tr("More for {indicator}", indicator=label)),
            (self._remove, tr("Remove {indicator}", indicator=label)),
        )
        for button, title in titles:
            button.setToolTip(title)
            button.setAccessibleName(title)
        if self._form is not None:
            self._parameters.show(indicator, others)
            self._look.show(indicator)
            self._scope.show(indicator, chart)
        self._show_colour()

    def show_problem(self, sentence: str) -> None:
        """Say below the name why the indicator has no values; nothing when it has."""
        if sentence != self._problem.text():
            self._problem.setText(sentence)
            self._problem.setAccessibleName(sentence)
        self._problem.setVisible(bool(sentence))

    def set_theme(self, theme: Theme) -> None:
        """Show its colours in another theme."""
        self._theme = theme
        self._show_colour()
        if self._form is not None:
            self._look.set_theme(theme)

    def open_settings(self) -> None:
        """Show its settings, with the cursor in the first of them."""
        if not self.is_open:
            self._open.click()
        if self._form is None:
            return
        first = next((field for field in stops(self._form) if not field.isHidden()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_symbol(self) -> None:
        """Have the second instrument chosen."""
        self.open_settings()
        self._parameters.ask_symbol()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open or close the settings."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._open.click()

    # Its parts

    def _make_problem(self) -> QLabel:
        label = QLabel(self)
        label.setObjectName("indicator_problem")
        label.setWordWrap(True)
        label.setContentsMargins(26, 0, 8, 6)
        styling.set_role(label, "error")
        label.hide()
        return label

    def _make_more(self) -> QToolButton:
        button = icon_button("indicator_more", "dots-three-vertical", tr("More"), None, self)
        menu = QMenu(button)
        menu.setObjectName("indicator_more_menu")
        menu.setAccessibleName(tr("More"))
        menu.aboutToShow.connect(lambda: self._actions.fill_menu(self._indicator.id, menu))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 4, 2)
        head.setSpacing(2)
        head.addWidget(self._swatch)
        head.addSpacing(6)
        head.addWidget(self._label, 1)
        for button in (self._eye, self._open, self._more, self._remove):
            head.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self._problem)

    def _make_form(self) -> QWidget:
        """The settings, made when they are opened first: a chart may have many indicators."""
        body = QWidget(self)
        body.setObjectName("indicator_form")
        form = QFormLayout(body)
        form.setContentsMargins(10, 4, 8, 10)
        form.setSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._parameters = ParameterFields(self._kind, form, body, self._services, self._ask)
        self._look = LookFields(self._kind, form, body, self._theme, self._ask_for)
        self._scope = ScopeFields(self._kind, form, body, self._ask_for, self._ask_place)
        self._column.addWidget(body)
        return body

    # What it asks for

    def _ask(self, name: str, value: Value) -> None:
        self._ask_for(replace(self._indicator, parameters={**self._indicator.parameters, name: value}), name)

    def _ask_for(self, indicator: Indicator, field: str) -> None:
        self.changed.emit(indicator, tr("Change {indicator}", indicator=tr(self._kind.short)), field)

    def _ask_place(self, place: Place) -> None:
        self._actions.move(self._indicator.id, place)

    def _toggle_visible(self) -> None:
        visible = not self._indicator.visible
        step = tr("Show {indicator}") if visible else tr("Hide {indicator}")
        self.changed.emit(replace(self._indicator, visible=visible), step.format(indicator=tr(self._kind.short)), "")

    def _toggle_form(self) -> None:
        if self._open.isHidden():
            return
        if self._form is None:
            self._form = self._make_form()
            self.show_indicator(self._indicator, self._chart)
        self._form.setVisible(self._open.isChecked())
        self.setProperty("open", self._open.isChecked())
        self.style().unpolish(self)
        self.style().polish(self)
        if self._open.isChecked():
            self.opened.emit(self)

    def _show_colour(self) -> None:
        plot = self._kind.plots[0]
        stroke = self._indicator.strokes.get(plot.name, plot.stroke)
        self._swatch.colour = self._theme.colour(stroke.colour)
        self._swatch.update()


class _Swatch(QWidget):
    """A dot in the colour of an indicator's line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("indicator_colour")
        self.setAccessibleName(tr("Colour"))
        self.setFixedSize(QSize(10, 10))
        self.colour = ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
