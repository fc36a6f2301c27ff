"""Generated documents and edits for the tests of whatever keeps, changes or writes them."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import msgspec
from hypothesis import strategies as st

from charting.core import edits
from charting.core.document import (
    Anchor,
    Chart,
    Drawing,
    Indicator,
    Layout,
    Pane,
    Scale,
    Sizes,
    Stroke,
    TimeRange,
    WatchlistItem,
    Workspace,
)

Edit = Callable[[Workspace], Workspace]

IDS = ("a", "b", "c")
SYMBOLS = ("^HSI", "9988.HK", "HSTECH.HK")

texts = st.sampled_from(["", "Neckline", "恒生科技", 'quoted "name" \\ ', "two\nlines", "🪨"])
numbers = st.sampled_from([0.0, -0.0, 5500.0, 6195.4, 1 / 3, -1e12, 1e-9])
instants = st.datetimes(timezones=st.just(datetime.UTC))
moments = st.integers(0, 2**32).map(lambda seconds: datetime.datetime.fromtimestamp(seconds, datetime.UTC))
values = st.sampled_from([True, False, 14, -(2**53), 2.0, 0.618, "close", [0.0, 0.5, 1.0], ["a", 1.5], []])
parameters = st.dictionaries(st.sampled_from(["period", "levels", "文字"]), values, max_size=2)
strokes = st.sampled_from([Stroke(), Stroke("red", 2.5, "dash"), Stroke("#12ab9f", 0.1, "dot")])
anchors = st.builds(Anchor, moments, numbers, st.sampled_from(["1m", "12mo"]), st.sampled_from([None, "high"]))


def drawings(ids: tuple[str, ...] = IDS) -> st.SearchStrategy[Drawing]:
    looks = st.sampled_from(
        [
            {},
            {"fill": "green", "opacity": 0.5, "interp": "log", "extend_right": True},
            {"name": "颈线", "note": "two\nlines", "locked": True},
            {"hidden": True, "layer": "weekly", "extend_left": True},
        ]
    )
    return st.builds(
        lambda drawing_id, kind, points, stroke, chosen, look: Drawing(
            drawing_id, kind, tuple(points), stroke, parameters=chosen, **look
        ),
        st.sampled_from(ids),
        st.sampled_from(["trend-line", "a tool of a later version"]),
        st.lists(anchors, max_size=2),
        strokes,
        parameters,
        looks,
    )


scales = st.sampled_from([Scale(), Scale("log", True), Scale("percent", low=5500.0, high=6195.4)])
sizes = st.sampled_from([Sizes(), Sizes(renko=50.0, reversal=5), Sizes(kagi=0.25, box=1e6, lines=1)])
indicators = st.builds(
    Indicator,
    st.sampled_from(IDS),
    st.sampled_from(["sma", "macd"]),
    parameters,
    st.sampled_from([{}, {"signal": Stroke("orange")}]),
    st.booleans(),
    scale=st.none() | scales,
    shapes=st.sampled_from([{}, {"sma": "dots"}]),
)
panes = st.builds(
    Pane,
    st.sampled_from(IDS),
    st.sampled_from([0.01, 0.3, 1.0]),
    st.lists(indicators, max_size=2, unique_by=lambda one: one.id).map(tuple),
    scales,
    st.booleans(),
)
ranges = st.builds(TimeRange, moments, moments)


@st.composite
def charts(draw, chart_id: str) -> Chart:
    return Chart(
        id=chart_id,
        symbol=draw(st.sampled_from(SYMBOLS)),
        source=draw(st.sampled_from(["demo", "yahoo", "file:///home/x/bars.csv"])),
        interval=draw(st.sampled_from(["1m", "1d", "3mo"])),
        style=draw(st.sampled_from(["candles", "line", "high-low"])),
        panes=tuple(draw(st.lists(panes, min_size=1, max_size=2, unique_by=lambda pane: pane.id))),
        range=draw(st.none() | ranges),
        drawings_hidden=draw(st.booleans()),
        sizes=draw(sizes),
        price_axis=draw(st.sampled_from(["right", "left", "both"])),
        times=draw(st.sampled_from(["exchange", "local", "utc"])),
    )


@st.composite
def workspaces(draw) -> Workspace:
    """Any workspace the program could have."""
    ids = draw(st.sampled_from(["a", "b", "bc", "abc"]))
    by_symbol = st.lists(drawings(), min_size=1, max_size=2, unique_by=lambda drawing: drawing.id).map(tuple)
    return Workspace(
        version=1,
        name=draw(texts),
        active=draw(st.sampled_from(ids)),
        charts=tuple(draw(charts(chart_id)) for chart_id in ids),
        drawings=draw(st.dictionaries(st.sampled_from(SYMBOLS), by_symbol, max_size=2)),
        watchlist=tuple(WatchlistItem(symbol, "demo") for symbol in draw(st.lists(st.sampled_from(SYMBOLS), max_size=3))),
        layout=draw(st.builds(Layout, texts, texts)),
    )


@st.composite
def content_edits(draw) -> Edit:
    """An edit of what undo takes back: drawings, indicators, series, styles, kinds of scale; sometimes without effect."""
    chart, symbol, target = draw(st.sampled_from(IDS)), draw(st.sampled_from(SYMBOLS)), draw(st.sampled_from(IDS))
    drawn = draw(st.lists(drawings(), max_size=2, unique_by=lambda drawing: drawing.id))
    indicator = draw(indicators)
    own_pane, kind = draw(st.booleans()), draw(st.sampled_from(["linear", "log", "percent"]))
    style, interval = draw(st.sampled_from(["candles", "line"])), draw(st.sampled_from(["1m", "1d"]))

    def set_kind(pane: Pane) -> Pane:
        return pane if pane.scale.kind == kind else msgspec.structs.replace(pane, scale=Scale(kind))

    choices: tuple[Edit, ...] = (
        lambda workspace: edits.add_drawings(workspace, symbol, drawn),
        lambda workspace: edits.replace_drawings(workspace, symbol, drawn),
        lambda workspace: edits.remove_drawings(workspace, symbol, {target}),
        lambda workspace: edits.set_drawings(workspace, symbol, drawn),
        lambda workspace: edits.add_indicator(workspace, chart, indicator, own_pane=own_pane),
        lambda workspace: edits.replace_indicator(workspace, chart, indicator),
        lambda workspace: edits.remove_indicator(workspace, chart, target),
        lambda workspace: edits.set_chart(workspace, chart, style=style),
        lambda workspace: edits.set_chart(workspace, chart, symbol=symbol, interval=interval),
        lambda workspace: edits.edit_pane(workspace, chart, target, set_kind),
    )
    return draw(st.sampled_from(choices))
