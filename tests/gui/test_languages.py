"""The language follows the user, else the system."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QFontDatabase

from charting.core.interval import DAY, MINUTE
from charting.core.text import Sentence
from charting.indicators.catalogue import CATALOGUE
from charting.market.capabilities import Capabilities, Served
from charting.market.database import Database, Unavailable
from charting.market.files import read_bars
from charting.market.provider import FileProblem, MarketError
from charting.market.yahoo_answer import Question, examine
from gui.languages import LANGUAGES, system_language, use_language
from gui.styling import han_family
from gui.translation import said, tr

NOW = datetime(2025, 9, 17, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english_again(qapp) -> Iterator[None]:
    before = QLocale()
    yield
    use_language(qapp, "en")
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        (["en-GB"], "en"), (["zh-Hant-HK"], "zh_HK"), (["zh-TW"], "zh_HK"), (["zh-MO", "en"], "zh_HK"), (["zh-CN"], "zh_CN"),
        (["zh-Hans-SG"], "zh_CN"), (["fr-FR", "zh-HK", "en"], "zh_HK"), (["de-DE"], "en"), ([], "en"),
    ],
)  # fmt: skip
def test_the_first_language_that_there_is_wins(wanted: list[str], language: str) -> None:
    assert system_language(wanted) == language


def test_texts_change_with_the_language_and_back(qapp) -> None:
    assert use_language(qapp, "zh_HK") == "zh_HK"
    assert tr("Settings") == "設定"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消", "Qt's own buttons"
    assert QLocale().toString(1234567) == "1,234,567"
    use_language(qapp, "zh_CN")
    assert tr("Settings") == "设置"
    use_language(qapp, "en")
    assert tr("Settings") == "Settings"


@pytest.mark.parametrize("language", LANGUAGES)
def test_indicators_have_names_of_their_own(qapp, language: str) -> None:
    use_language(qapp, language)
    titles = [tr(kind.title) for kind in CATALOGUE.values()]
    assert len(set(titles)) >= len(titles) - 1, [title for title in titles if titles.count(title) > 1]


@pytest.mark.parametrize(("language", "family"), [("en", ""), ("zh_HK", "Noto Sans CJK HK"), ("zh_CN", "Noto Sans CJK SC")])
def test_chinese_is_written_in_a_font_of_its_script(monkeypatch: pytest.MonkeyPatch, language: str, family: str) -> None:
    present = {"DejaVu Sans", "Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK HK"}
    monkeypatch.setattr(QFontDatabase, "hasFamily", present.__contains__)
    assert han_family(QLocale(language)) == family
    monkeypatch.setattr(QFontDatabase, "hasFamily", lambda _: False)
    assert han_family(QLocale(language)) == ""


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "「one.csv」是空的，請選擇有 一行欄名（date、open、high、low、close、volume）及每根K線一行 的檔案。"),
        (b"Date,Open,Close,Note\n2025-01-02,1,2,x\n",
         "「one.csv」沒有最高、最低欄（現有：Date、Open、Close、Note），請指明各欄的內容。"),
        (b"%PDF-1.4", "「one.csv」是PDF 文件，請將表格另存為 CSV 再開啟。"),
        (b"Date,Open,High,Low,Close\n2025-01-02,1,,1,1\n2025-01-03,1,1,2,1\n",
         "「one.csv」的 2 行全部無法使用：1 行欠價格、1 行最高價低於最低價。"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said_in_one_language(qapp, tmp_path: Path, content: bytes, words: str) -> None:
    use_language(qapp, "zh_HK")
    path = tmp_path / "one.csv"
    path.write_bytes(content)
    with pytest.raises(FileProblem) as caught:
        read_bars(path)
    assert said(caught.value) == words


def test_a_full_disk_under_the_cache_is_said_in_one_language(qapp, tmp_path: Path) -> None:
    use_language(qapp, "zh_HK")
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL

    def work(_connection: sqlite3.Connection) -> None:
        raise error

    database = Database(tmp_path / "bars.sqlite", "", 1, lambda _place: None)
    with pytest.raises(Unavailable) as caught:
        database.run(work)
    database.close()
    assert said(caught.value) == f"無法使用K線快取（磁碟已滿）：「{tmp_path / 'bars.sqlite'}」。"


@pytest.mark.parametrize(
    ("refused", "words"),
    [
        (lambda: Capabilities((Served(DAY),)).refusal(Sentence("The file"), MINUTE, None, NOW),
         "檔案 沒有 1 分鐘 的K線，請選擇 1 日 或更長。"),
        (lambda: examine(Question("9988.HK", "1d"), 200, {}, b"<html></html>", ""),
         "Yahoo Finance 回覆了網頁，而不是 9988.HK 的K線。請稍後再試。"),
        (lambda: examine(Question("9988.HK", "1d"), 200, {}, b'{"chart": {"result": [{"meta": {"symbol": "9988.HK", '
                         b'"exchangeTimezoneName": "Asia/Hong_Kong"}, "timestamp": [1]}]}}', ""),
         "Yahoo Finance 對 9988.HK 的答覆欠缺開市價格，請稍後再試。"),
    ],
)  # fmt: skip
def test_what_a_source_refuses_is_said_in_one_language(qapp, refused: Callable[[], object], words: str) -> None:
    use_language(qapp, "zh_HK")
    try:
        found = refused()
    except MarketError as error:
        found = error
    assert said(found) == words
