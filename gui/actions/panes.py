"""Commands about the panes of the active chart, and about the indicator that is selected on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from charting.core.document import Chart, Pane
from charting.core.edits import edit_pane, set_chart
from charting.core.pane_edits import Place, move_indicator, place_of
from charting.core.text import translatable
from charting.scene.legend_layout import Subject
from charting.view import subjects
from gui.commands import Command
from gui.names import menu_text
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

VIEW, INDICATOR = translatable("View"), translatable("Indicator")
PANE_IDS = ("pane.up", "pane.down", "pane.fold", "pane.maximise", "pane.close", "pane.fold_legend")
INDICATOR_IDS = (
    "indicator.next", "indicator.settings", "indicator.hide", "indicator.above", "indicator.below", "indicator.own_pane",
    "indicator.to_bars", "indicator.remove",
)  # fmt: skip


def pane_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    return (*_pane_commands(PaneCommands(window)), *_indicator_commands(SelectedIndicator(window)))


class PaneCommands:
    """What is done to the pane the pointer was over last, else to that of the selected indicator, else to the lowest."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def chart(self) -> Chart:
        """The active chart."""
        return self._window.history.document.chart

    @property
    def index(self) -> int:
        """The index of the pane that is meant."""
        chart, pointed = self.chart, self._window.chart_legend.pointed_pane
        found = next((index for index, pane in enumerate(chart.panes) if pane.id == pointed), None)
        selected = self._window.view.legend.selected
        if found is None and selected is not None:
            found = place_of(chart, selected.indicator)
        return len(chart.panes) - 1 if found is None else found

    def can_move(self, way: int) -> bool:
        """Whether the pane has another to change places with."""
        return 0 <= self.index + way < len(self.chart.panes) and not self.chart.maximised

    def move(self, way: int) -> None:
        """Change places with the pane above (-1) or below (1)."""
        index = self.index
        place = index - 1 if way < 0 else index + 2
        subjects.put_pane(self._window.history, self.chart.id, self.chart.panes[index].id, place)

    def fold(self) -> None:
        """Fold the pane up, or open it; undo leaves that alone, as it does heights."""
        self._amend(lambda pane: replace(pane, collapsed=not pane.collapsed))

    def fold_legend(self) -> None:
        """Leave the lines of indicators out of the legend, or show them."""
        self._amend(lambda pane: replace(pane, legend_folded=not pane.legend_folded))

    def maximise(self) -> None:
        """Let the pane fill the chart, or show all panes again."""
        history, chart = self._window.history, self.chart
        history.amend(set_chart(history.document, chart.id, maximised="" if chart.maximised else chart.panes[self.index].id))

    def close(self) -> None:
        """Take the pane off with its indicators."""
        subjects.close_pane(self._window.history, self.chart.id, self.chart.panes[self.index].id)

    def _amend(self, change: Callable[[Pane], Pane]) -> None:
        history, chart = self._window.history, self.chart
        history.amend(edit_pane(history.document, chart.id, chart.panes[self.index].id, change))


def _pane_commands(panes: PaneCommands) -> list[Command]:
    def several() -> bool:
        return len(panes.chart.panes) > 1

    def lower() -> bool:
        return several() and panes.index != panes.chart.price_index and not panes.chart.maximised

    def pane() -> Pane:
        return panes.chart.panes[panes.index]

    return [
        Command(
            "pane.up", translatable("Move the pane &up"), VIEW, partial(panes.move, -1),
            translatable("Change places with the pane above"), ("Alt+Shift+Up",), "arrow-up", enabled=lambda: panes.can_move(-1),
        ),
        Command(
            "pane.down", translatable("Move the pane &down"), VIEW, partial(panes.move, 1),
            translatable("Change places with the pane below"), ("Alt+Shift+Down",), "arrow-down",
            enabled=lambda: panes.can_move(1),
        ),
        Command(
            "pane.fold", translatable("&Fold the pane up"), VIEW, panes.fold,
            translatable("Leave only its legend; Ctrl and a double click do the same"), (), "caret-up",
            enabled=lower, named=lambda: tr("&Open the pane") if pane().collapsed else tr("&Fold the pane up"),
        ),
        Command(
            "pane.maximise", translatable("Fi&ll the chart with the pane"), VIEW, panes.maximise,
            translatable("A double click does the same; once more shows all panes again"), ("Alt+Enter", "Alt+Return"),
            "corners-out",
            enabled=several,
            named=lambda: tr("Show a&ll panes") if panes.chart.maximised else tr("Fi&ll the chart with the pane"),
        ),
        Command(
            "pane.close", translatable("&Remove the pane"), VIEW, panes.close,
            translatable("Take the pane off with its indicators"), (), "x", enabled=lower,
        ),
        Command(
            "pane.fold_legend", translatable("Fold the le&gend"), VIEW, panes.fold_legend,
            translatable("Leave the lines of indicators out of the legend"), (), "",
            checked=lambda: pane().legend_folded, enabled=lambda: bool(pane().indicators),
        ),
    ]  # fmt: skip


