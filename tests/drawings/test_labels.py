"""What is written on drawings can be read: no label over another, none across its own line, none out of view."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Label, Polygon, Polyline, Segment, distance, label_box, text_width
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import ToolParameter
from charting.drawings.editing import placed
from charting.drawings.marks import apart
from charting.drawings.sheet import figures_of
from tests.drawings.scenes import anchor, bars, drawn, pane

PANE = pane()


def labels(drawing: Drawing) -> list[Label]:
    return [figure for figure in figures_of(drawing, PANE) if isinstance(figure, Label)]


def draw(kind: str, *clicks: tuple[int, float], **fields: object) -> Drawing:
    return replace(placed(TOOLS[kind], tuple(anchor(*click) for click in clicks), PANE), **fields)


def overlap(one: Label, other: Label, slack: float) -> bool:
    left, top, right, bottom = label_box(one)
    box = label_box(other)
    return left < box[2] - slack and right > box[0] + slack and top < box[3] - slack and bottom > box[1] + slack


places = st.tuples(st.floats(0, 300), st.floats(0, 120))


@given(st.lists(places, max_size=12))
def test_labels_that_stay_lie_apart_and_those_that_go_had_no_room(where: list[tuple[float, float]]) -> None:
    given_ = [Label(place, f"{index}.618", "blue") for index, place in enumerate(where)]
    kept = apart(given_, 1.0)
    assert kept == tuple(label for label in given_ if label in kept)
    assert not any(overlap(one, other, 3) for one, other in combinations(kept, 2))
    assert all(any(overlap(one, other, 3) for other in kept) for one in given_ if one not in kept)
    assert not where or given_[0] in kept


@pytest.mark.parametrize(
    "kind", ["fib_retracement", "fib_extension", "fib_channel", "fib_fan", "fib_arcs", "gann_box", "gann_fan"]
)
@pytest.mark.parametrize("size", [5.0, 60.0, 2000.0])
def test_levels_of_any_height_can_be_read(kind: str, size: float) -> None:
    """The levels across and those up stand on two sides of a Gann box, so that its corners may meet."""
    clicks = ((20, 5000.0), (30, 5000 + size), (25, 5000 - size))[: TOOLS[kind].anchors]
    found = labels(draw(kind, *clicks))
    assert found
    for one, other in combinations(found, 2):
        assert not overlap(one, other, 3) or one.horizontal != other.horizontal


@pytest.mark.parametrize("rising", [True, False], ids=["rising", "falling"])
@pytest.mark.parametrize("back", [True, False], ids=["leftwards", "rightwards"])
@pytest.mark.parametrize("place", ["left", "middle", "right"])
def test_the_name_of_a_line_stands_beside_it(place: str, back: bool, rising: bool) -> None:
    clicks = [(20, 5000.0), (60, 6500.0 if rising else 4200.0)]
    line = draw("trend_line", *(reversed(clicks) if back else clicks), name="Neckline", parameters={"place": place})
    figures = figures_of(line, PANE)
    (segment,) = (figure for figure in figures if isinstance(figure, Segment))
    (label,) = (figure for figure in figures if isinstance(figure, Label))
    left, top, right, bottom = label_box(label)
    across = [left + (right - left) * share / 10 for share in range(11)]
    assert min(distance(segment, x, y) for x in across for y in (top + 2, bottom - 2)) > 1
    ends = sorted((segment.start, segment.end))
    near = {"left": ends[0][0], "middle": (ends[0][0] + ends[1][0]) / 2, "right": ends[1][0]}[place]
    assert left - 8 <= near <= right + 8


TURNABLE = [kind for kind, tool in TOOLS.items() if any(parameter.name == "turned" for parameter in tool.parameters)]
"""Tools whose text may run along the line."""


def place_of(kind: str) -> ToolParameter:
    """The setting of a tool for where along the line its text stands."""
    return next(parameter for parameter in TOOLS[kind].parameters if parameter.name in ("place", "name_place"))


def edge_distances(drawing: Drawing, label: Label) -> list[float]:
    """How far the lines of a drawing are from points all over the box of a label."""
    lines = [figure for figure in figures_of(drawing, PANE) if isinstance(figure, Segment | Polyline)]
    upright = replace(label, angle=0.0)
    left, top, right, bottom = label_box(upright)
    turn = math.radians(label.angle)
    found = []
    for across in np.linspace(left + 1, right - 1, 12) - label.at[0]:
        for down in np.linspace(top + 1, bottom - 1, 7) - label.at[1]:
            x = label.at[0] + across * math.cos(turn) - down * math.sin(turn)
            y = label.at[1] + across * math.sin(turn) + down * math.cos(turn)
            assert distance(label, x, y) == pytest.approx(0, abs=1e-9)  # the text is hit where it is
            found.append(min(distance(line, x, y) for line in lines))
    return found


@pytest.mark.parametrize("kind", TURNABLE)
@pytest.mark.parametrize("log", [False, True], ids=["linear", "log"])
def test_a_text_runs_along_its_line(kind: str, log: bool) -> None:
    """On the side of the line it is asked for, without its line through the letters; on the line it hides that."""
    tool = TOOLS[kind]
    sides = next(parameter.choices for parameter in tool.parameters if parameter.name == "side")
    base = replace(drawn(tool, pane(kind="log" if log else "linear")), name="Neckline")
    if kind == "flat_channel":  # its sides would cross below the text
        base = replace(base, anchors=(*base.anchors[:2], anchor(40, 7000.0)))
    for place in place_of(kind).choices:
        for side in sides if place != "none" else ():
            settings = {**base.parameters, place_of(kind).name: place, "side": side, "turned": True}
            drawing = replace(base, parameters=settings)
            (label,) = (one for one in labels(drawing) if "Neckline" in one.text)
            assert label.angle or kind == "flat_channel"  # whose flat side is the upper one
            assert -90 <= label.angle < 90
            away = edge_distances(drawing, label)
            assert min(away) < 7
            assert label.veiled == (side == "on the line") == (min(away) < 1), (place, side)


@pytest.mark.parametrize("kind", ["trend_line", "ray", "extended_line", "parallel_channel"])
def test_a_level_text_stands_on_the_side_it_is_asked_for(kind: str) -> None:
    for rise in (300.0, -300.0, 2500.0):
        clicks = ((20, 5000.0), (60, 5000 + rise), (20, 4800.0))[: TOOLS[kind].anchors]
        plain = draw(kind, *clicks, name="Neckline")
        for place in ("left", "middle", "right"):
            heights = []
            for side in ("above", "on the line", "below"):
                drawing = replace(plain, parameters={place_of(kind).name: place, "side": side})
                (label,) = (one for one in labels(drawing) if one.text == "Neckline")
                _, top, _, bottom = label_box(label)
                heights.append((top + bottom) / 2)
                assert label.angle == 0
                assert (min(edge_distances(drawing, label)) < 1) == (side == "on the line")
            assert heights == sorted(heights)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("place", ["left", "middle", "right"])
def test_the_text_of_a_line_stays_in_view_with_any_part_of_it(place: str, turned: bool) -> None:
    parameters = {"place": place, "turned": turned}
    crossing = draw("trend_line", (-40, 5500.0), (300, 6500.0), name="Neckline", parameters=parameters)
    ray = draw("ray", (-60, 5500.0), (-20, 5600.0), name="Neckline", parameters=parameters)
    for drawing in (crossing, ray):
        (label,) = labels(drawing)
        assert 0 <= label.at[0] <= 1200
        assert 0 <= label.at[1] <= 700
    assert labels(replace(ray, extend_right=False)) == []


def test_letters_of_chinese_take_their_room() -> None:
    assert text_width("Neckline") == 56
    assert text_width("頸線") == 24
    assert text_width("頸線 A") == 38


def test_a_line_says_its_prices_and_its_change() -> None:
    line = draw("trend_line", (20, 5000.0), (60, 5500.0), name="Neckline", parameters={"prices": True, "change": True})
    assert [label.text for label in labels(line)] == ["Neckline +10.00%", "5,000.00", "5,500.00"]
    assert [label.horizontal for label in labels(line)[1:]] == ["right", "left"]
    assert labels(replace(line, parameters={})) != labels(line)


@pytest.mark.parametrize("kind", ["horizontal_line", "horizontal_ray"])
def test_a_level_line_says_where_it_is_asked_how_far_the_last_close_is(kind: str) -> None:
    close = float(bars("1d").close[-1])
    found = {}
    for place in ("left", "middle", "right"):
        line = draw(kind, (20, close * 1.1), name="Top", parameters={"place": place, "distance": True})
        (label,) = labels(line)
        assert label.text == f"Top {close * 1.1:,.2f} (+10.00%)"
        left, _, right, _ = label_box(label)
        assert 0 <= left < right <= 1200
        found[place] = (left + right) / 2
    assert found["left"] < found["middle"] < found["right"]


@pytest.mark.parametrize("day", [-7, 0, 40, 84])
def test_a_dated_note_can_be_read_as_long_as_its_date_is_in_view(day: int) -> None:
    note = draw("dated_note", (day, 5500.0), parameters={"text": "Results beat the estimates by far"})
    (label,) = labels(note)
    left, _, right, bottom = label_box(label)
    assert 0 <= left < right <= 1200
    assert bottom <= 700


@pytest.mark.parametrize("day", [-7, 0, 40, 84])
def test_the_box_of_an_info_line_stays_in_view(day: int) -> None:
    for clicks in (((40, 5000.0), (day, 5600.0)), ((41, 5600.0), (day, 5000.0))):
        (label,) = labels(draw("info_line", *clicks))
        left, _, right, _ = label_box(label)
        assert 0 <= left < right <= 1200


@pytest.mark.parametrize("kind", ["long_position", "short_position"])
@pytest.mark.parametrize("inverted", [False, True])
def test_the_labels_of_a_low_position_lie_apart(kind: str, inverted: bool) -> None:
    projection = pane(inverted=inverted)
    wanted = 1 if kind == "long_position" else -1
    position = replace(
        placed(TOOLS[kind], (anchor(20, 5500),), projection),
        anchors=(anchor(20, 5500), anchor(40, 5500 + 4 * wanted), anchor(40, 5500 - 2 * wanted)),
    )
    found = [figure for figure in figures_of(position, projection) if isinstance(figure, Label)]
    assert len(found) == 3
    assert not any(overlap(one, other, 1) for one, other in combinations(found, 2))


def test_a_fan_is_filled_between_its_rays_and_can_have_others() -> None:
    fan = draw("gann_fan", (10, 5000), (30, 6000))
    assert len([figure for figure in figures_of(fan, PANE) if isinstance(figure, Polygon)]) == 8
    plain = replace(fan, opacity=0.0, parameters={"slopes": [1.0, 1.5]})
    assert [figure for figure in figures_of(plain, PANE) if isinstance(figure, Polygon)] == []
    assert {label.text for label in labels(plain)} == {"1×1", "1×1.5"}


def test_a_profile_names_its_point_of_control_and_value_area() -> None:
    clicks = ((10, 5000.0), (40, 5500.0))
    found = [label.text.split()[0] for label in labels(draw("volume_profile", *clicks))]
    assert found[0] == "POC"
    assert labels(draw("volume_profile", *clicks, parameters={"label": False})) == []
    no_bars = replace(PANE, table=bars("1d").slice(0, 0))
    assert figures_of(draw("volume_profile", *clicks), no_bars)


@pytest.mark.parametrize("kind", TOOLS)
def test_every_tool_shows_the_name_of_its_drawing_where_it_is_asked(kind: str) -> None:
    """But for those whose words stand in its place; and no name lies over another label of the same drawing."""
    drawing = replace(drawn(TOOLS[kind]), name="Neckline")
    found = labels(drawing)
    texts = [label for label in found if "Neckline" in label.text]
    if kind in ("text", "callout", "dated_note"):
        assert texts == []
        return
    (label,) = texts
    others = [one for one in found if one is not label]
    assert not any(overlap(label, one, 2) for one in others)
    assert "Neckline" not in "".join(one.text for one in labels(replace(drawing, name="")))
    if not TOOLS[kind].names:
        assert labels(replace(drawing, parameters={**drawing.parameters, "name_place": "none"})) == others
        right = replace(drawing, parameters={**drawing.parameters, "name_place": "right"})
        assert [one.horizontal for one in labels(right) if one.text == "Neckline"] == ["right"]
