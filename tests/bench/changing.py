"""What takes longer than a frame: another symbol, another indicator, bars made by prices, another theme."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from charting.core.calendar import calendar_for
from charting.core.document import Indicator, PriceMadeStyle
from charting.core.edits import add_indicator, set_chart
from charting.core.interval import MINUTE
from charting.core.theme import theme
from charting.core.timeaxis import TimeAxis
from charting.market.instruments import instrument_of
from charting.market.provider import History, SeriesKey
from charting.market.store import Store
from charting.scene.series import Series
from tests.bench.harness import Longest, Measurement, against
from tests.bench.measures import STALL
from tests.bench.subject import Subject, simulated_bars
from tests.bench.waiting import InThread, Stalls, until

READ, SWITCH, SWITCH_MANY, TOGGLE = 150.0, 300.0, 2000.0, 100.0
"""Milliseconds allowed: reading a million bars, showing a million or ten that are in the cache, showing an indicator."""

KEY = SeriesKey("yahoo", "9988.HK", MINUTE)


def cache(rounds: int) -> Iterator[Measurement]:
    """A million minutes read from the store."""
    count = 1_000_000
    times = calendar_for("XHKG").stamps(MINUTE, 1e9, 1e9 + 6e8)[:count]
    bars = replace(simulated_bars(count), time=times, interval=MINUTE)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "bars.sqlite")
        store.write(KEY, History(instrument_of(KEY.symbol), bars, datetime.now(UTC)))
        spent = []
        for _ in range(rounds):
            begun = time.perf_counter()
            found = store.read(KEY)
            spent.append(1000 * (time.perf_counter() - begun))
            assert found is not None
            assert len(found.bars) == count
        store.close()
    yield against("read from the cache", count, statistics.median(spent), READ)


def switch(counts: tuple[int, ...], rounds: int) -> Iterator[Measurement]:
    """From asking for a symbol whose bars are in the cache to its first picture, and until its indicators stand there."""
    for count in sorted({min(1_000_000, max(counts)), max(counts)}):
        with tempfile.TemporaryDirectory() as folder:
            store = Store(Path(folder) / "bars.sqlite")
            store.write(KEY, History(instrument_of(KEY.symbol), simulated_bars(count), datetime.now(UTC)))
            times, stalls = zip(*(_switched(store, count) for _ in range(rounds)), strict=True)
            store.close()
        allowed = SWITCH if count <= 1_000_000 else SWITCH_MANY
        yield against("another symbol from the cache to its first picture", count, statistics.median(times), allowed)
        yield against("longest stall until its indicators stand there", count, statistics.median(stalls), STALL)


def _switched(store: Store, count: int) -> tuple[float, float]:
    """Milliseconds to the first picture, and of the longest stall until everything is shown."""
    subject = Subject(simulated_bars(1000))

    def read() -> Series:
        found = store.read(KEY)
        assert found is not None
        axis = TimeAxis(found.bars.time, MINUTE, calendar_for(found.instrument.exchange))
        return Series(found.instrument, found.bars, axis, source=KEY.source)

    with Stalls() as stalls:
        reading = InThread(read)
        spent = until(reading.there)
        subject.view.set_series(reading.answer[0])
        spent += until(lambda: subject.shows(count))
        until(lambda: subject.complete)
    subject.close()
    return spent, stalls.milliseconds


def toggle(count: int, rounds: int) -> Iterator[Measurement]:
    """An indicator switched on until it is painted; each time with another period, so that nothing is known of it."""
    subject, times = Subject(simulated_bars(count)), []
    plain = subject.history.document
    with Stalls() as stalls:
        for number in range(rounds):
            wanted = Indicator("toggled", "rsi", {"period": 9 + number})
            subject.history.amend(add_indicator(plain, subject.view.chart_id, wanted, own_pane=True))
            times.append(until(lambda: subject.paints("toggled")))
            subject.history.amend(plain)
            until(lambda: not subject.paints("toggled"))
    subject.close()
    yield against("an indicator switched on, to painted", count, statistics.median(times), TOGGLE)
    yield against("longest stall of switching indicators", count, stalls.milliseconds, STALL)


def made_by_prices(count: int) -> Iterator[Measurement]:
    """Each style whose bars prices make, and averaged bars, chosen until it is painted."""
    subject = Subject(simulated_bars(count))
    for style in (*get_args(PriceMadeStyle), "heikin-ashi"):
        with Stalls() as stalls:
            subject.history.amend(set_chart(subject.history.document, subject.view.chart_id, style=style))
            until(lambda style=style: subject.is_made_as(style) and subject.complete)
        yield against(f"longest stall on the way to {style}", count, stalls.milliseconds, STALL)
        subject.history.amend(set_chart(subject.history.document, subject.view.chart_id, style="candles"))
        until(lambda: subject.is_made_as("") and subject.complete)
    subject.close()


def themes(rounds: int) -> Iterator[Measurement]:
    """The window in the other theme; all of it is one stall, as Qt goes through every widget."""
    from tests.gui.desk import make_desk

    with tempfile.TemporaryDirectory() as folder:
        desk, longest, spent = make_desk(Path(folder)), Longest(), []
        desk.window.show()
        desk.show_bars()
        QApplication.processEvents()
        for number in range(rounds):
            longest.milliseconds = 0.0
            longest.of(lambda number=number: desk.window.set_theme(theme("dark" if number % 2 else "light")))()
            spent.append(longest.milliseconds)
            QApplication.processEvents()
        desk.window.close()
        desk.window.deleteLater()
        QApplication.processEvents()
    yield against("stall of another theme", 0, statistics.median(spent), STALL)
