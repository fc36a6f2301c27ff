"""Fibonacci's and Gann's levels against numbers worked out by hand, and labels that agree with their lines."""

from __future__ import annotations

import re

import numpy as np
import pytest
from msgspec.structs import replace

from charting.core.codec import decode_drawings, encode_drawings
from charting.core.document import Drawing, Level
from charting.core.figures import Figure, Label, Polyline, Segment
from charting.drawings.catalogue import TOOLS, lines_at
from charting.drawings.declaration import MOST_LEVELS, Tool, ToolParameter, levels, ratios
from charting.drawings.editing import placed
from charting.drawings.levels import colours_of, plain
from charting.drawings.sheet import figures_of
from tests.drawings.scenes import anchor, drawn, pane

LINEAR, LOG = pane(), pane(kind="log")
FAR = replace(LINEAR, window=replace(LINEAR.viewport, first_slot=-3000, last_slot=3000))
"""Wide enough for every time zone."""


LISTS = [
    pytest.param(tool, parameter, id=f"{tool.kind}-{parameter.name}")
    for tool in TOOLS.values()
    for parameter in tool.parameters
    if isinstance(parameter.default, list)
]
"""Every list of levels that a tool has."""


def draw(kind: str, *clicks: tuple[int, float], log: bool = False, **fields: object) -> Drawing:
    drawing = placed(TOOLS[kind], tuple(anchor(*click) for click in clicks), LOG if log else LINEAR)
    return replace(drawing, **fields)


def at(drawing: Drawing, slot: float) -> dict[str, float]:
    return {name: float(prices[0]) for name, prices in lines_at(drawing, np.array([slot]), LINEAR).items()}


def labels(figures: tuple[Figure, ...]) -> list[Label]:
    return [figure for figure in figures if isinstance(figure, Label)]


def test_a_retracement_has_100_percent_at_the_first_click() -> None:
    fib = draw("fib_retracement", (10, 5000), (30, 6000))
    expected = {"0": 6000, "0.236": 5764, "0.382": 5618, "0.5": 5500, "0.618": 5382, "0.786": 5214, "1": 5000}
    assert at(fib, 20) == pytest.approx(expected)
    turned = replace(fib, parameters={"reverse": True})
    assert at(turned, 20)["0.236"] == pytest.approx(5236)


def test_a_retracement_in_log_is_made_of_ratios() -> None:
    fib = draw("fib_retracement", (10, 5000), (30, 7200), log=True)
    # Half of a ratio of 1.44 is 1.2.
    assert at(fib, 20)["0.5"] == pytest.approx(6000)
    assert at(fib, 20)["0.618"] == pytest.approx(7200 / 1.44**0.618)


@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("kind", ["linear", "log", "percent"])
@pytest.mark.parametrize("place", ["left", "right"])
def test_labels_say_the_price_at_their_line(log: bool, kind: str, place: str) -> None:
    projection = pane(kind=kind)
    fib = draw("fib_retracement", (10, 5000), (30, 7200), log=log, parameters={"labels": place})
    found = labels(figures_of(fib, projection))
    lines = [figure for figure in figures_of(fib, projection) if isinstance(figure, Segment) and figure.start[1] == figure.end[1]]
    assert len(found) == 7
    for label, line in zip(found, lines, strict=True):
        price = float(re.search(r"\(([\d,.]+)\)", label.text)[1].replace(",", ""))
        assert projection.plane.price(line.start[1]) == pytest.approx(price, abs=0.006)
        assert label.at[1] == line.start[1]


def test_levels_are_the_users_own() -> None:
    fib = draw("fib_retracement", (10, 5000), (30, 6000), parameters={"levels": [-0.5, 0.5, 3.0], "percent": True})
    assert at(fib, 20) == pytest.approx({"-0.5": 6500, "0.5": 5500, "3": 3000})
    assert [label.text.split(" ")[0] for label in labels(figures_of(fib, LINEAR))] == ["−50%", "50%"]
    many = replace(fib, parameters={"levels": [index / 1000 for index in range(5000)]})
    assert len(at(many, 20)) == MOST_LEVELS


