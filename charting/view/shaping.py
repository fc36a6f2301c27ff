"""Makes the bars that a style and a basis of adjustment need: few of them at once, many in a worker."""

from __future__ import annotations

import logging
from typing import get_args

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from charting.core.bars import in_one_memory
from charting.core.document import BarStyle, Basis, PriceMadeStyle, Sizes
from charting.scene.levels import MANY, Built, Levels, built_ahead
from charting.scene.series import Series, in_style, on_basis
from charting.scene.styles import Prepared, prepare, waits
from charting.view.computing import Lane

AT_ONCE = 50_000
"""Bars that are turned into others within a frame."""

_log = logging.getLogger(__name__)


class _Task(Struct, frozen=True, eq=False):
    series: Series
    style: BarStyle
    basis: Basis
    sizes: Sizes

    def is_for(self, series: Series, style: BarStyle, basis: Basis, sizes: Sizes) -> bool:
        return self.series is series and (self.style, self.basis, self.sizes) == (style, basis, sizes)

    def made(self) -> Series:
        return in_style(on_basis(self.series, self.basis), self.style, self.sizes)


class Shaping(QObject):
    """The series in the style and on the basis asked for last; ``ready`` is emitted in the main thread when it has been made."""

    ready = Signal()
    _done = Signal(object, object, object, object)

    def __init__(self, parent: QObject | None = None, levels: Levels | None = None) -> None:
        super().__init__(parent)
        self.levels = Levels() if levels is None else levels
        self._wanted: _Task | None = None
        self._made: Series | None = None
        self._lane: Lane[_Task] | None = None
        self._done.connect(self._finish)

    def shape(self, series: Series, style: BarStyle, basis: Basis = "split", sizes: Sizes = Sizes()) -> Series | None:
        """A series of bars of time, adjusted for splits, as style and basis show it; None while that is being made.

        Many bars count as being made until their pyramids have been built. What the style needs besides comes later: until
        then they are drawn as candles.
        """
        ready = len(series.bars) <= MANY or self.levels.has(series.bars)
        if ready and style not in get_args(PriceMadeStyle) and basis == "split":
            self._made = None
            self._prepare(_Task(series, style, basis, sizes))
            return series
        if self._wanted is None or not self._wanted.is_for(series, style, basis, sizes):
            self._wanted = _Task(series, style, basis, sizes)
            self._made = None
            if len(series.bars) <= AT_ONCE:
                self._made = self._wanted.made()
            else:
                self._ask(self._wanted)
        return self._made

    def _prepare(self, task: _Task) -> None:
        """Have what the style needs of the bars made, if it is not there and not on its way."""
        if not waits(task.style, task.series.bars, self.levels):
            self._wanted = None
            return
        known = self._wanted
        if known is None or known.style != task.style or not in_one_memory(known.series.bars, task.series.bars):
            self._wanted = task
            self._ask(task)

    def close(self) -> None:
        """End the worker; what it is making is dropped."""
        self._wanted = None
        if self._lane is not None:
            self._lane.close(5.0)
            self._lane = None

    def _ask(self, task: _Task) -> None:
        if self._lane is None:
            self._lane = Lane("lionrock-bars", self._work)
        self._lane.put(task)

    def _work(self, task: _Task) -> None:
        if self._wanted is not task:  # another was asked for in the meantime
            return
        try:
            made = task.made()
            built = () if self.levels.has(made.bars) else built_ahead((made.bars, made.bars.volume))
            prepared = prepare(task.style, made.bars)
        except Exception:  # noqa: BLE001
            # A mistake must not end the worker: the chart then keeps the bars it has.
            _log.exception("Making bars of style %s failed", task.style)
            return
        self._done.emit(task, made, built, prepared)

    def _finish(self, task: _Task, made: Series, built: tuple[Built, ...], prepared: Prepared) -> None:
        if self._wanted is task:
            self._made = made
            self.levels.adopt(built)
            prepared.hand_over(made.bars, self.levels)
            self.ready.emit()