class SelectedIndicator:
    """What is done to the indicator or compared series that is selected on the chart."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def subject(self) -> Subject | None:
        """What is selected."""
        return self._window.view.legend.selected

    @property
    def chart(self) -> Chart:
        """The active chart."""
        return self._window.history.document.chart

    def named(self, general: str, pattern: str) -> str:
        """What a command is called: with the name of what is selected, if anything is."""
        if self.subject is None:
            return general
        name = self.subject.symbol or subjects.title(self.chart, self.subject)
        return pattern.format(indicator=menu_text(name))

    def any(self) -> bool:
        """Whether something is selected."""
        return self.subject is not None

    def is_hidden(self) -> bool:
        """Whether it is hidden."""
        return self.subject is not None and not subjects.is_visible(self.chart, self.subject)

    def select_next(self) -> None:
        """Select the next of all that the legend lists, and say what it is."""
        chart = self.chart
        found = [Subject(symbol=one.symbol, source=one.source) for one in chart.compare]
        found += [Subject(one.id) for pane in chart.panes for one in pane.indicators]
        if found:
            index = found.index(self.subject) + 1 if self.subject in found else 0
            chosen = found[index % len(found)]
            self._window.view.legend.select(chosen)
            self._window.say(tr("Selected: {indicator}", indicator=subjects.title(chart, chosen)))

    def open_settings(self) -> None:
        """Open its settings."""
        if self.subject is not None:
            self._window.chart_legend.open_settings(self.subject)

    def toggle_visible(self) -> None:
        """Hide it, or show it."""
        if self.subject is not None:
            subjects.toggle_visible(self._window.history, self.chart.id, self.subject)

    def remove(self) -> None:
        """Take it off."""
        self._window.view.legend.remove()

    def place(self, way: str) -> Place | None:
        """Where it goes: to the pane ``above`` or ``below``, into its ``own``, or to the ``bars``; None where it cannot."""
        chart, index = self.chart, None if self.subject is None else place_of(self.chart, self.subject.indicator)
        if index is None or self.subject is None:
            return None
        match way:
            case "above":
                found = Place(chart.panes[index - 1].id) if index > 0 else None
            case "below":
                found = Place(chart.panes[index + 1].id) if index + 1 < len(chart.panes) else None
            case "own":
                alone = index != chart.price_index and len(chart.panes[index].indicators) == 1
                found = None if alone else Place(index=index + 1)
            case _:
                found = Place(chart.price_pane.id) if index != chart.price_index else None
        document = self._window.history.document
        moves = found is not None and move_indicator(document, chart.id, self.subject.indicator, found) is not document
        return found if moves else None

    def move(self, way: str) -> None:
        """Move it."""
        place = self.place(way)
        if place is not None and self.subject is not None:
            subjects.move(self._window.history, self.chart.id, self.subject, place)


def _indicator_commands(chosen: SelectedIndicator) -> list[Command]:
    moves = (
        ("above", "indicator.above", translatable("Move to the pane &above"), translatable("Share the pane above"), "arrow-up"),
        ("below", "indicator.below", translatable("Move to the pane &below"), translatable("Share the pane below"), "arrow-down"),
        ("own", "indicator.own_pane", translatable("Move to a &new pane"), translatable("Give it a pane of its own"), "plus"),
        ("bars", "indicator.to_bars", translatable("Move to the &price pane"), translatable("Lay it over the bars"), ""),
    )
    return [
        Command(
            "indicator.next", translatable("Select the ne&xt indicator"), INDICATOR, chosen.select_next,
            translatable("Go through the indicators on the chart; keys and commands then act on the selected one"), ("Ctrl+.",),
            enabled=lambda: bool(chosen.chart.compare) or any(pane.indicators for pane in chosen.chart.panes),
        ),
        Command(
            "indicator.settings", translatable("&Settings of the indicator…"), INDICATOR, chosen.open_settings,
            translatable("Parameters and look of the selected indicator"), (), "sliders-horizontal", enabled=chosen.any,
            named=lambda: chosen.named(tr("&Settings of the indicator…"), tr("&Settings of {indicator}…")),
        ),
        Command(
            "indicator.hide", translatable("&Hide the indicator"), INDICATOR, chosen.toggle_visible,
            translatable("Hide the selected indicator, or show it again"), (), "eye-slash",
            checked=chosen.is_hidden, enabled=chosen.any,
            named=lambda: chosen.named(tr("&Hide the indicator"), tr("&Hide {indicator}")),
        ),
        *(
            Command(
                command_id, title, INDICATOR, partial(chosen.move, way), text, (), icon,
                enabled=lambda way=way: chosen.place(way) is not None,  # type: ignore[misc]  # bound early
            )
            for way, command_id, title, text, icon in moves
        ),
        Command(
            "indicator.remove", translatable("&Remove the indicator"), INDICATOR, chosen.remove,
            translatable("Take the selected indicator off the chart; Del does the same"), (), "trash", enabled=chosen.any,
            named=lambda: chosen.named(tr("&Remove the indicator"), tr("&Remove {indicator}")),
        ),
    ]  # fmt: skip
