"""The legend's lines: what each tells of, how it folds, and the room for its buttons."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from charting.core.document import Chart, Compared, Indicator
from charting.indicators.values import IndicatorValues
from charting.scene.chart import ChartScene, View, build_chart
from charting.scene.legend_layout import BUTTONS, ELLIPSIS, Attention, LegendLine, Subject, legend_lines
from charting.scene.legend_room import FOLDING, LEFT
from charting.scene.levels import Levels
from charting.scene.series import Other
from tests.scene.making import chart, look, series_of, walk

BARS = walk(300)


def averages(count: int) -> tuple[Indicator, ...]:
    return tuple(Indicator(f"sma{index}", "sma", {"period": 10 + index}) for index in range(count))


def scene_of(made: Chart, height: int = 600, width: int = 900) -> ChartScene:
    cache = IndicatorValues()
    return build_chart(
        made,
        (),
        series_of(BARS),
        lambda one: cache.values(BARS, cache.recipe(one)),
        View(100, 299, (width, height)),
        Levels(),
        look(),
    )


def lines_of(made: Chart, attention: Attention = Attention(), height: int = 600) -> tuple[LegendLine, ...]:
    return legend_lines(scene_of(made, height), 250, look(), attention)


def test_every_indicator_has_a_line_in_its_pane() -> None:
    found = lines_of(chart(averages(2), (Indicator("rsi", "rsi"),)))
    assert [(line.pane, line.subject) for line in found] == [
        (0, None), (0, None), (0, Subject("sma0")), (0, Subject("sma1")), (1, Subject("rsi")),
    ]  # fmt: skip
    assert found[2].head == look().metrics.width("SMA 10")


def test_a_long_legend_can_be_folded_and_says_how_much_it_hides() -> None:
    made = chart(averages(FOLDING))
    assert lines_of(made)[-1].folds
    assert len(lines_of(made)) == 2 + FOLDING + 1
    folded = replace(made, panes=(replace(made.panes[0], legend_folded=True),))
    found = lines_of(folded)
    assert [line.subject for line in found] == [None, None, None]
    assert str(FOLDING) in found[-1].run.parts[0][0]


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("count", [1, FOLDING])
def test_nothing_is_written_beneath_a_line_of_the_legend_nor_what_folds_it(folded: bool, count: int) -> None:
    made = chart(averages(count))
    made = replace(made, panes=(replace(made.panes[0], legend_folded=folded),))
    scene, found = scene_of(made), lines_of(made)
    assert found[-1].folds is (folded or count == FOLDING)
    assert all(scene.legend_room.covers((line.run.x, line.run.y, 2.0, 2.0)) for line in found)
    last = found[-1].run
    assert not scene.legend_room.covers((last.x, last.y + 2 * look().metrics.height, 2.0, 2.0))


def test_a_short_legend_has_no_line_that_folds() -> None:
    assert not any(line.folds for line in lines_of(chart(averages(FOLDING - 1))))


@pytest.mark.parametrize("height", range(90, 330, 20))
def test_lines_stay_inside_their_pane(height: int) -> None:
    made = chart(averages(9), averages(3))
    scene = scene_of(made, height)
    for line in legend_lines(scene, 250, look()):
        top, tall = scene.panes[line.pane].rect[1], scene.panes[line.pane].rect[3]
        assert line.run.y <= top + max(tall, 22)


def test_a_folded_pane_shows_its_first_line() -> None:
    made = chart((), averages(FOLDING + 1))
    panes = (made.panes[0], replace(made.panes[1], collapsed=True))
    found = [line for line in lines_of(replace(made, panes=panes)) if line.pane == 1]
    assert [line.subject for line in found] == [Subject("sma0")]


def test_an_open_line_makes_room_for_its_buttons_behind_its_name() -> None:
    made, width = chart(averages(1)), look().metrics.width
    plain = lines_of(made)[2]
    opened = lines_of(made, Attention(opened=Subject("sma0")))[2]
    extra = sum(width(text) for text, _ in opened.run.parts) - sum(width(text) for text, _ in plain.run.parts)
    assert extra >= BUTTONS
    assert opened.run.parts[0][0] == plain.run.parts[0][0]
    assert opened.head == plain.head


def test_the_selected_line_stands_on_another_ground() -> None:
    made = chart(averages(2))
    one, two = lines_of(made, Attention(selected=Subject("sma1")))[2:]
    assert one.run.background != two.run.background


def test_averaged_bars_are_called_so_and_others_are_not() -> None:
    series, looks, levels, scene = series_of(BARS), look(), Levels(), None
    for style, named in (("candles", False), ("heikin-ashi", True), ("heikin-ashi", True), ("line", False)):
        made = replace(chart(averages(1)), style=style)
        scene = build_chart(made, (), series, lambda _: None, View(0.0, 50.0, (640, 400)), levels, looks, scene)
        title = "".join(text for text, _ in legend_lines(scene, 250, looks)[0].run.parts)
        assert ("Heikin-Ashi" in title) is named, style


def test_a_subject_knows_whether_it_is_still_there() -> None:
    made = chart(averages(1))
    assert Subject("sma0").is_on(made)
    assert not Subject("sma1").is_on(made)
    assert not Subject(symbol="^HSI", source="demo").is_on(made)


@pytest.mark.parametrize("width", [240, 330, 420, 560, 900])
def test_no_line_runs_over_the_axis(width: int) -> None:
    scene = scene_of(chart((Indicator("bb", "bbands"),), (Indicator("macd", "macd"),)), 600, width)
    for line in legend_lines(scene, 250, look()):
        left, _, room, _ = scene.panes[line.pane].rect
        end = line.run.x + sum(look().metrics.width(text) for text, _ in line.run.parts)
        assert end <= left + room or len(line.run.parts) == 2, line.run.parts
        assert line.run.parts[0][0] != ELLIPSIS
    whole = legend_lines(scene_of(chart(), 600, 2000), 250, look())
    assert all(text != ELLIPSIS for line in whole for text, _ in line.run.parts)


@pytest.mark.parametrize("width", [240, 300, 360, 480, 900])
def test_a_long_warning_says_as_much_as_has_room(width: int) -> None:
    beside = Other(Compared("^HSI", "demo"), problem="The file has no bars of 1 minute. Choose 1 day or longer.")
    series = replace(series_of(walk(50)), others=(beside,))
    scene = build_chart(chart(), (), series, lambda _: None, View(0.0, 50.0, (width, 400)), Levels(), look())
    line = legend_lines(scene, -1, look())[2]
    said, room = "".join(text for text, _ in line.run.parts), scene.price_pane.rect[2] - 2 * look().px(LEFT)
    assert said.endswith(ELLIPSIS) == (width < 900)
    assert room - 3 * 7 < look().metrics.width(said) <= room or width == 900
