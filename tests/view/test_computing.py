"""Computing beside the main thread: values kept until new ones are there, failures told, live bars carried along."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np
import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from charting.core.bars import Bars, Floats
from charting.core.calendar import calendar_for
from charting.core.document import Indicator
from charting.indicators.beside import Beside, Instrument
from charting.indicators.catalogue import kind_of
from charting.indicators.columns import Column
from charting.indicators.declaration import IndicatorKind, Plot, Settings
from charting.indicators.recipe import Context
from charting.indicators.values import IndicatorValues
from charting.scene.plots import Failure
from charting.view.computing import AT_ONCE, Computing, _Task
from tests.indicators.making import Ticking, same, walk

AVERAGE = Indicator("average", "sma", {"period": 20})
BROKEN = Indicator("broken", "broken")


def divide(_bars: Bars, _settings: Settings) -> Mapping[str, Floats]:
    raise ZeroDivisionError


def catalogue(kind: str) -> IndicatorKind:
    if kind != "broken":
        return kind_of(kind)
    return IndicatorKind("broken", "Broken", "Broken", "Test", (), (Plot("broken", "Broken"),), divide)


@pytest.fixture
def computing(qtbot: QtBot) -> Iterator[Computing]:
    made = Computing(cache=IndicatorValues(catalogue=catalogue))
    yield made
    made.close()


def computed(qtbot: QtBot, computing: Computing, bars: Bars, indicator: Indicator) -> object:
    """What is looked up once the worker is ready."""
    found = computing.lookup(bars, indicator)
    if found is None or (not isinstance(found, Failure) and any(len(values) < len(bars) for values in found.values())):
        with qtbot.waitSignal(computing.ready):
            pass
        found = computing.lookup(bars, indicator)
    return found


def grown(bars: Bars, count: int, close: float | None = None) -> Bars:
    """The first rows of a table, in the same memory; with ``close`` copied and its last bar closing there."""
    part = bars.slice(0, count)
    if close is None:
        return part
    closes = np.append(part.close[:-1], close)
    return Bars.of(part.time, part.open, part.high, part.low, closes, part.volume, part.interval)


def test_the_first_values_come_from_the_worker(qtbot: QtBot, computing: Computing) -> None:
    bars = walk(100)
    found = computed(qtbot, computing, bars, AVERAGE)
    assert same(found["sma"], kind_of("sma").compute(bars, kind_of("sma").settings({"period": 20}))["sma"])


@pytest.mark.logs("Computing broken failed")
def test_a_failing_indicator_says_so_from_the_worker_and_from_the_main_thread(qtbot: QtBot, computing: Computing) -> None:
    bars = walk(100)
    assert isinstance(computed(qtbot, computing, bars, BROKEN), Failure)
    assert isinstance(computed(qtbot, computing, bars, AVERAGE), Mapping)
    other = walk(90)
    computing.change(bars, other)
    assert isinstance(computing.lookup(other, BROKEN), Failure)


@pytest.mark.logs("Computing broken failed")
def test_a_failure_is_met_once_a_table(qtbot: QtBot, computing: Computing) -> None:
    bars = walk(100)
    first = computed(qtbot, computing, bars, BROKEN)
    assert computing.lookup(bars, BROKEN) is first


def test_previous_values_stay_while_bars_are_added_and_go_with_another_series(qtbot: QtBot, computing: Computing) -> None:
    bars = walk(100)
    before = grown(bars, 60)
    first = computed(qtbot, computing, before, AVERAGE)
    computing._warm = False
    after = grown(bars, 61)
    computing.change(before, after)
    assert computing.lookup(after, AVERAGE) is first
    other = walk(200, seed=3)
    computing.change(after, other)
    assert computing.lookup(other, AVERAGE) is None


def test_live_bars_carry_the_values_along_without_computing(qtbot: QtBot, computing: Computing, monkeypatch) -> None:
    bars = walk(300)
    tables = [grown(bars, 200), grown(bars, 200, 123.0), grown(bars, 201), grown(bars, 204)]
    computed(qtbot, computing, tables[0], AVERAGE)
    computing.change(tables[0], tables[1])
    computed(qtbot, computing, tables[1], AVERAGE)
    monkeypatch.setattr(computing._cache, "values", None)
    for before, after in pairwise(tables[1:]):
        computing.change(before, after)
        found = computing.lookup(after, AVERAGE)
        assert same(found["sma"], kind_of("sma").compute(after, kind_of("sma").settings({"period": 20}))["sma"])


def test_ticks_of_a_second_instrument_carry_the_values_along_without_computing(qtbot: QtBot, computing: Computing) -> None:
    bars, ticking, exchange = walk(100), Ticking(walk(120, seed=3), 100), calendar_for("XHKG")
    ratio = Indicator("ratio", "ratio", {"symbol": "demo X", "period": 5})

    def context() -> Context:
        return Context({}, exchange, {Instrument("demo", "X"): Beside(ticking.bars, exchange)})

    computing.change(None, bars, context().beside)
    for number, close in enumerate((101.0, 102.0, 103.0)):
        ticking.tick(close)
        now = context()
        computing.change(bars, bars, now.beside)
        found = computing.lookup(bars, ratio, now)
        if not number:  # computed whole, and from now on followed
            with qtbot.waitSignal(computing.ready):
                pass
            found = computing.lookup(bars, ratio, now)
            computing._warm = False  # whatever is not there goes to the worker
        assert found is not None
        assert not isinstance(found, Failure)
        assert found["ratio"][-1] == bars.close[-1] / close
        assert not computing._pending


def test_ticks_of_a_second_instrument_while_values_are_computed_are_caught_up_with(qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()
    kind = kind_of("ratio")

    def compute(bars: Bars, settings: Settings) -> Mapping[str, Column]:
        begun.set()
        assert go_on.wait(10.0)
        return kind.compute(bars, settings)

    slow = structs.replace(kind, compute=compute, cost=1e9)
    computing = Computing(cache=IndicatorValues(catalogue=lambda _kind: slow))
    bars, ticking, exchange = walk(100), Ticking(walk(120, seed=3), 100), calendar_for("XHKG")
    ratio = Indicator("ratio", "ratio", {"symbol": "demo X", "period": 5})
    contexts = []
    for close in (101.0, 102.0, 103.0):
        ticking.tick(close)
        contexts.append(Context({}, exchange, {Instrument("demo", "X"): Beside(ticking.bars, exchange)}))
        computing.change(bars if len(contexts) > 1 else None, bars, contexts[-1].beside)
        if len(contexts) == 2:
            computing.lookup(bars, ratio, contexts[-1])
            assert begun.wait(10.0)
    with qtbot.waitSignal(computing.ready):
        go_on.set()
    found = computing.lookup(bars, ratio, contexts[-1])
    pending = set(computing._pending)
    computing.close()
    assert found is not None
    assert not isinstance(found, Failure)
    assert found["ratio"][-1] == bars.close[-1] / 103.0
    assert not pending


def test_bars_that_come_while_values_are_computed_have_them_too(qtbot: QtBot) -> None:
    """In a busy market the next bar is always there before the values of this one."""
    begun, go_on, counted = threading.Event(), threading.Event(), list[int]()
    average = kind_of("sma")

    def compute(bars: Bars, settings: Settings) -> Mapping[str, Floats]:
        counted.append(len(bars))
        begun.set()
        assert go_on.wait(10.0)
        return average.compute(bars, settings)

    slow = structs.replace(average, compute=compute, cost=1e9)
    computing, bars = Computing(cache=IndicatorValues(catalogue=lambda _kind: slow)), walk(300)
    tables = [grown(bars, count) for count in range(200, 211)]
    computing.change(None, tables[0])
    computing.change(tables[0], tables[1])
    for before, after in pairwise(tables[1:]):
        computing.lookup(before, AVERAGE)
        assert begun.wait(10.0)
        computing.change(before, after)
    with qtbot.waitSignal(computing.ready):
        go_on.set()
    found = computing.lookup(tables[-1], AVERAGE)
    computing.close()
    assert found is not None
    assert not isinstance(found, Failure)
    assert same(found["sma"], average.compute(tables[-1], average.settings({"period": 20}))["sma"])
    assert counted[0] == 201
    assert len(counted) <= 2, "of the bars that came meanwhile only the last are computed, if any"


def test_one_that_hangs_in_its_process_keeps_no_other_waiting(qtbot: QtBot) -> None:
    go_on, average = threading.Event(), kind_of("sma")

    def hang(bars: Bars, settings: Settings) -> Mapping[str, Column]:
        assert go_on.wait(10.0)
        return average.compute(bars, settings)

    kinds = {
        "user:hanging": structs.replace(average, kind="user:hanging", compute=hang, apart=True),
        "user:quick": structs.replace(average, kind="user:quick", apart=True),
    }
    computing, bars = Computing(cache=IndicatorValues(catalogue=kinds.__getitem__)), walk(50)
    assert computing.lookup(bars, Indicator("h", "user:hanging")) is None
    quick = Indicator("q", "user:quick")
    assert computing.lookup(bars, quick) is None
    qtbot.waitUntil(lambda: computing.lookup(bars, quick) is not None)
    go_on.set()
    computing.close()


def test_of_many_settings_tried_out_only_the_last_is_computed(qtbot: QtBot) -> None:
    computed_periods: list[object] = []
    begun, go_on = threading.Event(), threading.Event()
    average = kind_of("sma")

    def compute(bars: Bars, settings: Settings) -> Mapping[str, Floats]:
        computed_periods.append(settings["period"])
        begun.set()
        assert go_on.wait(10.0)
        return average.compute(bars, settings)

    slow = structs.replace(average, compute=compute, live=None, restart=lambda _bars, _settings, row: row)
    computing, bars = Computing(cache=IndicatorValues(catalogue=lambda _kind: slow)), walk(100)
    computing.lookup(bars, Indicator("average", "sma", {"period": 5}))
    assert begun.wait(10.0)
    for period in (6, 7, 8):
        computing.lookup(bars, Indicator("average", "sma", {"period": period}))
    go_on.set()
    last = Indicator("average", "sma", {"period": 8})
    qtbot.waitUntil(lambda: computing.lookup(bars, last) is not None)
    computing.close()
    assert computed_periods == [5, 8]


def test_what_a_frame_asks_for_is_computed_once_it_is_painted(qtbot: QtBot, computing: Computing) -> None:
    bars = walk(100)
    with computing.gathering():
        computing.lookup(bars, AVERAGE)
        computing.lookup(bars, AVERAGE)
    assert not computing._lanes, "no worker has begun"
    with qtbot.waitSignal(computing.ready):
        pass
    found = computing.lookup(bars, AVERAGE)
    assert found is not None
    assert not isinstance(found, Failure)


def test_a_frame_waits_for_so_many_computations_and_no_more(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of them is short; sixty together held a frame up for a third of a second when the interval changed."""
    computing, bars, other = Computing(), walk(600), walk(700)
    shown = [Indicator(f"average {period}", "sma", {"period": period}) for period in range(5, 205)]
    computed(qtbot, computing, bars, AVERAGE)
    computing.change(bars, other)
    here, compute = [], computing._compute

    def noted(task: _Task) -> Failure | None:
        here.append(threading.current_thread() is threading.main_thread())
        return compute(task)

    monkeypatch.setattr(computing, "_compute", noted)
    each = computing._cache.cost(other, shown[0])
    with computing.gathering():
        for one in shown:
            computing.lookup(other, one)
    assert 0 < len(here) <= AT_ONCE / each
    qtbot.waitUntil(lambda: all(computing.lookup(other, one) is not None for one in shown[-20:]))
    assert 0 < here.count(True) <= AT_ONCE / each
    computing.close()


def test_pyramids_of_what_a_worker_computes_are_built_there(qtbot: QtBot, computing: Computing) -> None:
    bars = walk(600)
    found = computed(qtbot, computing, bars, AVERAGE)
    assert isinstance(found, Mapping)
    assert computing.levels._kept.keys() == {("values", found["sma"].__array_interface__["data"][0])}


def test_what_a_chart_shows_is_not_computed_again_and_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many indicators it has: more than are kept by memory alone."""
    computing, bars = Computing(cache=IndicatorValues(capacity=1)), walk(300)
    shown = [Indicator(f"average {period}", "sma", {"period": period}) for period in range(5, 65)]

    def frame() -> list[object]:
        with computing.gathering():
            return [computing.lookup(bars, one) for one in shown]

    qtbot.waitUntil(lambda: all(found is not None for found in frame()))
    frame()
    monkeypatch.setattr(computing, "_compute", lambda _task: pytest.fail("computed again"))
    assert all(found is not None for found in frame())
    qtbot.wait(1)
    computing.close()
