"""A chart with many drawings that is panned looks as one that was opened there."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from charting.core.document import Drawing
from charting.core.theme import theme
from charting.scene.chart import ChartScene, build_chart
from charting.scene.levels import Levels
from charting.scene.look import Look
from charting.scene.panes import View
from charting.scene.primitives import Group, Moved
from charting.view.painter import paint
from charting.view.type import Type
from tests.scene.making import PlainFormats, chart
from tests.view.golden.cases import made_up, scaled
from tests.view.golden.painting import EvenType, Pixels, pixels_of
from tests.view.golden.tools import by_group

SERIES = made_up("1d")
GROUPS = {
    # Without names, which would lie above all other drawings while the chart is moved.
    group: tuple(replace(one, id=f"{one.id}{number}", name="") for number in range(8) for one in drawings)
    for group, drawings in by_group(SERIES).items()
}
SIZE = (960, 600)
CHART = scaled(chart(()), low=4000.0, high=7000.0)
FAINT = 24
"""Levels that mixing colours in another order, and less finely, may make of a difference."""


def scene(drawings: tuple[Drawing, ...], first: float, ratio: float, before: ChartScene | None = None) -> ChartScene:
    look = Look(theme("dark"), PlainFormats(), EvenType(ratio), ratio)
    if before is not None:  # the same look, as a window has it
        look = LOOKS.setdefault(ratio, look)
    view = View(first, first + 79.0, (round(SIZE[0] * ratio), round(SIZE[1] * ratio)))
    return build_chart(CHART, drawings, SERIES, lambda _: None, view, Levels(), look, before)


LOOKS: dict[float, Look] = {}


def pictured(made: ChartScene, ratio: float) -> Pixels:
    image = QImage(*made.layout.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        paint(painter, made.primitives, Type(QFont(), ratio))
    finally:
        painter.end()
    return pixels_of(image)


def moves(made: ChartScene) -> list[Moved]:
    return [one for group in made.primitives if isinstance(group, Group) for one in group.items if isinstance(one, Moved)]


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("ratio", [1.0, 1.25])
def test_a_panned_chart_looks_as_one_opened_there(qapp: QApplication, group: str, ratio: float) -> None:
    drawings = GROUPS[group]
    made = scene(drawings, 352.3, ratio)
    begun = made
    for first in (353.1, 354.0, 356.9, 351.2):
        made = scene(drawings, first, ratio, made)
        assert moves(made)
    assert made.layer is not begun.layer
    direct = scene(drawings, made.projection.window.first_slot, ratio)
    assert not moves(direct)
    wanted = pictured(direct, ratio).astype(int)
    for _ in range(2):  # the second time perhaps by a picture of them
        off = np.abs(pictured(made, ratio).astype(int) - wanted).max(axis=2)
        assert (off > FAINT).mean() < 0.002, np.argwhere(off > FAINT)[:3]


def test_drawings_are_turned_into_shapes_once_while_they_are_only_moved(qapp: QApplication) -> None:
    drawings = GROUPS["Lines"]
    first = scene(drawings, 352.3, 1.0)
    second = scene(drawings, 353.0, 1.0, first)
    layers = set()
    for step in range(8):
        second = scene(drawings, 353.0 + step, 1.0, second)
        layers.add(id(second.layer))
    assert len(layers) == 1


def test_a_panned_chart_moves_by_whole_pixels_and_never_goes_astray(qapp: QApplication) -> None:
    made = scene((), 352.3, 1.0)
    start = made.projection.plane
    for step in range(1, 40):
        wanted = 352.3 + 0.37 * step
        made = scene((), wanted, 1.0, made)
        view, plane = made.projection.window, made.projection.plane
        assert abs(view.first_slot - wanted) * view.slot_width <= 0.5 + 1e-6
        assert (plane.x0 - start.x0) == pytest.approx(round(plane.x0 - start.x0), abs=1e-6)
        assert view.slot_width == pytest.approx(start.dx, rel=1e-12)
