"""Marks on bars: each with its name in the reader's language, none upon another."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from charting.core.bars import Floats
from charting.core.document import Indicator, Pane
from charting.core.scales import PriceScale
from charting.core.viewport import Viewport
from charting.scene import plots, plotting
from charting.scene.legend import plot_line
from charting.scene.levels import Levels
from charting.scene.plots import Plotted, beside_each_other
from charting.scene.primitives import Area, Text
from tests.indicators.making import flat
from tests.scene.making import PlainFormats, look

BARS = flat(60)
MARKED = {"cdldoji": (5, 6, 30), "cdlhammer": (5, 40)}


class Reversed(PlainFormats):
    """Another language."""

    def translate(self, text: str) -> str:
        return text[::-1]


def marked() -> tuple[Plotted, ...]:
    """Two indicators with marks."""

    def lookup(indicator: Indicator) -> dict[str, np.ndarray]:
        values = np.zeros(len(BARS), np.int32)
        values[list(MARKED[indicator.kind])] = 100
        return {indicator.kind: values}

    return plots.plotted(Pane("p", indicators=tuple(Indicator(kind, kind) for kind in MARKED)), lookup)


def parts(slot_width: float = 20.0, *, apart: bool = True, inverted: bool = False) -> list[list[Area | Text]]:
    """What they draw."""
    shown = marked()
    seen = structs.replace(look(), formats=Reversed())
    scale = PriceScale(50, 150, inverted=inverted)
    view = Viewport(0, 0, len(BARS) * slot_width, 400, -0.5, len(BARS) - 0.5, scale)
    found = beside_each_other(shown) if apart else shown
    return [list(plotting.over(one, BARS, view, Levels(), seen)) for one in found]  # type: ignore[arg-type]


def tips(drawn: list[Area | Text]) -> list[tuple[float, float]]:
    return [(float(part.points[0, 0]), float(part.points[0, 1])) for part in drawn if isinstance(part, Area)]


def test_marks_bear_their_names_in_the_readers_language() -> None:
    doji, hammer = parts(60.0)
    assert [part.text for part in doji if isinstance(part, Text)] == ["ijoD"] * 3
    assert [part.text for part in hammer if isinstance(part, Text)] == ["remmaH"] * 2


def test_names_do_not_run_into_each_other() -> None:
    doji, _ = parts(12.0)
    places = [part.x for part in doji if isinstance(part, Text)]
    assert len(places) == 2, "the bar after the first has its mark without a name"
    assert len(tips(doji)) == 3


def test_without_room_there_are_no_names() -> None:
    doji, _ = parts(2.0)
    assert not [part for part in doji if isinstance(part, Text)]
    assert len(tips(doji)) == 3


def test_a_second_mark_on_a_bar_stands_beyond_the_first() -> None:
    doji, hammer = parts()
    (x, first), (same, second) = tips(doji)[0], tips(hammer)[0]
    assert x == same
    assert second > first + 14, "below the first and its name"
    assert tips(hammer)[1][1] == first, "alone on its bar it stands as near as any"
    assert tips(parts(apart=False)[1])[0][1] == first


@given(st.sets(st.integers(0, 599), max_size=300), st.integers(100, 400), st.integers(1, 40), st.floats(3.5, 14.0))
def test_names_stay_while_the_chart_is_panned(marked_rows: set[int], first: int, by: int, slot: float) -> None:
    """Names that appear and go with each bar that leaves the view cannot be read."""
    column = np.zeros(1000, np.int32)
    column[list(marked_rows)] = 100
    bars, (shown,) = flat(1000), plots.plotted(Pane("p", indicators=(Indicator("a", "cdldoji"),)), lambda _: {"cdldoji": column})

    def named(first: int) -> set[int]:
        view = Viewport(0, 0, 300.0, 400, first, first + 300 / slot, PriceScale(50, 150))
        texts = [part for part in plotting.over(shown, bars, view, Levels(), look()) if isinstance(part, Text)]
        return {round(view.slot(text.x - 0.5)) for text in texts}

    one, other, inner = named(first), named(first + by), range(first + by, first + int(300 / slot))
    assert {row for row in one if row in inner} == {row for row in other if row in inner}
    wide = 7.0 * 4 * 0.85
    rows = sorted(one)
    assert all((after - before) * slot > wide - 1.0 for before, after in pairwise(rows))


def test_a_name_whose_bar_has_left_the_view_goes_out_with_it() -> None:
    column = np.zeros(len(BARS), np.int32)
    column[9] = 100
    (shown,) = plots.plotted(Pane("p", indicators=(Indicator("a", "cdldoji"),)), lambda _: {"cdldoji": column})
    view = Viewport(0, 0, 300.0, 400, 9.9, 39.9, PriceScale(50, 150))
    (text,) = [part for part in plotting.over(shown, BARS, view, Levels(), look()) if isinstance(part, Text)]
    assert -7.0 * 4 * 0.85 / 2 < text.x < 0


def test_where_there_is_no_room_for_all_marks_the_last_of_some_bars_stands_for_them() -> None:
    column, bars = np.zeros(4000, np.int32), flat(4000)
    column[::2], column[1::2] = 100, -100
    (shown,) = plots.plotted(Pane("p", indicators=(Indicator("a", "cdldoji"),)), lambda _: {"cdldoji": column})

    def places(first: float) -> Floats:
        view = Viewport(0, 0, 1000.0, 400, first, first + 2000, PriceScale(50, 150))
        return np.array(tips(list(plotting.over(shown, bars, view, Levels(), look()))))[:, 0]  # type: ignore[arg-type]

    found = places(500.0)
    assert 2 * 125 <= len(found) <= 2 * 128, "one of each side for eight pixels, and what reaches in"
    assert np.diff(np.unique(found)).max() <= 8.0, "across all of the pane"
    inner, moved = found[(found > 200) & (found < 800)], places(516.0) + 8.0
    assert set(inner) <= set(moved), "the same ones while it is panned"


def test_a_bar_without_a_mark_has_no_value_in_the_legend() -> None:
    doji, hammer = marked()
    assert [text for text, _ in plot_line(doji, 30, 2, look())] == ["Doji", "  100"]
    assert [text for text, _ in plot_line(hammer, 30, 2, look())] == ["Hammer", "  nan"], "told as formats tell of no number"


def test_the_rows_with_marks_are_found_once() -> None:
    levels, (doji, _) = Levels(), marked()
    assert doji.values is not None
    column = doji.values["cdldoji"]
    known = levels.known_rows(column)
    assert known.between(0, len(known)).tolist() == [5, 6, 30]
    assert levels.known_rows(column) is known


@pytest.mark.parametrize("inverted", [False, True])
def test_a_mark_stands_beyond_its_bar_on_an_inverted_scale_too(inverted: bool) -> None:
    """A rising one at the low: below the bar, or above it where low prices are at the top."""
    way = -1 if inverted else 1
    low = Viewport(0, 0, 1, 400, 0, 1, PriceScale(50, 150, inverted=inverted)).y(float(BARS.low[5]))
    doji, hammer = parts(inverted=inverted)
    tip, foot = (float(doji[0].points[row, 1]) for row in (0, 1))  # type: ignore[union-attr]
    assert 0 < (tip - low) * way < (foot - low) * way
    assert (tips(hammer)[0][1] - tips(doji)[0][1]) * way > 14
