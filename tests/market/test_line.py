"""A line to a server of live prices that does everything wrong: what is said, how often it is called, when it heals."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from charting.market import line as line_module
from charting.market import yahoo_socket
from charting.market.breaker import Breaker
from charting.market.line import MendingLine
from charting.market.provider import LineNews, NoNetwork
from charting.market.quote import Quote
from charting.market.yahoo import YahooProvider, capabilities
from charting.market.yahoo_socket import proxy_for, quote_of_message
from tests.fakes.streamer import STREAM_FAULTS, asks_for_a_pause, floods, pricing, refuses, sound
from tests.fakes.yahoo import FakeYahoo, fake_yahoo

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")

NOON = datetime(2025, 9, 17, 3, 30, tzinfo=UTC)
ENDLESS = 600.0


class Ear:
    """Hears everything that a line says."""

    def __init__(self) -> None:
        self.quotes: list[Quote] = []
        self.news: list[LineNews] = []

    def tell(self, quote: Quote) -> None:
        self.quotes.append(quote)

    def told(self, news: LineNews) -> None:
        self.news.append(news)

    def wait(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < end, (self.news, len(self.quotes))
            time.sleep(0.005)

    def wait_for_state(self, state: str) -> LineNews:
        self.wait(lambda: any(news.state == state for news in self.news))
        return next(news for news in self.news if news.state == state)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[FakeYahoo]:
    with fake_yahoo(tmp_path, NOON.timestamp) as running:
        yield running


@pytest.fixture
def ear() -> Ear:
    return Ear()


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short pauses, and patience without end: no machine is so busy that a sound server is given up."""
    for name, seconds in {"SLICE": 0.05, "HEARTBEAT": 0.5, "PONG": ENDLESS, "FIRST_PAUSE": 0.3, "REMIND": 0.2}.items():
        monkeypatch.setattr(line_module, name, seconds)
    monkeypatch.setattr(yahoo_socket, "OPENING", ENDLESS)
    monkeypatch.setattr(yahoo_socket, "CLOSING", 0.1)


