"""Asks for a day, and on intraday charts a time, to bring to the middle of the chart."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QLabel, QTimeEdit, QToolButton, QWidget

from gui import icons
from gui.dialogs.frame import DialogFrame
from gui.translation import tr


class GoToDateDialog(DialogFrame):
    """The dialog; ``time`` is what was chosen, in the exchange's time zone.

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
        self._calendar.activated.connect(self.accept)
        _dress(self._calendar)
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
        self.add_button("go", tr("Go"), default=True).clicked.connect(self.accept)
        self._calendar.setFocus()

    @property
    def time(self) -> datetime:
        """What was chosen; noon where no time was asked for, which every trading day contains."""
        day = self._calendar.selectedDate()
        clock = self._time.time() if self._intraday else QTime(12, 0)
        return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute(), tzinfo=self._zone)


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
