"""A TLS connection that one thread reads while another writes.

OpenSSL must not read and write one connection at the same time, and Python keeps threads apart only from 3.12.8 and 3.13.1
on (python/cpython#124984). Before, a thread that waits in a read, as it does while nothing but a session ticket has
come, may make what another writes disappear: a request is never heard, and its answer is waited for in vain.
"""

from __future__ import annotations

import selectors
import socket
import ssl
import threading
import time

_Selector = getattr(selectors, "PollSelector", selectors.SelectSelector)
"""Not epoll, which forgets a socket that is closed meanwhile, and goes on waiting."""


class Duplex:
    """A TLS socket, reads and writes of which take turns: none of them waits while it has its turn.

    It has what :mod:`websockets` asks of a socket. Waiting for something to read has no limit in time; what ends it is
    :meth:`shutdown`.

    Parameters
    ----------
    connection
        With its handshake done; nobody else uses it from now on.
    """

    def __init__(self, connection: ssl.SSLSocket) -> None:
        connection.setblocking(False)
        self._connection = connection
        self._turn = threading.Lock()
        self._timeout: float | None = None

    def recv(self, size: int) -> bytes:
        """As of a socket: some of what came, nothing at its end."""
        while True:
            with self._turn:
                try:
                    return self._connection.recv(size)
                except ssl.SSLWantWriteError:
                    wanted = selectors.EVENT_WRITE
                except (ssl.SSLWantReadError, BlockingIOError):
                    wanted = selectors.EVENT_READ
            self._wait(wanted)

    def sendall(self, data: bytes) -> None:
        """As of a socket.

        Raises
        ------
        TimeoutError
            If it takes longer than was set.
        OSError
            If the connection is broken.
        """
        left = memoryview(data)
        end = None if self._timeout is None else time.monotonic() + self._timeout
        while left:
            with self._turn:
                try:
                    left = left[self._connection.send(left) :]
                    continue
                except ssl.SSLWantReadError:
                    wanted = selectors.EVENT_READ
                except (ssl.SSLWantWriteError, BlockingIOError):
                    wanted = selectors.EVENT_WRITE
            self._wait(wanted, end)

    def settimeout(self, seconds: float | None) -> None:
        """How long :meth:`sendall` may take, None for as long as it does."""
        self._timeout = seconds

    def shutdown(self, how: int) -> None:
        """As of a socket; ends waiting in other threads."""
        socket.socket.shutdown(self._connection, how)  # TLS's own would make the rest be read as if it were in the clear

    def close(self) -> None:
        """As of a socket."""
        with self._turn:
            self._connection.close()

    def fileno(self) -> int:
        """As of a socket."""
        return self._connection.fileno()

    def getsockname(self) -> object:
        """As of a socket."""
        return self._connection.getsockname()

    def getpeername(self) -> object:
        """As of a socket."""
        return self._connection.getpeername()

    def _wait(self, wanted: int, end: float | None = None) -> None:
        """Until the socket can be read or written; not in anybody's turn."""
        with _Selector() as selector:
            try:
                selector.register(self._connection, wanted)
            except ValueError as error:
                raise OSError("the connection is closed") from error
            if not selector.select(None if end is None else max(0.0, end - time.monotonic())):
                raise TimeoutError("the connection took no more")
