"""The dialog for the sizes of bars that prices make."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from charting.core.document import Sizes
from charting.core.transforms import automatic_box
from gui.dialogs.bar_sizes import BarSizesDialog
from tests.gui.desk import Desk, demo_series


def dialog_of(desk: Desk) -> BarSizesDialog:
    desk.window.commands.run("view.style_sizes")
    return desk.window.findChildren(BarSizesDialog)[-1]


def press(dialog: BarSizesDialog, name: str) -> None:
    dialog.findChild(QPushButton, f"bar_sizes_dialog_{name}").click()


@pytest.mark.parametrize(
    ("style", "field", "value", "made"),
    [
        ("renko", "renko", 40.0, (40.0, 0)),
        ("kagi", "kagi", 90.0, (90.0, 0)),
        ("point-and-figure", "box", 25.0, (25.0, 3)),
        ("point-and-figure", "reversal", 5, (None, 5)),
        ("line-break", "lines", 4, (0.0, 4)),
    ],
)
def test_a_size_makes_other_bars_as_one_step(desk, style, field, value, made):
    desk.window.commands.run(f"view.style_{style}")
    view = desk.window.view
    before = view.series.made
    dialog = dialog_of(desk)
    (dialog._boxes | dialog._counts)[field].setValue(value)
    press(dialog, "apply")
    box, count = made
    assert (view.series.made.box, view.series.made.count) == (before.box if box is None else box, count)
    assert getattr(desk.history.document.chart.sizes, field) == value
    desk.window.commands.run("edit.undo")
    assert view.series.made == before


def test_automatic_says_its_size_and_comes_back(desk):
    usual = automatic_box(demo_series("HSTECH.HK").bars)
    dialog = dialog_of(desk)
    assert dialog._boxes["renko"].text() == f"Automatic ({usual:g})"
    dialog._boxes["renko"].setValue(33)
    dialog._counts["lines"].setValue(2)
    assert dialog.sizes == Sizes(renko=33, lines=2)
    press(dialog, "standard")
    assert dialog.sizes == Sizes()
    press(dialog, "cancel")
    assert desk.history.document.chart.sizes == Sizes()


def test_a_size_too_small_for_the_prices_is_automatic(desk):
    desk.window.commands.run("view.style_renko")
    usual = desk.window.view.series.made.box
    dialog = dialog_of(desk)
    dialog._boxes["renko"].setValue(0.001)
    press(dialog, "apply")
    assert desk.window.view.series.made.box in (usual, 0.001)
    assert len(desk.window.view.series.bars) > 0
