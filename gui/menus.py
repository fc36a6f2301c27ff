"""What is in the menus of the menu bar, written down as ids of commands."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec import Struct
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QMenuBar

from charting.core.text import translatable
from charting.drawings.declaration import Tool
from gui.actions import adjustment, indicators, live, replay
from gui.actions.axes import SIDE_IDS, TIMES_IDS
from gui.actions.panes import INDICATOR_IDS, PANE_IDS
from gui.actions.selection import ORDER
from gui.actions.style import SIZES, STYLES
from gui.actions.view import DIRECTIONS, INTERVALS, OTHER_INTERVAL
from gui.commands import Commands
from gui.menu_bar import TITLES
from gui.names import plain_title
from gui.ranges import RANGES
from gui.translation import tr


class Submenu(Struct, frozen=True):
    """A menu inside a menu; of ``exclusive`` ones exactly one entry is on."""

    title: str
    items: tuple[str | None, ...]
    exclusive: bool = False


Items = tuple[str | Submenu | None, ...]
"""Ids of commands, submenus, and None for a line between."""


def menu_structure(tools: Iterable[Tool]) -> tuple[tuple[str, Items], ...]:
    """Titles and contents of the menus."""
    contents: tuple[Items, ...] = (
        ("file.open", "file.open_preview", None, "file.workspaces", "file.save_as", None,
         "file.save_picture", "file.copy_picture", "file.export", "file.export_visible", None,
         "file.refresh", "file.live", "file.demonstration", Submenu(translatable("S&imulated trading"), live.IDS), None,
         "file.quit"),
        ("edit.undo", "edit.redo", None, "edit.copy", "edit.paste", "edit.select_all", "edit.delete", None, "edit.palette",
         "edit.settings"),
        ("view.symbol", "view.compare", "view.compare_nothing",
         Submenu(translatable("&Interval"), (*(f"view.interval_{code}" for code in INTERVALS), None, OTHER_INTERVAL),
                     exclusive=True),
         Submenu(translatable("&Bar style"), (*(f"view.style_{style}" for style, _, _ in STYLES), None, SIZES),
                 exclusive=True),
         Submenu(translatable("&Span"), tuple(f"view.last_{range_.key}" for range_ in RANGES)),
         "view.go_to", "view.reset", Submenu(translatable("&Replay"), replay.IDS), "view.statistics", None,
         "view.log", "view.percent", "view.indexed", "view.auto_scale", "view.invert",
         Submenu(translatable("Price a&xis"), SIDE_IDS, exclusive=True),
         Submenu(translatable("Ad&justment"), adjustment.IDS, exclusive=True), adjustment.MARKS,
         Submenu(translatable("&Times"), TIMES_IDS, exclusive=True), None,
         Submenu(translatable("Pan&es"), PANE_IDS), Submenu(translatable("Selected in&dicator"), INDICATOR_IDS),
         Submenu(translatable("Indicators"), indicators.IDS),
         Submenu(translatable("&Panels"),
                 ("view.panel_watchlist", "view.panel_indicators", "view.panel_drawings", "view.panel_data_window",
                  "view.panel_drawings_bar", "view.panel_status_bar")),
         Submenu(translatable("&Colours"),
                 ("view.theme_dark", "view.theme_light", "view.theme_system", None,
                  *(f"view.direction_{way}" for way, _ in DIRECTIONS))),
         "view.full_screen"),
        ("draw.cursor", None, *_by_group(tools), None, "draw.magnet", "draw.magnet_weak",
         "draw.magnet_strong", "draw.stay", None,
         Submenu(translatable("&Selected drawings"),
                 ("draw.properties", "draw.write", "draw.clone", "draw.lock", "draw.hide", None, *ORDER, None,
                  "draw.delete")),
         "draw.lock_all", "draw.hide_all", "draw.delete_all"),
        ("help.shortcuts", "help.folder", "help.quality_log", None, "help.about"),
    )  # fmt: skip
    return tuple(zip(TITLES, contents, strict=True))


def _by_group(tools: Iterable[Tool]) -> tuple[Submenu, ...]:
    """A menu for each group of drawing tools: all of them in one would cover the window."""
    return tuple(
        Submenu(group, tuple(f"draw.{tool.kind}" for tool in members))
        for group, members in groupby(tools, lambda tool: tool.group)
    )


def fill_menu_bar(bar: QMenuBar, commands: Commands, tools: Iterable[Tool]) -> None:
    """Fill the menus of the bar."""
    for action, (_title, items) in zip(bar.actions(), menu_structure(tools), strict=True):
        menu = action.menu()
        assert isinstance(menu, QMenu)
        _fill(menu, items, commands)


def _fill(menu: QMenu, items: Items, commands: Commands) -> None:
    for item in items:
        match item:
            case None:
                menu.addSeparator()
            case Submenu():
                inner = menu.addMenu(tr(item.title))
                inner.setObjectName(f"{menu.objectName()}.{plain_title(item.title).lower()}")
                inner.setAccessibleName(plain_title(tr(item.title)))
                _fill(inner, item.items, commands)
                if item.exclusive:
                    group = QActionGroup(inner)
                    for action in inner.actions():
                        group.addAction(action)
            case _:
                menu.addAction(commands.action(item))
