"""Searching at Yahoo Finance: the same guard as for bars, and what does not belong into an answer left out."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charting.core.text import Sentence
from charting.market.breaker import Breaker
from charting.market.feed import Feed
from charting.market.network import Network, ca_bundle_of, proxy_of
from charting.market.provider import BadAnswer, MarketError, Match, NoNetwork, RateLimited, Searching
from charting.market.store import Store
from charting.market.yahoo import YahooProvider
from tests.fakes.faults import always
from tests.fakes.yahoo import FakeYahoo, Reply, fake_yahoo, reply

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeYahoo]:
    with fake_yahoo(tmp_path) as running:
        yield running


@pytest.fixture
def provider(server: FakeYahoo) -> YahooProvider:
    return YahooProvider(server.proxy, server.ca_bundle, 1.5, Breaker(chance=lambda: 0.5))


def test_what_fits_is_found_with_one_request(provider: YahooProvider, server: FakeYahoo) -> None:
    assert isinstance(provider, Searching)
    assert provider.search("alibaba") == (
        Match("9988.HK", "Alibaba Group Holding Limited", "Hong Kong", "Share"),
        Match("BABA", "Alibaba Group Holding Limited", "NYSE", "Share"),
    )
    assert provider.search("tracker") == (Match("2800.HK", "TRACKER FUND", "Hong Kong", "ETF"),)
    assert provider.search("nothing like it") == ()
    assert [request.path for request in server.requests] == ["/v1/finance/search"] * 3


ANSWERS: dict[str, tuple[Any, tuple[Match, ...]]] = {
    "no quotes": ({"quotes": None}, ()),
    "no list": ({}, ()),
    "entries of another shape": ({"quotes": [1, None, "x", {"symbol": ""}, {"symbol": 5}, {"symbol": "A"}]}, (Match("A", "A"),)),
    "an unknown kind": ({"quotes": [{"symbol": "A", "quoteType": "ECNQUOTE"}]}, (Match("A", "A", "", "Ecnquote"),)),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers_of_other_shapes_find_what_can_be_read(name: str, provider: YahooProvider, server: FakeYahoo) -> None:
    answer, expected = ANSWERS[name]
    server.behaviour = always(reply(answer))(server.sound)
    assert provider.search("a") == expected


FAULTS: dict[str, tuple[Reply, type[MarketError], str]] = {
    "web page": (reply("<html></html>"), BadAnswer, "answered with a web page instead of what fits “a”"),
    "server error": (reply("<html></html>", 500), BadAnswer, "out of order"),
    "truncated": (Reply(200, b'{"quotes": [{"sym'), BadAnswer, "no readable data"),
    "not found": (reply({"finance": {"error": {"code": "Not Found"}}}, 404), BadAnswer, "cannot be understood"),
    "another shape": (reply({"quotes": 3}), BadAnswer, "cannot be understood"),
    "too many requests": (reply("Too Many Requests", 429), RateLimited, "asks for a pause"),
    "hangs": (Reply(hang="headers"), NoNetwork, "did not answer in time"),
    "reset": (Reply(reset=True), NoNetwork, "could not be made"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_what_goes_wrong_is_said_and_heals(name: str, provider: YahooProvider, server: FakeYahoo) -> None:
    answer, kind, sentence = FAULTS[name]
    server.behaviour = always(answer)(server.sound)
    with pytest.raises(kind, match=sentence):
        provider.search("a")
    server.behaviour = server.sound
    if kind is RateLimited:
        with pytest.raises(RateLimited):
            provider.history("9988.HK", provider.capabilities("9988.HK").intervals[-1])
    else:
        assert provider.search("apple") == (Match("AAPL", "Apple Inc.", "NASDAQ", "Share"),)


def test_a_feed_searches_in_its_threads_and_only_when_it_may(server: FakeYahoo, provider: YahooProvider, tmp_path: Path) -> None:
    allowed = True
    feed = Feed(Store(tmp_path / "bars.sqlite"), {"yahoo": provider}, allow_network=lambda: allowed)
    news: list[tuple[str, object, str]] = []
    heard = threading.Semaphore(0)

    def hear(text: str, what: object) -> None:
        news.append((text, what, threading.current_thread().name))
        heard.release()

    feed.found.connect(hear)
    feed.not_found.connect(hear)
    feed.search("yahoo", "apple")
    assert heard.acquire(timeout=20)
    assert news[0][:2] == ("apple", (Match("AAPL", "Apple Inc.", "NASDAQ", "Share"),))
    assert news[0][2].startswith("lionrock-fetch")
    allowed = False
    feed.search("yahoo", "apple")
    assert heard.acquire(timeout=20)
    assert isinstance(news[1][1], NoNetwork)
    assert len(server.requests) == 1
    feed.close()


# The way out


def test_another_network_holds_from_the_next_request_on(server: FakeYahoo, tmp_path: Path) -> None:
    provider = YahooProvider("http://127.0.0.1:9", None, 5.0)
    with pytest.raises(NoNetwork, match="The proxy cannot be reached"):
        provider.search("apple")
    provider.use_network(Network(server.proxy, server.ca_bundle))
    assert provider.search("apple")
    provider.use_network(Network(server.proxy, None))
    with pytest.raises(NoNetwork, match="not trusted"):
        provider.search("apple")
    provider.use_network(Network(server.proxy, tmp_path / "absent.pem"))
    with pytest.raises(NoNetwork, match="file of certificates to trust cannot be read"):
        provider.search("apple")


def test_the_environment_counts_where_nothing_is_set(server: FakeYahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("https_proxy")  # which counts more
    monkeypatch.setenv("HTTPS_PROXY", server.proxy)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(server.ca_bundle))
    assert YahooProvider().search("apple")


@pytest.mark.parametrize(
    ("typed", "proxy"),
    [("", None), ("  ", None), ("proxy.example:8080", "http://proxy.example:8080"), ("http://u:p@h:1/", "http://u:p@h:1"),
     ("socks5://127.0.0.1:1080", "socks5://127.0.0.1:1080"), ("http://[::1]:3128", "http://[::1]:3128")],
)  # fmt: skip
def test_addresses_of_proxies(typed: str, proxy: str | None) -> None:
    assert proxy_of(typed) == proxy


@pytest.mark.parametrize(
    "typed", ["http://", "ftp://h:1", "h:port", "h:99999", "h:0", "a b", "http://h:1/path", "http://[::1:1", "?"]
)
def test_what_is_no_address_of_a_proxy_is_said(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is no address of a proxy\. Write it like") as caught:
        proxy_of(typed)
    assert isinstance(caught.value.args[0], Sentence), "it can be said in another language"


def test_files_of_certificates(server: FakeYahoo, tmp_path: Path) -> None:
    assert ca_bundle_of("") is None
    assert ca_bundle_of(f" {server.ca_bundle} ") == server.ca_bundle
    text = tmp_path / "text.pem"
    text.write_text("no certificate")
    wrong = {tmp_path / "absent.pem": "There is no file", tmp_path: "There is no file", text: "holds no certificates"}
    for path, why in wrong.items():
        with pytest.raises(ValueError, match=why) as caught:
            ca_bundle_of(str(path))
        assert isinstance(caught.value.args[0], Sentence), "it can be said in another language"
