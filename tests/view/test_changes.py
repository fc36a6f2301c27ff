"""Painting where two pictures differ makes of the first the second, whatever changed; a tick changes little of a picture."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from charting.scene import changes
from charting.scene.changes import differences, differing, within
from charting.scene.extents import box_of, extent
from charting.scene.primitives import (
    Area,
    Ground,
    Group,
    Layer,
    Lines,
    Moved,
    Oval,
    Path,
    Primitive,
    Rects,
    Rule,
    Run,
    Tag,
    Text,
    Uprights,
)
from charting.view.painter import paint
from charting.view.type import Type

SIZE = (240, 160)
SOFT = 8
"""Levels of a channel by which the smooth edge of a wide line may be off where a clip cuts it: so does Qt mix it."""
PANE = (10.0, 10.0, 180.0, 130.0)
GROUND = Rects(np.array([[0, 0, *SIZE]], dtype=np.int32), "#101010")

place = st.integers(-20, 240).map(float)
length = st.integers(1, 60).map(float)
colours = st.sampled_from(["#ff0000", "#00ff00", "#0000ff"])
widths = st.sampled_from([1.0, 1.5, 3.0])


def rows(*parts: st.SearchStrategy[float]) -> st.SearchStrategy[NDArray[np.float64]]:
    """Arrays of up to two dozen rows."""
    return st.lists(st.tuples(*parts), min_size=1, max_size=24).map(lambda made: np.array(made, dtype=np.float64))


def through(heights: list[float]) -> NDArray[np.float64]:
    return np.column_stack([np.arange(len(heights)) * 3.5, heights])


heights = st.lists(place | st.just(float("nan")), min_size=2, max_size=60)
ends = st.lists(st.integers(20, 100).map(float), min_size=1, max_size=90).map(np.array)
simple: st.SearchStrategy[Primitive] = st.one_of(
    st.builds(
        lambda left, top, wide, *grid: Ground(
            (left, top, wide, wide), "#202020", *(np.array(lines, dtype=np.int32) for lines in grid), "#808080"
        ),
        place,
        place,
        length,
        st.lists(st.integers(-20, 240), max_size=5),
        st.lists(st.integers(-20, 240), max_size=5),
    ),
    st.builds(Rects, rows(place, place, length, length).map(lambda made: made.astype(np.int32)), colours),
    st.builds(Path, heights.map(through), colours, widths, st.sampled_from(["solid", "dash"])),
    st.builds(lambda made, colour, width: Path(made, colour, width, gentle=True), heights.map(through), colours, widths),
    st.builds(Lines, rows(place, place, place, place), colours, widths),
    st.builds(Area, rows(place, place), colours, st.sampled_from([0.2, 1.0])),
    ends.map(lambda made: Uprights(30, made, made[::-1] + 20, ("#00ff00", "#ff0000"), (made > 60).astype(np.intp))),
    ends.map(lambda made: Uprights(40, made, np.full(len(made), 100.0), ("#0000ff",))),
    ends.map(lambda made: Uprights(50, made, made[::-1] + 20, ("#00ff00", "#ff0000"), split=60)),
    st.builds(Text, place, place, st.sampled_from(["12.5", "one\nand two"]), colours),
    st.builds(Tag, st.tuples(place, place, length, length), st.just("7"), colours, colours),
    st.builds(Oval, st.tuples(place, place, length, length), colours, widths, colours),
    st.builds(Run, place, place, st.tuples(st.tuples(st.just("12"), colours)), st.just("#222222")),
    st.builds(lambda x, y, long: Rule(int(x), int(y), int(long), True, "#888888", 1, 2, 3), place, place, length),
)


@st.composite
def two_pictures(draw: st.DrawFn) -> tuple[list[Primitive], list[Primitive]]:
    """A picture, and the same with some of its parts changed at their end, replaced, taken away or added."""
    before = draw(st.lists(simple, min_size=1, max_size=6))
    after: list[Primitive] = []
    for one in before:
        match draw(st.sampled_from(["same", "same", "ticked", "other", "gone", "more"])):
            case "same":
                after.append(draw(st.just(one)))
            case "ticked":
                after.append(ticked(one, draw(st.integers(-9, 9))))
            case "other":
                after.append(draw(simple))
            case "more":
                after += [one, draw(simple)]
    cut = draw(st.integers(0, min(len(before), len(after))))
    return picture(before, cut), picture(after, cut)


def picture(parts: list[Primitive], cut: int) -> list[Primitive]:
    return [GROUND, Group(PANE, tuple(parts[:cut])), *parts[cut:]]


def ticked(one: Primitive, by: int) -> Primitive:
    """With another last row."""
    name = {Rects: "array", Lines: "array", Path: "points", Area: "points", Uprights: "top"}.get(type(one))
    if name is None:
        return one
    changed = getattr(one, name).copy()
    changed[-1] += by
    if isinstance(one, Rects):
        changed[-1, 2:] = np.maximum(changed[-1, 2:], 0)  # no shape has less than nothing of a width
    return replace(one, **{name: changed})


def blank() -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(0)
    return image


def painted(
    on: QImage, primitives: list[Primitive], type_: Type, *strips: tuple[float, float, float, float]
) -> NDArray[np.uint32]:
    painter = QPainter(on)
    for strip in strips:
        painter.setClipRect(QRectF(*strip))
        paint(painter, within(primitives, strip, type_), type_)
    if not strips:
        paint(painter, primitives, type_)
    painter.end()
    return np.frombuffer(on.constBits(), np.uint32).reshape(on.height(), on.width()).copy()


@pytest.fixture(scope="module")
def letters(qapp: QApplication) -> Type:
    return Type(QFont("Sans"), 1.0)


@given(pictures=two_pictures(), borders=st.sampled_from([(), (80.0,), (40.0, 110.0)]))
@settings(max_examples=300, deadline=None)
def test_painting_the_differences_makes_of_one_picture_the_other(
    letters: Type, pictures: tuple[list[Primitive], list[Primitive]], borders: tuple[float, ...]
) -> None:
    assert_becomes(letters, *pictures, borders)


def assert_becomes(letters: Type, before: list[Primitive], after: list[Primitive], borders: tuple[float, ...] = ()) -> bool:
    """Whether the differences are less than the whole picture; they must make of the one the other."""
    wanted = painted(blank(), after, letters)
    strips = differences(before, after, SIZE, letters, borders)
    if strips is None:
        return False
    canvas = blank()
    first = painted(canvas, before, letters)
    found = painted(canvas, after, letters, *strips) if strips else first
    off = np.abs(found.view(np.uint8).astype(int) - wanted.view(np.uint8))
    assert off.max() <= SOFT
    return True


def test_strips_are_whole_pixels_of_the_picture_side_by_side(letters: Type) -> None:
    def tags(*tops: float) -> list[Primitive]:
        return [GROUND, *(Tag((20.5 + 60 * n, top, 30, 24), "7", "#ff0000", "#000000") for n, top in enumerate(tops))]

    found = differences(tags(10, 50, -4.5), tags(10, 58.5, 0), SIZE, letters)
    assert found == ((80, 50, 31, 33), (140, 0, 31, 24))


def test_nothing_differs_from_itself(letters: Type) -> None:
    made = [GROUND, Path(np.array([[0.0, np.nan], [3.0, 4.0], [9.0, 8.0]]), "#ff0000")]
    again = [GROUND, Path(made[1].points.copy(), "#ff0000")]
    assert differences(made, again, SIZE, letters) == ()


def test_a_picture_that_changed_all_over_is_painted_at_once(letters: Type) -> None:
    other = Rects(GROUND.array, "#eeeeee")
    assert differences([GROUND], [other], SIZE, letters) is None
    assert differences([GROUND], [other], SIZE, letters, (100.0,)) is None


def test_a_pane_that_changed_all_over_does_not_make_the_others_be_painted(letters: Type) -> None:
    """As where its scale went along with the newest value."""

    def chart(colour: str, left: float) -> list[Primitive]:
        pane = Rects(np.array([[0, 120, 240, 40]], dtype=np.int32), colour)
        return [GROUND, Tag((left, 10.0, 30.0, 20.0), "7", "#ff0000", "#000000"), Group((0.0, 120.0, 240.0, 40.0), (pane,))]

    before, after = chart("#eeeeee", 100.0), chart("#222222", 104.0)
    assert differences(before, after, SIZE, letters) is None
    (left, top, width, height), pane = differences(before, after, SIZE, letters, (120.0,)) or ()
    assert pane == (0, 120, 240, 40)
    assert (left, top, width, height) == (100, 10, 34, 20)


def test_many_lines_that_come_at_once_are_not_measured_one_by_one(letters: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[Primitive] = []
    monkeypatch.setattr(changes, "extent", lambda one, metrics: measured.append(one) or extent(one, metrics))
    lines = tuple([Path(np.array([[0.0, n], [500.0, n]]), "#ff0000", 1.0) for n in range(200)])
    assert differing([Group(PANE, lines[:1])], [Group(PANE, lines)], letters) == [PANE]
    assert not measured
    assert differing([Group(PANE, lines[:1])], [Group(PANE, lines[:2])], letters) != [PANE]
    assert measured == [lines[1]]


def across(seed: int, kind: str) -> Primitive:
    """A primitive that reaches across the picture, of forty rows where it has rows."""
    chance = np.random.default_rng(seed)
    x, y = np.sort(chance.uniform(-10, 236, 40)), chance.uniform(0, 160, 40)
    rect, width = (float(x[5]), float(y[0]), *chance.uniform(5, 60, 2).tolist()), float(chance.choice([1.0, 1.5, 3.0]))
    tops = np.floor(chance.uniform(0, 140, 190))
    made: dict[str, Callable[[], Primitive]] = {
        "rects": lambda: Rects(np.column_stack((x, y, *chance.uniform(1, 30, (2, 40)))).astype(np.int32), "#ff0000"),
        "lines": lambda: Lines(np.column_stack((x[:30], y[:30], x[10:], y[10:])), "#ff0000", width),
        "path": lambda: Path(np.column_stack((chance.permutation(x), y)), "#ff0000", width),
        "gentle": lambda: Path(np.column_stack((x, 80 + 60 * np.sin(x / 30))), "#ff0000", width, gentle=True),
        "broken": lambda: Path(np.column_stack((x, np.where(chance.random(40) < 0.2, np.nan, y))), "#ff0000", width),
        "area": lambda: Area(np.column_stack((chance.permutation(x), y)), "#ff0000", 1.0),
        "foot": lambda: Area(np.column_stack((np.append(x, x[::-1]), np.append(y, np.full(40, 150.0)))), "#ff0000", 1.0),
        "uprights": lambda: Uprights(20, tops, tops + 20, ("#00ff00", "#ff0000"), (tops > 80).astype(np.intp)),
        "text": lambda: Text(*rect[:2], "12.5", "#ff0000", angle=float(chance.choice([0.0, 40.0]))),
        "tag": lambda: Tag(rect, "1234.5", "#ff0000", "#00ff00"),
        "oval": lambda: Oval(rect, "#ff0000", width),
        "run": lambda: Run(*rect[:2], (("12", "#ff0000"), ("345", "#00ff00")), "#222222"),
        "rule": lambda: Rule(int(x[5]), int(y[0]), 60, bool(seed % 2), "#888888", 3, 2, 3),
        "moved": lambda: Moved(Layer(None, PANE, (across(seed, "area"),)), int(chance.integers(-90, 90))),
    }
    return made[kind]()


KINDS = (
    "rects", "lines", "path", "gentle", "broken", "area", "foot", "uprights", "text", "tag", "oval", "run", "rule", "moved",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_what_may_touch_a_strip_looks_inside_it_as_the_whole_picture_does(letters: Type, kind: str) -> None:
    for seed in range(20):
        shown: list[Primitive] = [GROUND, across(seed, kind)]
        whole = painted(blank(), shown, letters).view(np.uint8).astype(int)
        for left, wide in ((0, 9), (37, 20), (70, 3), (101, 40), (160, 1), (200, 40)):
            part = painted(blank(), shown, letters, (float(left), 0.0, float(wide), 160.0)).view(np.uint8)
            strip = slice(4 * left, 4 * (left + wide))
            assert np.abs(part[:, strip] - whole[:, strip]).max() <= SOFT, (seed, left)


def bounds(pixels: NDArray[np.uint32]) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of what is not black."""
    y, x = np.nonzero(pixels & 0xFFFFFF)
    return (int(x.min()), int(y.min()), int(x.max()) + 1, int(y.max()) + 1) if len(x) else None


