"""Every tool has an icon of its own, one line wide everywhere, in the colour of the text."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from charting.drawings.catalogue import TOOLS, UNKNOWN

FOLDER = files("resources") / "icons" / "tools"


@pytest.mark.parametrize("icon", [*(tool.icon for tool in TOOLS.values()), UNKNOWN.icon])
def test_the_icon_is_drawn_in_the_colour_of_the_text(icon: str) -> None:
    text = (FOLDER / f"{icon}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(text.encode()))
    assert renderer.isValid()
    assert renderer.viewBoxF().getRect() == (0, 0, 24, 24)
    assert 'stroke="currentColor"' in text
    assert not re.search(r"#[0-9a-fA-F]{3,6}", text)


def test_no_icon_is_shared_or_left_over() -> None:
    icons = [tool.icon for tool in TOOLS.values()]
    assert len(icons) == len(set(icons))
    assert {entry.name for entry in FOLDER.iterdir()} == {f"{icon}.svg" for icon in (*icons, UNKNOWN.icon)}
