"""Figures as a painter takes them."""

from __future__ import annotations

import numpy as np

from charting.core.document import Stroke
from charting.core.figures import Label, Polygon, Polyline, Segment
from charting.scene.primitives import Area, Lines, Path, Rects, Text
from charting.scene.shapes import primitives_of
from tests.scene.making import look


def test_shapes_that_were_cut_away_altogether_paint_nothing() -> None:
    for part in primitives_of((Polyline((), Stroke()), Polygon((), "blue", 0.1, Stroke())), look()):
        assert isinstance(part, Path | Area)
        assert part.points.shape == (0, 2)


def test_lines_along_the_axes_are_whole_pixels_wide_and_others_are_not_squared() -> None:
    level, slant = primitives_of((Segment((0, 10.4), (100, 10.4), Stroke()), Segment((0, 0), (9, 5), Stroke(width=2))), look(2.0))
    assert isinstance(level, Rects)
    assert level.array.tolist() == [[0, 9, 100, 2]]
    assert isinstance(slant, Lines)
    assert slant.width == 4


def test_a_boxed_label_has_a_text_that_reads_on_its_box() -> None:
    (text,) = primitives_of((Label((5, 5), "Support", "yellow", boxed=True),), look())
    assert isinstance(text, Text)
    assert (text.background, text.colour) == ("#ffd34d", "#000000")


def test_the_users_own_colours_are_taken_as_they_are() -> None:
    (line,) = primitives_of((Segment((0, 0), (9, 5), Stroke("#123456")),), look())
    assert isinstance(line, Lines)
    assert line.colour == "#123456"
    assert np.isfinite(line.array).all()


def test_neighbouring_segments_of_one_look_are_painted_at_once() -> None:
    segments = [Segment((float(x), 0.0), (x + 5.0, 9.0), Stroke(colour)) for x, colour in enumerate(["blue"] * 3 + ["red"])]
    batches = primitives_of((*segments, Label((5, 5), "Support", "yellow"), segments[0]), look())
    assert [len(part.array) for part in batches if isinstance(part, Lines)] == [3, 1, 1]
    assert isinstance(batches[2], Text)  # in its place: what comes later lies above
