"""Drawings without a single point, as a file written by hand may have: they are listed and removed, and nothing fails."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from charting.core import edits
from charting.core.codec import decode, encode
from charting.core.document import Drawing
from charting.drawings.catalogue import TOOLS
from gui import chart_edits
from tests.gui.desk import Desk


@pytest.mark.parametrize("kind", ["trend_line", "horizontal_line", "text", "brush", "a tool of a later version"])
def test_every_command_takes_one(desk: Desk, kind: str) -> None:
    history, view = desk.history, desk.window.view
    document = history.document
    pointless = Drawing("pointless", kind, ())
    history.load(decode(encode(edits.set_drawings(document, document.chart.symbol, [pointless]))))
    desk.show_bars()
    view.repaint()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
        view.select((pointless.id,))
        QTest.keyClick(view, key)
    commands = ("edit.copy", "edit.paste", "draw.clone", "draw.write", "draw.bring_to_front", "draw.properties", "draw.lock")
    for command in commands:
        view.select((pointless.id,))
        desk.window.commands.run(command)
        QApplication.processEvents()
        view.repaint()
    desk.window.editing.form.accept()
    while history.undo() is not None:
        pass
    assert chart_edits.active_drawings(history.document) == (pointless,)
    view.select((pointless.id,))
    desk.window.commands.run("edit.delete")
    assert chart_edits.active_drawings(history.document) == ()


def test_too_few_points_are_no_matter_either(desk: Desk) -> None:
    history, view = desk.history, desk.window.view
    document = history.document
    one = chart_edits.active_drawings(document)[0]
    short = tuple(replace(one, id=kind, kind=tool.makes, anchors=one.anchors[:1]) for kind, tool in TOOLS.items())
    history.load(edits.set_drawings(document, document.chart.symbol, short))
    view.repaint()
    for drawing in short:
        view.select((drawing.id,))
        QTest.keyClick(view, Qt.Key.Key_Right)
        for command in ("edit.copy", "edit.paste", "draw.clone"):
            desk.window.commands.run(command)
    view.repaint()
    while history.undo() is not None:
        pass
    assert chart_edits.active_drawings(history.document) == short
