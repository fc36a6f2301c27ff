"""What can be chosen of every indicator besides its own parameters: its interval, levels, pane, scale, and where it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QWidget

from charting.core.document import Chart, Indicator, Scale
from charting.core.interval import Interval
from charting.core.pane_edits import Place, place_of
from charting.core.text import enumerated
from charting.indicators.catalogue import kind_of
from charting.indicators.declaration import OUTPUT, SOURCES, IndicatorKind
from charting.indicators.recipe import depends_on, label_of, output_title
from gui.docks.indicator_rows import add_row
from gui.level_list import LevelList
from gui.names import interval_name
from gui.translation import said, tr
from gui.wheel import scroll_past

INTERVALS = ("15m", "1h", "1d", "1wk", "1mo")
SHOWN = ("1m", "5m", "15m", "30m", "1h", "1d", "1wk", "1mo")
"""Bars between which an indicator may be limited to be shown."""
_LARGEST = 1e6
_NEW = "new"

Ask = Callable[[Indicator, str], None]
Move = Callable[[Place], None]


class ScopeFields:
    """The rows at the end of a form.

    ``ask`` is told the indicator as the user wants it and what was changed, ``move`` where it shall stand.
    """

    def __init__(self, kind: IndicatorKind, form: QFormLayout, parent: QWidget, ask: Ask, move: Move) -> None:
        self._kind = kind
        self._ask = ask
        self._move = move
        self._parent = parent
        self._form = form
        self._indicator = Indicator("", kind.kind)
        self._levels = self._make_levels() if kind.levels or kind.pane == "own" else None
        self._interval = self._make_interval() if kind.takes_interval else None
        self._pane = self._make_choice("indicator_pane", tr("Pane"), self._choose_pane)
        self._scale = self._make_choice("indicator_scale", tr("Scale"), self._choose_scale)
        self._scale.addItem(tr("The pane's"), "")
        self._scale.addItem(tr("Its own"), "own")
        self._limited = self._make_limited()
        self._limits = QWidget(self._parent)
        self._first, self._last = self._make_limits(self._limits)

    def show(self, indicator: Indicator, chart: Chart) -> None:
        """Show an indicator's choices on a chart."""
        self._indicator = indicator
        if self._interval is not None:
            _select(self._interval, indicator.interval)
        if self._levels is not None:
            self._levels.set_levels(self._kind.levels if indicator.levels is None else indicator.levels)
        self._show_panes(chart)
        no_price = self._kind.pane == "own" and place_of(chart, indicator.id) == chart.price_index  # it has its own over the bars
        _select(self._scale, "own" if no_price or indicator.scale is not None else "")
        self._scale.setEnabled(not no_price)
        with QSignalBlocker(self._limited):
            self._limited.setChecked(indicator.intervals is not None)
        for box, code in zip((self._first, self._last), indicator.intervals or (SHOWN[0], SHOWN[-1]), strict=True):
            _select(box, code)
        self._limits.setVisible(indicator.intervals is not None)

    # Its rows

    def _make_interval(self) -> QComboBox:
        choice = self._make_choice(
            "indicator_interval", tr("Interval"), lambda code: self._ask(replace(self._indicator, interval=code), "interval")
        )
        choice.addItem(tr("The chart's"), "")
        for code in INTERVALS:
            choice.addItem(interval_name(Interval.parse(code)), code)
        return choice

    def _make_levels(self) -> LevelList:
        low, high = self._kind.bounds or (-_LARGEST, _LARGEST)
        step = 1.0 if any(abs(level) >= 10 for level in self._kind.levels) else 0.1
        levels = LevelList("indicator_levels", tr("Levels"), low, high, self._parent, columns=1, step=step)
        levels.changed.connect(self._ask_levels)
        add_row(self._form, tr("Levels"), levels, self._parent)
        return levels

    def _make_limited(self) -> QCheckBox:
        box = QCheckBox(tr("Only on some intervals"), self._parent)
        _name(box, "indicator_limited", tr("Only on some intervals"))
        box.toggled.connect(
            lambda on: self._ask(replace(self._indicator, intervals=(SHOWN[0], SHOWN[-1]) if on else None), "intervals")
        )
        self._form.addRow(box)
        return box

    def _make_limits(self, row: QWidget) -> tuple[QComboBox, QComboBox]:
        _name(row, "indicator_limits", tr("Intervals"))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        boxes = []
        for name, title in (("indicator_shortest", tr("Shortest interval")), ("indicator_longest", tr("Longest interval"))):
            box = _combo(name, title, row)
            for code in SHOWN:
                box.addItem(interval_name(Interval.parse(code)), code)
            box.activated.connect(lambda _index, moved=name: self._limit(moved))
            layout.addWidget(box, 1)
            boxes.append(box)
        self._form.addRow(row)
        return boxes[0], boxes[1]

    def _make_choice(self, name: str, title: str, choose: Callable[[str], None]) -> QComboBox:
        choice = _combo(name, title, self._parent)
        choice.activated.connect(lambda index: choose(choice.itemData(index)))
        add_row(self._form, title, choice, self._parent)
        return choice

    def _show_panes(self, chart: Chart) -> None:
        """The panes by what stands in them, and the way to a new one."""
        stands = place_of(chart, self._indicator.id)
        rest = [one for one in chart.panes[stands or 0].indicators if one.id != self._indicator.id]
        offered = [(tr("Over the bars"), chart.price_pane.id)]
        for index, pane in enumerate(chart.panes):
            if index == chart.price_index:
                continue
            alone = index == stands and not rest
            titles = [_title(one, chart) for one in (pane.indicators if alone or index != stands else rest)]
            offered.append((tr("Its own") if alone else tr("With {indicators}", indicators=said(enumerated(titles))), pane.id))
        if stands == chart.price_index or rest:
            offered.append((tr("A new one"), _NEW))
        with QSignalBlocker(self._pane):
            self._pane.clear()
            for title, pane_id in offered:
                self._pane.addItem(title, pane_id)
            self._pane.setCurrentIndex(0 if stands is None else self._pane.findData(chart.panes[stands].id))

    # What they ask for

    def _ask_levels(self, levels: list[float]) -> None:
        chosen = tuple(levels)
        changed = replace(self._indicator, levels=None if chosen == self._kind.levels else chosen)
        self._ask(changed, f"levels {len(chosen)}")  # a level more or less is a step of its own

    def _choose_pane(self, pane_id: str) -> None:
        self._move(Place(index=_LAST) if pane_id == _NEW else Place(pane_id))

    def _choose_scale(self, which: str) -> None:
        self._ask(replace(self._indicator, scale=(self._indicator.scale or Scale()) if which else None), "scale")

    def _limit(self, moved: str) -> None:
        """The end that was chosen stays; the other one follows where they crossed."""
        first, last = self._first.currentData(), self._last.currentData()
        if Interval.parse(first).seconds > Interval.parse(last).seconds:
            first, last = (first, first) if moved == "indicator_shortest" else (last, last)
        self._ask(replace(self._indicator, intervals=(first, last)), "intervals")