def assert_within(pixels: NDArray[np.uint32], box: tuple[float, float, float, float]) -> None:
    found = bounds(pixels)
    if found is not None:
        left, top, width, height = box
        assert math.floor(left) <= found[0], (found, box)
        assert math.floor(top) <= found[1], (found, box)
        assert found[2] <= math.ceil(left + width), (found, box)
        assert found[3] <= math.ceil(top + height), (found, box)


@pytest.mark.parametrize("kind", [*KINDS, "words"])
def test_nothing_is_painted_outside_of_its_extent(letters: Type, kind: str) -> None:
    for seed in range(20):
        words = Text(
            60.0 + 5 * seed, 80.0, "of several\nlines, one of them long" if seed % 3 else "one", "#ff0000", angle=9.0 * seed
        )
        one = words if kind == "words" else across(seed, kind)
        assert_within(painted(blank(), [one], letters), extent(one, letters))


@pytest.mark.parametrize("kind", ["rects", "lines", "path", "gentle", "broken", "area", "uprights"])
@pytest.mark.parametrize("count", [1, 2, 5, 30])
def test_some_rows_of_a_batch_are_not_painted_outside_of_their_box(letters: Type, kind: str, count: int) -> None:
    for seed in range(10):
        one, some = across(seed, kind), slice(4, 4 + count)
        if isinstance(one, Uprights):
            shades = None if one.shades is None else one.shades[some]
            part: Primitive = replace(one, left=one.left + 4, top=one.top[some], bottom=one.bottom[some], shades=shades)
        else:
            name = "array" if isinstance(one, Rects | Lines) else "points"
            part = replace(one, **{name: getattr(one, name)[some]})
        assert_within(painted(blank(), [part], letters), box_of(one, some))


