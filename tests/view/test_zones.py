"""Times by the exchange's clock, the computer's or UTC: what each text of a chart says, and what stays the exchange's."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QLocale

from charting.core.document import Times
from charting.core.interval import DAY, Interval
from charting.view.formats import LocaleFormats
from charting.view.zones import clock_zone, local_zone

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
