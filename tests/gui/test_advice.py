"""What is said of Hang Seng TECH at Yahoo, and what can be shown instead."""

from __future__ import annotations

import pytest

from charting.core.document import WatchlistItem
from charting.core.history import History
from charting.core.interval import DAY
from charting.market import akshare_source
from charting.market.provider import SeriesKey
from gui.advice import advice_notice
from gui.chart_edits import item_for, show_item
from gui.context import NoticeAction
from gui.market import change_source
from gui.sources import AKSHARE, DEMO
from tests.gui.documents import workspace

INDEX = SeriesKey("yahoo", "HSTECH.HK", DAY)
FUND = SeriesKey("yahoo", "3033.HK", DAY)
OPEN = NoticeAction("Open a file…", lambda: None)


def test_the_index_offers_a_file_akshare_and_the_fund(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(akshare_source, "is_installed", lambda: True)
    history = History(workspace())
    notice = advice_notice(INDEX, history, OPEN)
    assert notice is not None
    assert notice.text.startswith("Yahoo Finance keeps only the last days")
    assert "grows day by day" in notice.text
    assert "pip install" not in notice.text
    assert [action.text for action in notice.actions] == ["Open a file…", "Show AKShare's history", "Show the fund 3033.HK"]
    notice.actions[1].run()
    assert (history.document.chart.symbol, history.document.chart.source) == ("HSTECH.HK", "akshare")
    notice.actions[2].run()
    assert (history.document.chart.symbol, history.document.chart.source) == ("3033.HK", "yahoo")


def test_where_akshare_is_not_installed_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(akshare_source, "is_installed", lambda: False)
    notice = advice_notice(INDEX, History(workspace()))
    assert notice is not None
    assert 'pip install "lionrock[akshare]"' in notice.text
    assert [action.text for action in notice.actions] == ["Show the fund 3033.HK"]


def test_the_fund_says_that_it_stands_in_for_the_index() -> None:
    history = History(workspace())
    notice = advice_notice(FUND, history)
    assert notice is not None
    assert "stands in for the Hang Seng TECH Index" in notice.text
    (back,) = notice.actions
    back.run()
    assert (history.document.chart.symbol, history.document.chart.source) == ("HSTECH.HK", "yahoo")


@pytest.mark.parametrize(
    "key", [SeriesKey("demo", "HSTECH.HK", DAY), SeriesKey("akshare", "HSTECH.HK", DAY), SeriesKey("yahoo", "9988.HK", DAY)]
)
def test_there_is_nothing_to_say_of_others(key: SeriesKey) -> None:
    assert advice_notice(key, History(workspace()), OPEN) is None


def test_what_is_chosen_beside_akshare_comes_from_another_source() -> None:
    document = show_item(workspace(), WatchlistItem("HSTECH.HK", AKSHARE))
    assert item_for(document, "9988.HK").source == DEMO
    assert change_source(document, AKSHARE, DEMO).chart.source == DEMO
