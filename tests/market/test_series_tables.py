"""What another version wrote of a series is passed over, and its bars are kept."""

from __future__ import annotations

import msgspec

from charting.market import series_tables
from charting.market.blobs import checksum
from charting.market.database import connect
from charting.market.series_tables import put_series, read_series, repair_series
from charting.market.store import LIMIT, NEVER
from tests.market.test_store import FULL, KEY, assert_same


def test_a_description_that_cannot_be_read_costs_no_bars(tmp_path) -> None:
    connection = connect(tmp_path / "bars.sqlite")
    for statement in series_tables.SCHEMA.split(";"):
        connection.execute(statement)
    put_series(connection, {KEY: FULL}, keep=False, limit=LIMIT)
    (about,) = connection.execute("SELECT about FROM series").fetchone()
    newer = msgspec.json.encode({**msgspec.json.decode(about), "rows": "some"})
    names = (KEY.source, KEY.symbol, str(KEY.interval))
    connection.execute("UPDATE series SET about = ?, checksum = ?", (newer, checksum(newer, *names)))
    for _ in range(2):
        found = read_series(connection, KEY)
        assert found is not None
        history = found.history(KEY.interval)
        assert history.fetched == NEVER
        assert len(history.bars) == len(FULL.bars)
        repair_series(connection, KEY)
    put_series(connection, {KEY: FULL}, keep=True, limit=LIMIT)
    again = read_series(connection, KEY)
    assert again is not None
    assert_same(again.history(KEY.interval), FULL)
    connection.close()
