"""The menu bar's titles; what is in the menus comes after the first paint, from ``gui.menus``."""

from __future__ import annotations

from PySide6.QtWidgets import QMenuBar

from charting.core.text import translatable
from gui.names import plain_title
from gui.translation import tr

TITLES = (
    translatable("Fil&e"),
    translatable("E&dit"),
    translatable("Vie&w"),
    translatable("Dr&aw"),
    translatable("Help"),
)
"""Mnemonic letters keep clear of the Alt shortcuts of tools and scales."""


def make_menus(bar: QMenuBar) -> None:
    """Make the menus, empty."""
    bar.setObjectName("menu_bar")
    bar.setAccessibleName(tr("Menus"))
    for title in TITLES:
        menu = bar.addMenu(tr(title))
        menu.setObjectName(f"menu.{plain_title(title).lower()}")
        menu.setAccessibleName(plain_title(tr(title)))