@pytest.fixture
def impatient(hurried: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Waits for what a server that keeps still never says, a pong or an answer, until the function it gives is called."""
    from websockets.sync.client import ClientConnection

    handshake = ClientConnection.handshake

    def briefly(self: ClientConnection, headers: object, agent: object, _patience: float) -> None:
        handshake(self, headers, agent, 0.2)  # connecting and TLS have had all the time they took

    with monkeypatch.context() as short:
        short.setattr(ClientConnection, "handshake", briefly)
        short.setattr(line_module, "PONG", 0.2)
        yield short.undo


@pytest.fixture
def breaker() -> Breaker:
    return Breaker()


@pytest.fixture
def line(server: FakeYahoo, ear: Ear, breaker: Breaker, hurried: None) -> Iterator[MendingLine]:
    made = YahooProvider(server.proxy, server.ca_bundle, breaker=breaker).line(ear.tell, ear.told)
    assert isinstance(made, MendingLine)
    yield made
    server.__exit__()
    assert made.close(3.0)


def test_trades_are_heard_through_the_proxy_and_with_its_certificates(line: MendingLine, ear: Ear, server: FakeYahoo) -> None:
    line.follow(["9988.HK", "^HSI"])
    ear.wait(lambda: {quote.symbol for quote in ear.quotes} == {"9988.HK", "^HSI"})
    quote = ear.quotes[0]
    assert (quote.source, quote.currency, quote.streamed, quote.simulated) == ("yahoo", "HKD", True, False)
    assert quote.time == NOON
    assert quote.delay == 15
    assert ear.news == [LineNews("connecting"), LineNews("open")]
    assert server.stream.connections == 1


def test_the_environment_leads_there_as_well(server: FakeYahoo, ear: Ear, hurried: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", server.proxy)
    monkeypatch.setenv("https_proxy", server.proxy)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(server.ca_bundle))
    line = YahooProvider().line(ear.tell, ear.told)
    line.follow(["9988.HK"])
    ear.wait(lambda: bool(ear.quotes))
    assert line.close(3.0)


def test_what_is_followed_can_change_on_the_same_connection(line: MendingLine, ear: Ear, server: FakeYahoo) -> None:
    line.follow(["9988.HK"])
    ear.wait(lambda: bool(ear.quotes))
    line.follow(["0700.HK"])
    ear.wait(lambda: ear.quotes[-1].symbol == "0700.HK")
    assert {"unsubscribe": ["9988.HK"]} in server.stream.heard
    count = len([said for said in server.stream.heard if said == {"subscribe": ["0700.HK"]}])
    ear.wait(lambda: len(server.stream.heard) > count + 2)  # it is reminded of them
    assert server.stream.connections == 1


def test_the_connection_is_closed_while_nothing_is_followed(line: MendingLine, ear: Ear, server: FakeYahoo) -> None:
    line.follow(["9988.HK"])
    ear.wait(lambda: bool(ear.quotes))
    line.follow([])
    ear.wait_for_state("idle")
    line.follow(["9988.HK"])
    ear.wait(lambda: ear.news[-1].state == "open")
    assert server.stream.connections == 2


KEPT = [name for name, fault in STREAM_FAULTS.items() if fault.kept]
STILL = ["hangs in the handshake", "dead"]


@pytest.mark.parametrize("name", KEPT)
def test_a_connection_that_only_has_nothing_to_tell_is_kept(name: str, line: MendingLine, ear: Ear, server: FakeYahoo) -> None:
    """Prices are asked for meanwhile, see test_quote_feed."""
    server.stream.behaviour = STREAM_FAULTS[name].behaviour
    line.follow(["9988.HK"])
    ear.wait(lambda: len(server.stream.heard) >= 3)
    assert server.stream.connections == 1
    assert all(news.state in ("connecting", "open") for news in ear.news)


@pytest.mark.parametrize("name", [name for name in STREAM_FAULTS if name not in (*KEPT, *STILL)])
def test_no_fault_outlives_its_cause(
    name: str, line: MendingLine, ear: Ear, server: FakeYahoo, monkeypatch: pytest.MonkeyPatch
) -> None:
    heals_at_the_next_try(name, line, ear, server, monkeypatch)


@pytest.mark.parametrize("name", STILL)
def test_no_silence_outlives_its_cause(
    name: str,
    line: MendingLine,
    ear: Ear,
    server: FakeYahoo,
    monkeypatch: pytest.MonkeyPatch,
    impatient: Callable[[], None],
) -> None:
    heals_at_the_next_try(name, line, ear, server, monkeypatch, impatient)


def heals_at_the_next_try(
    name: str,
    line: MendingLine,
    ear: Ear,
    server: FakeYahoo,
    monkeypatch: pytest.MonkeyPatch,
    mend: Callable[[], None] = lambda: None,
) -> None:
    """One connection meets the fault and is told by it; the next one, when the pause is over, is sound."""
    monkeypatch.setattr(line_module, "FIRST_PAUSE", ENDLESS)
    fault = STREAM_FAULTS[name]
    server.stream.behaviour = fault.behaviour
    line.follow(["9988.HK"])
    broken = ear.wait_for_state("broken")
    assert fault.sentence in broken.reason
    assert broken.retry is not None
    ear.wait(lambda: server.stream.connections == 1)  # one that is given up may reach the server afterwards
    server.stream.behaviour = sound
    mend()
    before = len(ear.quotes)
    line.retry()
    ear.wait(lambda: len(ear.quotes) > before and ear.news[-1].state == "open")
    assert [news.state for news in ear.news if news.state != "open"] == ["connecting", "broken", "connecting"]
    assert server.stream.connections == 2


def test_pauses_grow_and_vary(line: MendingLine, ear: Ear, server: FakeYahoo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_module, "FIRST_PAUSE", 1.0)
    assert [line._pause(failures, NoNetwork("")) for failures in (1, 2, 3)] != [1.0, 2.0, 4.0]
    line._chance = lambda: 0.5
    assert [line._pause(failures, NoNetwork("")) for failures in range(1, 10)] == [1, 2, 4, 8, 16, 32, 64, 120, 120]
    assert line._pause(5000, NoNetwork("")) == 120, "days without a network"


def test_whoever_is_in_a_hurry_need_not_wait(
    line: MendingLine, ear: Ear, server: FakeYahoo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_module, "FIRST_PAUSE", 600.0)
    server.stream.behaviour = refuses
    line.follow(["9988.HK"])
    ear.wait_for_state("broken")
    server.stream.behaviour = sound
    line.retry()
    ear.wait_for_state("open")
    assert server.stream.connections == 2


def test_a_server_that_asks_for_a_pause_gets_it_from_all_of_us(
    line: MendingLine, ear: Ear, server: FakeYahoo, breaker: Breaker
) -> None:
    server.stream.behaviour = asks_for_a_pause
    line.follow(["9988.HK"])
    news = ear.wait_for_state("broken")
    assert news.retry is not None
    assert (news.retry - datetime.now(UTC)).total_seconds() > 3000
    assert breaker.remaining > 3000
    assert server.stream.connections == 1


def test_a_line_that_cannot_be_made_is_told_in_a_sentence(ear: Ear, hurried: None) -> None:
    line = YahooProvider("http://127.0.0.1:9").line(ear.tell, ear.told)
    line.follow(["9988.HK"])
    assert "could not be made" in ear.wait_for_state("broken").reason
    assert line.close(3.0)


def test_a_certificate_that_is_not_trusted_is_told_with_what_to_do(server: FakeYahoo, ear: Ear, hurried: None) -> None:
    line = YahooProvider(server.proxy).line(ear.tell, ear.told)
    line.follow(["9988.HK"])
    assert "name its CA bundle in the settings" in ear.wait_for_state("broken").reason
    assert line.close(3.0)


def test_a_proxy_that_refuses_is_told(tmp_path: Path, ear: Ear, hurried: None) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as listener:

        def refuse() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")

        thread = threading.Thread(target=refuse)
        thread.start()
        line = YahooProvider(f"http://127.0.0.1:{listener.getsockname()[1]}").line(ear.tell, ear.told)
        line.follow(["9988.HK"])
        assert "proxy does not let live prices through" in ear.wait_for_state("broken").reason
        thread.join()
        assert line.close(3.0)


def test_a_flood_leaves_the_other_threads_their_turns(line: MendingLine, ear: Ear, server: FakeYahoo) -> None:
    """Counted in turns of this thread for a thousand trades, while ten thousand a second are offered."""
    server.stream.behaviour = floods
    line.follow(["9988.HK"])
    ear.wait(lambda: len(ear.quotes) > 500)
    turns, end = 0, len(ear.quotes) + 1000
    while len(ear.quotes) < end:
        time.sleep(0.001)
        turns += 1
    assert turns > 5
    assert line._thread is not None
    assert line.close(3.0), "a flood does not hold up the end"


def test_nothing_is_told_after_the_end(line: MendingLine, ear: Ear) -> None:
    line.follow(["9988.HK"])
    ear.wait(lambda: bool(ear.quotes))
    assert line.close(3.0)
    told = len(ear.quotes), len(ear.news)
    line.follow(["0700.HK"])
    time.sleep(0.1)
    assert (len(ear.quotes), len(ear.news)) == told


def test_its_threads_have_names_and_are_daemons(line: MendingLine, ear: Ear) -> None:
    line.follow(["9988.HK"])
    ear.wait(lambda: bool(ear.quotes))
    ours = {thread.name: thread.daemon for thread in threading.enumerate() if thread.name.startswith("lionrock")}
    assert ours == {"lionrock-stream": True, "lionrock-stream-reader": True}


# Messages


def test_a_message_is_read_in_full() -> None:
    text = pricing("9988.HK", 153.4, NOON.timestamp() - 900, previous_close=150.2, day_volume=44_877_300, change=3.2)
    quote = quote_of_message(text, capabilities, NOON)
    assert quote is not None
    assert (quote.price, quote.previous, quote.volume, quote.state) == (153.4, 150.2, 44_877_300.0, "open")
    assert (NOON - quote.time).total_seconds() == 900
    assert quote.fetched == NOON


def test_a_previous_close_follows_from_the_change() -> None:
    quote = quote_of_message(pricing("9988.HK", 153.4, NOON.timestamp(), change=3.2, day_volume=0), capabilities, NOON)
    assert quote is not None
    assert quote.previous == 150.2
    assert quote.volume != quote.volume  # not known


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", '{"message": 5}', '{"message": "%%%"}', pricing("", 5, 5), pricing("A", 5, 0)]
)
def test_what_makes_no_sense_is_no_quote(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        quote_of_message(text, capabilities, NOON)


def test_other_messages_are_passed_over() -> None:
    assert quote_of_message('{"type": "hello"}', capabilities, NOON) is None


def test_the_proxy_of_everything_counts_where_no_other_does(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "wss_proxy", "socks_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("all_proxy", "http://proxy:1")
    assert proxy_for(None) == "http://proxy:1"
    assert proxy_for("http://own:2") == "http://own:2"
    monkeypatch.setenv("https_proxy", "http://proxy:3")
    assert proxy_for(None) is True


def test_refusals_in_a_row_wait_ever_longer(line: MendingLine, ear: Ear, server: FakeYahoo) -> None:
    line._chance = lambda: 0.5
    server.stream.behaviour = refuses
    line.follow(["9988.HK"])
    ear.wait(lambda: sum(news.state == "broken" for news in ear.news) == 3)
    assert server.stream.connections == 3


class Crowd:
    """A socket that tells of a hundred trades a second, each of them told a little later than the one before."""

    def __init__(self, lag: float) -> None:
        self.lag = lag
        self.seconds = 0.0
        self.closed = False

    def follow(self, symbols: frozenset[str]) -> None:
        pass

    def receive(self, timeout: float) -> Quote:
        self.seconds += 0.01
        traded = datetime.fromtimestamp(NOON.timestamp() + self.seconds * (1 - self.lag), UTC)
        return Quote("9988.HK", "yahoo", 100.0, traded, datetime.fromtimestamp(NOON.timestamp() + self.seconds, UTC))

    def ping(self, timeout: float) -> bool:
        return True

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize(("lag", "broken"), [(0.5, True), (0.0, False)])
def test_prices_that_fall_behind_in_a_crowd_are_not_waited_for(
    lag: float, broken: bool, ear: Ear, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_module, "CROWDED", 400)
    monkeypatch.setattr(line_module, "BREATH", 0.0)
    socket = Crowd(lag)
    line = MendingLine(lambda: socket, ear.tell, ear.told, Breaker(), "lionrock-stream", lambda: socket.seconds)
    line.follow(["9988.HK"])
    ear.wait(lambda: len(ear.quotes) > 8000 or socket.closed)
    assert socket.closed == broken
    if broken:
        assert "faster than they can be taken in" in ear.wait_for_state("broken").reason
    assert line.close(3.0)
