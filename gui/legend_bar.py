"""Three small buttons in a line of the chart's legend: show or hide, settings, remove; they come with the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from charting.scene.legend_layout import LegendLine, Subject
from charting.view import subjects
from charting.view.chart import ChartView
from gui import icons
from gui.buttons import icon_button
from gui.names import short_code
from gui.translation import tr


class LegendBar(QFrame):
    """The buttons of the line that the pointer is over.

    They are a mouse's way; the panel of indicators, the menu and the command palette have the same for a keyboard.
    """

    def __init__(self, view: ChartView, open_settings: Callable[[Subject], None]) -> None:
        super().__init__(view)
        self.setObjectName("legend_bar")
        self.setAccessibleName(tr("Buttons of the legend"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._view, self._open_settings = view, open_settings
        self._subject: Subject | None = None
        self._state: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 0, 1, 0)
        row.setSpacing(0)
        self._eye = icon_button("legend_visible", "eye", tr("Hide"), self._toggle, self, 13)
        self._settings = icon_button("legend_settings", "sliders-horizontal", tr("Settings"), self._ask_settings, self, 13)
        self._remove = icon_button("legend_remove", "x", tr("Remove"), self._take_off, self, 13)
        for button in (self._eye, self._settings, self._remove):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFixedSize(20, 17)
            row.addWidget(button)
        self.hide()
        view.legend.opened_changed.connect(self._show_line)
        view.pictured.connect(self._follow)

    def enterEvent(self, event: QEnterEvent) -> None:
        """While the pointer is on the buttons the line stays open."""
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """The line closes, unless the pointer goes on along it."""
        super().leaveEvent(event)
        if not self._view.rect().contains(self._view.mapFromGlobal(self.cursor().pos())):
            self._view.legend.open(None)

    def _show_line(self, line: LegendLine | None) -> None:
        self._subject, self._state = None if line is None else line.subject, None
        if line is None or self._subject is None:
            self.hide()
            return
        chart = self._view.chart
        name = subjects.title(chart, self._subject)
        name = name if self._subject.indicator else short_code(name)
        visible = subjects.is_visible(chart, self._subject)
        self._eye.setIcon(icons.icon("eye" if visible else "eye-slash"))
        hide = tr("Hide {indicator}", indicator=name) if visible else tr("Show {indicator}", indicator=name)
        for button, title in (
            (self._eye, hide),
            (self._settings, tr("Settings of {indicator}", indicator=name)),
            (self._remove, tr("Remove {indicator}", indicator=name)),
        ):
            button.setToolTip(title)
            button.setAccessibleName(title)
        self._place(line)
        self.show()
        self.raise_()

    def _place(self, line: LegendLine) -> None:
        self.adjustSize()
        at = self._view.legend.place_of(line)
        self.move(at.x(), at.y() + (at.height() - self.height()) // 2)

    def _follow(self) -> None:
        """After the chart was painted anew the line may be elsewhere, or gone."""
        scene = self._view.scene
        if self._subject is None or scene is None:
            return
        line = next((one for one in self._view.legend.lines(scene) if one.subject == self._subject), None)
        state = None if line is None else (line.run.y, line.head, subjects.is_visible(scene.chart, self._subject))
        if state != self._state or line is None:
            self._show_line(line)
            self._state = state

    def _toggle(self) -> None:
        if self._subject is not None:
            subjects.toggle_visible(self._view.history, self._view.chart_id, self._subject)

    def _ask_settings(self) -> None:
        if self._subject is not None:
            self._open_settings(self._subject)

    def _take_off(self) -> None:
        if self._subject is not None:
            self._view.legend.remove(self._subject)
