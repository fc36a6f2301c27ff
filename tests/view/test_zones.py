"""Times by the exchange's clock, the computer's or UTC: what each text of a chart says, and what stays the exchange's."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from charting.core.document import VERSION, Times, Workspace
from charting.core.edits import set_chart
from charting.core.history import History
from charting.core.interval import DAY, Interval
from charting.core.theme import theme
from charting.scene.navigation import Span
from charting.scene.overlay import Cursor, crosshair
from charting.scene.primitives import Tag, Text
from charting.scene.sessions import joints
from charting.view.chart import ChartView
from charting.view.formats import LocaleFormats
from charting.view.zones import clock_zone, local_zone
from tests.scene.making import look
from tests.view.golden.cases import CASES
from tests.view.golden.painting import flat

OPENING = int(datetime.datetime(2025, 9, 15, 1, 30, tzinfo=datetime.UTC).timestamp())  # 09:30 in Hong Kong
ENGLISH = QLocale("en_HK")


@pytest.mark.parametrize(
    ("clock", "text", "label"),
    [
        (None, "Mon 15 Sept 2025 09:30", "09:30"),
        ("UTC", "Mon 15 Sept 2025 01:30", "01:30"),
        ("America/New_York", "Sun 14 Sept 2025 21:30", "21:30"),
        ("Asia/Kathmandu", "Mon 15 Sept 2025 07:15", "07:15"),
    ],
)
def test_bars_within_a_day_are_told_by_the_clock(clock, text, label):
    formats = LocaleFormats(ENGLISH, "Asia/Hong_Kong", clock)
    assert formats.moment(OPENING, Interval.parse("5m")).replace("Sep ", "Sept ") == text
    assert formats.tick_label(OPENING, "minute") == label


@pytest.mark.parametrize("clock", ["UTC", "America/New_York", "Pacific/Kiritimati"])
def test_days_are_called_by_the_exchanges_date(clock):
    formats, own = LocaleFormats(ENGLISH, "Asia/Hong_Kong", clock), LocaleFormats(ENGLISH, "Asia/Hong_Kong")
    assert formats.moment(OPENING, DAY) == own.moment(OPENING, DAY)
    for level in ("day", "month", "year"):
        assert formats.tick_label(OPENING, level) == own.tick_label(OPENING, level)


@pytest.mark.parametrize(("times", "zone"), [("exchange", "America/New_York"), ("utc", "UTC")])
def test_a_choice_names_a_zone(times: Times, zone):
    assert clock_zone(times, "America/New_York") == zone


def test_the_computers_zone_is_one_that_python_knows():
    assert local_zone("Asia/Tokyo") == "Asia/Tokyo"
    assert local_zone("Somewhere/Else") == local_zone("") == "UTC"
    formats = LocaleFormats(ENGLISH, "Asia/Hong_Kong", clock_zone("local", "Asia/Hong_Kong"))
    assert formats.tick_label(OPENING, "minute")


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    case = next(case for case in CASES if case.name == "sessions")
    made = replace(case.made, interval="15m")
    widget = ChartView(History(Workspace(VERSION, "Test", made.id, (made,))), made.id, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(900, 600)
    widget.set_series(case.series)
    widget.show()
    widget.sight.move(Span(400.0, 440.0))
    widget.repaint()
    yield widget
    widget.close_workers()


def texts(view: ChartView) -> list[str]:
    """The labels of the time axis, the crosshair's time, the data window's date and the legend's."""
    view.repaint()
    scene, picture = view.scene, view.picture
    assert scene is not None
    assert picture is not None
    bottom = scene.layout.time[1]
    labels = [item.text for item in flat(scene.primitives) if isinstance(item, Text) and item.y > bottom and ":" in item.text]
    cursor = Cursor(scene.panes[0].viewport.x(410.0), 100.0, 0)
    tag = crosshair(scene, cursor, picture.look(scene.chart, scene.series))[-1]
    assert isinstance(tag, Tag)
    view.place_cursor(cursor)
    date = view.listing()[0].lines[0].text
    legend = [text.strip() for item in picture.legend(410) for text, _ in item.run.parts if date in text]
    return [*labels[:3], tag.text, date, *legend]


def test_everything_that_tells_a_time_follows_the_choice_and_sessions_stay(view: ChartView) -> None:
    def choose(times: Times) -> list[str]:
        document = view.history.document
        view.history.commit(set_chart(document, document.active, times=times), "Times")
        return texts(view)

    def marks() -> tuple[list[float], list[float]]:
        scene = view.scene
        assert scene is not None
        found = joints(scene.series, scene.panes[0].viewport, look())
        return found.begins.tolist(), found.resumes.tolist()

    own, places = texts(view), marks()
    utc = choose("utc")
    assert len(own) == len(utc) == 6
    assert all(one != other for one, other in zip(own, utc, strict=True))
    clocks = [[int(text.rsplit(" ", 1)[-1][:2]) for text in found] for found in (own, utc)]
    assert {(one - other) % 24 for one, other in zip(*clocks, strict=True)} == {8}
    assert marks() == places
    assert choose("exchange") == own
