"""Asks for a day, and on intraday charts a time, to bring to the middle of the chart."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QEvent, QObject, Qt, QTime
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLabel, QLineEdit, QTimeEdit, QToolButton, QWidget

from gui import icons
from gui.dialogs.frame import DialogFrame
from gui.translation import tr

_WRITTEN = re.compile(r"\s*(\d{4})(?:(\d\d)(\d\d)|\D+(\d{1,2})\D+(\d{1,2}))\D*")
"""A year, a month and a day in this order, with anything between them, or eight digits."""


class GoToDateDialog(DialogFrame):
    """The dialog; ``time`` is what was chosen, in the exchange's time zone.

    The day is written (``2025-03-07``) or chosen in a calendar; digits typed over the calendar go to the field.

    Parameters
    ----------
    start
        The day and time it begins with, aware.
    timezone
        IANA name of the zone that dates are meant in.
    intraday
        Whether to ask for a time of day too.
    """

    def __init__(self, start: datetime, timezone: str, *, intraday: bool, parent: QWidget | None = None) -> None:
        super().__init__("go_to_date_dialog", tr("Go to date"), parent)
        self._zone = ZoneInfo(timezone)
        local = start.astimezone(self._zone)
        self._calendar = QCalendarWidget(self)
        self._calendar.setObjectName("go_to_date_calendar")
        self._calendar.setAccessibleName(tr("Day"))
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.setSelectedDate(QDate(local.year, local.month, local.day))
        self._calendar.setMinimumSize(360, 280)
        self._calendar.setDateEditEnabled(False)  # Qt's own takes 2026-03-09 for a day of the year 309
        self._calendar.activated.connect(self.accept)
        _dress(self._calendar)
        self._days = self._calendar.focusProxy() or self._calendar
        self._days.installEventFilter(self)
        self._add_day()
        self.body.addWidget(self._calendar)
        self._time = QTimeEdit(QTime(local.hour, local.minute), self)
        self._time.setObjectName("go_to_date_time")
        self._time.setAccessibleName(tr("Time of day"))
        self._time.setDisplayFormat("HH:mm")
        row = QHBoxLayout()
        label = QLabel(tr("Time ({zone})", zone=timezone.replace("_", " ")), self)
        label.setObjectName("go_to_date_time_label")
        label.setBuddy(self._time)
        row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._time)
        self.body.addLayout(row)
        label.setVisible(intraday)
        self._time.setVisible(intraday)
        self._intraday = intraday
        self.add_button("cancel", tr("Cancel")).clicked.connect(self.reject)
        self._go = self.add_button("go", tr("Go"), default=True)
        self._go.clicked.connect(self.accept)
        self._calendar.setFocus()

    @property
    def time(self) -> datetime:
        """What was chosen; noon where no time was asked for, which every trading day contains."""
        day = self._calendar.selectedDate()
        clock = self._time.time() if self._intraday else QTime(12, 0)
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=self._zone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have what is typed over the calendar written into the field."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text()
        if watched is not self._days or not pressed or not pressed.isdigit():
            return super().eventFilter(watched, event)
        self._day.setFocus()
        self._day.setText(pressed)
        self._take(pressed)
        return True

    def _add_day(self) -> None:
        """The field that the day is written into."""
        self._day = QLineEdit(self._calendar.selectedDate().toString(Qt.DateFormat.ISODate), self)
        self._day.setObjectName("go_to_date_day")
        self._day.setAccessibleName(tr("Date"))
        self._day.setPlaceholderText("2025-03-07")
        self._day.textEdited.connect(self._take)
        self._calendar.selectionChanged.connect(self._write)
        row = QHBoxLayout()
        label = QLabel(tr("Date"), self)
        label.setObjectName("go_to_date_day_label")
        label.setBuddy(self._day)
        row.addWidget(label)
        row.addWidget(self._day, 1)
        self.body.addLayout(row)

    def _take(self, text: str) -> None:
        """Choose the day that is written; while there is none, there is nothing to go to."""
        day = _day_of(text)
        self._go.setEnabled(day.isValid())
        if day.isValid():
            self._calendar.blockSignals(True)  # so that what is being written is left as it is
            self._calendar.setSelectedDate(day)
            self._calendar.blockSignals(False)

    def _write(self) -> None:
        """Write the day that was chosen in the calendar."""
        self._day.setText(self._calendar.selectedDate().toString(Qt.DateFormat.ISODate))
        self._go.setEnabled(True)


def _day_of(text: str) -> QDate:
    """The day that a text says; an invalid one where it says none."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        return QDate()
    return QDate(*[int(part) for part in found.groups() if part is not None])


def _dress(calendar: QCalendarWidget) -> None:
    """Weekends muted instead of red, which means a price here, and arrows in the theme's colours."""
    muted = QTextCharFormat()
    muted.setForeground(calendar.palette().placeholderText())
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, muted)
    for name, icon, title in (
        ("qt_calendar_prevmonth", "caret-left", tr("Previous month")),
        ("qt_calendar_nextmonth", "caret-right", tr("Next month")),
    ):
        for button in calendar.findChildren(QToolButton, name):
            button.setIcon(icons.icon(icon))
            button.setAccessibleName(title)
