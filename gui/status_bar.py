"""The line at the window's lower edge: what just happened, and where the bars come from."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from gui.badge import SimulatedBadge
from gui.context import DataState
from gui.names import source_name
from gui.translation import tr

MESSAGE_TIME = 8000
"""Milliseconds a message stays."""
AGE_PERIOD = 20_000
"""Milliseconds between looks at the age of the bars."""


class StatusLine(QStatusBar):
    """Messages at the left; source, age and the mark of simulated prices at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setAccessibleName(tr("Status"))
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self._state = DataState("")
        self._source = QLabel(self)
        self._source.setObjectName("data_source")
        self._source.setAccessibleName(tr("Source of the bars"))
        self._badge = SimulatedBadge("status_simulated", self)
        self.addPermanentWidget(self._source)
        self.addPermanentWidget(self._badge)
        self._timer = QTimer(self)
        self._timer.setInterval(AGE_PERIOD)
        self._timer.timeout.connect(self._write)
        self._timer.start()

    def say(self, text: str) -> None:
        """Show a message; an empty one takes the last away."""
        if text:
            self.showMessage(text, MESSAGE_TIME)
        else:
            self.clearMessage()

    def set_state(self, state: DataState) -> None:
        """Say where the bars come from."""
        self._state = state
        self._badge.setVisible(state.simulated)
        self._write()

    def _write(self) -> None:
        self._source.setText(state_text(self._state, datetime.now(UTC)))


def state_text(state: DataState, now: datetime) -> str:
    """Source, age and whether it could not be reached, such as ``Yahoo Finance · 5 minutes old · offline``."""
    words = [source_name(state.source)]
    if state.loading:
        words.append(tr("loading …"))
    elif state.fetched is not None and not state.simulated:
        words.append(age_text((now - state.fetched).total_seconds()))
    if state.offline:
        words.append(tr("offline"))
    return "  ·  ".join(word for word in words if word)


def age_text(seconds: float) -> str:
    """How old something is, in one number."""
    for size, one, several in (
        (86_400, "1 day old", "{count} days old"),
        (3600, "1 hour old", "{count} hours old"),
        (60, "1 minute old", "{count} minutes old"),
    ):
        count = int(seconds // size)
        if count:
            return tr(one) if count == 1 else tr(several, count=count)
    return tr("up to date")
