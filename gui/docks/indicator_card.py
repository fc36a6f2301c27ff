"""One indicator that is on the chart: its name with its numbers, an eye, its settings, and a button that removes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from charting.core.document import Indicator, Value
from charting.core.theme import Theme
from charting.indicators.declaration import IndicatorKind, Parameter
from charting.indicators.recipe import label_of
from gui import icons, styling
from gui.buttons import icon_button
from gui.choice_titles import choice_title
from gui.docks.indicator_scope import ScopeFields, offer_sources
from gui.translation import tr

_LARGEST = 1_000_000


class IndicatorCard(QWidget):
    """The card. It holds no state but whether it is open: what is changed is asked for, and comes back by ``show``.

    ``changed(indicator, step name)`` asks for another value of the indicator, ``remove_requested`` to take it away.
    """

    changed = Signal(object, str)
    remove_requested = Signal(str)

    def __init__(self, indicator: Indicator, kind: IndicatorKind, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"indicator_{indicator.id}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        styling.set_role(self, "card")
        self._indicator = indicator
        self._kind = kind
        self._swatch = _Swatch(self)
        self._label = QLabel(self)
        self._label.setObjectName("indicator_label")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._eye = icon_button("indicator_visible", "eye", tr("Hide"), self._toggle_visible, self)
        self._open = icon_button("indicator_settings", "sliders-horizontal", tr("Settings"), self._toggle_form, self)
        self._open.setCheckable(True)
        self._remove = icon_button("indicator_remove", "x", tr("Remove"), self._ask_removal, self)
        self._form = QWidget(self)
        self._form.setObjectName("indicator_form")
        self._fields: dict[str, tuple[QWidget, Callable[[Value], None]]] = {}
        self._sources = frozenset(parameter.name for parameter in kind.parameters if parameter.is_source)
        self._arrange()
        self._open.setVisible(self._has_settings)
        self._form.hide()
        self.show_indicator(indicator)
        self.set_theme(theme)

    @property
    def kind(self) -> IndicatorKind:
        """The declaration it was made from."""
        return self._kind

    @property
    def is_open(self) -> bool:
        """Whether its settings are shown."""
        return not self._form.isHidden()

    def open_settings(self) -> None:
        """Show its settings, with the cursor in the first of them."""
        if not self._has_settings:
            self._eye.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._open.setChecked(True)
        self._toggle_form()
        first = self._form.nextInFocusChain()
        while first is not None and first.focusPolicy() == Qt.FocusPolicy.NoFocus and self._form.isAncestorOf(first):
            first = first.nextInFocusChain()
        if first is not None and self._form.isAncestorOf(first):
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_indicator(self, indicator: Indicator, others: Mapping[str, Indicator] = MappingProxyType({})) -> None:
        """Show another value of the same indicator; ``others`` are those on the chart by id, which it may be taken from."""
        self._indicator = indicator
        label = label_of(indicator, self._kind, others)
        self._label.setText(label)
        self._label.setToolTip(tr(self._kind.title))
        self._label.setAccessibleName(label)
        self.setAccessibleName(label)
        self._label.setEnabled(indicator.visible)
        self._eye.setIcon(icons.icon("eye" if indicator.visible else "eye-slash"))
        for button, title in (
            (
                self._eye,
                tr("Hide {indicator}", indicator=label) if indicator.visible else tr("Show {indicator}", indicator=label),
            ),
            (self._open, tr("Settings of {indicator}", indicator=label)),
            (self._remove, tr("Remove {indicator}", indicator=label)),
        ):
            button.setToolTip(title)
            button.setAccessibleName(title)
        for name, value in self._kind.settings(indicator.parameters).items():
            field, write = self._fields[name]
            with QSignalBlocker(field):
                if name in self._sources and isinstance(field, QComboBox):
                    offer_sources(field, indicator, others, value)
                write(value)
        self._scope.show(indicator)

    def set_theme(self, theme: Theme) -> None:
        """Show the colour of its first plot in another theme."""
        plot = self._kind.plots[0]
        stroke = self._indicator.strokes.get(plot.name, plot.stroke)
        self._swatch.colour = theme.colour(stroke.colour)
        self._swatch.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open or close the settings."""
        if self._has_settings and event.button() == Qt.MouseButton.LeftButton:
            self._open.click()

    # Its parts

    @property
    def _has_settings(self) -> bool:
        return bool(self._fields) or not self._scope.empty

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 2, 4, 2)
        head.setSpacing(2)
        head.addWidget(self._swatch)
        head.addSpacing(6)
        head.addWidget(self._label, 1)
        for button in (self._eye, self._open, self._remove):
            head.addWidget(button)
        form = QFormLayout(self._form)
        form.setContentsMargins(10, 4, 8, 10)
        form.setSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for parameter in self._kind.parameters:
            field, write = self._make_field(parameter)
            field.setObjectName(f"parameter_{parameter.name}")
            field.setAccessibleName(tr(parameter.title))
            self._fields[parameter.name] = (field, write)
            label = QLabel(tr(parameter.title), self._form)
            label.setObjectName(f"parameter_{parameter.name}_label")
            styling.set_role(label, "muted")
            label.setBuddy(field)
            label.setMinimumHeight(field.sizeHint().height())
            form.addRow(label, field)
        self._scope = ScopeFields(self._kind, form, self._form, self._ask_for)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._form)

    def _make_field(self, parameter: Parameter) -> tuple[QWidget, Callable[[Value], None]]:
        """A field for a parameter, and what writes a value into it."""
        name = parameter.name
        match parameter.default:
            case bool():
                box = QCheckBox(self._form)
                box.toggled.connect(lambda on: self._ask(name, on))
                return box, lambda value: box.setChecked(bool(value))
            case int():
                number = QSpinBox(self._form)
                number.setRange(_whole(parameter.low, -_LARGEST), _whole(parameter.high, _LARGEST))
                number.setSingleStep(max(1, round(parameter.step)))
                number.valueChanged.connect(lambda value: self._ask(name, value))
                return _prepared(number), lambda value: number.setValue(int(value))
            case float():
                decimal = QDoubleSpinBox(self._form)
                decimal.setDecimals(2 if parameter.step >= 0.01 else 4)
                decimal.setRange(*(bound if bound is not None else end for bound, end in _bounds(parameter)))
                decimal.setSingleStep(parameter.step if parameter.step < 1 else 0.1)
                decimal.valueChanged.connect(lambda value: self._ask(name, value))
                return _prepared(decimal), lambda value: decimal.setValue(float(value))
        choice = QComboBox(self._form)
        choice.view().setObjectName(f"parameter_{name}_choices")
        choice.view().setAccessibleName(tr(parameter.title))
        for text in parameter.choices:
            choice.addItem(choice_title(text), text)
        choice.activated.connect(lambda index: self._ask(name, choice.itemData(index)))
        return choice, lambda value: choice.setCurrentIndex(choice.findData(value))

    # What it asks for

    def _ask(self, name: str, value: Value) -> None:
        self._ask_for(replace(self._indicator, parameters={**self._indicator.parameters, name: value}))

    def _ask_for(self, indicator: Indicator) -> None:
        self.changed.emit(indicator, tr("Change {indicator}", indicator=self._kind.short))

    def _toggle_visible(self) -> None:
        visible = not self._indicator.visible
        step = tr("Show {indicator}") if visible else tr("Hide {indicator}")
        self.changed.emit(replace(self._indicator, visible=visible), step.format(indicator=self._kind.short))

    def _ask_removal(self) -> None:
        self.remove_requested.emit(self._indicator.id)

    def _toggle_form(self) -> None:
        self._form.setVisible(self._open.isChecked())
        self.setProperty("open", self._open.isChecked())
        self.style().unpolish(self)
        self.style().polish(self)


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


def _prepared(box: QAbstractSpinBox) -> QWidget:
    """A spin box that takes a typed number when it is finished, and leaves the wheel to the list it lies in."""
    box.setKeyboardTracking(False)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    return box


def _whole(bound: float | None, otherwise: int) -> int:
    return otherwise if bound is None else round(bound)


def _bounds(parameter: Parameter) -> tuple[tuple[float | None, float], tuple[float | None, float]]:
    return (parameter.low, -float(_LARGEST)), (parameter.high, float(_LARGEST))
