"""Yahoo's server of live prices on this machine: WebSocket frames by hand, so that they can be spoilt, with every fault."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455, section 1.3
TEXT, CLOSE, PING, PONG = 1, 8, 9, 10


class Connection(Protocol):
    """What is needed of a socket."""

    def recv(self, size: int, /) -> bytes: ...
    def sendall(self, data: bytes, /) -> None: ...
    def settimeout(self, seconds: float | None, /) -> None: ...


def pricing(symbol: str, price: float, when: float, **fields: Any) -> str:
    """A message about a trade at ``when`` (UTC seconds), as Yahoo writes it."""
    from yfinance.pricing_pb2 import PricingData

    values = {"currency": "HKD", "exchange": "HKG", "market_hours": 1, "day_volume": 1000, **fields}
    data = PricingData(id=symbol, price=price, time=round(when * 1000), **values)
    return json.dumps({"type": "pricing", "message": base64.b64encode(data.SerializeToString()).decode()})


class Session:
    """One connection, seen from the server: its handshake is done when the behaviour asks for it."""

    def __init__(self, connection: Connection, head: list[str], server: Streamer) -> None:
        self.connection = connection
        self.server = server
        self.answers_pings = True
        self._head = head
        self._buffer = b""
        self.subscribed: set[str] = set()

    def answer(self, status: int, body: str = "", **headers: str) -> None:
        """Answer the request as a web server would."""
        lines = [f"HTTP/1.1 {status} Something", f"Content-Length: {len(body)}", "Connection: close"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        self.connection.sendall(("\r\n".join(lines) + "\r\n\r\n" + body).encode())

    def accept(self) -> None:
        """Make it a WebSocket."""
        key = next(line.split(":", 1)[1].strip() for line in self._head if line.lower().startswith("sec-websocket-key:"))
        digest = base64.b64encode(hashlib.sha1((key + _GUID).encode()).digest()).decode()
        lines = (
            "HTTP/1.1 101 Switching Protocols",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Accept: {digest}",
        )
        self.connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())

    def send(self, text: str) -> None:
        self.frame(TEXT, text.encode())

    def frame(self, opcode: int, payload: bytes = b"") -> None:
        self.connection.sendall(frame(opcode, payload))

    def listen(self, seconds: float) -> bool:
        """Take in what the client says for a while: subscriptions and pings; whether it is still there."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self.server.ended.is_set():
            self.connection.settimeout(min(left, 0.05))
            try:
                part = self.connection.recv(4096)
            except TimeoutError:
                continue
            finally:
                self.connection.settimeout(None)
            if not part:
                return False
            self._buffer += part
            while (found := self._taken()) is not None:
                if not self._heard(*found):
                    return False
        return not self.server.ended.is_set()

    def wait_for_subscription(self) -> bool:
        """Listen until something is followed; whether the client is still there."""
        while not self.subscribed:
            if not self.listen(0.1):
                return False
        return True

    def _taken(self) -> tuple[int, bytes] | None:
        """The next whole frame; a client's are masked."""
        data = self._buffer
        if len(data) < 2:
            return None
        length, start = data[1] & 127, 2
        if length == 126:
            if len(data) < 4:
                return None
            length, start = struct.unpack("!H", data[2:4])[0], 4
        if len(data) < start + 4 + length:
            return None
        mask, payload = data[start : start + 4], data[start + 4 : start + 4 + length]
        self._buffer = data[start + 4 + length :]
        return data[0] & 15, bytes(byte ^ mask[place % 4] for place, byte in enumerate(payload))

    def _heard(self, opcode: int, payload: bytes) -> bool:
        if opcode == CLOSE:
            with contextlib.suppress(OSError):
                self.frame(CLOSE, payload)
            return False
        if opcode == PING and self.answers_pings:
            self.frame(PONG, payload)
        if opcode == TEXT:
            said = json.loads(payload)
            self.server.heard.append(said)
            self.subscribed |= set(said.get("subscribe", []))
            self.subscribed -= set(said.get("unsubscribe", []))
        return True


def frame(opcode: int, payload: bytes) -> bytes:
    """A whole frame of a server's."""
    size = len(payload)
    if size < 126:
        head = struct.pack("!BB", 128 | opcode, size)
    elif size < 65_536:
        head = struct.pack("!BBH", 128 | opcode, 126, size)
    else:
        head = struct.pack("!BBQ", 128 | opcode, 127, size)
    return head + payload


StreamBehaviour = Callable[[Session], None]


class Streamer:
    """Serves connections of live prices as it is told.

    Attributes
    ----------
    behaviour
        What is done with a connection; sound until a test says otherwise.
    connections
        How many there were.
    heard
        Everything that clients said, decoded.
    clock
        The time that trades bear, UTC seconds.
    """

    def __init__(self, clock: Callable[[], float], ended: threading.Event) -> None:
        self.clock = clock
        self.ended = ended
        self.behaviour: StreamBehaviour = sound
        self.connections = 0
        self.heard: list[Any] = []

    def serve(self, connection: Connection, head: list[str]) -> None:
        """Do with a connection what it is told to, until it ends."""
        self.connections += 1
        with contextlib.suppress(OSError):
            self.behaviour(Session(connection, head, self))


