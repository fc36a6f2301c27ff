"""The clock at the foot of the chart, and the choice of whose time it tells."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui import styling
from gui.translation import tr


class ChartClock(QToolButton):
    """The time of day as the chart tells it; it ticks while it can be seen, and a click opens the choice of ``actions``."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("exchange_clock")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        styling.set_role(self, "slim")
        menu = QMenu(self)
        menu.setObjectName("exchange_clock_menu")
        menu.setAccessibleName(tr("Times"))
        menu.addActions(actions)
        self.setMenu(menu)
        self._zone = "Asia/Hong_Kong"
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tick)
        self.set_zone(self._zone)

    def set_zone(self, zone: str) -> None:
        """Show the time of another zone, by its IANA name."""
        self._zone = zone
        self.setToolTip(tr("Times of the chart: {zone}. Click to choose.", zone=zone.replace("_", " ")))
        self._write(datetime.now(UTC))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to tick."""
        super().showEvent(event)
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        self._timer.stop()
        super().hideEvent(event)

    def _tick(self) -> None:
        now = datetime.now(UTC)
        self._write(now)
        self._timer.start(1001 - now.microsecond // 1000)

    def _write(self, now: datetime) -> None:
        text = clock_text(now, self._zone)
        self.setText(text)
        self.setAccessibleName(tr("Time of the chart: {time}", time=text))


def clock_text(now: datetime, zone: str) -> str:
    """A time (aware) as a clock of a zone shows it: ``13:05:59 UTC+8``."""
    there = now.astimezone(ZoneInfo(zone))
    minutes = (there.utcoffset() or timedelta()) // timedelta(minutes=1)
    hours, rest = divmod(abs(minutes), 60)
    offset = f"{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")
    return f"{there:%H:%M:%S} UTC{offset if minutes else ''}"
