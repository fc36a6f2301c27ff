"""What is written on drawings can be read: no label over another, none across its own line, none out of view."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Label, Polygon, Segment, distance, label_box
from charting.drawings.catalogue import TOOLS
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
    no_bars = replace(PANE, bars=bars("1d").slice(0, 0))
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
