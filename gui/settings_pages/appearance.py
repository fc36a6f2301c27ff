"""The settings of the window's look: language, theme, and what red and green mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from gui.context import Appearance
from gui.form_page import FormPage
from gui.languages import LANGUAGES
from gui.settings_pages.choice import choice
from gui.translation import tr


class AppearancePage(FormPage):
    """The page; ``choose`` is given each look that the user asks for."""

    def __init__(self, appearance: Appearance, choose: Callable[[Appearance], None], parent: QWidget | None = None) -> None:
        super().__init__("settings_appearance", tr("Appearance"), parent)
        self._appearance, self._choose = appearance, choose
        system = tr("As the system")
        self._add("language", tr("Language"), [(system, None), *((text, code) for code, text in LANGUAGES.items())])
        self._add("mode", tr("Theme"), [(system, None), (tr("Dark"), "dark"), (tr("Light"), "light")])
        ways = [
            (tr("Green rises, red falls"), "green-up"),
            (tr("Red rises, green falls"), "red-up"),
            (tr("Blue rises, orange falls"), "colour-blind"),
        ]
        self._add("direction", tr("Colours of bars"), ways)
        self.add_note("settings_language_note", tr("With another language the window closes and opens again as it is."))

    def _add(self, field: str, title: str, choices: list[tuple[str, Any]]) -> None:
        def change(value: Any) -> None:
            self._appearance = replace(self._appearance, **{field: value})
            self._choose(self._appearance)

        now = getattr(self._appearance, field)
        self.add_row(title, choice(f"settings_{field}", title, choices, now, change, self.body))
