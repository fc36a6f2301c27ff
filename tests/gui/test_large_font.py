"""The window under a large font of the desktop's, as for eyes that need one: no text is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QLabel, QPushButton, QStatusBar, QToolButton
from pytestqt.qtbot import QtBot

from charting.core.document import Sizes
from charting.core.theme import theme
from gui import styling
from gui.dialogs.bar_sizes import BarSizesDialog
from gui.dialogs.frame import DialogFrame
from gui.form_page import FormPage
from gui.number_boxes import NumberBox
from gui.range_bar import RangeBar
from tests.gui.desk import demo_series, make_desk

LARGE = 17.0
"""Points: twice of what most desktops have."""


@pytest.fixture(autouse=True)
def _large_font(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(LARGE)
    qapp.setFont(large)
    styling.apply_theme(qapp, theme("dark"))
    yield
    qapp.setFont(before)
    styling.apply_theme(qapp, theme("dark"))


def test_the_bars_below_the_chart_are_as_high_as_their_texts(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = make_desk(tmp_path).window
    qtbot.addWidget(window)
    window.show()
    window.complete()
    qapp.processEvents()
    below = [*window.findChild(RangeBar).findChildren(QToolButton), *window.findChild(QStatusBar).findChildren(QLabel)]
    shown = [part for part in below if part.isVisible()]
    assert len(shown) > 10
    for part in shown:
        assert part.height() >= QFontMetrics(part.font()).height(), part.objectName()
    window.close()


@pytest.mark.parametrize("kind", [QPushButton, QComboBox, QDoubleSpinBox])
def test_a_field_without_room_is_as_high_as_its_text(qtbot: QtBot, kind: type[QPushButton | QComboBox | QDoubleSpinBox]) -> None:
    dialog = DialogFrame("dialog", "Dialog", None)
    qtbot.addWidget(dialog)
    fields = [kind(dialog) for _ in range(8)]
    for field in fields:
        dialog.body.addWidget(field)
    dialog.resize(400, 100)
    dialog.show()
    for field in fields:
        assert field.height() >= QFontMetrics(field.font()).height() + 10  # which its border and what is around it take


def test_a_page_of_fields_is_as_wide_as_they_must_be(qtbot: QtBot) -> None:
    page = FormPage("page", "Page")
    qtbot.addWidget(page)
    choice = QComboBox(page.body)
    choice.setObjectName("choice")
    choice.addItem("As the system has it, or as the market does that is shown")
    page.add_row("Colours of the bars", choice)
    page.resize(page.minimumSizeHint())
    page.show()
    assert choice.visibleRegion().boundingRect().width() == choice.width()


def test_a_button_that_enter_presses_has_room_for_its_weight(qtbot: QtBot) -> None:
    dialog = DialogFrame("dialog", "Dialog", None)
    qtbot.addWidget(dialog)
    plain, strong = (dialog.add_button(name, "Save a copy elsewhere", default=name == "strong") for name in ("plain", "strong"))
    dialog.show()
    assert strong.font().weight() > plain.font().weight()
    needed, usual = (QFontMetrics(button.font()).horizontalAdvance(button.text()) for button in (strong, plain))
    assert strong.width() - plain.width() >= needed - usual > 0


def test_numbers_and_the_word_for_one_fit_their_box(qtbot: QtBot) -> None:
    dialog = BarSizesDialog(Sizes(), demo_series("HSTECH.HK"))
    qtbot.addWidget(dialog)
    dialog.show()
    box = dialog.findChild(NumberBox, "bar_sizes_renko")
    field = box.lineEdit()
    assert QFontMetrics(field.font()).horizontalAdvance(box.text()) <= field.width() - field.textMargins().left()
    small = NumberBox("small", "Small", 0.0, 100.0)
    qtbot.addWidget(small)
    assert small.minimumSizeHint().width() >= QFontMetrics(small.font()).horizontalAdvance("12.5 px")
