"""The Tab key's way through a part, and that asking for it leaves nothing behind."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QLayoutItem, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.tab_order import stops


def part_with(qtbot: QtBot) -> tuple[QWidget, list[QWidget]]:
    """A part with fields in layouts within layouts and an area that scrolls, made in another order than they stand in."""
    part = QWidget()
    qtbot.addWidget(part)
    first, second, third = (QLineEdit(part) for _ in range(3))
    outer, inner = QVBoxLayout(part), QGridLayout()
    outer.addWidget(third)
    outer.addWidget(QLabel("no stop", part))
    outer.addLayout(inner)
    inner.addWidget(second, 0, 0)
    inner.addWidget(first, 0, 1)
    outer.addStretch(1)
    area, within = QScrollArea(part), QWidget()
    QVBoxLayout(within).addWidget(QLineEdit())
    area.setWidget(within)
    outer.addWidget(area)
    return part, [third, second, first, area]


def layout_items() -> int:
    """Items of layouts that Python knows of."""
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in shiboken6.getAllValidWrappers())


def test_it_goes_by_the_layouts_and_not_by_the_order_of_making(qtbot: QtBot) -> None:
    part, expected = part_with(qtbot)
    assert list(stops(part)) == expected


def test_no_item_of_a_layout_is_kept_after_qt_may_have_deleted_it(qtbot: QtBot) -> None:
    part, _ = part_with(qtbot)
    before = layout_items()
    assert list(stops(part))
    assert layout_items() == before
