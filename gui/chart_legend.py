"""What the window adds to the chart's legend: buttons, menus, and the way to the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from charting.scene.legend_layout import Subject
from charting.view import subjects
from gui.actions.panes import INDICATOR_IDS
from gui.commands import Commands
from gui.drawing_looks import fill_colours
from gui.legend_bar import LegendBar
from gui.menu_title import add_title
from gui.names import instrument_name
from gui.over_chart import pop_up
from gui.pane_bar import PaneBar
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow


class ChartLegend:
    """Stands between the legend of the window's chart and the rest of the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.pointed_pane = ""
        """Id of the pane that the pointer was over last."""
        self._bars: tuple[LegendBar, PaneBar] | None = None

    def begin(self, commands: Commands) -> None:
        """Bring buttons and menus to the legend, now that there are commands."""
        view = self._window.view
        self._bars = (LegendBar(view, self.open_settings), PaneBar(view, commands, self.point))
        view.legend.settings_requested.connect(self.open_settings)
        view.legend.menu_requested.connect(self.open_menu)
        view.legend.selected_changed.connect(lambda _: commands.refresh())

    def open_settings(self, subject: Subject) -> None:
        """Open the settings of an indicator in their panel, and the colours of a compared series."""
        if subject.indicator:
            self._window.indicators.open_card(subject.indicator)
        else:
            menu = self._menu("legend_colours", subject)
            self._fill_colours(menu, subject)
            pop_up(menu, self._window.view, QCursor.pos())

    def open_menu(self, subject: Subject, place: QPoint) -> None:
        """Open the menu of an indicator or of a compared series."""
        menu = self._menu("legend_menu", subject)
        add_title(menu, self._title(subject))
        action = self._window.commands.action
        if not subject.indicator:
            self._fill_colours(menu.addMenu(tr("Colour")), subject)
            for command_id in ("indicator.hide", "indicator.remove"):
                menu.addAction(action(command_id))
        else:
            for command_id in INDICATOR_IDS[1:]:
                if command_id in ("indicator.above", "indicator.remove"):
                    menu.addSeparator()
                if action(command_id).isEnabled():
                    menu.addAction(action(command_id))
        pop_up(menu, self._window.view, place)

    def _menu(self, name: str, subject: Subject) -> QMenu:
        menu = QMenu(self._window)
        menu.setObjectName(name)
        menu.setAccessibleName(self._title(subject))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _fill_colours(self, menu: QMenu, subject: Subject) -> None:
        window = self._window
        compared = subject.compared_of(window.history.document.chart)
        now = None if compared is None else compared.colour

        def choose(colour: str | None) -> None:
            if colour is not None:
                subjects.recolour(window.history, window.view.chart_id, subject, colour)

        fill_colours(menu, window.theme, now, choose)

    def _title(self, subject: Subject) -> str:
        if subject.indicator:
            return subjects.title(self._window.history.document.chart, subject)
        return instrument_name(self._window.context.market.instrument(subject.symbol))

    def point(self, pane_id: str) -> None:
        """Let commands mean a pane from now on."""
        if pane_id != self.pointed_pane:
            self.pointed_pane = pane_id
            self._window.commands.refresh()
