"""Numbers in the user's locale, however they are made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from charting.core.interval import MONTH
from charting.view.formats import ABSENT, LocaleFormats


@pytest.mark.parametrize("name", ["en_HK", "zh_HK", "zh_CN", "de_DE", "fr_FR", "de_CH", "en_IN", "ar_EG", "C"])
@given(value=st.floats(-1e9, 1e9), decimals=st.integers(0, 5))
def test_a_price_is_written_as_the_locale_writes_it(name: str, value: float, decimals: int) -> None:
    locale = QLocale(name)
    sign = "−" if value < 0 else ""
    assert LocaleFormats(locale).price(value, decimals) == sign + locale.toString(abs(value), "f", decimals)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_is_absent(value: float) -> None:
    formats = LocaleFormats(QLocale("en_HK"))
    assert formats.price(value, 2) == formats.change(value, 2) == formats.percent(value) == formats.quantity(value) == ABSENT


def test_signs_and_short_forms() -> None:
    formats = LocaleFormats(QLocale("en_HK"))
    assert formats.change(-1234.5, 1) == "−1,234.5"
    assert formats.change(0.0, 2) == "0.00"
    assert formats.percent(0.0325) == "+3.25%"
    assert [formats.quantity(value) for value in (12.0, 1234.0, 2.5e6, 3e9)] == ["12", "1.23K", "2.50M", "3.00B"]


def test_short_forms_go_on_to_the_next_letter_where_rounding_does() -> None:
    formats = LocaleFormats(QLocale("en_HK"))
    assert [formats.quantity(value) for value in (999_994, 999_996, -999_999_999.0)] == ["999.99K", "1.00M", "−1.00B"]


def test_quantities_of_less_than_a_whole_one_are_told() -> None:
    formats = LocaleFormats(QLocale("en_HK"))
    assert [formats.quantity(value) for value in (0.0, 0.2, 12.375, 0.0041)] == ["0", "0.20", "12.38", "0.0041"]
    assert [formats.quantity(value) for value in (999.996, 1000.0)] == ["1.00K", "1.00K"]


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Hong_Kong", "Pacific/Auckland"])
def test_times_beyond_all_dates_are_those_at_the_end(zone: str) -> None:
    formats = LocaleFormats(QLocale("en_HK"), zone)
    assert formats.moment(-120_000_000_000, MONTH) == formats.moment(-130_000_000_000, MONTH)
    assert formats.tick_label(300_000_000_000, "year") == "9999"