@pytest.mark.parametrize("kind", KINDS)
def test_what_lies_elsewhere_is_not_painted(letters: Type, kind: str) -> None:
    one = across(1, kind)
    few = tuple(within([one], (100.0, 0.0, 12.0, 160.0), letters))
    name = {Rects: "array", Lines: "array", Path: "points", Area: "points", Uprights: "top"}.get(type(one))
    if name is not None and kind != "path":  # of which most stretches reach across
        assert len(getattr(few[0], name)) < len(getattr(one, name))
    assert tuple(within([one], (900.0, 0.0, 12.0, 160.0), letters)) == () or kind in ("area", "foot")


@pytest.mark.parametrize("kind", [*KINDS[:-1], "ground", "group"])
def test_what_came_or_went_is_told_from_what_stayed(letters: Type, kind: str) -> None:
    """By what it is made of: that all of a picture is made anew does not have it painted anew."""

    def made(seed: int) -> Primitive:
        if kind == "ground":
            return Ground(PANE, "#202020", np.array([seed], dtype=np.int32), np.array([40], dtype=np.int32), "#808080")
        return Group(PANE, (across(3, "broken"), across(seed, "text"))) if kind == "group" else across(seed, kind)

    came = Tag((200.0, 3.0, 20.0, 20.0), "7", "#ff0000", "#000000")
    new = extent(came, letters)
    first, last = Rects(GROUND.array, "#111111"), across(9, "path")
    for after in ([came, first, made(1), last], [first, made(1), came, last], [first, made(1), last, came]):
        before = [replace(first), made(1), across(9, "path")]
        assert differing(before, after, letters) == differing(after, before, letters) == [new]
    found = differing([first, made(1), last], [first, made(2), came, last], letters)
    assert found == [extent(made(1), letters), extent(made(2), letters), new]
    bigger = differing([made(1)], [Group(PANE, (made(1),)), came], letters)
    assert bigger == [extent(made(1), letters), PANE, new]


