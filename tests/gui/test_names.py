import pytest
from PySide6.QtCore import QLocale

from charting.core.interval import Interval
from charting.market.instruments import instrument_of
from gui.names import (
    instrument_name,
    interval_name,
    is_no_whole_days,
    is_typed_code,
    menu_text,
    plain_title,
    short_code,
    typed_interval,
)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("5", "5m"), ("15", "15m"), ("1h", "1h"), ("4H", "4h"), ("D", "1d"), ("1D", "1d"), ("2W", "2wk"), ("w", "1wk"), ("M", "1mo"),
     ("1m", "1m"), ("3M", "3mo"), (" 30 ", "30m"), (",5", "5m"), ("240", "4h"),
     ("1440", "1d"), ("24h", "1d"), ("2880", "2d"), ("48h", "2d"), ("23h", "23h"), ("1439m", "1439m")],
)  # fmt: skip
def test_an_interval_is_typed_as_on_its_button(typed, code):
    assert typed_interval(typed) == Interval.parse(code)


def test_a_name_in_a_menu_keeps_its_ampersands():
    assert plain_title("&Undo: " + menu_text("Show S&P 500 & more")) == "Undo: Show S&P 500 & more"


@pytest.mark.parametrize("typed", ["", ",", "0", "00", "x", "5y", "m5", "5 5", "99999", "-5"])
def test_what_is_no_interval_is_refused(typed):
    assert typed_interval(typed) is None
    assert not is_no_whole_days(typed)


@pytest.mark.parametrize("typed", ["25h", "36h", "36H", "1441m", "2160m"])
def test_more_than_a_day_that_is_no_whole_days_is_refused_for_that(typed):
    assert typed_interval(typed) is None
    assert is_no_whole_days(typed)


@pytest.mark.parametrize(
    ("code", "short", "words"),
    [
        ("1m", "1m", "1 minute"),
        ("15m", "15m", "15 minutes"),
        ("1d", "1D", "1 day"),
        ("1wk", "1W", "1 week"),
        ("3mo", "3M", "3 months"),
    ],
)
def test_intervals_have_a_short_and_a_long_name(code, short, words):
    interval = Interval.parse(code)
    assert interval.short == short
    assert interval_name(interval) == words
    assert typed_interval(short) == interval


@pytest.mark.parametrize(("locale", "name"), [("en_GB", "Alibaba"), ("zh_HK", "阿里巴巴"), ("zh_CN", "阿里巴巴")])
def test_an_instrument_is_called_in_the_script_of_the_reader(locale, name):
    assert instrument_name(instrument_of("9988.HK"), QLocale(locale)) == name


def test_traditional_and_simplified_script_differ():
    catl = instrument_of("3750.HK")
    assert instrument_name(catl, QLocale("zh_HK")) == catl.name_tc
    assert instrument_name(catl, QLocale("zh_CN")) == catl.name_sc
    assert catl.name_tc != catl.name_sc


def test_a_name_that_is_missing_is_given_in_english():
    assert instrument_name(instrument_of("AAPL"), QLocale("zh_HK")) == "AAPL"


@pytest.mark.parametrize(("symbol", "code"), [("9988.HK", "9988"), ("^HSI", "HSI"), ("HSTECH.HK", "HSTECH"), ("AAPL", "AAPL")])
def test_codes_are_short(symbol, code):
    assert short_code(symbol) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("5", False), ("15", False), ("240", False), ("1440", False), ("720", False), ("9988", True), ("700", True), ("0", True),
     ("0005", True), ("250", True), ("1h", False), ("", False), ("D", False)],
)  # fmt: skip
def test_digits_that_are_no_interval_are_a_code(typed: str, code: bool) -> None:
    assert is_typed_code(typed) is code
