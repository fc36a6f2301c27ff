"""The points of a drawing: their exact times, in the exchange's zone, and prices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QDate, QDateTime, QSignalBlocker, QTime, QTimeZone
from PySide6.QtWidgets import QDateTimeEdit, QHBoxLayout, QLabel, QWidget

from charting.core.document import Anchor, Drawing
from charting.core.instrument import Instrument
from gui import styling
from gui.drawing_pages.page import Page
from gui.number_boxes import NumberBox
from gui.translation import tr
from gui.wheel import scroll_past

MOST = 24
"""Points that are listed: a brush stroke has hundreds, which nobody types."""


class Points(Struct, frozen=True):
    """How points are read from a drawing of the document and put into it: in the prices that the chart shows.

    ``shown`` gives the drawing with its points as they are shown; ``move`` ``(drawing, index, anchor)`` -> the drawing with
    one of these elsewhere, the others following as its tool has them.
    """

    shown: Callable[[Drawing], Drawing]
    move: Callable[[Drawing, int, Anchor], Drawing]


class PointsPage(Page):
    """The page.

    Parameters
    ----------
    instrument
        Says how prices are written and in which zone times are meant.
    points
        Reads and moves them.
    """

    def __init__(self, count: int, instrument: Instrument, points: Points, parent: QWidget | None = None) -> None:
        super().__init__("points_page", tr("Points"), parent)
        self._instrument = instrument
        self._zone = ZoneInfo(instrument.timezone)
        self._points = points
        self._rows: list[tuple[QDateTimeEdit, NumberBox]] = []
        for index in range(min(count, MOST)):
            self._make_row(index)
        zone = instrument.timezone.rsplit("/", 1)[-1].replace("_", " ")
        words = tr("Times are those of {zone}.", zone=zone)
        if count > MOST:
            words += " " + tr("Of its {count} points the first {shown} are listed.", count=count, shown=MOST)
        remark = QLabel(words, self.body)
        remark.setObjectName("points_remark")
        remark.setAccessibleName(words)
        remark.setWordWrap(True)
        styling.set_role(remark, "muted")
        self.form.addRow(remark)

    def show_drawing(self, drawing: Drawing) -> None:
        """Write the points into the fields."""
        super().show_drawing(drawing)
        for (time, price), anchor in zip(self._rows, self._points.shown(drawing).anchors, strict=False):
            blockers = QSignalBlocker(time), QSignalBlocker(price)
            time.setDateTime(self._shown(anchor.time))
            price.setDecimals(max(6, self._instrument.decimals(anchor.price)))
            price.setSingleStep(self._instrument.tick_size(anchor.price, anchor.time.date()))
            price.setValue(anchor.price)
            del blockers

    def _make_row(self, index: int) -> None:
        title = tr("Point {number}", number=index + 1)
        row = QWidget(self.body)
        row.setObjectName(f"point_{index}")
        time = QDateTimeEdit(row)
        scroll_past(time)
        time.setObjectName(f"point_{index}_time")
        time.setAccessibleName(tr("{point}: time", point=title))
        time.setTimeZone(QTimeZone.utc())  # the field holds the wall clock of the exchange, which has no leaps then
        time.setDisplayFormat("yyyy-MM-dd HH:mm")
        time.setKeyboardTracking(False)
        time.lineEdit().setTextMargins(6, 0, 0, 0)
        time.dateTimeChanged.connect(lambda value: self._set_time(index, value))
        price = NumberBox(f"point_{index}_price", tr("{point}: price", point=title), -1e12, 1e12, decimals=6, fixed=2, parent=row)
        price.valueChanged.connect(lambda value: self._set_price(index, value))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(time, 1)
        layout.addWidget(price, 1)
        self.add_row(title, row)
        self._rows.append((time, price))

    def _shown(self, time: datetime) -> QDateTime:
        local = time.astimezone(self._zone)
        day, clock = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute, local.second)
        return QDateTime(day, clock, QTimeZone.utc())

    def _set_time(self, index: int, value: QDateTime) -> None:
        day, clock = value.date(), value.time()
        local = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), clock.second(), tzinfo=self._zone)
        self._set(index, replace(self._anchor(index), time=local.astimezone(UTC), field=None))

    def _set_price(self, index: int, value: float) -> None:
        self._set(index, replace(self._anchor(index), price=value, field=None))

    def _anchor(self, index: int) -> Anchor:
        return self._points.shown(self.drawing).anchors[index]

    def _set(self, index: int, anchor: Anchor) -> None:
        self.changed.emit(self._points.move(self.drawing, index, anchor), f"point {index}")