def sound(session: Session) -> None:
    """Tell of a trade of everything that is followed, ten times a second."""
    session.accept()
    number = 0
    while session.listen(0.1):
        for symbol in sorted(session.subscribed):
            session.send(pricing(symbol, 100 + number % 50 / 10, session.server.clock(), day_volume=1000 + number))
        number += 1


def refuses(session: Session) -> None:
    session.answer(503)


def asks_for_a_pause(session: Session) -> None:
    session.answer(429, Retry_After="3600")


def web_page(session: Session) -> None:
    session.answer(200, "<html>Something else</html>")


def hangs(session: Session) -> None:
    session.server.ended.wait()


def closes_at_once(session: Session) -> None:
    session.accept()
    session.frame(CLOSE, struct.pack("!H", 1000))


def drops_at_once(session: Session) -> None:
    session.accept()


def silent(session: Session) -> None:
    """Answer pings and say nothing else, as for an exchange that is not streamed."""
    session.accept()
    while session.listen(1.0):
        pass


def dead(session: Session) -> None:
    """Keep the connection and answer nothing at all."""
    session.accept()
    session.answers_pings = False
    while session.listen(1.0):
        pass


def babbles(text: str) -> StreamBehaviour:
    """Say something without sense again and again."""

    def behave(session: Session) -> None:
        session.accept()
        while session.listen(0.005):
            session.send(text)

    return behave


def half_frame(session: Session) -> None:
    session.accept()
    session.wait_for_subscription()
    session.connection.sendall(frame(TEXT, pricing("9988.HK", 100.0, session.server.clock()).encode())[:40])


def bad_frame(session: Session) -> None:
    session.accept()
    session.wait_for_subscription()
    session.frame(11, b"a control frame that does not exist")
    session.listen(5.0)


def endless_message(session: Session) -> None:
    session.accept()
    session.wait_for_subscription()
    session.send("x" * 200_000)
    session.listen(5.0)


def tells(count: int, then: StreamBehaviour) -> StreamBehaviour:
    """Tell of so many trades and go on otherwise."""

    def behave(session: Session) -> None:
        session.accept()
        if not session.wait_for_subscription():
            return
        for number in range(count):
            for symbol in sorted(session.subscribed):
                session.send(pricing(symbol, 100 + number / 10, session.server.clock()))
        session.accept = lambda: None  # type: ignore[method-assign]  # it was
        then(session)

    return behave


def floods(session: Session) -> None:
    """Tell of ten thousand trades a second, for as long as they are taken."""
    session.accept()
    session.wait_for_subscription()
    number, began = 0, time.monotonic()
    while session.listen(0.005):
        due = int((time.monotonic() - began) * 10_000)
        now = session.server.clock()
        batch = (pricing(symbol, 100 + each % 50 / 10, now) for each in range(number, due) for symbol in session.subscribed)
        session.connection.sendall(b"".join(frame(TEXT, text.encode()) for text in batch))
        number = due


@dataclass(frozen=True)
class StreamFault:
    """A way to misbehave, words of what the user is told, and whether the connection is kept all the same."""

    behaviour: StreamBehaviour
    sentence: str = ""
    kept: bool = False


GARBAGE = json.dumps({"type": "pricing", "message": base64.b64encode(b"\xff\xfe\xfd garbage").decode()})

STREAM_FAULTS: dict[str, StreamFault] = {
    "refuses": StreamFault(refuses, "refuses live prices (503)"),
    "web page": StreamFault(web_page, "refuses live prices (200)"),
    "closes at once": StreamFault(closes_at_once, "broke off"),
    "drops at once": StreamFault(drops_at_once, "broke off"),
    "hangs in the handshake": StreamFault(hangs, "did not answer in time"),
    "dead": StreamFault(dead, "fell silent"),
    "silent": StreamFault(silent, kept=True),
    "greets only": StreamFault(babbles(json.dumps({"type": "hello"})), kept=True),
    "garbage protobuf": StreamFault(babbles(GARBAGE), "cannot be read"),
    "no JSON": StreamFault(babbles("<html>"), "cannot be read"),
    "a list": StreamFault(babbles("[1, 2]"), "cannot be read"),
    "no message": StreamFault(babbles("{}"), "cannot be read"),
    "half a frame": StreamFault(half_frame, "broke off"),
    "bad frame": StreamFault(bad_frame, "cannot be read"),
    "endless message": StreamFault(endless_message, "cannot be read"),
    "stops after some": StreamFault(tells(3, silent), kept=True),
    "closes after some": StreamFault(tells(3, closes_at_once), "broke off"),
}
