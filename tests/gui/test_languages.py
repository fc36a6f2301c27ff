"""The language follows the user, else the system."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QFontDatabase

from charting.indicators.catalogue import CATALOGUE
from gui.languages import LANGUAGES, system_language, use_language
from gui.styling import han_family
from gui.translation import tr


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
