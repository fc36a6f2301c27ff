"""Makes what a style, a basis of adjustment and comparisons need: of few bars at once, of many in a worker."""

from __future__ import annotations

import logging
from typing import get_args

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from charting.core.bars import in_one_memory
from charting.core.document import BarStyle, Basis, PriceMadeStyle, Sizes
from charting.scene.comparing import beside
from charting.scene.levels import AT_ONCE, MANY, Built, Levels, built_ahead
from charting.scene.preparing import Prepared, prepare, waits
from charting.scene.series import Series, in_style, on_basis
from charting.view.computing import Lane

_log = logging.getLogger(__name__)


class _Task(Struct, frozen=True, eq=False):
    series: Series
    style: BarStyle
    basis: Basis
    sizes: Sizes

    def is_for(self, series: Series, style: BarStyle, basis: Basis, sizes: Sizes) -> bool:
        return self.series is series and (self.style, self.basis, self.sizes) == (style, basis, sizes)

    def prepares(self, task: _Task) -> bool:
        """Whether what is prepared for this one is for another one, too, as its tables lie in the same memory."""
        mine, its = (self.series, *beside(self.series)), (task.series, *beside(task.series))
        return (
            self.style == task.style
            and len(mine) == len(its)
            and all(in_one_memory(one.bars, other.bars) for one, other in zip(mine, its, strict=True))
        )

    def leads_to(self, task: _Task) -> bool:
        """Whether another one asks for the same of tables that went on from these."""
        alike = (self.basis, self.sizes) == (task.basis, task.sizes) and len(self.series.bars) <= len(task.series.bars)
        return alike and self.prepares(task)

    def takes_the_place_of(self, task: _Task) -> bool:
        """Whether it shows all that another one does, of newer tables."""
        mine, its = self.series, task.series
        return (
            self.style == task.style
            and (mine.instrument.symbol, mine.source, mine.bars.interval)
            == (its.instrument.symbol, its.source, its.bars.interval)
            and len(mine.bars) >= len(its.bars)
            and _compared(mine) == _compared(its)
        )

    def made(self) -> Series:
        return in_style(on_basis(self.series, self.basis), self.style, self.sizes)


def _compared(series: Series) -> list[tuple[str, str]]:
    """What a series lies beside, as far as its bars are there."""
    return [(other.compared.symbol, other.compared.source) for other in series.others if other.series is not None]


class Shaping(QObject):
    """The series in the style and on the basis asked for last; ``ready`` is emitted in the main thread when it has been made."""

    ready = Signal()
    _done = Signal(object, object, object, object)

    def __init__(self, parent: QObject | None = None, levels: Levels | None = None) -> None:
        super().__init__(parent)
        self.levels = Levels() if levels is None else levels
        self._wanted: _Task | None = None
        self._preparing: _Task | None = None
        self._complete: _Task | None = None
        self._made: Series | None = None
        self._lane: Lane[_Task] | None = None
        self._done.connect(self._finish)

    def shape(self, series: Series, style: BarStyle, basis: Basis = "split", sizes: Sizes = Sizes()) -> Series | None:
        """A series of bars of time, adjusted for splits, as style and basis show it; None while that is being made.

        Many bars count as being made until their pyramids have been built. What the style needs besides comes later, and so
        do lines to compare with: until then they are drawn as candles, and without. Where all of it was on show already, newer
        tables of the same count as being made, too.
        """
        ready, task = len(series.bars) <= MANY or self.levels.has(series.bars), _Task(series, style, basis, sizes)
        if ready and style not in get_args(PriceMadeStyle) and basis == "split":
            self._wanted = self._made = None
            self._prepare(task)
            if self._preparing is not None and self._complete is not None and task.takes_the_place_of(self._complete):
                return None
            self._complete = task if self._preparing is None else None
            return series
        self._preparing = self._complete = None
        if self._wanted is None or not self._wanted.is_for(series, style, basis, sizes):
            self._wanted = task
            self._made = None
            if len(series.bars) <= AT_ONCE:
                self._made = self._wanted.made()
            else:
                self._ask(self._wanted)
        return self._made

    def _prepare(self, task: _Task) -> None:
        """Have what the picture needs of the bars besides made, if it is not there and not on its way."""
        if not waits(task.style, task.series, self.levels):
            self._preparing = None
        elif self._preparing is None or not self._preparing.prepares(task):
            self._preparing = task
            self._ask(task)

    def close(self) -> None:
        """End the worker; what it is making is dropped."""
        self._wanted = self._preparing = self._complete = None
        if self._lane is not None:
            self._lane.close(5.0)
            self._lane = None

    def _ask(self, task: _Task) -> None:
        if self._lane is None:
            self._lane = Lane("lionrock-bars", self._work)
        self._lane.put(task)

    def _work(self, task: _Task) -> None:
        if task is not self._wanted and task is not self._preparing:  # another was asked for in the meantime
            return
        try:
            made = task.made()
            built = () if self.levels.has(made.bars) else built_ahead((made.bars, made.bars.volume))
            prepared = prepare(task.style, made)
        except Exception:  # noqa: BLE001
            # A mistake must not end the worker: the chart then keeps the bars it has.
            _log.exception("Making bars of style %s failed", task.style)
            return
        self._done.emit(task, made, built, prepared)

    def _finish(self, task: _Task, made: Series, built: tuple[Built, ...], prepared: Prepared) -> None:
        wanted = self._wanted
        if task is wanted or (wanted is not None and self._made is None and task.leads_to(wanted)):
            self._made = made  # of trades that come sooner than it is made, some are shown later
        elif task is self._preparing:
            self._preparing = None
        else:
            return
        self.levels.adopt(built)
        prepared.hand_over(made.bars, self.levels)
        self.ready.emit()
