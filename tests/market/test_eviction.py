"""When the store has outgrown its limit, what nobody has looked at for longest goes; what cannot be fetched again stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from charting.core.interval import MINUTE
from charting.market import series_tables
from charting.market.provider import SeriesKey
from charting.market.store import Store
from tests.market.test_store import bars, history


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bars.sqlite"


def test_reading_a_series_keeps_it_from_being_the_first_to_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = 0.0
    monkeypatch.setattr(series_tables.time, "time", lambda: 1.7e9 + 86_400 * day)
    store = Store(path, limit=600_000)
    keys = [SeriesKey("yahoo", f"{number:04d}.HK", MINUTE) for number in range(3)]
    for key in keys[:2]:
        store.write(key, history(bars(28_000_000, 3000, interval=MINUTE)))
        day += 1
    day += 1
    assert store.read(keys[0]) is not None
    day += 1
    larger = history(bars(28_000_000, 5000, interval=MINUTE))
    store.write(keys[2], larger)
    assert set(store.series()) == {keys[0], keys[2]}
    store.close()


def test_bars_of_files_stay_however_small_the_limit(path: Path) -> None:
    store = Store(path, limit=1)
    files = [SeriesKey(f"file:///{number}.csv", str(number), MINUTE) for number in range(4)]
    for key in files:
        store.write(key, history(bars(28_000_000, 3000, interval=MINUTE)))
    for number in range(4):
        store.write(SeriesKey("yahoo", f"{number:04d}.HK", MINUTE), history(bars(28_000_000, 3000, interval=MINUTE)))
    kept = set(store.series())
    assert set(files) <= kept
    assert len(kept) == 5, "besides, only what somebody looks at now"
    store.close()


def test_the_series_used_longest_ago_goes_first_but_never_a_files(path: Path) -> None:
    store = Store(path, limit=600_000)
    imported = SeriesKey("file:///prices.csv", "prices", MINUTE)
    keys = [imported, *(SeriesKey("yahoo", f"{number:04d}.HK", MINUTE) for number in range(1, 6))]
    for key in keys:
        store.write(key, history(bars(28_000_000, 3000, interval=MINUTE)))
    kept = set(store.series())
    store.close()
    assert imported in kept
    assert keys[-1] in kept
    assert keys[1] not in kept
    assert path.stat().st_size < 1_200_000
