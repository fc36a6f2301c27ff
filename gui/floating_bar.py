"""A small bar beside what is selected on the chart: its look and its fate, one click away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from charting.core.document import Drawing
from charting.core.history import History
from charting.core.theme import Theme
from charting.drawings.abilities import abilities
from charting.drawings.targets import box_of
from charting.view.chart import ChartView
from gui import drawing_steps, icons
from gui.buttons import icon_button
from gui.colour_button import ColourButton
from gui.commands import Commands
from gui.drawing_looks import area_swatch, fill_dashes, fill_widths, line_icon
from gui.names import plain_title
from gui.text_editor import text_of
from gui.translation import tr

GAP = 14
"""Logical pixels between the drawing and the bar."""
REST = 120
"""Milliseconds after a painting until the bar follows the drawing."""
COMMANDS = ("draw.write", "draw.clone", "draw.lock", "draw.hide", "draw.properties", "draw.delete")


class FloatingBar(QFrame):
    """The bar. It shows itself while drawings are selected, and keeps out of the way of a drag."""

    def __init__(self, history: History, view: ChartView, commands: Commands, theme: Theme) -> None:
        super().__init__(view)
        self.setObjectName("floating_bar")
        self.setAccessibleName(tr("Selected drawing"))
        self._history, self._view, self._commands, self._theme = history, view, commands, theme
        self._drawings: tuple[Drawing, ...] = ()
        self._held: QPoint | None = None
        self._own_place: QPoint | None = None
        self._pressed = False
        self.held_back = False
        """Whether something else is open over the chart at the drawing."""
        self._scene: object = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._settle)
        self._make_buttons()
        self.hide()
        self._view.installEventFilter(self)

    def show_drawings(self, drawings: tuple[Drawing, ...]) -> None:
        """Stand for these drawings; for none, go away."""
        self._drawings = drawings
        if drawings:
            self._write(drawings[0])
        self.follow()

    def set_theme(self, theme: Theme) -> None:
        """Show colours in another theme."""
        self._theme = theme
        self._colour.set_theme(theme)
        self._fill.set_theme(theme)
        if self._drawings:
            self._write(self._drawings[0])

    def follow(self) -> None:
        """Go to where the drawings are now, or away when none of them is in view."""
        scene, box = self._view.scene, self._box()
        self._scene = scene
        busy = self._pressed or self._view.hand.placing or bool(self._view.hand.moving) or self.held_back
        if scene is None or box is None or busy:
            self.setVisible(False)
            return
        self.adjustSize()
        ratio = self._view.devicePixelRatioF()
        x, y, width, height = (value / ratio for value in scene.price_pane.rect)
        pane = QRect(round(x), round(y), round(width), round(height)).adjusted(8, 8, -8, -8)
        place = self._own_place or place_beside(box, self.size(), pane)
        self.move(_within(place, self.size(), pane))
        self.setVisible(True)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide during a drag on the chart; follow when the chart was painted anew."""
        match event.type():
            case QEvent.Type.MouseButtonPress:
                self._pressed = True
                self.hide()
            case QEvent.Type.MouseButtonRelease:
                self._pressed, self._scene = False, None
                self._rest.start()
            case QEvent.Type.Paint if self._drawings and not self._rest.isActive():
                self._rest.start()
        return False

    # Dragging the bar itself

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the bar by its grip or a gap."""
        self._held = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar stays where it is put, also for other drawings."""
        if self._held is not None:
            place = event.globalPosition().toPoint() - self._held
            self._own_place = _within(place, self.size(), self._view.rect())
            self.move(self._own_place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the bar go."""
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let the bar find its place by itself again."""
        self._own_place = None
        self.follow()

    # Its buttons

    def _make_buttons(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        grip = QToolButton(self)
        grip.setObjectName("floating_bar_grip")
        grip.setAccessibleName(tr("Move this bar"))
        grip.setToolTip(tr("Drag to move this bar; a double click lets it follow the drawing again"))
        grip.setIcon(icons.icon("dots-six-vertical"))
        grip.setFixedWidth(20)
        grip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        grip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(grip)
        self._colour = ColourButton("floating_bar_colour", tr("Colour"), self._theme, words=False, parent=self)
        self._colour.chosen.connect(lambda name: self._restroke(colour=name))
        row.addWidget(self._colour)
        self._fill = ColourButton(
            "floating_bar_fill", tr("Fill"), self._theme, none=True, words=False, paint=area_swatch, parent=self
        )
        self._fill.chosen.connect(lambda name: drawing_steps.restyle(self._history, self._drawings, fill=name))
        row.addWidget(self._fill)
        self._width = self._menu_button("floating_bar_width", tr("Width"), self._fill_widths)
        self._dash = self._menu_button("floating_bar_dash", tr("Kind of line"), self._fill_dashes)
        self._left = self._switch("floating_bar_extend_left", "arrow-line-left", tr("Extend to the left"), "extend_left")
        self._right = self._switch("floating_bar_extend_right", "arrow-line-right", tr("Extend to the right"), "extend_right")
        for button in (self._width, self._dash, self._left, self._right):
            row.addWidget(button)
        for command_id in COMMANDS:
            action = self._commands.action(command_id)
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setObjectName(f"floating_bar_{command_id.removeprefix('draw.')}")
            button.setAccessibleName(plain_title(action.text()))
            row.addWidget(button)
            if command_id == "draw.write":
                self._write_button = button
        for button in self.findChildren(QToolButton):
            if button is not grip:
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the chart: arrows move on
            button.setIconSize(QSize(18, 18))
            button.setAutoRaise(True)
            button.setCursor(Qt.CursorShape.ArrowCursor)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def _menu_button(self, name: str, title: str, fill: Callable[[QMenu], None]) -> QToolButton:
        button = icon_button(name, "minus", title, parent=self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setObjectName(f"{name}_menu")
        menu.setAccessibleName(title)

        def refill() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(refill)
        button.setMenu(menu)
        return button

    def _switch(self, name: str, icon: str, title: str, field: str) -> QToolButton:
        button = icon_button(name, icon, title, lambda: self._toggle(field), self)
        button.setCheckable(True)
        return button

    def _write(self, drawing: Drawing) -> None:
        able, stroke = abilities(drawing.kind), drawing.stroke
        self._colour.show_colour(stroke.colour)
        self._fill.show_colour(drawing.fill, stroke.colour)
        self._width.setIcon(line_icon(self._theme.text, stroke.width, "solid", self))
        self._dash.setIcon(line_icon(self._theme.text, 2.0, stroke.dash, self))
        self._left.setChecked(drawing.extend_left)
        self._right.setChecked(drawing.extend_right)
        shown = (
            (self._fill, able.fill),
            (self._write_button, text_of(drawing) is not None),
            (self._width, able.width),
            (self._dash, able.dash),
            (self._left, able.extend_left),
            (self._right, able.extend_right),
        )
        for button, used in shown:
            button.setVisible(used)

    def _fill_widths(self, menu: QMenu) -> None:
        fill_widths(menu, self._theme, self._drawings[0].stroke.width, lambda width: self._restroke(width=width))

    def _fill_dashes(self, menu: QMenu) -> None:
        fill_dashes(menu, self._theme, self._drawings[0].stroke.dash, lambda dash: self._restroke(dash=dash))

    def _restroke(self, **parts: Any) -> None:
        drawing_steps.restroke(self._history, self._drawings, **parts)

    def _toggle(self, field: str) -> None:
        on = not getattr(self._drawings[0], field)
        drawing_steps.restyle(self._history, self._drawings, **{field: on})

    def _settle(self) -> None:
        if self._view.scene is not self._scene:
            self.follow()

    def _box(self) -> QRect | None:
        """The smallest box round the selected drawings that are in view, in logical pixels."""
        scene, ids = self._view.scene, {one.id for one in self._drawings}
        if scene is None or not ids:
            return None
        ratio = self._view.devicePixelRatioF()
        figures = [figure for item in scene.sheet.items if item.drawing.id in ids for figure in item.figures]
        if not figures:
            return None
        left, top, right, bottom = (value / ratio for value in box_of(figures, ratio))
        return QRect(QPoint(round(left), round(top)), QPoint(round(right), round(bottom)))


def place_beside(box: QRect, size: QSize, pane: QRect) -> QPoint:
    """Where a bar of ``size`` fits beside ``box`` within ``pane``: above, below, right, left, else at the pane's lower edge."""
    box = box.intersected(pane) if box.intersects(pane) else box
    across = min(max(box.center().x() - size.width() // 2, pane.left()), pane.right() - size.width())
    down = min(max(box.center().y() - size.height() // 2, pane.top()), pane.bottom() - size.height())
    if box.top() - GAP - size.height() >= pane.top():
        return QPoint(across, box.top() - GAP - size.height())
    if box.bottom() + GAP + size.height() <= pane.bottom():
        return QPoint(across, box.bottom() + GAP)
    if box.right() + GAP + size.width() <= pane.right():
        return QPoint(box.right() + GAP, down)
    if box.left() - GAP - size.width() >= pane.left():
        return QPoint(box.left() - GAP - size.width(), down)
    return QPoint(pane.center().x() - size.width() // 2, pane.bottom() - size.height())


def _within(place: QPoint, size: QSize, room: QRect) -> QPoint:
    x = max(room.left(), min(place.x(), room.right() - size.width()))
    return QPoint(x, max(room.top(), min(place.y(), room.bottom() - size.height())))
