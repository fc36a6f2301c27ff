"""Computes indicators beside the main thread and keeps the values that are there until the new ones are."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from charting.core.bars import Bars, Floats
from charting.core.blocks import FEW
from charting.core.document import Indicator
from charting.indicators.beside import NONE, Beside, Others
from charting.indicators.columns import numbers
from charting.indicators.declaration import IndicatorKind, IndicatorProblem, NotYet, Outputs
from charting.indicators.growth import continuation
from charting.indicators.recipe import ALONE, Context, Recipe, going_on
from charting.indicators.values import IndicatorValues
from charting.scene.levels import Built, Levels, built_ahead
from charting.scene.plots import Failure
from charting.view.translation import said, tr

_log = logging.getLogger(__name__)

Task = TypeVar("Task")

LONG, AT_ONCE = 0.005, 0.01
"""Seconds from which a computation is made in a worker, and that all those may take together that a frame waits for."""
_BUILDING = 60e-9
"""Seconds a row takes in the pyramid that a frame may ask for."""

_DROPPED = 0.5
"""Seconds that a process apart is waited for at the end, which its owner ends afterwards."""


class _Task(Struct, frozen=True, eq=False):
    """Values to be computed for the indicator with an id."""

    bars: Bars
    recipe: Recipe
    indicator_id: str

    @property
    def key(self) -> Hashable:
        """What its values are known by."""
        return id(self.bars), self.recipe.key


class _Failed(Struct, frozen=True, eq=False):
    """What went wrong with an indicator, and with which bars and settings."""

    task: _Task
    failure: Failure


class Lane(Generic[Task]):
    """One thread that computes what it is given, one after the other."""

    def __init__(self, name: str, work: Callable[[Task], None]) -> None:
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._work = work
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def put(self, task: Task) -> None:
        """Compute something when all before it is done."""
        self._tasks.put(task)

    def close(self, timeout: float) -> None:
        """End the thread, which is waited for so many seconds."""
        self._tasks.put(None)
        self._thread.join(timeout)

    def _run(self) -> None:
        while (task := self._tasks.get()) is not None:
            self._work(task)


class Computing(QObject):
    """Worker threads that fill the cache of indicator values; ``ready`` is emitted in the main thread.

    Each indicator in a process of its own has a thread of its own, so that no other waits for one that hangs.
    """

    ready = Signal()
    _done = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, cache: IndicatorValues | None = None, levels: Levels | None = None) -> None:
        super().__init__(parent)
        self.levels = Levels() if levels is None else levels
        self._cache = cache or IndicatorValues()
        self.levels.others = self._cache.columns
        self._pending: set[Hashable] = set()
        self._newest: dict[str, Hashable] = {}
        self._shown: Bars | None = None
        self._others: Others = NONE
        self._last: dict[str, Outputs] = {}
        self._failed: dict[str, _Failed] = {}
        self._recipes: dict[str, tuple[Indicator, Context, Recipe]] = {}
        self._lanes: dict[str, Lane[_Task]] = {}
        self._gathered: list[_Task] | None = None
        self._looked_up = 0
        self._spent = 0.0
        self._closed = False
        self._warm = False  # importing the library of indicators takes longer than a frame: the worker does it first
        self._live = False  # whether bars have been added to the series: from then on, values are carried along
        self._done.connect(self._finish)

    @contextmanager
    def gathering(self) -> Iterator[None]:
        """Let the workers begin after the block with what is asked for in it, once no event is left to be handled.

        While a frame is built and painted they would only slow it down.
        """
        gathered: list[_Task] = []
        self._gathered, self._looked_up, self._spent = gathered, 0, 0.0
        try:
            yield
        finally:
            self._gathered = None
            self._cache.keep_room_for(2 * self._looked_up)  # and for those that they take their values from
            if gathered:
                QTimer.singleShot(0, self, partial(self._begin, gathered))

    def _begin(self, gathered: Iterable[_Task]) -> None:
        for task in gathered:
            self._pending.discard(task.key)
            if self._newest.get(task.indicator_id) == task.key:
                self._ask(task)

    def lookup(self, bars: Bars, indicator: Indicator, context: Context = ALONE) -> Outputs | Failure | None:
        """The values of an indicator, or why there are none; ``context`` tells what it may refer to.

        Until they are there, the previous ones (of no more rows than ``bars``) or None.
        """
        self._looked_up += 1
        try:
            task = _Task(bars, self._recipe(indicator, context), indicator.id)
        except NotYet:
            return self._previous(bars, indicator)
        except IndicatorProblem as problem:
            return Failure(said(problem))
        failed = self._failed.get(indicator.id)
        if failed is not None and failed.task.bars is bars and failed.task.recipe.key == task.recipe.key:
            return failed.failure
        if self._pending and task.key in self._pending:
            return self._previous(bars, indicator)
        found = self._cache.peek(bars, task.recipe)
        if found is None and self._warm and self._has_time_for(bars, task.recipe):
            failure = self._compute(task)
            if failure is not None:
                self._failed[indicator.id] = _Failed(task, failure)
                return failure
            found = self._cache.peek(bars, task.recipe)
        if found is not None:
            self._newest.pop(indicator.id, None)
            self._last[indicator.id] = found
            return found
        self._ask(task)
        return self._previous(bars, indicator)

    def _has_time_for(self, bars: Bars, recipe: Recipe) -> bool:
        """Whether to compute something at once, beside all else that the same frame waits for."""
        cost = self._cache.cost(bars, recipe, following=self._live)
        if self._gathered is None or cost > LONG:
            return cost <= LONG
        if len(bars) > FEW:
            cost += _BUILDING * len(bars) * len(recipe.kind.plots)
        if self._spent + cost > AT_ONCE:
            return False
        self._spent += cost
        return True

    def _recipe(self, indicator: Indicator, context: Context) -> Recipe:
        """What an indicator's values depend on, found out anew only when something in it may have changed."""
        known = self._recipes.get(indicator.id)
        if known is not None and known[0] is indicator and known[1] is context and self._cache.is_current(known[2]):
            return known[2]
        recipe = self._cache.recipe(indicator, context)
        self._recipes[indicator.id] = (indicator, context, recipe)
        return recipe

    def change(self, before: Bars | None, after: Bars | None, others: Others = NONE) -> None:
        """Another table is shown, or others beside it: carry the values along if it goes on, else drop them.

        ``others`` are the second series that indicators may take closes from.
        """
        earlier, self._others, self._shown = self._others, others, after
        if before is after:
            if after is not None and _went_on(earlier, others):
                self._live = True
                self._cache.advance(after, after, len(after), others)
            return
        self._failed.clear()
        first = None if before is None or after is None else continuation(before, after)
        if first is None:
            self._last.clear()
        elif before is not None and after is not None:
            self._live = True
            self._cache.advance(before, after, first, others)

    def close(self) -> None:
        """End the workers; what they are computing is dropped."""
        self._closed = True
        for lane in self._lanes.values():  # told all at first, they end together
            lane.close(0.0)
        for apart, lane in self._lanes.items():
            lane.close(_DROPPED if apart else 5.0)
        self._lanes.clear()

    def _previous(self, bars: Bars, indicator: Indicator) -> Outputs | None:
        previous = self._last.get(indicator.id)
        if previous is not None and all(len(values) <= len(bars) for values in previous.values()):
            return previous
        return None

    def _ask(self, task: _Task) -> None:
        self._newest[task.indicator_id] = task.key
        if task.key in self._pending or self._closed:
            return
        self._pending.add(task.key)
        if self._gathered is not None:
            self._gathered.append(task)
            return
        apart = task.recipe.apart
        if apart not in self._lanes:
            self._lanes[apart] = Lane(f"lionrock-indicators {apart}".strip(), self._work)
        self._lanes[apart].put(task)

    def _work(self, task: _Task) -> None:
        # What was wanted while others were computed, and is no more (a number being turned), is left out.
        wanted = self._newest.get(task.indicator_id) == task.key
        failure = self._compute(task) if wanted else None
        found = self._cache.peek(task.bars, task.recipe) if wanted else None
        built = built_ahead(_measured(task.recipe.kind, found or {}), FEW)
        if not self._closed:
            self._done.emit(task, failure, built)

    def _compute(self, task: _Task) -> Failure | None:
        """Fill the cache; what went wrong if it cannot be."""
        try:
            if self._live:
                self._cache.follow(task.bars, task.recipe)
            else:
                self._cache.values(task.bars, task.recipe)
        except IndicatorProblem as problem:
            return Failure(said(problem))
        except Exception:  # noqa: BLE001
            # An indicator's mistake must neither end the worker nor the painting.
            _log.exception("Computing %s failed", task.recipe.kind.kind)
            return Failure(tr("This could not be computed. The details are in the log."))
        return None

    def _finish(self, task: _Task, failure: Failure | None, built: tuple[Built, ...]) -> None:
        self.levels.adopt(built)
        self._warm = self._warm or not task.recipe.apart
        self._pending.discard(task.key)
        if failure is not None:
            self._failed[task.indicator_id] = _Failed(task, failure)
        else:
            self._catch_up(task)
        self.ready.emit()

    def _catch_up(self, task: _Task) -> None:
        """Carry what was computed for bars to those that came meanwhile; else values would never be there in a busy market."""
        bars, shown = task.bars, self._shown
        if shown is None or not self._live or (shown is bars and going_on(task.recipe, self._others) is task.recipe):
            return
        first = len(bars) if shown is bars else continuation(bars, shown)
        if first is not None:
            self._cache.advance(bars, shown, first, self._others)


def _went_on(before: Others, after: Others) -> bool:
    """Whether any of the second series is another by now."""
    both = ((before[name], one) for name, one in after.items() if name in before)
    return any(isinstance(old, Beside) and isinstance(now, Beside) and old.bars is not now.bars for old, now in both)


def _measured(kind: IndicatorKind, outputs: Outputs) -> Iterator[Floats]:
    """The columns whose extremes are asked for while painting: marks stand at the bars."""
    for plot in kind.plots:
        if plot.style != "marks" and plot.name in outputs:
            yield numbers(outputs[plot.name])