def test_an_extension_measures_the_move_off_again() -> None:
    fib = draw("fib_extension", (10, 5000), (30, 6000), (40, 5500))
    found = at(fib, 45)
    assert found["0"] == 5500
    assert found["1"] == 6500
    assert found["1.618"] == pytest.approx(7118)
    log = draw("fib_extension", (10, 5000), (30, 6000), (40, 5500), log=True)
    assert at(log, 45)["1"] == pytest.approx(6600)


def test_a_fibonacci_channel() -> None:
    channel = draw("fib_channel", (10, 5000), (30, 6000), (20, 5600))
    assert at(channel, 20)["1.618"] == pytest.approx(5500 + 161.8)
    assert at(channel, 30)["0.382"] == pytest.approx(6038.2)


def test_time_zones_stand_at_fibonaccis_numbers() -> None:
    zones = draw("fib_time_zones", (10, 5000), (14, 6000))
    lines = [figure for figure in figures_of(zones, LINEAR) if isinstance(figure, Segment) and figure.start[0] == figure.end[0]]
    assert [round(LINEAR.plane.slot(line.start[0]), 6) for line in lines] == [10, 14, 18, 22, 30, 42, 62]


def test_a_fan_passes_through_the_retracements() -> None:
    fan = draw("fib_fan", (10, 5000), (30, 6000))
    assert at(fan, 30)["0.382"] == pytest.approx(5618)
    assert at(fan, 50)["0.5"] == pytest.approx(6000)
    # In time: the price of the second click is reached at half of the bars.
    assert at(fan, 20)["t0.5"] == pytest.approx(6000)


def test_arcs_cross_the_move_at_their_shares_and_stay_put() -> None:
    arcs = draw("fib_arcs", (10, 5000), (30, 6000), parameters={"levels": [0.5]})
    for projection in (LINEAR, pane(low=3000, high=9000), pane(code="1d", inverted=True)):
        (arc,) = [figure for figure in figures_of(arcs, projection) if isinstance(figure, Polyline)]
        where = [(projection.plane.slot(x), projection.plane.price(y)) for x, y in arc.points]
        nearest = min(where, key=lambda place: abs((place[0] - 10) / 20 - (place[1] - 5000) / 1000))
        assert nearest == pytest.approx((20, 5500), rel=0.01)
        assert max(price for _, price in where) <= 6000 + 1e-6


def test_ganns_fan_has_multiples_of_one_slope() -> None:
    fan = draw("gann_fan", (10, 5000), (30, 5400))
    found = at(fan, 50)
    assert found["1x1"] == pytest.approx(5800)
    assert found["2x1"] == pytest.approx(5400)
    assert found["1x2"] == pytest.approx(6600)
    assert found["8x1"] == pytest.approx(5100)


def test_ganns_box_divides_price_and_time() -> None:
    box = draw("gann_box", (10, 5000), (30, 6000))
    assert at(box, 20)["0.382"] == pytest.approx(5382)
    upright = [figure for figure in figures_of(box, LINEAR) if isinstance(figure, Segment) and figure.start[0] == figure.end[0]]
    assert [LINEAR.plane.slot(line.start[0]) for line in upright] == pytest.approx([10, 15, 17.64, 20, 22.36, 25, 30])


def test_a_rectangle_knows_its_edges() -> None:
    zone = draw("rectangle", (30, 6000), (10, 5000), parameters={"middle": True})
    assert at(zone, 20) == {"upper": 6000, "lower": 5000, "middle": 5500}
    assert np.isnan(at(zone, 31)["upper"])
    assert at(replace(zone, extend_right=True), 300)["upper"] == 6000


def colours(figures: tuple[Figure, ...]) -> set[str]:
    return {figure.stroke.colour for figure in figures if isinstance(figure, Segment | Polyline)}


def with_level(drawing: Drawing, parameter: ToolParameter, place: int, level: Level) -> Drawing:
    found = [plain(one) for one in levels(drawing, parameter)]
    found[place] = plain(level)
    return replace(drawing, parameters={**drawing.parameters, parameter.name: found})


