"""A field for each parameter that an indicator declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, QTime, QTimeZone
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QFormLayout,
    QSpinBox,
    QWidget,
)

from charting.core.document import Indicator, Value, WatchlistItem
from charting.core.instrument import Instrument
from charting.indicators.declaration import IndicatorKind, Parameter, moment_of, written_moment
from gui.choice_titles import choice_title
from gui.docks.indicator_rows import add_row
from gui.docks.indicator_scope import offer_sources
from gui.docks.symbol_field import SymbolField
from gui.translation import tr
from gui.wheel import scroll_past

_LARGEST = 1_000_000
_NARROWEST = 96
"""Logical pixels of a field: the panel may be narrow, and a wider one gives them more."""
_EARLIEST = QDateTime(QDate(1900, 1, 1), QTime(0, 0), QTimeZone.utc())

Ask = Callable[[str, Value], None]
Write = Callable[[Value], None]


class FieldServices(Struct, frozen=True):
    """What fields need of the window.

    Attributes
    ----------
    instrument
        What is known of a symbol.
    choose_symbol
        Opens the search for an instrument, and calls back with what was chosen.
    timezone
        IANA name of the zone that moments are meant in: the active chart's exchange's.
    """

    instrument: Callable[[str], Instrument]
    choose_symbol: Callable[[Callable[[WatchlistItem], None]], None]
    timezone: Callable[[], str]


class ParameterFields:
    """The rows of a form; ``ask`` is told a parameter's name and the value that the user wants."""

    def __init__(self, kind: IndicatorKind, form: QFormLayout, parent: QWidget, services: FieldServices, ask: Ask) -> None:
        self._kind = kind
        self._parent = parent
        self._services = services
        self._ask = ask
        self._fields: dict[str, tuple[QWidget, Write]] = {}
        self._sources = frozenset(parameter.name for parameter in kind.parameters if parameter.is_source)
        for parameter in kind.parameters:
            self._add(parameter, form)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose."""
        return not self._fields

    def show(self, indicator: Indicator, others: Mapping[str, Indicator]) -> None:
        """Show an indicator's values; ``others`` are those on the chart by id, whose outputs may be its source."""
        for name, value in self._kind.settings(indicator.parameters).items():
            field, write = self._fields[name]
            with QSignalBlocker(field):
                if name in self._sources and isinstance(field, QComboBox):
                    offer_sources(field, indicator, others, value)
                write(value)

    def ask_symbol(self) -> None:
        """Have the first instrument among the parameters chosen."""
        field = next((field for field, _ in self._fields.values() if isinstance(field, SymbolField)), None)
        if field is not None:
            field.click()

    def _add(self, parameter: Parameter, form: QFormLayout) -> None:
        field, write = self._make(parameter)
        field.setObjectName(f"parameter_{parameter.name}")
        if not isinstance(field, SymbolField):
            field.setAccessibleName(tr(parameter.title))
        self._fields[parameter.name] = (field, write)
        field.setMinimumWidth(_NARROWEST)
        if isinstance(field, QCheckBox):
            field.setText(tr(parameter.title))
            form.addRow(field)
            return
        add_row(form, tr(parameter.title), field, self._parent)

    def _make(self, parameter: Parameter) -> tuple[QWidget, Write]:
        """A field for a parameter, and what writes a value into it."""
        name = parameter.name
        match parameter.default:
            case bool():
                box = QCheckBox(self._parent)
                box.toggled.connect(lambda on: self._ask(name, on))
                return box, lambda value: box.setChecked(bool(value))
            case int():
                number = QSpinBox(self._parent)
                number.setRange(_whole(parameter.low, -_LARGEST), _whole(parameter.high, _LARGEST))
                number.setSingleStep(max(1, round(parameter.step)))
                number.valueChanged.connect(lambda value: self._ask(name, value))
                return _prepared(number), lambda value: number.setValue(int(value))
            case float():
                decimal = QDoubleSpinBox(self._parent)
                decimal.setDecimals(2 if parameter.step >= 0.01 else 4)
                decimal.setRange(_bound(parameter.low, -_LARGEST), _bound(parameter.high, _LARGEST))
                decimal.setSingleStep(parameter.step if parameter.step < 1 else 0.1)
                decimal.valueChanged.connect(lambda value: self._ask(name, value))
                return _prepared(decimal), lambda value: decimal.setValue(float(value))
        match parameter.form:
            case "symbol":
                return self._make_symbol(parameter)
            case "moment":
                return self._make_moment(name)
        return self._make_choice(parameter)

    def _make_choice(self, parameter: Parameter) -> tuple[QWidget, Write]:
        choice = QComboBox(self._parent)
        scroll_past(choice)
        choice.view().setObjectName(f"parameter_{parameter.name}_choices")
        choice.view().setAccessibleName(tr(parameter.title))
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text in parameter.choices:
            choice.addItem(choice_title(text), text)
        choice.activated.connect(lambda index: self._ask(parameter.name, choice.itemData(index)))
        return choice, lambda value: choice.setCurrentIndex(choice.findData(value))

    def _make_symbol(self, parameter: Parameter) -> tuple[QWidget, Write]:
        field = SymbolField(tr(parameter.title), self._services.instrument, self._parent)
        field.clicked.connect(
            lambda: self._services.choose_symbol(lambda item: self._ask(parameter.name, f"{item.source} {item.symbol}"))
        )
        return field, field.show_value

    def _make_moment(self, name: str) -> tuple[QWidget, Write]:
        """The wall clock of the exchange; the earliest time there is stands for none, which is the first bar."""
        edit = QDateTimeEdit(self._parent)
        edit.setTimeZone(QTimeZone.utc())  # a wall clock has no leaps then
        edit.setMinimumDateTime(_EARLIEST)
        edit.setSpecialValueText(tr("First bar"))
        edit.setDisplayFormat("yyyy-MM-dd HH:mm")
        edit.dateTimeChanged.connect(lambda value: self._ask(name, self._written(value)))
        return _prepared(edit), lambda value: edit.setDateTime(self._clock(str(value)))

    def _written(self, value: QDateTime) -> str:
        if value <= _EARLIEST:
            return ""
        day, clock = value.date(), value.time()
        zone = ZoneInfo(self._services.timezone())
        local = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=zone)
        return written_moment(int(local.timestamp()))

    def _clock(self, written: str) -> QDateTime:
        seconds = moment_of(written)
        if seconds is None:
            return _EARLIEST
        local = datetime.fromtimestamp(seconds, UTC).astimezone(ZoneInfo(self._services.timezone()))
        return QDateTime(QDate(local.year, local.month, local.day), QTime(local.hour, local.minute), QTimeZone.utc())


def _prepared(box: QAbstractSpinBox) -> QWidget:
    """A spin box that takes a typed number when it is finished, and leaves the wheel to the list it lies in."""
    box.setKeyboardTracking(False)
    scroll_past(box)
    box.lineEdit().setTextMargins(6, 0, 0, 0)
    return box


def _whole(bound: float | None, otherwise: int) -> int:
    return otherwise if bound is None else round(bound)


def _bound(bound: float | None, otherwise: int) -> float:
    return float(otherwise) if bound is None else bound
