import pytest
from msgspec.structs import replace

from charting.core.document import Chart, Drawing
from charting.core.interval import Interval
from charting.drawings.catalogue import TOOLS
from charting.drawings.sheet import lay_out
from charting.drawings.visibility import suits, visible
from tests.drawings.scenes import drawn, pane

LINE = Drawing("1", "horizontal_line", ())


@pytest.mark.parametrize(
    ("limits", "shown"),
    [(None, "1m 1h 1d 1mo"), (("1h", "1d"), "1h 1d"), (("1d", "1d"), "1d"), (("1d", "1m"), ""), (("1m", "60m"), "1m 1h")],
)
def test_a_drawing_shows_on_the_intervals_it_is_meant_for(limits, shown):
    drawing = replace(LINE, intervals=limits)
    assert [code for code in ("1m", "1h", "1d", "1mo") if suits(drawing, Interval.parse(code))] == shown.split()


def test_limits_that_cannot_be_read_limit_nothing():
    assert suits(replace(LINE, intervals=("soon", "late")), Interval.parse("1d"))


def test_a_chart_hides_layers_all_or_single_drawings():
    chart = Chart("c", "^HSI", "demo", interval="1d")
    old = replace(LINE, layer="old")
    assert visible(old, chart)
    assert not visible(old, replace(chart, hidden_layers=("old",)))
    assert not visible(old, replace(chart, drawings_hidden=True))
    assert not visible(replace(old, hidden=True), chart)
    assert not visible(replace(old, intervals=("1m", "1h")), chart)


def test_hidden_layers_are_not_laid_out_and_what_is_laid_out_is_kept_until_they_change():
    daily = pane("1d")
    line = drawn(TOOLS["trend_line"], daily)
    drawings = (line, replace(line, id="2", layer="old"))
    both = lay_out(drawings, daily)
    assert [item.drawing for item in both.items] == list(drawings)
    one = lay_out(drawings, daily, both, ("old",))
    assert [item.drawing for item in one.items] == [line]
    assert lay_out(drawings, daily, one, ("old",)).rows is one.rows
    assert [item.drawing for item in lay_out(drawings, daily, one).items] == list(drawings)


def test_what_is_meant_for_other_intervals_is_not_laid_out():
    daily = pane("1d")
    line = drawn(TOOLS["trend_line"], daily)
    assert [item.drawing for item in lay_out([line], daily).items] == [line]
    assert lay_out([replace(line, intervals=("1m", "1h"))], daily).items == ()