@pytest.mark.parametrize(("tool", "parameter"), LISTS)
def test_each_level_has_a_colour_of_its_own(tool: Tool, parameter: ToolParameter) -> None:
    drawing = drawn(tool)
    for place, level in enumerate(levels(drawing, parameter)):
        own = with_level(drawing, parameter, place, Level(level.value, colour="#123456"))
        assert "#123456" in colours(figures_of(own, FAR))
        others, before = list(colours_of(own, parameter)), list(colours_of(drawing, parameter))
        assert others.pop(place) == "#123456"
        before.pop(place)
        assert others == before
        one = replace(own, parameters={**own.parameters, "coloured": False})
        assert "#123456" not in colours(figures_of(one, FAR))


@pytest.mark.parametrize(("tool", "parameter"), LISTS)
def test_a_level_that_is_not_shown_is_as_if_removed_but_for_the_colours(tool: Tool, parameter: ToolParameter) -> None:
    drawing = drawn(tool)
    every = levels(drawing, parameter)
    for place, level in enumerate(every if len(every) > 1 else ()):
        hidden = with_level(drawing, parameter, place, Level(level.value, shown=False))
        rest = [Level(one.value, colour=colour) for one, colour in zip(every, colours_of(drawing, parameter), strict=True)]
        del rest[place]
        removed = replace(drawing, parameters={**drawing.parameters, parameter.name: rest})
        assert ratios(hidden, parameter) == ratios(removed, parameter)
        if level.value or "channel" not in tool.kind:  # the line through a channel's points stays until it is hidden
            assert figures_of(hidden, FAR) == figures_of(removed, FAR)
            assert at(hidden, 35).keys() == at(removed, 35).keys()
        assert figures_of(hidden, FAR) != figures_of(drawing, FAR)
        assert colours_of(hidden, parameter) == colours_of(drawing, parameter)


@pytest.mark.parametrize(("tool", "parameter"), LISTS)
def test_looks_of_levels_are_kept_and_bare_numbers_still_read(tool: Tool, parameter: ToolParameter) -> None:
    drawing = drawn(tool)
    assert levels(drawing, parameter) == tuple(Level(float(value)) for value in parameter.default)
    own = with_level(drawing, parameter, -1, Level(levels(drawing, parameter)[-1].value, False, "red"))
    assert decode_drawings(encode_drawings((own,))) == (own,)
    bare = f'[{{"id": "1", "kind": "{tool.makes}", "anchors": [], "parameters": {{"{parameter.name}": [0.5, 1]}}}}]'
    assert levels(decode_drawings(bare.encode())[0], parameter) == (Level(0.5), Level(1.0))


@pytest.mark.parametrize(("tool", "parameter"), LISTS)
def test_levels_that_are_written_alike_are_drawn_nevertheless(tool: Tool, parameter: ToolParameter) -> None:
    """A fan with slopes of 1/3 and 0.3333 could not be drawn at all, nor the chart that it was on."""
    drawing = replace(drawn(tool), parameters={parameter.name: [1 / 3, 0.3333, 1.0, 1.0000001]})
    fewer = replace(drawing, parameters={parameter.name: [1 / 3, 1.0]})
    assert len(figures_of(drawing, FAR)) > len(figures_of(fewer, FAR))
    assert at(drawing, 20).keys() >= at(fewer, 20).keys()


@pytest.mark.parametrize("kind", ["parallel_channel", "fib_channel"])
def test_a_channel_without_a_level_keeps_its_base(kind: str) -> None:
    channel = drawn(TOOLS[kind])
    hidden = [Level(level.value, shown=False) for level in levels(channel, TOOLS[kind].parameters[0])]
    assert list(at(replace(channel, parameters={"levels": hidden}), 15)) == ["0"]
    assert list(at(replace(channel, parameters={"levels": [hidden[0], 1.0]}), 15)) == ["1"]


def test_time_zones_stand_at_the_users_numbers() -> None:
    zones = draw("fib_time_zones", (10, 5000), (14, 6000), parameters={"levels": [1.0, 1.5, Level(2.0, shown=False)]})
    lines = [figure for figure in figures_of(zones, LINEAR) if isinstance(figure, Segment) and figure.start[0] == figure.end[0]]
    assert [round(LINEAR.plane.slot(line.start[0]), 6) for line in lines] == [14, 16]
    assert [label.text for label in labels(figures_of(zones, LINEAR))] == ["1", "1.5"]
