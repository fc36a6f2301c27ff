"""How the plots of an indicator look: which are drawn, as lines or otherwise, in which colours, widths and kinds of line."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QWidget

from charting.core.document import Indicator, PlotShape, Stroke
from charting.core.theme import Theme
from charting.indicators.declaration import SHAPES, IndicatorKind, Plot
from charting.scene.plots import shaped
from gui.docks.indicator_rows import add_row
from gui.stroke_button import StrokeButton
from gui.translation import tr

Ask = Callable[[Indicator, str], None]

_WIDE = ("line", "path", "step")


class LookFields:
    """A row for each plot; ``ask`` is told the indicator as the user wants it, and what was changed."""

    def __init__(self, kind: IndicatorKind, form: QFormLayout, parent: QWidget, theme: Theme, ask: Ask) -> None:
        self._kind = kind
        self._ask = ask
        self._theme = theme
        self._parent = parent
        self._indicator = Indicator("", kind.kind)
        self._plots = [plot for plot in kind.plots if plot.style != "none"]
        self._shown: dict[str, QCheckBox] = {}
        self._strokes: dict[str, StrokeButton] = {}
        if len(self._plots) == 1 and not _has_stroke(self._plots[0]) and not kind.takes_shape(self._plots[0]):
            self._plots = []
        for plot in self._plots:
            self._add(plot, form)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to choose."""
        return not self._plots

    def show(self, indicator: Indicator) -> None:
        """Show an indicator's look."""
        self._indicator = indicator
        for declared in self._plots:
            name, plot = declared.name, shaped(declared, self._kind, indicator)
            if name in self._shown:
                with QSignalBlocker(self._shown[name]):
                    self._shown[name].setChecked(name not in indicator.hidden)
            if name in self._strokes:
                if plot.style in SHAPES and self._kind.takes_shape(declared):
                    self._strokes[name].show_shape(plot.style, coloured=_has_stroke(plot))
                self._strokes[name].show_stroke(indicator.strokes.get(name, plot.stroke))

    def set_theme(self, theme: Theme) -> None:
        """Show the colours in another theme."""
        for button in self._strokes.values():
            button.set_theme(theme)

    def _add(self, plot: Plot, form: QFormLayout) -> None:
        title = tr(plot.title)
        row = QWidget(self._parent)
        row.setObjectName(f"plot_{plot.name}")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        if len(self._plots) > 1:
            box = QCheckBox(title, row)
            box.setObjectName(f"plot_{plot.name}_shown")
            box.setAccessibleName(tr("Show {plot}", plot=title))
            box.toggled.connect(lambda on: self._show_plot(plot.name, on))
            self._shown[plot.name] = box
            layout.addWidget(box, 1)
        if _has_stroke(plot) or self._kind.takes_shape(plot):
            button = StrokeButton(f"plot_{plot.name}_stroke", title, self._theme, line=plot.style in _WIDE, parent=row)
            button.chosen.connect(lambda stroke: self._set_stroke(plot, stroke))
            button.shape_chosen.connect(lambda shape: self._set_shape(plot, shape))
            self._strokes[plot.name] = button
            layout.addWidget(button)
        if len(self._plots) > 1:
            form.addRow(row)
        else:
            layout.addStretch(1)
            add_row(form, tr("Line"), row, self._parent)

    def _show_plot(self, name: str, shown: bool) -> None:
        rest = tuple(one for one in self._indicator.hidden if one != name)
        self._ask(replace(self._indicator, hidden=rest if shown else (*rest, name)), f"hidden {name}")

    def _set_shape(self, plot: Plot, shape: PlotShape) -> None:
        shapes = {name: one for name, one in self._indicator.shapes.items() if name != plot.name}
        if shape != plot.style:
            shapes[plot.name] = shape
        self._ask(replace(self._indicator, shapes=shapes), f"shape {plot.name}")

    def _set_stroke(self, plot: Plot, stroke: Stroke) -> None:
        strokes = {name: one for name, one in self._indicator.strokes.items() if name != plot.name}
        if stroke != plot.stroke:
            strokes[plot.name] = stroke
        self._ask(replace(self._indicator, strokes=strokes), f"stroke {plot.name}")


def _has_stroke(plot: Plot) -> bool:
    """Whether the stroke of a plot can be seen: others take the colours of rising and falling."""
    if plot.style in ("histogram", "columns", "dots"):
        return plot.colouring == "plain"
    return plot.style not in ("marks", "none")
