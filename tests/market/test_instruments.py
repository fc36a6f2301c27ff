"""The bundled instruments: names, lists with their dates, codes in every form, search in every script."""

from __future__ import annotations

import csv

import pytest

from charting.market.instruments import instrument_of, known_instruments, search, symbol_of_code
from tests.places import DATA


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("9988", "9988.HK"),
        ("09988", "9988.HK"),
        ("9988.HK", "9988.HK"),
        ("09988.hk", "9988.HK"),
        ("HK:09988", "9988.HK"),
        ("9988HK", "9988.HK"),
        (" ９９８８ ", "9988.HK"),
        ("5", "0005.HK"),
        ("700", "0700.HK"),
        ("80700", "80700.HK"),
        ("BABA", "9988.HK"),
        ("HSTECH", "HSTECH.HK"),
        ("hstech.hk", "HSTECH.HK"),
        ("HSI", "^HSI"),
        ("^HSI", "^HSI"),
        ("HSCEI", "^HSCE"),
        ("^HSCEI", "^HSCE"),
        ("0", None),
        ("123456", None),
        ("", None),
        ("nonsense", None),
    ],
)
def test_code_in_any_form_gives_the_symbol(text: str, symbol: str | None) -> None:
    assert symbol_of_code(text) == symbol


@pytest.mark.parametrize(
    "text",
    [
        "9988",
        "09988",
        "9988.HK",
        "BABA",
        "baba",
        "阿里巴巴",
        "Alibaba",
        "alib",
        "albb",
        "998",
        "0998",
        "9988 hk",
        "hk 9988",
        "HK:09988",
        "９９８８",
        "巴巴",
        "ALBB",
    ],
)
def test_alibaba_is_found_by_what_people_type(text: str) -> None:
    assert "9988.HK" in [instrument.symbol for instrument in search(text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("9988", "9988.HK"),
        ("alib", "9988.HK"),
        ("albb", "9988.HK"),
        ("txkg", "0700.HK"),
        ("tencent", "0700.HK"),
        ("byd", "1211.HK"),
        ("騰訊", "0700.HK"),
        ("腾讯", "0700.HK"),
        ("hang seng", "^HSI"),
        ("LI", "2015.HK"),
        ("寧德", "3750.HK"),
        ("0005", "0005.HK"),
    ],
)
def test_best_match_comes_first(text: str, first: str) -> None:
    assert search(text)[0].symbol == first


def test_search_for_nothing_finds_nothing() -> None:
    assert search("") == search("  ") == search("zzzz") == ()


def test_search_finds_names_inside() -> None:
    assert {"^HSI", "^HSCE", "HSTECH.HK", "3033.HK"} <= {instrument.symbol for instrument in search("seng")}


def test_every_instrument_is_found_by_each_of_its_names() -> None:
    for instrument in known_instruments():
        for name in (instrument.symbol, instrument.name, instrument.name_tc, instrument.name_sc):
            assert instrument in search(name), name
        assert instrument_of(instrument.symbol) is instrument


def test_all_members_of_hang_seng_tech_are_known_by_their_names() -> None:
    known = {instrument.symbol for instrument in known_instruments()}
    with (DATA / "hstech_constituents_2025-09.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 30
    for row in rows:
        assert row["yahoo"] in known
        instrument = instrument_of(row["yahoo"])
        assert row["name_tc"].startswith(instrument.name_tc[:2])
        assert row["name_sc"].startswith(instrument.name_sc[:2])


@pytest.mark.parametrize(
    ("symbol", "kind", "currency", "exchange"),
    [
        ("^HSI", "index", "HKD", "XHKG"),
        ("HSTECH.HK", "index", "HKD", "XHKG"),
        ("3033.HK", "fund", "HKD", "XHKG"),
        ("9988.HK", "equity", "HKD", "XHKG"),
        ("0005.HK", "equity", "HKD", "XHKG"),
        ("^GSPC", "index", "", ""),
        ("AAPL", "other", "", ""),
    ],
)
def test_kind_follows_from_the_symbol(symbol: str, kind: str, currency: str, exchange: str) -> None:
    instrument = instrument_of(symbol)
    assert (instrument.kind, instrument.currency, instrument.exchange) == (kind, currency, exchange)
