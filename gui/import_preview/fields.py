"""The fields that say how a file is to be read, each beginning with what was guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from charting.core.interval import DAY, HOUR, MINUTE, MONTH, WEEK, Interval
from charting.core.text import translatable
from charting.market.date_formats import COMMON, in_words, pattern_of
from charting.market.preview import Sample
from charting.market.provider import History
from charting.market.reading import DELIMITERS, ENCODINGS, GUESSED, Reading
from gui import styling
from gui.names import interval_name
from gui.translation import tr
from gui.wheel import scroll_past

COLUMNS = 4
"""Fields beside each other."""

_DELIMITERS = {
    ",": translatable("Comma"),
    ";": translatable("Semicolon"),
    "\t": translatable("Tab"),
    "|": translatable("Vertical bar"),
    " ": translatable("Space"),
}
_DECIMALS = {".": translatable("Point (1,234.5)"), ",": translatable("Comma (1.234,5)")}
_ENCODINGS = {
    "utf-8": "UTF-8", "utf-8-sig": "UTF-8", "gb18030": "GB 18030", "big5hkscs": "Big5", "utf-16": "UTF-16",
    "cp1252": "Windows-1252",
}  # fmt: skip
INTERVALS = (MINUTE, *(Interval(count, "m") for count in (2, 3, 5, 10, 15, 30)), HOUR, Interval(2, "h"), Interval(4, "h"),
             DAY, WEEK, MONTH)  # fmt: skip
ZONES = (
    "UTC", "Asia/Hong_Kong", "Asia/Shanghai", "Asia/Taipei", "Asia/Singapore", "Asia/Tokyo", "Asia/Seoul", "Asia/Bangkok",
    "Asia/Kolkata", "Asia/Dubai", "Australia/Sydney", "Pacific/Auckland", "Europe/Moscow", "Europe/Athens", "Europe/Zurich",
    "Europe/Berlin", "Europe/Paris", "Europe/London", "Atlantic/Azores", "America/Sao_Paulo", "America/New_York",
    "America/Chicago", "America/Denver", "America/Los_Angeles", "Pacific/Honolulu",
)  # fmt: skip


class _Lines(QStyledItemDelegate):
    """Marks the first line of a list as the guess: the same may stand below it, to be chosen for good."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        guess = index.data()
        if index.row() == 0 and guess != tr("Guessed"):
            option.text = tr("{title} (guessed)", title=guess)


class _Choice(QComboBox):
    """A box whose first line is what was guessed; the others correct it. Its label tells which of both it shows."""

    def __init__(self, name: str, title: str, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"import_{name}")
        self.setAccessibleName(title)
        self.title = title
        self.label: QLabel | None = None
        self.view().setAccessibleName(title)
        self.view().setObjectName(f"import_{name}_list")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setItemDelegate(_Lines(self))
        self.addItem(tr("Guessed"), "")
        for text, value in choices:
            self.addItem(text, value)

    def show_value(self, guessed: str, value: str) -> None:
        """Say what is guessed, and choose ``value``, the guess while it is empty; a value of its own gets a line."""
        self.setItemText(0, guessed or tr("Guessed"))
        index = self.findData(value)
        if index < 0:
            self.addItem(value, value)
            index = self.count() - 1
        self.setCurrentIndex(index)
        if self.label is not None:
            self.label.setText(self.title if value else tr("{title} (guessed)", title=self.title))


