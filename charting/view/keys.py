"""The keys a chart answers itself: arrows, pages, Home, End, zoom, Esc, and the one for menus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from charting.view.hand import Hand
from charting.view.stage import Stage

FAR = 10.0
"""Bars that an arrow with Ctrl moves by."""
ZOOM = 1.25

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}

_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}

_MODIFIERS = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
}


def press(stage: Stage, hand: Hand, event: QKeyEvent) -> bool:
    """Do what a key says; whether it was one of the chart's."""
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return False
    turn(hand, event)
    arrow = _ARROWS.get(Qt.Key(event.key()))
    if arrow is not None:
        _arrow(stage, hand, arrow, control, shift=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        return True
    match event.key():
        case Qt.Key.Key_Escape:
            return bool(hand.cancel()) or stage.legend.cancel()
        case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown if not event.modifiers() & _HELD:
            stage.sight.page(_PAGES[Qt.Key(event.key())])
        case Qt.Key.Key_Home:
            stage.sight.to_start()
        case Qt.Key.Key_End:
            stage.sight.to_end()
        case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
            stage.sight.zoom(1 / ZOOM)
        case Qt.Key.Key_Minus:
            stage.sight.zoom(ZOOM)
        case Qt.Key.Key_Menu:
            stage.legend.ask_for_menu(hand.selection.ids)
        case Qt.Key.Key_F10 if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            stage.legend.ask_for_menu(hand.selection.ids)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return hand.enter()
        case _:
            return False
    return True


def turn(hand: Hand, event: QKeyEvent) -> None:
    """Shift or Ctrl went down or up."""
    modifier = _MODIFIERS.get(Qt.Key(event.key()))
    if modifier is None:
        return
    down = event.type() == QEvent.Type.KeyPress
    hand.modify(event.modifiers() | modifier if down else event.modifiers() & ~modifier)


def _arrow(stage: Stage, hand: Hand, arrow: tuple[int, int], control: bool, *, shift: bool) -> None:
    across, up = arrow
    if hand.nudge(across, up, far=control or shift):
        return
    if across:
        stage.sight.pan(across * (FAR if control else 1.0))
    elif control:
        stage.sight.zoom(1 / ZOOM if up > 0 else ZOOM)
