"""What became of reading a whole file: how far it is, how many bars there are, and which rows were left out and why."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QProgressBar, QSizePolicy, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from charting.market.provider import History, Refused
from gui import styling
from gui.names import interval_name
from gui.refusals import refusal_sentence
from gui.translation import tr

LIST_HEIGHT = 144


class Outcome(QWidget):
    """A bar while a file is being read, then sentences about it and a list of what was left out or put right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import_outcome")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("import_progress")
        self._bar.setAccessibleName(tr("Reading…"))
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._summary = self._label("summary")
        self._doubts = self._label("doubts", "warning")
        self._kinds = QTreeWidget(self)
        self._kinds.setObjectName("import_kinds")
        self._kinds.setAccessibleName(tr("Rows that were left out or put right"))
        self._kinds.setHeaderLabels([tr("Kind"), tr("Rows"), tr("First in line")])
        self._kinds.setRootIsDecorated(False)
        self._kinds.setIndentation(12)
        self._kinds.setSelectionMode(QTreeWidget.SelectionMode.NoSelection)
        self._kinds.setFixedHeight(LIST_HEIGHT)
        self._kinds.header().setStretchLastSection(False)
        self._kinds.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        styling.set_role(self._kinds, "framed")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._bar, self._summary, self._doubts, self._kinds):
            column.addWidget(widget)
        self.show_progress(0.0)

    def show_progress(self, share: float) -> None:
        """Say how much of the file has been read, 0 to 1; what was said of it before stays until it is known anew."""
        self._bar.setVisible(True)
        self._bar.setValue(round(share * 1000))
        if not self._summary.text():
            self._say(tr("Reading…"))

    def show_history(self, history: History) -> None:
        """Say what the file holds."""
        self._bar.setVisible(False)
        bars, locale = history.bars, QLocale()
        zone = ZoneInfo(history.instrument.timezone)
        days = [datetime.fromtimestamp(int(bars.time[place]), UTC).astimezone(zone).date() for place in (0, -1)]
        first, last = (locale.toString(QDate(day.year, day.month, day.day), tr("d MMM yyyy")) for day in days)
        text = tr(
            "{count} bars of {interval}, from {first} to {last}.",
            count=locale.toString(len(bars)), interval=interval_name(bars.interval), first=first, last=last,
        )  # fmt: skip
        self._say(" ".join(filter(None, (text, refusal_sentence(history)))))
        self._doubts.setText("\n".join(tr(doubt) for doubt in history.doubts))
        self._doubts.setVisible(bool(history.doubts))
        self._kinds.clear()
        self._add_kinds(tr("Left out"), history.refused)
        self._add_kinds(tr("Put right and kept"), history.repaired)
        self._kinds.setVisible(bool(history.refused or history.repaired))
        self._kinds.expandAll()

    def show_problem(self, text: str) -> None:
        """Say why the file gives no bars."""
        self._bar.setVisible(False)
        self._say(text, "error")
        self._doubts.setVisible(False)
        self._kinds.setVisible(False)

    def _add_kinds(self, title: str, kinds: tuple[Refused, ...]) -> None:
        if not kinds:
            return
        group = QTreeWidgetItem(self._kinds, [title])
        for each in sorted(kinds, key=lambda each: -each.count):
            line = "" if each.first_line is None else QLocale().toString(each.first_line)
            item = QTreeWidgetItem(group, [tr(each.kind), QLocale().toString(each.count), line])
            for column in (1, 2):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def _say(self, text: str, role: str = "") -> None:
        styling.set_role(self._summary, role)
        self._summary.style().polish(self._summary)
        self._summary.setText(text)
        self._summary.setAccessibleName(text)

    def _label(self, name: str, role: str = "") -> QLabel:
        label = QLabel(self)
        label.setObjectName(f"import_{name}")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setVisible(not role)
        if role:
            styling.set_role(label, role)
        return label
