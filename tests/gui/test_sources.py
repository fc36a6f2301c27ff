"""The sources by name: each is made once, when it is asked for, and connects as it was told to from the beginning."""

from __future__ import annotations

from charting.market.feed import Feed
from charting.market.provider import Provider
from charting.market.store import Store
from gui.sources import AKSHARE, DEMO, FILE, YAHOO, Sources


def test_each_source_is_made_when_it_is_asked_for() -> None:
    prepared: list[Provider] = []
    sources = Sources(prepare=prepared.append)
    assert sources.made() == ()
    yahoo = sources[YAHOO]
    assert sources[YAHOO] is yahoo
    assert sources.get("nobody") is None
    assert sources.made() == (yahoo,) == tuple(prepared)
    assert {name: sources[name].name for name in sources} == {name: name for name in (DEMO, YAHOO, AKSHARE, FILE)}
    assert len(prepared) == len(sources)


def test_files_are_read_as_whoever_knows_them_says() -> None:
    made: list[str] = []

    class Files:
        name = "file"

    def files() -> Provider:
        made.append("files")
        return Files()  # type: ignore[return-value]

    sources = Sources(files)
    assert made == []
    assert isinstance(sources[FILE], Files)
    assert isinstance(sources[FILE], Files)
    assert made == ["files"]


def test_what_nobody_asked_for_is_not_made_to_be_closed() -> None:
    sources = Sources()
    feed = Feed(Store(None), sources, allow_network=lambda: False)
    feed.close()
    sources.close()
    assert sources.made() == ()
