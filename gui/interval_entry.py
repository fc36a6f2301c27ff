"""The small field that opens when a digit is typed over the chart: the interval by number and letter, or a share's code."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from charting.core.interval import Interval
from gui import styling
from gui.names import interval_name, is_no_whole_days, is_typed_code, typed_interval
from gui.translation import tr


class IntervalEntry(QFrame):
    """The field; ``chosen(interval)`` comes with Enter, Esc or a click elsewhere closes it.

    ``code_typed(digits)`` comes as soon as what is typed can only be a share's code, such as 9988; the field is gone then.
    """

    chosen = Signal(object)
    code_typed = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("interval_entry")
        self.setAccessibleName(tr("Change interval"))
        title = QLabel(tr("Change interval"), self)
        title.setObjectName("interval_entry_title")
        styling.set_role(title, "muted")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field = QLineEdit(self)
        self._field.setObjectName("interval_entry_field")
        self._field.setAccessibleName(tr("Interval"))
        self._field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field.setMaxLength(5)
        self._meaning = QLabel(self)
        self._meaning.setObjectName("interval_entry_meaning")
        self._meaning.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._meaning.setWordWrap(True)
        self._meaning.setMinimumHeight(2 * self._meaning.fontMetrics().lineSpacing())  # nothing moves with a longer sentence
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        for widget in (title, self._field, self._meaning):
            layout.addWidget(widget)
        self._field.textChanged.connect(self._judge)
        self._field.installEventFilter(self)
        self.setFixedWidth(240)
        self.hide()

    def ask(self, typed: str) -> None:
        """Open it over the chart with what was typed so far."""
        with QSignalBlocker(self._field):
            self._field.setText(typed)
        self.adjustSize()
        self.move((self._window.width() - self.width()) // 2, (self._window.height() - self.height()) // 2)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self._field.end(False)
        self._judge(typed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc; closing when the focus leaves."""
        if watched is self._field and event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._accept()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        return False

    def _interval(self) -> Interval | None:
        return typed_interval(self._field.text())

    def _judge(self, typed: str) -> None:
        if is_typed_code(typed):
            self.hide()
            self.code_typed.emit(typed)
            return
        interval = self._interval()
        if interval is not None:
            meaning = interval_name(interval)
        elif is_no_whole_days(typed):
            meaning = tr("More than a day: only whole days, such as 2D")
        else:
            meaning = tr("Not an interval: try 5, 1h, 1D, 1W or 1M") if typed else tr("Such as 5, 1h, 1D, 1W or 1M")
        self._meaning.setText(meaning)
        self._meaning.setAccessibleName(meaning)
        styling.set_role(self._meaning, "error" if typed and interval is None else "muted")
        self._meaning.style().unpolish(self._meaning)
        self._meaning.style().polish(self._meaning)

    def _accept(self) -> None:
        interval = self._interval()
        if interval is not None:
            self._close()
            self.chosen.emit(interval)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
