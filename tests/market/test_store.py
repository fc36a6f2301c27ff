"""The store keeps what it was given, through crashes, full disks, damage and company."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from charting.core.adjustment import Action
from charting.core.bars import Bars
from charting.core.interval import DAY, MINUTE, Interval
from charting.market import database, series_tables
from charting.market.blobs import Columns, Gathering, merged
from charting.market.instruments import instrument_of
from charting.market.provider import History, Refused, SeriesKey
from charting.market.store import NEVER, Store
from tests.places import ROOT

KEY = SeriesKey("yahoo", "9988.HK", DAY)
MINUTES = SeriesKey("yahoo", "9988.HK", MINUTE)
FETCHED = datetime(2025, 9, 17, 8, 15, tzinfo=UTC)


def bars(first: int, count: int, value: float = 100.0, interval: Interval = DAY) -> Bars:
    step = interval.seconds
    time = step * np.arange(first, first + count)
    prices = value + np.arange(count)
    return Bars.of(time, prices, prices + 1, prices - 1, prices, 10 * prices, interval)


def history(table: Bars, **fields: object) -> History:
    return replace(History(instrument_of("9988.HK"), table, FETCHED), **fields)  # type: ignore[arg-type]


def assert_same(found: History | None, expected: History) -> None:
    assert found is not None
    for name in ("time", "open", "high", "low", "close", "volume"):
        np.testing.assert_array_equal(getattr(found.bars, name), getattr(expected.bars, name))
    for name in ("instrument", "fetched", "refused", "repaired", "rows", "simulated", "actions"):
        assert getattr(found, name) == getattr(expected, name)
    assert (found.adjusted is None) == (expected.adjusted is None)
    if found.adjusted is not None and expected.adjusted is not None:
        np.testing.assert_array_equal(found.adjusted, expected.adjusted)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "bars.sqlite"


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[[], Store]]:
    stores: list[Store] = []

    def open_store() -> Store:
        stores.append(Store(path))
        return stores[-1]

    yield open_store
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    return opened()


def notices_of(store: Store) -> list[str]:
    told: list[str] = []
    store.noticed.connect(told.append)
    return told


FULL = history(
    bars(15_000, 900),
    refused=(Refused("high below low", 3, 17),),
    repaired=(Refused("out of order, sorted", 2),),
    rows=905,
    simulated=True,
    adjusted=np.arange(900.0),
    actions=(Action(86_400 * 15_100, "dividend", 1.5), Action(86_400 * 15_200, "split", 2.0)),
)


@pytest.mark.parametrize(
    ("key", "kept"),
    [(KEY, FULL), (MINUTES, history(bars(28_000_000, 100_000, interval=MINUTE))), (KEY, history(Bars.empty(DAY)))],
)
def test_what_was_written_is_read_in_another_process_time(key: SeriesKey, kept: History, opened: Callable[[], Store]) -> None:
    first = opened()
    assert first.read(key) is None
    first.write(key, kept)
    first.close()
    second = opened()
    assert_same(second.read(key), kept)
    assert second.series() == (key,)


def test_a_store_without_a_file_keeps_everything_in_memory() -> None:
    store = Store(None)
    store.write(KEY, FULL)
    assert store.read(KEY) is FULL
    store.extend(KEY, history(bars(15_895, 10, 5.0)))
    found = store.read(KEY)
    assert found is not None
    assert len(found.bars) == 905
    assert store.series() == (KEY,)
    store.forget("yahoo", "9988.HK")
    assert store.read(KEY) is None
    store.close()


def test_series_do_not_mix(store: Store) -> None:
    other = replace(FULL, bars=bars(15_000, 3), adjusted=None)
    store.write(KEY, FULL)
    for key in (
        SeriesKey("demo", "9988.HK", DAY),
        SeriesKey("yahoo", "0700.HK", DAY),
        SeriesKey("yahoo", "9988.HK", Interval(1, "wk")),
    ):
        store.write(key, other)
        assert_same(store.read(key), other)
    assert_same(store.read(KEY), FULL)


def test_writing_replaces_and_extending_joins(store: Store) -> None:
    store.write(KEY, history(bars(15_000, 900)))
    store.extend(KEY, history(bars(15_890, 20, 7.0), fetched=FETCHED + timedelta(hours=1)))
    found = store.read(KEY)
    assert found is not None
    assert found.fetched == FETCHED + timedelta(hours=1)
    assert len(found.bars) == 910
    assert found.bars.close[889] == 989.0
    assert found.bars.close[890:].tolist() == (7.0 + np.arange(20)).tolist()
    store.write(KEY, history(bars(15_890, 20)))
    found = store.read(KEY)
    assert found is not None
    assert len(found.bars) == 20


def test_an_unknown_volume_does_not_replace_a_known_one(store: Store) -> None:
    known = history(bars(15_000, 5), adjusted=np.arange(5.0))
    store.write(KEY, known)
    silent = Bars.of(*(getattr(known.bars, name) for name in ("time", "open", "high", "low", "close")), None, DAY)
    store.extend(KEY, history(silent))
    assert_same(store.read(KEY), known)


def test_actions_are_joined(store: Store) -> None:
    early, late = Action(5, "dividend", 1.0), Action(9, "split", 2.0)
    store.write(KEY, history(bars(15_000, 5), actions=(early,)))
    store.extend(KEY, history(bars(15_005, 5), actions=(replace(early, value=1.1), late)))
    found = store.read(KEY)
    assert found is not None
    assert found.actions == (replace(early, value=1.1), late)


def test_forgetting_drops_every_interval(store: Store) -> None:
    store.write(KEY, FULL)
    store.write(MINUTES, history(bars(28_000_000, 10, interval=MINUTE)))
    other = SeriesKey("yahoo", "0700.HK", DAY)
    store.write(other, FULL)
    store.forget("yahoo", "9988.HK")
    assert store.series() == (other,)


column = st.lists(st.integers(0, 30), unique=True).map(sorted)


@given(column, column, st.booleans(), st.booleans())
def test_merging_keeps_every_time_and_prefers_the_new(old: list[int], new: list[int], with_old: bool, with_new: bool) -> None:
    def columns(times: list[int], value: float, height: int) -> Columns:
        return Columns(np.array(times, dtype=np.int64), np.full((height, len(times)), value))

    found = merged(columns(old, 1.0, 5 + with_old), columns(new, 2.0, 5 + with_new))
    assert found.time.tolist() == sorted({*old, *new})
    assert found.values[0].tolist() == [2.0 if time in new else 1.0 for time in found.time.tolist()]


# Company


def test_threads_share_a_store(store: Store) -> None:
    def write(symbol: str) -> None:
        for first in range(15_000, 15_010):
            store.extend(SeriesKey("yahoo", symbol, DAY), history(bars(first, 5)))

    threads = [threading.Thread(target=write, args=(symbol,)) for symbol in ("a", "a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for symbol in "abc":
        found = store.read(SeriesKey("yahoo", symbol, DAY))
        assert found is not None
        assert len(found.bars) == 14


def test_a_reader_sees_one_state_while_another_store_writes(opened: Callable[[], Store]) -> None:
    writer, reader = opened(), opened()
    writer.write(KEY, history(bars(15_000, 900, 0.0)))
    stop = threading.Event()

    def write() -> None:
        value = 0.0
        while not stop.is_set():
            value += 1
            writer.write(KEY, history(bars(15_000, 900, value)))

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for _ in range(40):
            found = reader.read(KEY)
            assert found is not None
            assert len(set((found.bars.close - np.arange(900)).tolist())) == 1
    finally:
        stop.set()
        thread.join()


def run_writer(path: Path, first: int, kills: int, seed: int) -> subprocess.Popen[str]:
    arguments = [sys.executable, "-m", "tests.market.crashing_writer", str(path), str(first), str(kills), str(seed)]
    return subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


# Together these are two hundred kills.


def test_killed_writers_lose_nothing_that_was_committed(path: Path) -> None:
    writer = run_writer(path, 0, 160, 1)
    output, _ = writer.communicate()
    assert writer.returncode == 0, output
    assert int(re.findall(r"(\d+) writes", output)[0]) > 0


def test_two_processes_write_one_series_and_are_killed(path: Path) -> None:
    writers = [run_writer(path, first, 20, seed) for seed, first in enumerate((0, 100_000_000))]
    for writer in writers:
        output, _ = writer.communicate()
        assert writer.returncode == 0, output


# Damage


@pytest.fixture
def filled(path: Path, opened: Callable[[], Store]) -> dict[SeriesKey, History]:
    """A closed store with three series."""
    kept = {
        KEY: FULL,
        MINUTES: history(bars(28_000_000, 3000, interval=MINUTE)),
        SeriesKey("yahoo", "0700.HK", DAY): history(bars(15_000, 500)),
    }
    store = opened()
    for key, each in kept.items():
        store.write(key, each)
    store.close()
    return kept


def test_flipped_bits_are_noticed_and_never_believed(
    path: Path, filled: dict[SeriesKey, History], opened: Callable[[], Store]
) -> None:
    sound = path.read_bytes()
    chance = Random(7)
    harmful = 0
    for _ in range(120):
        damaged = bytearray(sound)
        # The pages that hold something are few; a third of the flips goes to where their structure stands.
        place = (
            chance.randrange(len(sound))
            if chance.random() < 0.67
            else chance.randrange(len(sound) // 32_768) * 32_768 + chance.randrange(200)
        )
        damaged[place] ^= 1 << chance.randrange(8)
        for left in path.parent.iterdir():
            left.unlink()
        path.write_bytes(damaged)
        store = opened()
        told = notices_of(store)
        for key, expected in filled.items():
            found = store.read(key)
            whole = found is not None and len(found.bars) == len(expected.bars)
            assert whole or told, f"bit at {place}: something is missing, and nobody said so"
            if found is not None:
                where = expected.bars.time.searchsorted(found.bars.time)
                for name in ("time", "open", "high", "low", "close", "volume"):
                    np.testing.assert_array_equal(getattr(found.bars, name), getattr(expected.bars, name)[where])
                assert whole or found.fetched == NEVER
        for key, expected in filled.items():
            store.write(key, expected)
            assert_same(store.read(key), expected)
        harmful += bool(told)
        store.close()
    assert harmful > 40


def test_a_damaged_period_is_dropped_and_the_rest_kept(
    path: Path, filled: dict[SeriesKey, History], opened: Callable[[], Store]
) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE period SET checksum = checksum + 1 WHERE symbol = '9988.HK' AND interval = '1d' AND period = 42")
    connection.commit()
    connection.close()
    store = opened()
    told = notices_of(store)
    found = store.read(KEY)
    assert found is not None
    years = found.bars.time.astype("datetime64[s]").astype("datetime64[Y]").astype(int)
    assert 42 not in years
    assert {41, 43} <= set(years.tolist())
    assert found.fetched == NEVER
    assert told == ["Some of the bars kept of 9988.HK were damaged and have been dropped. Refresh to have them again."]
    again = store.read(KEY)
    assert again is not None
    assert again.fetched == NEVER
    assert len(told) == 1
    store.extend(KEY, FULL)
    assert_same(store.read(KEY), FULL)


@pytest.mark.parametrize(
    "content", [b"", b"no database, but a letter to the editor" * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_another_file_in_its_place_is_set_aside(content: bytes, path: Path, store: Store) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    told = notices_of(store)
    assert store.read(KEY) is None
    store.write(KEY, FULL)
    assert_same(store.read(KEY), FULL)
    if content:
        assert len(told) == 1
        assert "was set aside as “bars.damaged-" in told[0]
        assert [aside.read_bytes() for aside in path.parent.glob("bars.damaged-*.sqlite")] == [content]


def test_a_file_of_another_version_is_set_aside(
    path: Path, filled: dict[SeriesKey, History], opened: Callable[[], Store]
) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    store = opened()
    told = notices_of(store)
    for key, expected in filled.items():
        assert_same(store.read(key), expected)
    assert len(told) == 1


def test_two_stores_that_meet_the_same_damage_set_it_aside_once(
    path: Path, filled: dict[SeriesKey, History], opened: Callable[[], Store]
) -> None:
    path.write_bytes(b"x" * 5000)
    first, second = opened(), opened()
    first.write(KEY, FULL)
    assert_same(second.read(KEY), FULL)
    assert len(list(path.parent.glob("bars.damaged-*.sqlite"))) == 1


def test_a_truncated_file_is_rebuilt(path: Path, filled: dict[SeriesKey, History], opened: Callable[[], Store]) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    store = opened()
    told = notices_of(store)
    for key in filled:
        store.read(key)
    assert told
    for key, expected in filled.items():
        store.write(key, expected)
        assert_same(store.read(key), expected)


# Disks


def test_a_full_disk_is_said_once_and_the_program_goes_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = database.connect

    def small(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("PRAGMA max_page_count = 6")
        return connection

    monkeypatch.setattr(database, "connect", small)
    told = notices_of(store)
    large = history(bars(28_000_000, 50_000, interval=MINUTE))
    store.write(MINUTES, large)
    assert_same(store.read(MINUTES), large)
    store.extend(MINUTES, history(bars(28_049_990, 20, interval=MINUTE)))
    found = store.read(MINUTES)
    assert found is not None
    assert len(found.bars) == 50_010
    assert len(told) == 1
    assert "the disk is full" in told[0]
    assert "Make room on the disk" in told[0]


def test_a_place_that_cannot_be_written_to_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    store = Store(tmp_path / "file" / "bars.sqlite")
    told = notices_of(store)
    assert store.read(KEY) is None
    store.write(KEY, FULL)
    assert store.read(KEY) is FULL
    assert store.series() == (KEY,)
    assert len(told) == 1
    store.close()


def test_once_the_disk_has_room_again_bars_go_back_to_it(
    path: Path, opened: Callable[[], Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> sqlite3.Connection:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise error

    store = opened()
    with monkeypatch.context() as broken:
        broken.setattr(database, "connect", fail)
        store.write(KEY, history(bars(15_000, 10)))
    store.extend(KEY, history(bars(15_010, 10)))
    store.close()
    found = opened().read(KEY)
    assert found is not None
    assert len(found.bars) == 20


def test_several_series_are_written_together_or_not_at_all(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(path)
    old, new = history(bars(15_000, 10)), history(bars(15_000, 10, 50.0))
    kept = {KEY: new, MINUTES: history(bars(28_000_000, 10, interval=MINUTE))}
    store.write(KEY, old)
    put, count = series_tables._put_period, 0

    def fail_at_the_second(*arguments: object) -> int:
        nonlocal count
        count += 1
        if count == 2:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return put(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as full:
        full.setattr(series_tables, "_put_period", fail_at_the_second)
        store.write_all(kept)
    assert_same(store.read(KEY), new)
    other = Store(path)
    assert_same(other.read(KEY), old)
    assert other.read(MINUTES) is None
    other.close()
    store.write_all(kept)
    store.close()
    again = Store(path)
    for key, each in kept.items():
        assert_same(again.read(key), each)
    again.close()


@pytest.mark.parametrize("expected", [0, 3, 7, 20])
@pytest.mark.parametrize("heights", [(5, 5, 5), (6, 6, 6), (5, 6, 5), (6, 5, 5)])
def test_what_is_gathered_is_all_that_was_added_whatever_was_expected(expected: int, heights: tuple[int, ...]) -> None:
    """Periods may be damaged, and only some of them may have adjusted closes."""
    chance, gathering, parts = np.random.default_rng(1), Gathering(expected), []
    for number, (height, count) in enumerate(zip(heights, (2, 1, 4), strict=True)):
        parts.append(Columns(np.arange(count, dtype=np.int64) + 10 * number, chance.normal(size=(height, count))))
        gathering.add(parts[-1])
    found, tallest = gathering.columns(), max(heights)
    padded = [np.vstack((part.values, np.full((tallest - len(part.values), len(part)), np.nan))) for part in parts]
    np.testing.assert_array_equal(found.time, np.concatenate([part.time for part in parts]))
    np.testing.assert_array_equal(found.values, np.concatenate(padded, axis=1))
    assert found.values.base is None or found.values.base.nbytes == found.values.nbytes, "memory for what is not there"
