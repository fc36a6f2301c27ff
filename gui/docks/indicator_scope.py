"""What can be chosen of every indicator besides its own parameters: its interval, its levels, another one as its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QWidget

from charting.core.document import Indicator
from charting.core.interval import Interval
from charting.indicators.catalogue import kind_of
from charting.indicators.declaration import OUTPUT, SOURCES, IndicatorKind
from charting.indicators.recipe import depends_on, output_title
from gui import styling
from gui.names import interval_name
from gui.translation import tr

INTERVALS = ("15m", "1h", "1d", "1wk", "1mo")
_LARGEST = 1e6

Ask = Callable[[Indicator], None]


class ScopeFields:
    """The rows for interval and levels at the end of a form; ``ask`` is told the indicator as the user wants it."""

    def __init__(self, kind: IndicatorKind, form: QFormLayout, parent: QWidget, ask: Ask) -> None:
        self._kind = kind
        self._ask = ask
        self._parent = parent
        self._indicator = Indicator("", kind.kind)
        self._interval = self._make_interval(form) if kind.takes_interval else None
        self._levels = self._make_levels(form) if kind.levels else ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose."""
        return self._interval is None and not self._levels

    def show(self, indicator: Indicator) -> None:
        """Show an indicator's choices."""
        self._indicator = indicator
        if self._interval is not None:
            with QSignalBlocker(self._interval):
                if self._interval.findData(indicator.interval) < 0:
                    self._interval.addItem(interval_name(Interval.parse(indicator.interval)), indicator.interval)
                self._interval.setCurrentIndex(self._interval.findData(indicator.interval))
        for box, level in zip(self._levels, indicator.levels or self._kind.levels, strict=False):
            with QSignalBlocker(box):
                box.setValue(level)

    def _make_interval(self, form: QFormLayout) -> QComboBox:
        choice = QComboBox(self._parent)
        _name(choice, "indicator_interval", tr("Interval"))
        _name(choice.view(), "indicator_interval_choices", tr("Interval"))
        choice.addItem(tr("The chart's"), "")
        for code in INTERVALS:
            choice.addItem(interval_name(Interval.parse(code)), code)
        choice.activated.connect(lambda index: self._ask(replace(self._indicator, interval=choice.itemData(index))))
        _add_row(form, tr("Interval"), choice, self._parent)
        return choice

    def _make_levels(self, form: QFormLayout) -> tuple[QDoubleSpinBox, ...]:
        row = QWidget(self._parent)
        _name(row, "indicator_levels", tr("Levels"))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        low, high = self._kind.bounds or (-_LARGEST, _LARGEST)
        boxes = []
        for number, level in enumerate(self._kind.levels):
            box = QDoubleSpinBox(row)
            _name(box, f"indicator_level_{number}", tr("Level {number}", number=number + 1))
            box.setRange(low, high)
            box.setDecimals(0 if level.is_integer() and abs(level) >= 10 else 2)
            box.setSingleStep(1.0 if abs(level) >= 10 else 0.1)
            box.setKeyboardTracking(False)
            box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel is for the list it lies in
            box.lineEdit().setTextMargins(6, 0, 0, 0)
            box.setValue(level)
            box.valueChanged.connect(self._ask_levels)
            layout.addWidget(box, 1)
            boxes.append(box)
        _add_row(form, tr("Levels"), row, self._parent)
        return tuple(boxes)

    def _ask_levels(self) -> None:
        chosen = tuple(box.value() for box in self._levels)
        self._ask(replace(self._indicator, levels=None if chosen == self._kind.levels else chosen))


def offer_sources(choice: QComboBox, indicator: Indicator, others: Mapping[str, Indicator], value: object) -> None:
    """Offer the outputs of the chart's other indicators in a choice of sources, after the prices of a bar.

    Those that take their values from this one are not among them. A ``value`` that is gone from the chart says so.
    """
    offered = list(_outputs(indicator, others))
    if isinstance(value, str) and value.startswith(OUTPUT) and value not in (name for name, _ in offered):
        offered.append((value, tr("No longer on the chart")))
    shown = [(choice.itemData(row), choice.itemText(row)) for row in range(len(SOURCES), choice.count())]
    if shown != offered:
        while choice.count() > len(SOURCES):
            choice.removeItem(choice.count() - 1)
        for name, title in offered:
            choice.addItem(title, name)


def _outputs(indicator: Indicator, others: Mapping[str, Indicator]) -> Iterator[tuple[str, str]]:
    for other in others.values():
        if depends_on(other, indicator.id, others):
            continue
        try:
            plots = kind_of(other.kind).plots
        except LookupError:
            continue
        for plot in plots:
            if plot.style not in ("none", "marks"):
                yield f"{OUTPUT}{other.id}/{plot.name}", output_title(other, plot.name)


def _name(widget: QWidget, name: str, title: str) -> None:
    widget.setObjectName(name)
    widget.setAccessibleName(title)


def _add_row(form: QFormLayout, title: str, field: QWidget, parent: QWidget) -> None:
    label = QLabel(title, parent)
    label.setObjectName(f"{field.objectName()}_label")
    styling.set_role(label, "muted")
    label.setBuddy(field)
    label.setMinimumHeight(field.sizeHint().height())
    form.addRow(label, field)
