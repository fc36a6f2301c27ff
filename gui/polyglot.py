"""Texts in every language the window speaks, so that what is searched is found by whichever name the user knows."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QTranslator

from gui.languages import LANGUAGES
from resources import resource_path


@lru_cache(maxsize=1)
def _translators() -> tuple[QTranslator, ...]:
    """Those of all languages but English, loaded when they are asked for first; none of them is put to use."""
    found = []
    for language in LANGUAGES:
        translator = QTranslator()
        if language != "en" and translator.load(f"lionrock_{language}", str(resource_path("translations"))):
            found.append(translator)
    return tuple(found)


@lru_cache(maxsize=4096)
def in_every_language(text: str) -> tuple[str, ...]:
    """An English text and its translations, each once."""
    translated = (translator.translate("lionrock", text) for translator in _translators())
    return tuple(dict.fromkeys((text, *(one for one in translated if one))))
