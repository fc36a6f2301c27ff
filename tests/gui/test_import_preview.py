"""The preview shows how a file is read, lets every guess be corrected, and counts what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStyleOptionViewItem,
    QTableView,
    QTreeWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from charting.market.content import Content
from charting.market.file_provider import FileProvider, address_of
from charting.market.provider import History
from charting.market.reading import GUESSED, Reading
from charting.market.table import Cancelled, Progress
from gui.dialogs.import_preview import ImportPreviewDialog, ask_reading
from gui.import_preview.table import WIDTH
from gui.languages import use_language
from gui.workers import MainThread, Workers
from tests.gui.test_window import controls

HEADER = "Date,Open,High,Low,Close,Volume\n"
EITHER = HEADER + "".join(f"0{day}/04/2025,10,12,9,11,100\n" for day in (1, 2, 3))


class SlowFiles(FileProvider):
    """Reads half of a file, and the rest when it is told to; notes what was stopped."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = Event()
        self.go_on.set()
        self.stopped = 0

    def try_reading(
        self, address: str, reading: Reading, progress: Progress | None = None, content: Content | None = None
    ) -> History:
        if progress is not None:
            while progress(0.5) and not self.go_on.wait(0.01):
                pass
            if not progress(0.6):
                self.stopped += 1
                raise Cancelled("Reading was stopped.")
        return super().try_reading(address, reading, progress, content)


class Preview:
    """A dialog over a file, and what it says."""

    def __init__(self, path: Path, files: SlowFiles, workers: Workers, qtbot: QtBot) -> None:
        self.dialog = ImportPreviewDialog(path, files, workers)
        self.files, self._qtbot = files, qtbot
        self.dialog.open()

    def widget(self, kind: type, name: str):
        return self.dialog.findChild(kind, f"import_{name}")

    @property
    def open_button(self) -> QPushButton:
        return self.dialog.findChild(QPushButton, "import_preview_open")

    @property
    def summary(self) -> str:
        return self.widget(QLabel, "summary").text()

    def settle(self) -> None:
        """Wait until the file has been read as it is said now."""
        self._qtbot.waitUntil(
            lambda: not self.dialog._timer.isActive() and self.widget(QTableView, "table").model().rowCount() > 0
        )

    def choose(self, name: str, value: str) -> None:
        box = self.widget(QComboBox, name)
        index = box.findData(value)
        assert index >= 0, value
        box.setCurrentIndex(index)
        box.activated.emit(index)
        self.settle()


@pytest.fixture
def preview(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Preview]]:
    main = MainThread()
    workers = Workers(main)
    made: list[Preview] = []

    def make(text: str, name: str = "9988.HK.csv", files: SlowFiles | None = None) -> Preview:
        path = tmp_path / name
        path.write_text(text)
        made.append(Preview(path, files or SlowFiles(), workers, qtbot))
        return made[-1]

    yield make
    for one in made:
        one.files.go_on.set()
        if isValid(one.dialog):
            one.dialog.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    workers.close()
    main.close()


def test_it_shows_the_lines_and_what_was_guessed(preview: Callable[..., Preview]) -> None:
    one = preview(EITHER)
    one.settle()
    table = one.widget(QTableView, "table").model()
    assert [table.index(0, column).data() for column in range(6)] == HEADER.strip().split(",")
    assert table.index(1, 0).data() == "01/04/2025"
    assert [one.widget(QComboBox, f"role_{column}").currentData() for column in range(6)] == [
        "time", "open", "high", "low", "close", "volume",
    ]  # fmt: skip
    assert one.widget(QComboBox, "delimiter").currentText() == "Comma"
    assert one.widget(QLabel, "delimiter_label").text() == "Between columns (guessed)"
    assert one.widget(QComboBox, "dates").currentText() == "DD/MM/YYYY"
    assert one.widget(QComboBox, "interval").currentText() == "1 day"
    assert one.widget(QComboBox, "zone").currentText() == "Asia/Hong_Kong"
    assert one.widget(QSpinBox, "skip").value() == 1
    assert one.widget(QLineEdit, "symbol").placeholderText() == "9988.HK"
    assert one.summary.startswith("3 bars of 1 day")
    assert "day or the month" in one.widget(QLabel, "doubts").text()
    assert one.open_button.isEnabled()
    assert one.dialog.reading == GUESSED


