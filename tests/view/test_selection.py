"""What is selected is on the chart, or was chosen from a list: no key changes what went out of sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from charting.core.document import Workspace
from charting.core.edits import replace_drawings, set_chart
from charting.view.chart import ChartView
from tests.view.test_chart import draw, drawn, view

__all__ = ["view"]

Change = Callable[[Workspace], Workspace]


def on_drawings(**fields: object) -> Change:
    def change(document: Workspace) -> Workspace:
        symbol = document.chart.symbol
        return replace_drawings(document, symbol, [replace(one, **fields) for one in document.drawings[symbol][:1]])

    return change


def on_chart(**fields: object) -> Change:
    return lambda document: set_chart(document, document.active, **fields)


@pytest.mark.parametrize(
    ("first", "change"),
    [
        (on_drawings(), on_drawings(hidden=True)),
        (on_drawings(layer="Ideas"), on_chart(hidden_layers=("Ideas",))),
        (on_drawings(intervals=("1d", "1d")), on_chart(interval="1wk")),
        (on_drawings(), on_drawings(intervals=("1m", "1h"))),
        (on_drawings(), on_chart(drawings_hidden=True)),
        (on_drawings(), on_chart(symbol="9988.HK")),
    ],
)
def test_what_goes_out_of_sight_is_selected_no_more(qtbot: QtBot, view: ChartView, first: Change, change: Change) -> None:
    history = view.history
    draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    draw(qtbot, view, "trend_line", (300, 350), (500, 300))
    history.commit(first(history.document), "First")
    view.select((drawn(view)[0].id,))
    history.commit(change(history.document), "Change")
    assert view.selection == ()
    document = history.document
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    view.hand.selection.delete()
    assert history.document.drawings == document.drawings


def test_what_stays_in_sight_stays_selected(qtbot: QtBot, view: ChartView) -> None:
    draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    draw(qtbot, view, "trend_line", (300, 350), (500, 300))
    one, other = (drawing.id for drawing in drawn(view))
    view.select((one, other))
    view.history.commit(on_drawings(hidden=True)(view.history.document), "Hide")
    assert view.selection == (other,)
    view.history.commit(on_chart(interval="1wk")(view.history.document), "Interval")
    assert view.selection == (other,)


def test_what_was_hidden_when_it_was_chosen_stays_chosen(qtbot: QtBot, view: ChartView) -> None:
    draw(qtbot, view, "trend_line", (300, 250), (500, 200))
    view.history.commit(on_drawings(hidden=True)(view.history.document), "Hide")
    (hidden,) = drawn(view)
    view.select((hidden.id,))
    view.history.commit(on_drawings(locked=True)(view.history.document), "Lock")
    assert view.selection == (hidden.id,)
    view.history.commit(on_drawings(hidden=False)(view.history.document), "Show")
    assert view.selection == (hidden.id,)