class ReadingFields(QWidget):
    """The fields; ``changed`` has the reading that somebody asked for."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import_fields")
        self._reading = GUESSED
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._symbol = QLineEdit(self)
        self._symbol.setObjectName("import_symbol")
        self._add(tr("Symbol or name"), self._symbol)
        self._interval = self._choice("interval", tr("A line covers"), [(interval_name(each), str(each)) for each in INTERVALS])
        self._dates = self._choice("dates", tr("Dates"), [(in_words(pattern), pattern) for pattern in COMMON])
        self._pattern = QLineEdit(self._dates)
        self._pattern.setAccessibleName(tr("Dates"))
        self._pattern.setObjectName("import_dates_text")
        self._dates.setLineEdit(self._pattern)
        self._dates.setToolTip(tr("YYYY year, MM month, DD day, HH hour, mm minute, ss second"))
        self._dates.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._zone = self._choice("zone", tr("Time zone"), [(zone, zone) for zone in ZONES])
        self._delimiter = self._choice("delimiter", tr("Between columns"), [(tr(_DELIMITERS[each]), each) for each in DELIMITERS])
        self._decimal = self._choice("decimal", tr("Decimal sign"), [(tr(text), sign) for sign, text in _DECIMALS.items()])
        self._encoding = self._choice("encoding", tr("Text encoding"), [(_ENCODINGS[each], each) for each in ENCODINGS])
        self._skip = QSpinBox(self)
        scroll_past(self._skip)
        self._skip.setObjectName("import_skip")
        self._skip.setRange(0, 1000)
        self._skip.setKeyboardTracking(False)
        self._skip.lineEdit().setTextMargins(6, 0, 0, 0)
        self._add(tr("Lines above the first bar"), self._skip)
        self._connect()

    def show_reading(self, reading: Reading) -> None:
        """Show what somebody said; nothing is emitted."""
        self._reading = reading
        self._symbol.setText(reading.symbol)

    def show_sample(self, sample: Sample) -> None:
        """Show what was guessed from a file's beginning."""
        layout, reading = sample.layout, self._reading
        self._delimiter.show_value(tr(_DELIMITERS.get(layout.delimiter, layout.delimiter)), reading.delimiter)
        self._decimal.show_value(tr(_DECIMALS[layout.decimal]), reading.decimal)
        self._encoding.show_value(_ENCODINGS.get(layout.encoding, layout.encoding), reading.encoding)
        guess = in_words(sample.formats[0]) if sample.formats else ""
        self._dates.show_value(guess, reading.dates)
        if reading.dates:
            self._dates.setEditText(in_words(reading.dates))
        self._pattern.setCursorPosition(0)
        self._skip.setValue(layout.skip)

    def show_history(self, history: History | None) -> None:
        """Show what was found out from the whole file; nothing while it could not be read."""
        interval = "" if history is None else interval_name(history.bars.interval)
        self._interval.show_value("" if self._reading.interval else interval, self._reading.interval)
        self._zone.show_value(
            "" if history is None or self._reading.timezone else history.instrument.timezone, self._reading.timezone
        )
        self._symbol.setPlaceholderText("" if history is None or self._reading.symbol else history.instrument.symbol)

    def _choice(self, name: str, title: str, choices: Sequence[tuple[str, str]]) -> _Choice:
        box = _Choice(name, title, choices, self)
        self._add(title, box)
        return box

    def _add(self, title: str, field: QWidget) -> None:
        label = QLabel(title, self)
        label.setObjectName(f"{field.objectName()}_label")
        label.setAccessibleName(title)
        label.setBuddy(field)
        styling.set_role(label, "muted")
        field.setAccessibleName(title)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(field)
        column.addStretch(1)
        if isinstance(field, _Choice):
            field.label = label
        number = self._grid.count()
        self._grid.addLayout(column, number // COLUMNS, number % COLUMNS)

    def _connect(self) -> None:
        self._symbol.editingFinished.connect(lambda: self._set(symbol=self._symbol.text().strip()))
        texts: tuple[tuple[_Choice, Callable[[str], None]], ...] = (
            (self._interval, lambda value: self._set(interval=value)),
            (self._zone, lambda value: self._set(timezone=value)),
            (self._decimal, lambda value: self._set(decimal=value)),
            (self._delimiter, lambda value: self._set(delimiter=value, columns=None, skip=None)),
            (self._encoding, lambda value: self._set(encoding=value, columns=None)),
            (self._dates, lambda value: self._set(dates=value)),
        )
        for box, take in texts:
            box.activated.connect(lambda index, box=box, take=take: take(box.itemData(index)))
        self._pattern.editingFinished.connect(self._take_typed_dates)
        self._skip.valueChanged.connect(self._take_skip)

    def _take_typed_dates(self) -> None:
        typed = self._dates.currentText()
        if typed not in (self._dates.itemText(index) for index in range(self._dates.count())):
            self._set(dates=pattern_of(typed))

    def _take_skip(self, lines: int) -> None:
        if self._skip.hasFocus():  # otherwise it is what was guessed that is shown
            self._set(skip=lines, columns=None)

    def _set(self, **fields: object) -> None:
        reading = replace(self._reading, **fields)
        if reading != self._reading:
            self._reading = reading
            self.changed.emit(reading)
