"""A TLS connection is never read and written at the same time, and nothing that is written is lost."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest

from charting.market.duplex import Duplex
from tests.fakes.certificate import write_certificate


class Watched:
    """A TLS socket that counts who is inside it at the same time; it tells when it was read first."""

    def __init__(self, connection: ssl.SSLSocket) -> None:
        self.connection = connection
        self.read = threading.Event()
        self.overlaps = 0
        self._inside = threading.Lock()

    def recv(self, size: int) -> bytes:
        with self:
            self.read.set()
            return self.connection.recv(size)

    def send(self, data: memoryview) -> int:
        with self:
            return self.connection.send(data)

    def __enter__(self) -> None:
        self.overlaps += not self._inside.acquire(blocking=False)

    def __exit__(self, *_: object) -> None:
        if self._inside.locked():
            self._inside.release()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.connection, name)


@pytest.fixture
def ends(tmp_path: Path) -> Iterator[tuple[ssl.SSLSocket, ssl.SSLSocket]]:
    """A client's and a server's end of one connection."""
    bundle, key = write_certificate(tmp_path, "localhost")
    theirs, ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context(cafile=str(bundle))
    theirs.load_cert_chain(bundle, key)
    with ExitStack() as stack:
        near, far = socket.socketpair()
        made: list[ssl.SSLSocket] = []
        thread = threading.Thread(target=lambda: made.append(theirs.wrap_socket(far, server_side=True)))
        thread.start()
        client = stack.enter_context(ours.wrap_socket(near, server_hostname="localhost"))
        thread.join()
        yield client, stack.enter_context(made[0])


def test_who_waits_for_an_answer_is_not_in_the_way_of_the_question(ends: tuple[ssl.SSLSocket, ssl.SSLSocket]) -> None:
    """A session ticket is there to be read, and no answer, until the question was asked."""
    client, server = ends
    watched = Watched(client)
    duplex = Duplex(watched)  # type: ignore[arg-type]
    heard: list[bytes] = []
    reader = threading.Thread(target=lambda: heard.append(duplex.recv(100)))
    reader.start()
    assert watched.read.wait(20)
    duplex.sendall(b"question")
    assert watched.overlaps == 0
    assert server.recv(100) == b"question"
    server.sendall(b"answer")
    reader.join(20)
    assert heard == [b"answer"]


def test_more_than_the_network_takes_at_once_arrives_both_ways(ends: tuple[ssl.SSLSocket, ssl.SSLSocket]) -> None:
    client, server = ends
    duplex, much = Duplex(client), bytes(range(256)) * 20_000
    came, back = bytearray(), bytearray()

    def serve() -> None:
        while len(came) < len(much):
            part = server.recv(65_536)
            came.extend(part)
            server.sendall(part)

    def listen() -> None:
        while len(back) < len(much):
            back.extend(duplex.recv(65_536))

    threads = [threading.Thread(target=work) for work in (serve, listen)]
    for thread in threads:
        thread.start()
    duplex.sendall(much)
    for thread in threads:
        thread.join(20)
    assert came == back == much


def test_a_time_may_be_set_for_writing(ends: tuple[ssl.SSLSocket, ssl.SSLSocket]) -> None:
    duplex = Duplex(ends[0])
    duplex.settimeout(0.05)
    with pytest.raises(TimeoutError):
        duplex.sendall(bytes(50_000_000))


@pytest.mark.parametrize("ending", ["far", *["near"] * 10])
def test_the_end_is_heard_by_who_waits(ends: tuple[ssl.SSLSocket, ssl.SSLSocket], ending: str) -> None:
    """Also one that is made and closed before who waits has its turn."""
    client, server = ends
    watched = Watched(client)
    duplex = Duplex(watched)  # type: ignore[arg-type]
    heard: list[object] = []

    def listen() -> None:
        with suppress(OSError):
            heard.append(duplex.recv(100))

    reader = threading.Thread(target=listen)
    reader.start()
    assert watched.read.wait(20)
    time.sleep(0.01)  # for it to begin to wait
    if ending == "near":
        Duplex(client).shutdown(socket.SHUT_RDWR)
        duplex.close()
    else:
        socket.socket.shutdown(server, socket.SHUT_RDWR)
    reader.join(5)
    assert not reader.is_alive()
    assert heard in ([], [b""])
    duplex.close()
    assert duplex.fileno() == -1
    with pytest.raises(OSError, match=r"."):
        duplex.sendall(b"too late")