_LAST = 1_000
"""Further down than any pane: the edit puts it last."""


def offer_sources(choice: QComboBox, indicator: Indicator, others: Mapping[str, Indicator], value: object) -> None:
    """Offer the outputs of the chart's other indicators in a choice of sources, after the prices of a bar.

    Those that take their values from this one are not among them, nor is what is a price of the bars already, unless it is
    the present ``value``. One that is gone from the chart says so.
    """
    offered = [(name, title) for name, title, again in _outputs(indicator, others) if not again or name == value]
    if isinstance(value, str) and value.startswith(OUTPUT) and value not in (name for name, _ in offered):
        offered.append((value, tr("No longer on the chart")))
    shown = [(choice.itemData(row), choice.itemText(row)) for row in range(len(SOURCES), choice.count())]
    if shown != offered:
        while choice.count() > len(SOURCES):
            choice.removeItem(choice.count() - 1)
        for name, title in offered:
            choice.addItem(title, name)


def _outputs(indicator: Indicator, others: Mapping[str, Indicator]) -> Iterator[tuple[str, str, bool]]:
    """Outputs with their titles, and whether each is the bars' own volume again."""
    for other in others.values():
        if depends_on(other, indicator.id, others):
            continue
        try:
            kind = kind_of(other.kind)
        except LookupError:
            continue
        for plot in kind.plots:
            if plot.style not in ("none", "profile"):
                yield f"{OUTPUT}{other.id}/{plot.name}", output_title(other, plot.name, tr), kind.pane == "base"


def _title(indicator: Indicator, chart: Chart) -> str:
    try:
        kind = kind_of(indicator.kind)
    except LookupError:
        return indicator.kind
    return label_of(indicator, kind, {one.id: one for pane in chart.panes for one in pane.indicators}, tr)


def _select(box: QComboBox, code: str) -> None:
    """Show a choice; an interval that is not offered, which a file may have, is added."""
    with QSignalBlocker(box):
        if box.findData(code) < 0:
            box.addItem(interval_name(Interval.parse(code)), code)
        box.setCurrentIndex(box.findData(code))


def _combo(name: str, title: str, parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    scroll_past(box)
    _name(box, name, title)
    _name(box.view(), f"{name}_choices", title)
    box.setMinimumWidth(72)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _name(widget: QWidget, name: str, title: str) -> None:
    widget.setObjectName(name)
    widget.setAccessibleName(title)