def test_every_correction_reads_the_file_anew(preview: Callable[..., Preview]) -> None:
    one = preview(EITHER)
    one.settle()
    one.choose("interval", "1d")
    one.choose("dates", "%m/%d/%Y")
    assert one.widget(QLabel, "dates_label").text() == "Dates"
    assert not one.widget(QLabel, "doubts").isVisible()
    one.choose("zone", "Asia/Tokyo")
    one.choose("role_5", None)
    assert one.dialog.reading == Reading(
        columns=("time", "open", "high", "low", "close", ""), dates="%m/%d/%Y", timezone="Asia/Tokyo", interval="1d"
    )
    one.choose("role_5", "close")
    assert one.dialog.reading.columns == ("time", "open", "high", "low", "", "close")
    symbol = one.widget(QLineEdit, "symbol")
    symbol.setText(" 9888 ")
    symbol.editingFinished.emit()
    one.settle()
    assert one.dialog.reading.symbol == "9888"
    guess = one.dialog.findChild(QPushButton, "import_preview_guess")
    assert guess.isEnabled()
    guess.click()
    one.settle()
    assert one.dialog.reading == GUESSED
    assert not guess.isEnabled()


def test_a_table_of_hundreds_of_columns_has_boxes_over_those_in_sight(
    preview: Callable[..., Preview], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Boxes for all, and the widths that Qt finds, held the window up for half a second."""
    monkeypatch.setattr(QTableView, "sizeHintForColumn", lambda *_: pytest.fail("every cell was asked how wide it would be"))
    more = 200
    names, cells = ",".join(f"X{number}" for number in range(more)), ",".join(["1.5"] * more)
    one = preview(f"{names},Date,Open,High,Low,Close\n" + f"{cells},2025-04-02,10,12,9,11\n{cells},2025-04-03,10,12,9,11\n")
    one.settle()
    table = one.widget(QTableView, "table")

    def boxes() -> list[int]:
        return [number for number in range(more + 5) if one.widget(QComboBox, f"role_{number}") is not None]

    assert boxes() == list(range(len(boxes())))
    assert 0 < len(boxes()) <= one.dialog.width() // WIDTH + 2
    bar = table.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert one.widget(QComboBox, f"role_{more}").currentData() == "time"
    assert one.widget(QComboBox, f"role_{more + 4}").currentData() == "close"
    assert len(boxes()) <= 2 * (one.dialog.width() // WIDTH + 2) + 2
    one.choose(f"role_{more + 4}", "adjusted")
    assert one.widget(QComboBox, f"role_{more + 4}").currentData() == "adjusted"


def test_a_format_of_dates_can_be_typed(preview: Callable[..., Preview]) -> None:
    one = preview(EITHER)
    one.settle()
    field = one.widget(QLineEdit, "dates_text")
    field.setText("MM/DD/YYYY")
    field.editingFinished.emit()
    one.settle()
    assert one.dialog.reading.dates == "%m/%d/%Y"
    field.setText("nonsense")
    field.editingFinished.emit()
    one.settle()
    assert "None of the dates" in one.summary
    assert not one.open_button.isEnabled()


def test_rows_that_are_left_out_are_counted_by_kind(preview: Callable[..., Preview]) -> None:
    one = preview(HEADER + "2025-04-02,10,12,9,11,1\n2025-04-02,10,12,9,11,1\n2025-04-03,10,9,12,11,1\n2025-04-07,10,x,9,11,1\n")
    one.settle()
    kinds = one.widget(QTreeWidget, "kinds")
    group = kinds.topLevelItem(0)
    found = {group.child(row).text(0): group.child(row).text(1) for row in range(group.childCount())}
    assert found == {"repeated time": "1", "high below low": "1", "unreadable number": "1"}
    assert "3 of 4 rows were left out" in one.summary
    table = one.widget(QTableView, "table").model()
    assert table.index(4, 2).data(Qt.ItemDataRole.ForegroundRole) != table.index(3, 2).data(Qt.ItemDataRole.ForegroundRole)


def test_a_table_that_is_not_understood_can_be_told(preview: Callable[..., Preview]) -> None:
    one = preview("A,B,C,D,E\n2025-04-02,10,12,9,11\n2025-04-03,10,12,9,11\n")
    one.settle()
    assert "no column for open" in one.summary
    assert not one.open_button.isEnabled()
    for column, role in enumerate(("open", "high", "low", "close"), start=1):
        one.choose(f"role_{column}", role)
    assert one.open_button.isEnabled()
    assert one.summary.startswith("2 bars of 1 day")


def test_reading_shows_how_far_it_is_and_stops_when_it_is_not_wanted(preview: Callable[..., Preview], qtbot: QtBot) -> None:
    files = SlowFiles()
    files.go_on.clear()
    one = preview(EITHER, files=files)
    qtbot.waitUntil(lambda: one.widget(QProgressBar, "progress").value() == 500)
    assert one.widget(QProgressBar, "progress").isVisible()
    assert not one.open_button.isEnabled()
    box = one.widget(QComboBox, "interval")
    box.activated.emit(box.findData("1d"))
    qtbot.waitUntil(lambda: files.stopped == 1)
    one.dialog.reject()
    qtbot.waitUntil(lambda: files.stopped == 2)


def test_what_was_in_doubt_is_settled_by_opening(preview: Callable[..., Preview]) -> None:
    """Whatever lines the file gets later, it is read as it was seen."""
    one = preview("Date;Open;High;Low;Close\n02/04/2025;7,117;7,200;7,000;7,150\n03/04/2025;7,117;7,200;7,000;7,150\n")
    one.settle()
    one.open_button.click()
    assert one.dialog.reading == Reading(dates="%d/%m/%Y", decimal=",")


def test_what_is_no_table_is_said(preview: Callable[..., Preview], qtbot: QtBot) -> None:
    one = preview("just a text\nof two lines\n")
    qtbot.waitUntil(lambda: "holds no table" in one.summary)
    empty = preview("", "empty.csv")
    qtbot.waitUntil(lambda: "is empty" in empty.summary)


def test_the_guess_is_told_from_the_same_words_below_it(preview: Callable[..., Preview]) -> None:
    one = preview(EITHER)
    one.settle()
    box = one.widget(QComboBox, "zone")
    lines = []
    for row in (0, box.findData("Asia/Hong_Kong")):
        option = QStyleOptionViewItem()
        box.itemDelegate().initStyleOption(option, box.model().index(row, 0))
        lines.append(option.text)
    assert lines == ["Asia/Hong_Kong (guessed)", "Asia/Hong_Kong"]


def test_it_speaks_chinese(preview: Callable[..., Preview], qapp: QApplication) -> None:
    before = QLocale()
    use_language(qapp, "zh_HK")
    try:
        rows = "2025-01-02,10,12,9,11,100\n2025-01-03,10,9,12,11,100\n2025-01-06,,12,9,11,100\n"
        one = preview(HEADER.replace(",", "|") + rows.replace(",", "|"))
        one.settle()
        assert one.open_button.text() == "開啟", "and not the opening price"
        assert one.widget(QComboBox, "delimiter").currentText() == "直線"
        assert one.summary.startswith("1 根 1 日 K線，由 2025年1月2日 至 2025年1月2日。")
        assert one.summary.endswith("3 列中略去了 2 列：1 欠價格、1 最高價低於最低價。"), one.summary
    finally:
        use_language(qapp, "en")
        QLocale.setDefault(before)


def test_every_control_has_a_name(preview: Callable[..., Preview]) -> None:
    one = preview(EITHER)
    one.settle()
    own = [widget for widget in controls(one.dialog) if not widget.objectName().startswith("qt_")]
    own = [widget for widget in own if not widget.parent().objectName().startswith("qt_")]
    nameless = [widget for widget in own if not widget.objectName() or not widget.accessibleName()]
    assert [(widget.metaObject().className(), widget.objectName()) for widget in nameless] == []


def test_the_answer_is_how_to_read_it_or_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    main = MainThread()
    workers, files, answers = Workers(main), FileProvider(), []
    path = tmp_path / "9988.HK.csv"
    path.write_text(EITHER)
    files.set_reading(address_of(path), Reading(dates="%d/%m/%Y"))
    window = QDialog()
    qtbot.addWidget(window)
    for button in ("open", "cancel"):
        ask_reading(window, files, workers, path, answers.append)
        dialog = window.findChild(ImportPreviewDialog)
        qtbot.waitUntil(dialog.findChild(QPushButton, "import_preview_open").isEnabled)
        dialog.findChild(QPushButton, f"import_preview_{button}").click()
        qtbot.waitUntil(lambda: window.findChild(ImportPreviewDialog) is None)
    assert answers == [Reading(dates="%d/%m/%Y"), None]
    workers.close()
    main.close()
