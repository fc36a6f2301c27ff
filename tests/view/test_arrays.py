"""What is handed to Qt in one piece looks as it would one shape at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen, QPolygonF

from charting.view import arrays

COLOUR = QColor("#26a69a")
CLIP = QRect(10, 5, 280, 180)

pytestmark = pytest.mark.usefixtures("qapp")


def painted(draw: Callable[[QPainter], object], clip: QRect | None = CLIP) -> np.ndarray:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    if clip is not None:
        painter.setClipRect(clip)
    draw(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(200, 300, 4)[..., :3].astype(int)


def some_rects(seed: int, narrow: bool) -> np.ndarray:
    chance = np.random.default_rng(seed)
    rects = chance.integers(-40, 320, (60, 4)).astype(np.float64)
    rects[:, 2:] = chance.integers(1, 40, (60, 2))
    rects[::7, 1], rects[::7, 3] = -1e9, 2e9  # from far above to far below
    if narrow:
        rects[:, 2] = 1
    return rects


@pytest.fixture(params=[True, False], ids=["batched", "one by one"])
def _batched(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.param:
        monkeypatch.setattr(arrays, "batched", lambda: False)


@pytest.mark.usefixtures("_batched")
@pytest.mark.parametrize("count", [0, 1, 4, 5, 60])
@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("clip", [CLIP, None])
def test_rectangles_are_filled_to_the_pixel(count: int, narrow: bool, clip: QRect | None) -> None:
    rects = some_rects(count, narrow)[:count]

    def one_by_one(painter: QPainter) -> None:
        for left, top, width, height in rects:
            upper, lower = max(top, -1000.0), min(top + height, 1000.0)
            painter.fillRect(QRectF(left, upper, width, lower - upper), COLOUR)

    np.testing.assert_array_equal(
        painted(lambda painter: arrays.fill_rects(painter, rects, COLOUR), clip), painted(one_by_one, clip)
    )


def test_this_binding_takes_arrays() -> None:
    assert arrays.batched(), "drawing falls back to one shape at a time, which is much slower"


@pytest.mark.usefixtures("_batched")
def test_lines_and_outlines_are_those_of_qt() -> None:
    chance = np.random.default_rng(4)
    points, pen = chance.uniform(0, 200, (40, 2)), QPen(COLOUR)
    polygon = QPolygonF([QPointF(x, y) for x, y in points])
    lines = np.concatenate((points[:-1], points[1:]), axis=1)

    def with_pen(draw: Callable[[QPainter], object]) -> np.ndarray:
        return painted(lambda painter: (painter.setPen(pen), painter.setBrush(COLOUR), draw(painter)))

    pairs = (
        (lambda painter: arrays.draw_polyline(painter, points), lambda painter: painter.drawPolyline(polygon)),
        (lambda painter: arrays.draw_polygon(painter, points), lambda painter: painter.drawPolygon(polygon)),
        (lambda painter: arrays.draw_lines(painter, lines), lambda painter: painter.drawLines([QLineF(*row) for row in lines])),
    )
    for mine, theirs in pairs:
        np.testing.assert_array_equal(with_pen(mine), with_pen(theirs))


@pytest.mark.parametrize("width", [1.0, 1.5, 1.875, 2.0, 3.0, 4.0])
@pytest.mark.parametrize("bars", [20, 60, 250])
@pytest.mark.parametrize("gentle", [False, True])
def test_a_line_of_strands_looks_like_a_wide_one(width: float, bars: int, gentle: bool) -> None:
    walk = np.cumsum(np.random.default_rng(bars).normal(0, 1, bars))
    points = np.column_stack([np.linspace(20, 280, bars), 95 + 70 * (walk - walk.mean()) / np.ptp(walk)])

    def smooth(draw: Callable[[QPainter], object], thickness: float) -> np.ndarray:
        pen = QPen(COLOUR, thickness)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        hint = QPainter.RenderHint.Antialiasing
        return painted(lambda painter: (painter.setRenderHint(hint), painter.setPen(pen), draw(painter)))[..., 1]

    wide = smooth(lambda painter: arrays.draw_polyline(painter, points), width)
    strands = smooth(lambda painter: arrays.draw_strands(painter, points, width, gentle=gentle), 1.0)
    assert strands.sum() == pytest.approx(wide.sum(), rel=0.1)  # as much paint
    assert abs(strands - wide).sum() < 0.2 * wide.sum()  # in the same places


def test_strands_of_several_lines_are_those_of_each() -> None:
    chance = np.random.default_rng(5)
    lines = [np.column_stack([np.arange(count) * 3.0, chance.normal(100, 20, count)]) for count in (2, 30, 3, 2, 17)]
    for width in (1.5, 3.0):
        together = arrays.strands_of(lines, width)
        assert together is not None
        for line, strands in zip(lines, together, strict=True):
            ((*alone,),) = arrays.strands_of([line], width) or ((),)
            assert len(alone) == len(strands) > 1
            np.testing.assert_array_equal(alone, strands)

    def alone(painter: QPainter) -> None:
        for line in lines:
            arrays.draw_strands(painter, line, 1.5, gentle=True)

    def together_(painter: QPainter) -> None:
        for strands in arrays.strands_of(lines, 1.5) or ():
            for strand in strands:
                arrays.draw_polyline(painter, strand)

    np.testing.assert_array_equal(painted(together_), painted(alone))


@pytest.mark.parametrize("row", [[5, np.nan], [5, np.inf], [5, -1e7]])
def test_lines_with_gaps_or_far_away_have_no_strands_together(row: list[float]) -> None:
    assert arrays.strands_of([np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.0], row])], 1.5) is None
    assert arrays.strands_of([np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 2.0]])], 1.5) is None


def test_lines_break_where_they_have_no_value() -> None:
    points = np.array([[0, 1], [1, np.nan], [2, 3], [3, 1e12], [4, np.nan]])
    runs = arrays.finite_runs(points)
    assert [run.tolist() for run in runs] == [[[0, 1]], [[2, 3], [3, 1e6]]]
    assert arrays.finite_runs(points[:0]) == []


def test_nothing_is_drawn_from_nothing(qapp: QGuiApplication) -> None:
    nothing = np.empty((0, 2))
    found = painted(
        lambda painter: (
            arrays.draw_polyline(painter, nothing),
            arrays.draw_polygon(painter, nothing),
            arrays.draw_strands(painter, nothing, 2.0),
            arrays.draw_lines(painter, np.empty((0, 4))),
        )
    )
    assert not found.any()
