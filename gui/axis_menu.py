"""The menus of a right click on an axis: how its scale is made and where it stands, or whose times it tells."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from charting.core.document import Scale, ScaleKind, Workspace
from charting.core.edits import replace_indicator
from charting.core.pane_edits import Place, move_indicator
from charting.core.scale_edits import edit_scale
from charting.core.text import translatable
from charting.scene.axes import PriceAxis
from charting.scene.legend_layout import Subject
from charting.scene.panes import PaneScene, all_quantities, own_scale
from charting.view import subjects
from charting.view.gestures import reset_axis, scale_of, set_axis_scale
from gui.actions.axes import SIDE_IDS, TIMES_IDS
from gui.names import menu_text, plain_title
from gui.over_chart import pop_up
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

KINDS: tuple[tuple[ScaleKind, str], ...] = (
    ("linear", translatable("Li&near")),
    ("log", translatable("Lo&garithmic")),
    ("percent", translatable("&Percent")),
    ("indexed", translatable("Inde&xed to 100")),
)


def open_axis_menu(window: MainWindow, at: tuple[int, PriceAxis] | None, place: QPoint) -> None:
    """Open the menu of a price axis, given with the index of its pane, or of the time axis (None)."""
    menu = QMenu(window)
    menu.setObjectName("axis_menu")
    menu.setAccessibleName(tr("Axis"))
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if at is None:
        _fill_for_time(menu, window)
    else:
        _fill_for_prices(menu, window, *at)
    pop_up(menu, window.view, place)


def _fill_for_time(menu: QMenu, window: MainWindow) -> None:
    for ids in (("view.go_to", "view.reset"), TIMES_IDS):
        menu.addActions([window.commands.action(command_id) for command_id in ids])
        menu.addSeparator()


def _fill_for_prices(menu: QMenu, window: MainWindow, index: int, axis: PriceAxis) -> None:
    scene, history = window.view.scene, window.history
    if scene is None or index >= len(scene.panes):
        return
    pane = scene.panes[index]
    settings = scale_of(scene, index, axis)

    def change(title: str, edit: Callable[[Scale], Scale]) -> None:
        changed = edit_scale(history.document, scene.chart.id, pane.pane.id, axis.indicator, edit)
        history.commit(changed, plain_title(tr(title)))

    def follow(on: bool) -> None:
        if on:
            reset_axis(history, scene, index, axis)
        else:
            held = replace(settings, low=axis.viewport.scale.low, high=axis.viewport.scale.high)
            set_axis_scale(history, scene, index, axis, held)

    upright = _has_columns_only(pane, axis)
    if not upright:
        compares = bool(scene.compared) and pane.holds_bars and not axis.indicator
        _add_kinds(menu, pane, axis, settings.kind if axis.indicator else pane.pane.scale.kind, change, compares=compares)
        if axis.why_linear:
            why = menu.addAction(tr(axis.why_linear))
            why.setObjectName("axis_menu.why_linear")
            why.setEnabled(False)
        menu.addSeparator()
    auto = menu.addAction(tr("&Automatic"), lambda: follow(settings.low is not None))
    turned = menu.addAction(
        tr("&Inverted"),
        lambda: change(translatable("Invert the scale"), lambda scale: replace(scale, inverted=not scale.inverted)),
    )
    for action, name, on in ((auto, "auto", settings.low is None), (turned, "inverted", settings.inverted)):
        action.setObjectName(f"axis_menu.{name}")
        action.setCheckable(True)
        action.setChecked(on)
    turned.setEnabled(not upright)
    if axis.indicator:
        _add_moves(menu, window, pane, axis)
    menu.addSeparator()
    menu.addActions([window.commands.action(command_id) for command_id in SIDE_IDS])


def _has_columns_only(pane: PaneScene, axis: PriceAxis) -> bool:
    """Whether a scale is of volumes, which stand on zero whatever its kind."""
    if axis.indicator:
        return all_quantities([one for one in pane.plotted if one.indicator.id == axis.indicator])
    together = [one for one in pane.plotted if own_scale(one, pane.holds_bars) is None]
    return not pane.holds_bars and all_quantities(together)


def _add_kinds(
    menu: QMenu,
    pane: PaneScene,
    axis: PriceAxis,
    shown: ScaleKind,
    change: Callable[[str, Callable[[Scale], Scale]], None],
    *,
    compares: bool,
) -> None:
    """Linear and logarithmic for every scale; what counts from a first price for prices only.

    Series cannot be compared on a linear scale: it cannot be chosen as long as there are some.
    """
    group = QActionGroup(menu)
    for kind, title in KINDS if pane.holds_bars and not axis.indicator else KINDS[:2]:

        def edit(scale: Scale, kind: ScaleKind = kind) -> Scale:
            return scale if scale.kind == kind else replace(scale, kind=kind, low=None, high=None)

        action = menu.addAction(tr(title), partial(change, title, edit))
        action.setObjectName(f"axis_menu.{kind}")
        action.setCheckable(True)
        action.setChecked(shown == kind)
        action.setEnabled(not (compares and kind == "linear"))
        group.addAction(action)


def _add_moves(menu: QMenu, window: MainWindow, pane: PaneScene, axis: PriceAxis) -> None:
    """Ways out of the second scale: back onto the pane's, or into a pane of its own."""
    history = window.history
    shown = next(one for one in pane.plotted if one.indicator.id == axis.indicator)
    name = subjects.title(history.document.chart, Subject(axis.indicator))
    step = tr("Move {indicator}", indicator=name)

    def joined() -> Workspace:
        document = history.document
        return replace_indicator(document, document.active, replace(shown.indicator, scale=None))

    def join() -> None:
        history.commit(joined(), step)

    def leave() -> None:
        last = Place(index=len(history.document.chart.panes))
        history.commit(move_indicator(joined(), history.document.active, shown.indicator.id, last), step)

    menu.addSeparator()
    written = menu_text(name)
    if shown.kind.pane != "own":
        menu.addAction(tr("{indicator} without a scale of its own", indicator=written), join).setObjectName("axis_menu.join")
    menu.addAction(tr("{indicator} in a pane of its own", indicator=written), leave).setObjectName("axis_menu.leave")
