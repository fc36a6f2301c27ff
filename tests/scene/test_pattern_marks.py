"""Marks on bars: each with its name in the reader's language, none upon another."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec import structs

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


def parts(
    slot_width: float = 20.0, *, apart: bool = True, first: float = -0.5, inverted: bool = False
) -> list[list[Area | Text]]:
    """What they draw."""
    shown = marked()
    seen = structs.replace(look(), formats=Reversed())
    last, scale = len(BARS) - 0.5, PriceScale(50, 150, inverted=inverted)
    view = Viewport(0, 0, (last - first) * slot_width, 400, first, last, scale)
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


def test_a_bar_without_a_mark_has_no_value_in_the_legend() -> None:
    doji, hammer = marked()
    assert [text for text, _ in plot_line(doji, 30, 2, look())] == ["Doji", "  100"]
    assert [text for text, _ in plot_line(hammer, 30, 2, look())] == ["Hammer", "  nan"], "told as formats tell of no number"


def test_the_rows_with_marks_are_found_once() -> None:
    levels, (doji, _) = Levels(), marked()
    assert doji.values is not None
    column = doji.values["cdldoji"]
    assert levels.known_rows(column).tolist() == [5, 6, 30]
    assert levels.known_rows(column) is levels.known_rows(column)


@pytest.mark.parametrize("inverted", [False, True])
def test_a_mark_stands_beyond_its_bar_on_an_inverted_scale_too(inverted: bool) -> None:
    """A rising one at the low: below the bar, or above it where low prices are at the top."""
    way = -1 if inverted else 1
    low = Viewport(0, 0, 1, 400, 0, 1, PriceScale(50, 150, inverted=inverted)).y(float(BARS.low[5]))
    doji, hammer = parts(inverted=inverted)
    tip, foot = (float(doji[0].points[row, 1]) for row in (0, 1))  # type: ignore[union-attr]
    assert 0 < (tip - low) * way < (foot - low) * way
    assert (tips(hammer)[0][1] - tips(doji)[0][1]) * way > 14


def test_the_names_of_marks_stay_while_the_first_of_them_leaves_the_view() -> None:
    """Two marks side by side share the room of a name, whichever of them the view begins with."""
    whole, _ = parts(12.0)
    panned, _ = parts(12.0, first=5.8)
    assert len(tips(panned)) == len(tips(whole)) - 1
    assert [part.x for part in whole if isinstance(part, Text)] == [5.5 * 12 + 0.5, 30.5 * 12 + 0.5]
    assert [part.x + 6.3 * 12 for part in panned if isinstance(part, Text)] == pytest.approx([30.5 * 12 + 0.5], abs=1)
