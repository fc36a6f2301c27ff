"""Tests of a ground painted at once with the strokes on it, against one primitive after the other."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from charting.scene.primitives import Ground, Group, Primitive, Rect, Rects, Text, Uprights
from charting.view import painter, stacks
from charting.view.arrays import fill_rects
from charting.view.pens import colour
from charting.view.type import Type
from charting.view.uprights import draw_uprights

LEFT, TOP, WIDTH, HEIGHT = CLIP = (13, 7, 301, 140)
GROUND = Ground(
    (0.0, 0.0, 400.0, 200.0),
    "#101418",
    np.array([-3, 0, 20, 21, 313, 314, 390], dtype=np.int32),
    np.array([2, 6, 7, 40, 41, 146, 147, 199], dtype=np.int32),
    "#304050",
)


def strokes(seed: int, *, colours: int = 1, split: int | None = None, left: int = 20, count: int = 280) -> Uprights:
    """Some that begin and end anywhere, a few of them without a height, far away, or missing."""
    chance = np.random.default_rng(seed)
    tops = np.rint(chance.uniform(-40, 180, count))
    bottoms = tops + chance.integers(-3, 60, count)
    for place, (top, bottom) in enumerate(
        [(50, 50), (np.nan, 60), (60, np.nan), (np.nan, np.nan), (-np.inf, np.inf), (-1e7, 90), (90, 1e7)]
    ):
        tops[10 * place], bottoms[10 * place] = top, bottom
    shades = None if colours == 1 or split is not None else chance.integers(0, colours, count)
    return Uprights(left, tops, bottoms, ("#ff0000", "#00ff00", "#0000ff")[:colours], shades, split)


LAYERS: dict[str, list[Primitive]] = {
    "one colour": [strokes(1)],
    "two, and a line": [strokes(2, colours=2), strokes(3)],
    "three": [strokes(4, colours=3)],
    "beyond both sides": [strokes(5, left=-30, count=500)],
    "beside it": [strokes(6, left=-300, count=280)],
    "split": [strokes(7, colours=2, split=60), strokes(8)],
    "split above": [strokes(9, colours=2, split=-20)],
    "split below": [strokes(10, colours=2, split=500)],
    "rectangles": [
        strokes(11, colours=2),
        Rects(np.array([[30, 20, 100, 30], [60, 30, 500, 3]], dtype=np.int32), "#ffff00"),
        strokes(12),
        Rects(np.array([[-20.0, -9.0, 90.0, 33.0]]), "#ff00ff"),
    ],
}


def picture_of(items: list[Primitive], *, at_once: bool) -> np.ndarray:
    image = QImage(400, 200, QImage.Format.Format_RGB32)
    image.fill(0xFF777777)
    brush = QPainter(image)
    try:
        brush.setClipRect(*CLIP)
        if at_once:
            stacks.draw_stack(brush, items, CLIP)
        for one in () if at_once else items:
            if isinstance(one, Ground):
                for part in one.parts:
                    fill_rects(brush, part.array, colour(part.colour))
            elif isinstance(one, Uprights):
                draw_uprights(brush, one, [colour(name) for name in one.colours], CLIP)
            elif isinstance(one, Rects):
                fill_rects(brush, one.array, colour(one.colour))
    finally:
        brush.end()
    return np.frombuffer(image.constBits(), dtype=np.uint32).reshape(200, 400).copy()


@pytest.mark.parametrize("layers", LAYERS.values(), ids=LAYERS)
def test_a_stack_is_painted_to_the_pixel(layers: list[Primitive]) -> None:
    items = [GROUND, *layers]
    np.testing.assert_array_equal(picture_of(items, at_once=True), picture_of(items, at_once=False))


def test_the_same_room_serves_one_picture_after_the_other() -> None:
    """Neither what was painted before nor its colours are left in it."""
    for layers in [*LAYERS.values(), *LAYERS.values()]:
        items = [GROUND, *layers]
        np.testing.assert_array_equal(picture_of(items, at_once=True), picture_of(items, at_once=False))


FULL, DEEP = (0.0, 0.0, 400.0, 60.0), 60.0


def deep(colours: int = 1, *, count: int = 400) -> Uprights:
    """Strokes as high as the picture, of which to draw one after the other takes long."""
    shades = np.arange(count) % colours if colours > 1 else None
    return Uprights(0, np.zeros(count), np.full(count, DEEP), ("#ff0000", "#00ff00")[:colours], shades)


def test_no_more_is_painted_at_once_than_a_byte_can_tell_apart() -> None:
    one, two, text = deep(), deep(2), Text(1.0, 1.0, "4810", "#ffffff")
    thin = Rects(np.zeros((1, 4)), "#ffffff")
    assert stacks.stack_of([GROUND, one, two, text, one], FULL) == 3
    assert stacks.stack_of([GROUND, two, two, thin, two, one], FULL) == 5
    assert stacks.stack_of([GROUND, two, two, two, two], FULL) == 4
    assert stacks.stack_of([GROUND, two, two, Rects(np.zeros((5, 4)), "#ffffff"), two], FULL) == 3
    assert stacks.stack_of([GROUND, two, two, replace(thin, opacity=0.5), two], FULL) == 3


def test_what_is_painted_sooner_one_after_the_other_is() -> None:
    one = deep()
    assert stacks.stack_of([], FULL) == 0
    assert stacks.stack_of([GROUND], FULL) == 0
    assert stacks.stack_of([one, one, one], FULL) == 0
    assert stacks.stack_of([GROUND, one, one], FULL) == 3
    assert stacks.stack_of([GROUND, one, one], (0.0, 0.0, 401.0, 60.0)) == 0, "the ground does not reach as far"
    assert stacks.stack_of([GROUND, deep(count=80), deep(count=80)], FULL) == 0, "few strokes"
    gap = replace(one, top=np.where(np.arange(400) == 7, np.nan, one.top))
    assert stacks.stack_of([GROUND, gap, one], FULL) == 0, "how many there are is not known"


def test_a_group_is_painted_so_where_that_is_quicker(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Text(40.0, 30.0, "4810", "#ffffff")
    group = Group(FULL, (GROUND, deep(), deep(2), text, deep(count=40)))
    type_, found, counts = Type(qapp.font(), 1.0), [], []

    def counted(items: tuple[Primitive, ...], clip: Rect) -> int:
        counts.append(stacks.stack_of(items, clip))
        return counts[-1]

    for how in (counted, lambda _items, _clip: 0):
        monkeypatch.setattr(painter, "stack_of", how)
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(0)
        brush = QPainter(image)
        painter.paint(brush, (group,), type_)
        brush.end()
        found.append(np.frombuffer(image.constBits(), dtype=np.uint32).copy())
    assert counts == [3]
    np.testing.assert_array_equal(found[0], found[1])
