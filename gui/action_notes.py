"""A note over the chart with what a mark of dividends and splits stands for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from charting.scene.actions import ActionMark, describe, mark_at
from charting.view.chart import ChartView
from gui import styling
from gui.translation import tr

MOST = 10
"""Actions that a note lists; a mark of many years seen from afar has more."""
_GAP, _EDGE = 8, 4


class ActionNotes(QFrame):
    """The note: there while the pointer is over a mark. A click on the mark keeps it, until the next click or Esc."""

    def __init__(self, view: ChartView) -> None:
        super().__init__(view)
        self.setObjectName("action_notes")
        self.setAccessibleName(tr("Dividends and splits"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._view = view
        self._mark: ActionMark | None = None
        self._kept = False
        self._text = QLabel(self)
        self._text.setObjectName("action_notes_text")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.addWidget(self._text)
        styling.set_role(self, "note")
        self.hide()
        view.installEventFilter(self)
        view.pictured.connect(self._wait_and_follow)
        view.emptied.connect(lambda: self._show(None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look where the pointer is; a press on a mark is the note's own."""
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                if not self._kept:
                    self._show(None if event.buttons() else self._found(event))
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if isinstance(event, QMouseEvent):
                return self._press(event)
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                if self._kept and event.key() == Qt.Key.Key_Escape:
                    self._show(None)
                    return True
            case QEvent.Type.Leave if not self._kept:
                self._show(None)
        return False

    def _press(self, event: QMouseEvent) -> bool:
        """Keep the note of the mark that was pressed; another press lets it go."""
        mark = self._found(event) if event.button() == Qt.MouseButton.LeftButton else None
        again = self._kept and mark == self._mark
        self._show(None if again else mark)
        self._kept = self._mark is not None
        return mark is not None

    def _found(self, event: QMouseEvent) -> ActionMark | None:
        scene = self._view.scene
        if scene is None or not scene.marks or self._view.hand.active:
            return None
        ratio = self._view.devicePixelRatioF()
        place = event.position() * ratio
        return mark_at(scene.marks, place.x(), place.y(), ratio)

    def _show(self, mark: ActionMark | None) -> None:
        if mark == self._mark:
            return
        self._mark = mark
        if mark is None:
            self._kept = False
            self.hide()
            return
        words = self._words(mark)
        self._text.setText(words)
        self.adjustSize()
        self._place(mark)
        self.show()
        self.raise_()

    def _words(self, mark: ActionMark) -> str:
        scene, picture = self._view.scene, self._view.picture
        if scene is None or picture is None:
            return ""
        from html import escape  # with the names of all signs: nothing else in the window needs them

        look = picture.look(scene.chart, scene.series)
        told = [describe(action, scene.series, look) for action in reversed(mark.actions[-MOST:])]
        self.setAccessibleDescription("; ".join(" ".join(part for part in parts if part) for parts in told))
        rows = "".join(
            f"<tr><td>{escape(date)}</td><td style='padding-left:12px'>{escape(title)}</td>"
            f"<td align='right' style='padding-left:12px'><b>{escape(value)}</b></td></tr>"
            for date, title, value in told
        )
        more = len(mark.actions) - len(told)
        below = f"<div>{escape(tr('and {count} earlier', count=more))}</div>" if more else ""
        return f"<table cellspacing='0'>{rows}</table>{below}"

    def _place(self, mark: ActionMark) -> None:
        scene, ratio = self._view.scene, self._view.devicePixelRatioF()
        if scene is None:
            return
        left, top, width, _ = (value / ratio for value in mark.rect)
        first, _, room, _ = (value / ratio for value in scene.price_pane.rect)
        x = min(left + width / 2 - self.width() / 2, first + room - self.width() - _EDGE)
        self.move(QPoint(round(max(first + _EDGE, x)), max(_EDGE, round(top) - self.height() - _GAP)))

    def _wait_and_follow(self) -> None:
        if self._mark is not None:
            QTimer.singleShot(0, self, self._follow)  # once the painting is over

    def _follow(self) -> None:
        """Go with the mark when the chart moved; away when it is gone."""
        scene, mark = self._view.scene, self._mark
        if scene is None or mark is None:
            return
        found = next((one for one in scene.marks if one.actions == mark.actions), None)
        if found is None:
            self._show(None)
        elif found != mark:
            self._mark = found
            self._place(found)