@pytest.mark.parametrize("kind", ["rects", "lines", "gentle", "broken", "foot", "uprights"])
def test_a_tick_is_a_narrow_strip_of_the_picture(letters: Type, kind: str) -> None:
    before = across(1, kind)
    (strip,) = differences([GROUND, before], [GROUND, ticked(before, 5)], SIZE, letters) or ()
    assert strip[2] < 0.4 * SIZE[0]
    assert differences([Group(PANE, (before,))], [Group(PANE, (before, GROUND))], SIZE, letters) is None
    (inside,) = differences([Group(PANE, (before,))], [Group(PANE, (ticked(before, 5),))], SIZE, letters) or (strip,)
    assert inside[2] <= strip[2]


@pytest.mark.parametrize("kind", ["rects", "lines", "path", "gentle", "broken", "foot", "uprights"])
def test_rows_that_change_come_or_go_are_painted(letters: Type, kind: str) -> None:
    name, less = {"rects": "array", "lines": "array", "uprights": "top"}.get(kind, "points"), 0
    for seed in range(40):
        one = across(seed, kind)
        rows = getattr(one, name)
        changed = rows.copy()
        changed[len(rows) // 2] += 9
        versions = [one, replace(one, **{name: changed})]
        if kind in ("rects", "lines"):
            versions += [replace(one, **{name: part}) for part in (rows[:-3], changed[:-3], rows[3:])]
        pairs = [(before, after) for before in versions for after in versions if before is not after]
        less += sum(assert_becomes(letters, [GROUND, before], [GROUND, after]) for before, after in pairs)
    assert less >= 20
