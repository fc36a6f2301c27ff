"""While nothing can be written, the store keeps what is fetched in memory, beside what the disk has, and gives it back to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from charting.core.adjustment import Action
from charting.core.interval import DAY
from charting.market import database, series_tables
from charting.market.provider import History, SeriesKey
from charting.market.store import Store, joined_history
from tests.market.test_store import FETCHED, KEY, MINUTES, bars, history

OTHER = SeriesKey("yahoo", "0700.HK", DAY)
ASKED = datetime(2025, 9, 18, tzinfo=UTC)
EARNINGS = (Action(20_000, "earnings", 0.0),)


def closes(found: History | None) -> list[float]:
    assert found is not None
    return found.bars.close.tolist()


def problem(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("it does not work")
    error.sqlite_errorcode = code
    return error


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bool], None]]:
    """Says whether the disk is full from now on; what is there can be read all the same."""
    put, state = series_tables._put_period, {"full": False}

    def put_period(*given: object) -> int:
        if state["full"]:
            raise problem(sqlite3.SQLITE_FULL)
        return put(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(series_tables, "_put_period", put_period)
    return lambda is_full: state.update(full=is_full)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "bars.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    made = Store(path)
    yield made
    made.close()


def test_what_is_added_stands_beside_what_the_disk_has(store: Store, full: Callable[[bool], None]) -> None:
    store.write(KEY, history(bars(15_000, 3), announced=ASKED))
    full(True)
    store.extend(KEY, history(bars(15_002, 2, 7.0)))
    assert closes(store.read(KEY)) == [100.0, 101.0, 7.0, 8.0]
    assert store.read(KEY).announced == ASKED  # type: ignore[union-attr]
    store.extend(OTHER, history(bars(15_000, 2)))
    assert closes(store.read(OTHER)) == [100.0, 101.0]
    store.write(KEY, history(bars(15_010, 2)))
    assert closes(store.read(KEY)) == [100.0, 101.0], "written anew, nothing of what was there stays"
    store.extend(KEY, history(bars(15_012, 1, 9.0)))
    assert closes(store.read(KEY)) == [100.0, 101.0, 9.0]


@pytest.mark.parametrize("anew", [False, True])
def test_when_there_is_room_again_the_disk_has_what_stood_in_memory(
    path: Path, store: Store, full: Callable[[bool], None], anew: bool
) -> None:
    store.write(KEY, history(bars(15_000, 3)))
    full(True)
    (store.write if anew else store.extend)(KEY, history(bars(15_003, 1, 7.0)))
    full(False)
    store.extend(KEY, history(bars(15_004, 1, 8.0)))
    whole = [7.0, 8.0] if anew else [100.0, 101.0, 102.0, 7.0, 8.0]
    assert closes(store.read(KEY)) == whole
    other = Store(path)
    assert closes(other.read(KEY)) == whole
    other.extend(KEY, history(bars(15_005, 1, 9.0)))
    other.close()
    assert closes(store.read(KEY)) == [*whole, 9.0], "nothing of what stood in memory hides what others write"


def test_several_series_written_anew_keep_nothing_of_what_was_there(store: Store) -> None:
    """As after a split, when prices on the old basis beside new ones would be wrong by a factor."""
    store.write(KEY, history(bars(15_000, 400)))
    store.write_all({KEY: history(bars(15_390, 2, 5.0)), OTHER: history(bars(15_000, 1))})
    assert closes(store.read(KEY)) == [5.0, 6.0]


def test_each_time_the_disk_fills_up_it_is_said(store: Store, full: Callable[[bool], None]) -> None:
    told: list[str] = []
    store.noticed.connect(told.append)
    for times in (1, 2):
        full(True)
        store.extend(KEY, history(bars(15_000, 1)))
        store.extend(OTHER, history(bars(15_000, 1)))
        assert len(told) == times
        full(False)
        store.extend(KEY, history(bars(15_001, 1)))


def test_dates_of_earnings_reach_what_stands_in_memory(store: Store, full: Callable[[bool], None]) -> None:
    full(True)
    store.write(KEY, history(bars(15_000, 2)))
    store.announce(KEY, EARNINGS, ASKED)
    found = store.read(KEY)
    assert found is not None
    assert (found.actions, found.announced) == (EARNINGS, ASKED)
    full(False)
    store.extend(KEY, history(bars(15_002, 1)))
    found = store.read(KEY)
    assert found is not None
    assert (found.actions, found.announced, len(found.bars)) == (EARNINGS, ASKED, 3)


def test_only_the_instrument_that_is_forgotten_is(store: Store, full: Callable[[bool], None]) -> None:
    full(True)
    demo = replace(KEY, source="demo")
    for key in (KEY, MINUTES, OTHER, demo):
        store.write(key, history(bars(15_000, 2, interval=key.interval)))
    store.forget("yahoo", "9988.HK")
    assert set(store.series()) == {OTHER, demo}


ASKING: dict[str, Callable[[Store], object]] = {
    "read": lambda store: store.read(KEY),
    "series": lambda store: store.series(),
    "forget": lambda store: store.forget(*("yahoo", "9988.HK")),
    "announce": lambda store: store.announce(KEY, EARNINGS, ASKED),
    "extend": lambda store: store.extend(KEY, history(bars(15_000, 1))),
}


@pytest.mark.parametrize("asking", ASKING)
def test_a_file_that_cannot_be_opened_is_said_whatever_is_asked(
    path: Path, store: Store, asking: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    store.noticed.connect(told.append)

    def fail(_path: Path) -> sqlite3.Connection:
        raise problem(sqlite3.SQLITE_IOERR)

    monkeypatch.setattr(database, "connect", fail)
    ASKING[asking](store)
    assert [("the disk reported an error" in text, str(path) in text) for text in told] == [(True, True)]


def test_of_two_answers_the_later_date_of_asking_for_earnings_counts() -> None:
    later = datetime(2025, 9, 20, tzinfo=UTC)
    old, new = history(bars(15_000, 1), announced=ASKED), history(bars(15_001, 1))
    assert joined_history(old, new).announced == ASKED
    assert joined_history(old, replace(new, announced=later)).announced == later
    assert joined_history(new, new).announced is None
    assert joined_history(old, new).fetched == FETCHED
