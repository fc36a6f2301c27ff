"""The command palette's rows: every command, indicator and symbol of the watchlist, by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from charting.core.document import WatchlistItem, Workspace
from charting.core.instrument import Instrument
from gui.commands import Commands, shortcut_text
from gui.fuzzy import match
from gui.names import instrument_name, plain_title, short_code
from gui.search_popup import Entry
from gui.translation import tr

_INDICATOR_HANDICAP, _SYMBOL_HANDICAP = 0.1, 0.25
"""Commands come before indicators that fit as well, and those before symbols."""


def palette_entries(
    typed: str,
    commands: Commands,
    indicators: Iterable[Entry],
    workspace: Workspace,
    instrument_of: Callable[[str], Instrument],
    show: Callable[[WatchlistItem], None],
) -> Sequence[Entry]:
    """What fits the typed letters, best first: commands that can be used now, indicators, symbols of the watchlist."""
    ranked = list(_ranked(typed, _command_entries(commands), 0.0))
    if typed.strip():
        ranked += _ranked(typed, indicators, _INDICATOR_HANDICAP)
    ranked += _ranked(typed, _symbol_entries(workspace, instrument_of, show), _SYMBOL_HANDICAP)
    if typed.strip():
        ranked.sort(key=lambda item: -item[0])
    return [entry for _, entry in ranked]


def _ranked(typed: str, entries: Iterable[Entry], handicap: float) -> Iterator[tuple[float, Entry]]:
    for entry in entries:
        found = match(typed, entry.title)
        other = match(typed, entry.alias) if entry.alias else None
        if other is not None and (found is None or other.score > found.score):
            yield other.score - handicap, entry
        elif found is not None:
            yield found.score - handicap, replace(entry, positions=found.positions)
        elif (beside := match(typed, f"{entry.title} {entry.detail}")) is not None:
            yield beside.score - 1 - handicap, entry


def _command_entries(commands: Commands) -> Iterator[Entry]:
    for command in commands:
        action = commands.action(command.id)
        if command.in_palette and action.isEnabled():
            title = plain_title(action.text()).rstrip("…")
            icon = command.icon or ("check" if action.isChecked() else "")
            name = command.english or command.title
            english = f"{plain_title(name)} {command.group}" if name != title else ""  # found by either name
            yield Entry(title, action.trigger, tr(command.group), shortcut_text(command), icon, english)


def _symbol_entries(
    workspace: Workspace, instrument_of: Callable[[str], Instrument], show: Callable[[WatchlistItem], None]
) -> Iterator[Entry]:
    for item in workspace.watchlist:
        name = instrument_name(instrument_of(item.symbol))
        yield Entry(name, partial(show, item), short_code(item.symbol), icon="chart-line-up", alias=short_code(item.symbol))
