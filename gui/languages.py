"""The languages the window speaks: which there are, which one the system asks for, and putting one to use."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from gui.settings import Language
from resources import resource_path

LANGUAGES: dict[Language, str] = {"en": "English", "zh_HK": "繁體中文", "zh_CN": "简体中文"}
"""Each under the name its readers know it by, which is never translated."""

_QT_TEXTS: dict[Language, str] = {"zh_HK": "qtbase_zh_TW", "zh_CN": "qtbase_zh_CN"}
"""Qt's own texts: the buttons and menus of its fields and dialogs."""

_installed: list[QTranslator] = []


def system_language(wanted: Iterable[str] | None = None) -> Language:
    """The first of the languages ``wanted`` (BCP 47 tags; the system's while None) that there is, else English.

    Chinese is told apart by its script: a system set to Taiwan or Macau reads the traditional one.
    """
    for tag in QLocale.system().uiLanguages() if wanted is None else wanted:
        locale = QLocale(tag.replace("-", "_"))
        if locale.language() == QLocale.Language.English:
            return "en"
        if locale.language() == QLocale.Language.Chinese:
            return "zh_HK" if locale.script() == QLocale.Script.TraditionalHanScript else "zh_CN"
    return "en"


def use_language(application: QCoreApplication, language: Language | None) -> Language:
    """Show texts, numbers and dates in a language from now on; the system's while None. What is shown already stays.

    Returns
    -------
    The language that is used.
    """
    chosen = language or system_language()
    while _installed:
        old = _installed.pop()
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(_locale(chosen, asked=language is not None))
    if chosen != "en":
        _install(application, _QT_TEXTS[chosen], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(application, f"lionrock_{chosen}", str(resource_path("translations")))
    return chosen


def _locale(language: Language, *, asked: bool) -> QLocale:
    """How numbers and dates are written: as the system does where it speaks this language, else as in Hong Kong."""
    system = QLocale.system()
    same = system.language() == QLocale(language).language() and system.script() == QLocale(language).script()
    if same or (not asked and system.language() != QLocale.Language.C):
        return system
    # A system without a language would not group the digits of long numbers.
    return QLocale("en_HK" if language == "en" else language)


def _install(application: QCoreApplication, name: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(name, folder):
        application.installTranslator(translator)
        _installed.append(translator)
    else:
        translator.deleteLater()
