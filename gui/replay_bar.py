"""The slim bar above the chart while a replay goes on: what moment is shown, and how to move on from there."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from charting.core.document import Times
from charting.scene.series import Series
from charting.view.formats import LocaleFormats
from charting.view.zones import clock_zone
from gui import icons, styling
from gui.commands import Commands
from gui.names import plain_title
from gui.replay import SPEEDS, Replay
from gui.translation import tr
from gui.wheel import scroll_past

_BUTTONS = ("replay.back", "replay.play", "replay.step", "replay.to_end")


class ReplayBar(QWidget):
    """The bar; its buttons are the actions of commands, and Esc in it leaves the replay."""

    def __init__(self, replay: Replay, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("replay_bar")
        self.setAccessibleName(tr("Replay"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        styling.set_role(self, "slim_above")
        self._replay = replay
        self._play = commands.action("replay.play")
        title = QLabel(tr("Replay"), self)
        styling.set_role(title, "dock_title")
        self.moment = QLabel(self)
        self.moment.setObjectName("replay_moment")
        self._speeds = self._make_speeds()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 8, 2)
        layout.setSpacing(4)
        layout.addWidget(title)
        layout.addSpacing(8)
        for command_id in _BUTTONS:
            layout.addWidget(self._button(commands, command_id))
        layout.addWidget(self._speeds)
        layout.addSpacing(8)
        layout.addWidget(self.moment)
        layout.addStretch(1)
        layout.addWidget(self._button(commands, "replay.exit"))
        replay.changed.connect(self._follow)
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the replay."""
        if event.key() == Qt.Key.Key_Escape:
            self._replay.stop()
        else:
            super().keyPressEvent(event)

    def _make_speeds(self) -> QComboBox:
        speeds = QComboBox(self)
        scroll_past(speeds)
        speeds.setObjectName("replay_speed")
        speeds.setAccessibleName(tr("Speed"))
        speeds.setToolTip(tr("Bars a second"))
        speeds.view().setObjectName("replay_speeds")
        speeds.view().setAccessibleName(tr("Speed"))
        for speed in SPEEDS:
            speeds.addItem(f"{QLocale().toString(speed, 'g', 3)}×", speed)
        speeds.setCurrentIndex(SPEEDS.index(self._replay.speed))
        speeds.activated.connect(lambda row: self._replay.set_speed(SPEEDS[row]))
        return speeds

    def _button(self, commands: Commands, command_id: str) -> QToolButton:
        action = commands.action(command_id)
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName("slim." + command_id)
        button.setAccessibleName(plain_title(action.text()))
        button.setIconSize(QSize(16, 16))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        styling.set_role(button, "small")
        return button

    def _follow(self) -> None:
        self.setVisible(self._replay.active)
        self._play.setIcon(icons.icon("pause" if self._replay.playing else "play"))
        text = last_bar_text(self._replay.shown, self._replay.times)
        self.moment.setText(text)
        self.moment.setAccessibleName(tr("Shown up to {moment}", moment=text))


def last_bar_text(series: Series | None, times: Times = "exchange") -> str:
    """When the last bar was, as the chart writes it; empty without bars."""
    if series is None or not len(series.bars):
        return ""
    zone = series.instrument.timezone
    formats = LocaleFormats(timezone=zone, clock=clock_zone(times, zone))
    return formats.moment(int(series.bars.time[-1]), series.bars.interval)
