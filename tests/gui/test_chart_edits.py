from datetime import UTC, datetime

from msgspec.structs import replace

from charting.core.document import Indicator, Scale, TimeRange, WatchlistItem
from charting.core.edits import add_drawings, set_chart
from charting.core.scale_edits import rescaled
from charting.indicators.catalogue import kind_of
from gui import chart_edits
from tests.gui.documents import line, workspace

RANGE = TimeRange(datetime(2025, 1, 2, tzinfo=UTC), datetime(2025, 6, 2, tzinfo=UTC))


def test_the_span_stays_for_symbols_of_one_source_and_goes_with_the_source():
    document = set_chart(workspace(), "chart", range=RANGE)
    same = chart_edits.show_item(document, WatchlistItem("^HSI", "demo"))
    assert (same.chart.symbol, same.chart.range) == ("^HSI", RANGE)
    other = chart_edits.show_item(document, WatchlistItem("^HSI", "yahoo"))
    assert (other.chart.source, other.chart.range) == ("yahoo", None)


def test_scales_held_by_hand_follow_the_prices_of_another_series():
    document = workspace()
    pane = document.chart.panes[0]
    held = rescaled(document, "chart", pane.id, "", Scale("log", low=5000.0, high=6000.0))
    assert chart_edits.show_item(held, WatchlistItem("^HSI", "demo")).chart.panes[0].scale == Scale("log")
    assert chart_edits.show_item(held, WatchlistItem("HSTECH.HK", "demo")) is held


def test_showing_what_is_shown_changes_nothing():
    document = workspace()
    assert chart_edits.show_item(document, WatchlistItem("HSTECH.HK", "demo")) is document


def test_a_symbol_means_the_one_in_the_watchlist_and_of_the_charts_source_first():
    items = (WatchlistItem("^HSI", "file:///HSI.csv"), WatchlistItem("^HSI", "demo"), WatchlistItem("AAPL", "yahoo"))
    document = replace(workspace(), watchlist=items)
    assert chart_edits.item_for(document, "^HSI") == items[1]
    assert chart_edits.item_for(document, "AAPL") == items[2]
    assert chart_edits.item_for(document, "9988.HK") == WatchlistItem("9988.HK", "demo")


def test_beside_a_file_other_symbols_come_from_another_source():
    document = workspace(symbol="X", source="file:///x.csv")
    assert chart_edits.item_for(document, "9988.HK").source == "demo"
    listed = replace(document, watchlist=(*document.watchlist, WatchlistItem("^HSI", "yahoo")))
    assert chart_edits.item_for(listed, "9988.HK").source == "yahoo"


def test_a_scale_is_switched_on_and_off_and_follows_the_bars_again():
    document = workspace()
    locked = replace(document.chart.panes[0], scale=replace(document.chart.panes[0].scale, low=1.0, high=2.0))
    document = set_chart(document, "chart", panes=(locked,))
    logarithmic = chart_edits.set_scale_kind(document, "log")
    assert logarithmic.chart.panes[0].scale.kind == "log"
    assert logarithmic.chart.panes[0].scale.low is None
    assert chart_edits.set_scale_kind(logarithmic, "log").chart.panes[0].scale.kind == "linear"
    assert chart_edits.set_scale_kind(logarithmic, "percent").chart.panes[0].scale.kind == "percent"


def test_inverting_twice_is_nothing():
    document = workspace()
    once = chart_edits.invert_scale(document)
    assert once.chart.panes[0].scale.inverted
    assert chart_edits.invert_scale(once) == document


def test_all_drawings_are_locked_and_unlocked():
    document = add_drawings(workspace(), "HSTECH.HK", [line(1), replace(line(2), locked=True)])
    assert not chart_edits.all_locked(document)
    locked = chart_edits.lock_all(document, True)
    assert chart_edits.all_locked(locked)
    assert not any(drawing.locked for drawing in chart_edits.active_drawings(chart_edits.lock_all(locked, False)))


def test_without_drawings_nothing_is_locked():
    assert not chart_edits.all_locked(workspace())


def test_an_indicator_is_switched_on_in_its_pane_and_off_with_all_its_copies():
    document = workspace()
    average, oscillator = kind_of("sma"), kind_of("macd")
    with_both = chart_edits.toggle_indicator(chart_edits.toggle_indicator(document, average), oscillator)
    assert [indicator.kind for indicator in with_both.chart.panes[0].indicators] == ["sma"]
    assert [indicator.kind for indicator in with_both.chart.panes[1].indicators] == ["macd"]
    twice = chart_edits.put_indicator(with_both, average)
    assert sum(indicator.kind == "sma" for indicator in chart_edits.active_indicators(twice)) == 2
    none = chart_edits.toggle_indicator(chart_edits.toggle_indicator(twice, average), oscillator)
    assert none == document


def test_indicators_are_listed_from_the_first_pane_to_the_last():
    document = chart_edits.toggle_indicator(chart_edits.toggle_indicator(workspace(), kind_of("macd")), kind_of("sma"))
    assert [indicator.kind for indicator in chart_edits.active_indicators(document)] == ["sma", "macd"]
    assert all(isinstance(indicator, Indicator) for indicator in chart_edits.active_indicators(document))
