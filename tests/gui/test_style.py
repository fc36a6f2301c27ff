"""Bar styles: each from its menu, as one step, shown on the button."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton

from charting.core.document import BarStyle
from gui.actions.style import SIZES, STYLES
from resources import resource_bytes
from tests.gui.desk import Desk


def test_every_style_is_offered() -> None:
    assert {style for style, _, _ in STYLES} == set(get_args(BarStyle))


@pytest.mark.parametrize("style", get_args(BarStyle))
def test_every_style_has_an_icon_in_the_colour_of_the_text(style: str) -> None:
    drawing = resource_bytes(f"icons/bars/{style}.svg")
    assert QSvgRenderer(QByteArray(drawing)).viewBoxF().getRect() == (0, 0, 24, 24)
    assert b"currentColor" in drawing


def test_a_style_is_one_step(desk: Desk) -> None:
    desk.window.commands.run("view.style_area")
    assert desk.history.document.chart.style == "area"
    assert desk.history.undo_name == "Bar style Area"
    assert desk.window.commands.action("view.style_area").isChecked()
    desk.window.commands.run("edit.undo")
    assert desk.history.document.chart.style == "candles"
    assert not desk.window.commands.action("view.style_area").isChecked()


def test_the_button_says_which_style_is_in_use(desk: Desk) -> None:
    button = desk.window.findChild(QToolButton, "button.bar_style")
    assert button.accessibleName() == "Bar style: Candles"
    desk.window.commands.run("view.style_step")
    assert button.accessibleName() == "Bar style: Step line"
    desk.window.commands.run("edit.undo")
    assert button.accessibleName() == "Bar style: Candles"
    names = [action.objectName() for action in button.menu().actions() if not action.isSeparator()]
    assert names == [*(f"view.style_{style}" for style, _, _ in STYLES), SIZES]
