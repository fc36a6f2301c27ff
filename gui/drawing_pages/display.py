"""Where and whether a drawing shows: the intervals it is meant for, its layer, hidden, locked; and the note kept with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPlainTextEdit, QWidget

from charting.core.document import Drawing
from charting.core.interval import Interval
from gui.actions.view import INTERVALS
from gui.drawing_pages.page import Page
from gui.names import interval_name
from gui.translation import tr
from gui.wheel import scroll_past


class DisplayPage(Page):
    """The page; ``layers`` are the names to offer."""

    def __init__(self, layers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__("display_page", tr("Display"), parent)
        self._hidden = self._make_switch("hidden", tr("Hide this drawing"))
        self._locked = self._make_switch("locked", tr("Lock this drawing against changes by hand"))
        self._limited = self._make_switch("limited", tr("Only on some intervals"))
        self._first, self._last = self._make_limits()
        self._layer = QComboBox(self.body)
        scroll_past(self._layer)
        self._layer.setObjectName("layer")
        self._layer.setAccessibleName(tr("Layer"))
        self._layer.setEditable(True)
        self._layer.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._layer.addItems(list(layers))
        line = self._layer.lineEdit()
        assert line is not None
        line.setObjectName("layer_name")
        line.setAccessibleName(tr("Layer"))
        line.setPlaceholderText(tr("None"))
        line.textEdited.connect(lambda text: self.ask("layer", layer=text.strip()))
        self._layer.view().setObjectName("layer_choices")
        self._layer.view().setAccessibleName(tr("Layer"))
        self._layer.activated.connect(lambda index: self.ask("layer", layer=self._layer.itemText(index)))
        self.add_row(tr("Layer"), self._layer)
        self._note = QPlainTextEdit(self.body)
        self._note.setObjectName("note")
        self._note.setAccessibleName(tr("Note"))
        self._note.setPlaceholderText(tr("Why you drew it"))
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(self._note.fontMetrics().lineSpacing() * 5 + 20)
        self._note.textChanged.connect(lambda: self.ask("note", note=self._note.toPlainText()))
        self.add_row(tr("Note"), self._note)

    def show_drawing(self, drawing: Drawing) -> None:
        """Write the drawing's values into the fields."""
        super().show_drawing(drawing)
        fields = (self._hidden, self._locked, self._limited, self._first, self._last, self._layer, self._note)
        blockers = [QSignalBlocker(field) for field in fields]
        self._hidden.setChecked(drawing.hidden)
        self._locked.setChecked(drawing.locked)
        self._limited.setChecked(drawing.intervals is not None)
        for box, code in zip((self._first, self._last), drawing.intervals or (INTERVALS[0], INTERVALS[-1]), strict=True):
            box.setEnabled(drawing.intervals is not None)
            if box.findData(code) < 0:
                box.addItem(interval_name(Interval.parse(code)), code)
            box.setCurrentIndex(box.findData(code))
        if self._layer.currentText().strip() != drawing.layer:
            self._layer.setCurrentText(drawing.layer)
        if self._note.toPlainText() != drawing.note:
            self._note.setPlainText(drawing.note)
        del blockers

    def _make_switch(self, field: str, title: str) -> QCheckBox:
        box = QCheckBox(title, self.body)
        box.setObjectName(field)
        box.setAccessibleName(title)
        if field == "limited":
            box.toggled.connect(lambda on: self.ask("intervals", intervals=(INTERVALS[0], INTERVALS[-1]) if on else None))
        else:
            box.toggled.connect(lambda on: self.ask(field, **{field: on}))
        self.form.addRow(box)
        return box

    def _make_limits(self) -> tuple[QComboBox, QComboBox]:
        row = QWidget(self.body)
        row.setObjectName("intervals")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        first = self._make_interval("first_interval", tr("Shortest interval"), row)
        last = self._make_interval("last_interval", tr("Longest interval"), row)
        layout.addWidget(first, 1)
        layout.addWidget(last, 1)
        self.add_row(tr("From, to"), row)
        return first, last

    def _make_interval(self, name: str, title: str, parent: QWidget) -> QComboBox:
        box = QComboBox(parent)
        scroll_past(box)
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.view().setObjectName(f"{name}_choices")
        box.view().setAccessibleName(title)
        for code in INTERVALS:
            box.addItem(interval_name(Interval.parse(code)), code)
        box.activated.connect(lambda _index: self._limit(name))
        return box

    def _limit(self, moved: str) -> None:
        """The end that was chosen stays; the other one follows where they crossed."""
        first, last = self._first.currentData(), self._last.currentData()
        if Interval.parse(first).seconds > Interval.parse(last).seconds:
            first, last = (first, first) if moved == "first_interval" else (last, last)
        self.ask("intervals", intervals=(first, last))
