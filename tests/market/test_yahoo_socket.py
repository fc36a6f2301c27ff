"""What is said of servers of live prices that are none, at every stage of making a connection; nothing waits for a clock."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from charting.market import yahoo_socket
from charting.market.provider import BadAnswer, MarketError, NoNetwork
from charting.market.yahoo import capabilities
from charting.market.yahoo_socket import YahooSocket
from tests.fakes.certificate import write_certificate

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")

Behaviour = Callable[[socket.socket], None]
NO_SOURCE = "did not answer as one"


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Longer than any machine is busy: what is told at once is not told because a time was over."""
    monkeypatch.setattr(yahoo_socket, "OPENING", 600.0)
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)


@contextmanager
def serving(behaviour: Behaviour) -> Iterator[int]:
    """A server on this machine that does something with its one connection and keeps it until the client goes."""

    def serve() -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):
            behaviour(connection)
            while connection.recv(4096):
                pass

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(20.0)
        assert not thread.is_alive(), "the connection was let go"


def says(*parts: bytes) -> Behaviour:
    def behave(connection: socket.socket) -> None:
        for part in parts:
            connection.sendall(part)

    return behave


def closes(connection: socket.socket) -> None:
    connection.shutdown(socket.SHUT_RDWR)


def told(behaviour: Behaviour, scheme: str = "ws") -> MarketError:
    with serving(behaviour) as port, pytest.raises(MarketError) as caught:
        YahooSocket(None, None, capabilities, f"{scheme}://127.0.0.1:{port}")
    return caught.value


@pytest.mark.parametrize(
    "babble",
    [
        b"hello",
        b"\x00\xff\xfe" * 5,
        b"220 mail.example ESMTP\r\n",
        b"<html>never ending",
        b"HTTP/3 what",
        b"\x81\x05hello",
        b"SSH-2.0-OpenSSH_9.2\r\n",
    ],
)
@pytest.mark.parametrize("scheme", ["ws", "wss"])
def test_a_server_that_babbles_is_told_to_be_no_source(babble: bytes, scheme: str) -> None:
    """In the clear or where TLS is expected, whether or not it ever ends a line, and at once: not after a time."""
    error = told(says(babble), scheme)
    assert isinstance(error, BadAnswer)
    assert NO_SOURCE in error.args[0]


@pytest.mark.parametrize("letters", ["x", "HTTP!", "HTTP/1.0"])
def test_a_babbler_is_known_by_its_first_wrong_letter(letters: str) -> None:
    error = told(says(*(letter.encode() for letter in letters)))
    assert NO_SOURCE in error.args[0]


def test_a_babbler_behind_a_sound_certificate_is_no_source_either(tmp_path: Path) -> None:
    bundle, key = write_certificate(tmp_path, "localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(bundle, key)

    def behave(connection: socket.socket) -> None:
        with context.wrap_socket(connection, server_side=True) as secured, suppress(OSError):
            secured.sendall(b"blah")
            while secured.recv(4096):
                pass

    with serving(behave) as port, pytest.raises(BadAnswer, match=NO_SOURCE):
        YahooSocket(None, bundle, capabilities, f"wss://localhost:{port}")


@pytest.mark.parametrize("scheme", ["ws", "wss"])
def test_a_server_that_lets_go_at_once_is_not_said_to_be_slow_or_untrusted(scheme: str) -> None:
    error = told(closes, scheme)
    assert "in time" not in error.args[0]
    assert "certificate" not in error.args[0]


def test_a_bundle_that_is_none_is_a_matter_of_certificates(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle.pem"
    bundle.write_text("no certificate")
    with pytest.raises(NoNetwork, match="name its CA bundle"):
        YahooSocket(None, bundle, capabilities, "wss://127.0.0.1:9")


def test_errors_of_tls_are_told_apart() -> None:
    strange = ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number")
    strange.library, strange.reason = "SSL", "WRONG_VERSION_NUMBER"
    assert NO_SOURCE in yahoo_socket._opening_error(strange).args[0]
    assert "not trusted" in yahoo_socket._opening_error(ssl.SSLCertVerificationError(1, "self-signed")).args[0]
    assert "could not be made" in yahoo_socket._opening_error(ssl.SSLEOFError(8, "EOF")).args[0]
    assert "in time" in yahoo_socket._opening_error(TimeoutError("The handshake operation timed out")).args[0]
