"""A certificate of one's own for a test server, made with nothing but integers: ECDSA on P-256, X.509 in DER.

Tests need one for Yahoo's names, and neither the standard library nor what Lionrock depends on makes any. It is made
anew for each run and worth nothing elsewhere. Curve: FIPS 186-4, D.1.2.3; signature: FIPS 186-4, 6.4; form: RFC 5280.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

_P = 2**256 - 2**224 + 2**192 + 2**96 - 1
_N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
_G = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)

_ECDSA_SHA256 = (1, 2, 840, 10045, 4, 3, 2)
_EC_KEY = (1, 2, 840, 10045, 2, 1)
_P256 = (1, 2, 840, 10045, 3, 1, 7)
_COMMON_NAME = (2, 5, 4, 3)
_BASIC_CONSTRAINTS = (2, 5, 29, 19)
_ALTERNATIVE_NAME = (2, 5, 29, 17)

Point = tuple[int, int] | None


def write_certificate(folder: Path, *names: str) -> tuple[Path, Path]:
    """Make a key and a certificate for some host names, and return where the certificate and the key are."""
    secret = secrets.randbelow(_N - 1) + 1
    public = _times(secret, _G)
    if public is None:
        raise AssertionError("a key below the order has a public point")
    point = b"\4" + public[0].to_bytes(32, "big") + public[1].to_bytes(32, "big")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    certificate.write_text(_pem("CERTIFICATE", _certificate(names, secret, point)))
    parameters = _tagged(0xA0, _oid(_P256))
    private = _sequence(_integer(1), _tagged(4, secret.to_bytes(32, "big")), parameters, _tagged(0xA1, _bits(point)))
    key.write_text(_pem("EC PRIVATE KEY", private))
    return certificate, key


def _certificate(names: tuple[str, ...], secret: int, point: bytes) -> bytes:
    algorithm = _sequence(_oid(_ECDSA_SHA256))
    name = _sequence(_tagged(0x31, _sequence(_oid(_COMMON_NAME), _tagged(0x0C, b"A test's own"))))
    now = datetime.now(UTC)
    valid = _sequence(
        *(_tagged(0x17, when.strftime("%y%m%d%H%M%SZ").encode()) for when in (now - timedelta(1), now + timedelta(7)))
    )
    key = _sequence(_sequence(_oid(_EC_KEY), _oid(_P256)), _bits(point))
    alternative = _sequence(*(_tagged(0x82, each.encode()) for each in names))
    extensions = _sequence(
        _sequence(_oid(_BASIC_CONSTRAINTS), b"\x01\x01\xff", _tagged(4, _sequence(b"\x01\x01\xff"))),
        _sequence(_oid(_ALTERNATIVE_NAME), _tagged(4, alternative)),
    )
    body = _sequence(
        _tagged(0xA0, _integer(2)), _integer(secrets.randbits(62)), algorithm, name, valid, name, key, _tagged(0xA3, extensions)
    )
    return _sequence(body, algorithm, _bits(_signature(body, secret)))


def _signature(message: bytes, secret: int) -> bytes:
    digest = int.from_bytes(hashlib.sha256(message).digest(), "big")
    while True:
        nonce = secrets.randbelow(_N - 1) + 1
        point = _times(nonce, _G)
        first = point[0] % _N if point else 0
        second = pow(nonce, -1, _N) * (digest + first * secret) % _N
        if first and second:
            return _sequence(_integer(first), _integer(second))


def _plus(one: Point, other: Point) -> Point:
    if one is None or other is None:
        return one or other
    if one[0] == other[0]:
        if (one[1] + other[1]) % _P == 0:
            return None
        slope = (3 * one[0] ** 2 - 3) * pow(2 * one[1], -1, _P) % _P
    else:
        slope = (other[1] - one[1]) * pow(other[0] - one[0], -1, _P) % _P
    x = (slope**2 - one[0] - other[0]) % _P
    return x, (slope * (one[0] - x) - one[1]) % _P


def _times(factor: int, point: Point) -> Point:
    found: Point = None
    while factor:
        if factor & 1:
            found = _plus(found, point)
        point = _plus(point, point)
        factor >>= 1
    return found


def _tagged(tag: int, content: bytes) -> bytes:
    length = len(content)
    if length < 128:
        return bytes((tag, length)) + content
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    return bytes((tag, 128 | len(size))) + size + content


def _sequence(*parts: bytes) -> bytes:
    return _tagged(0x30, b"".join(parts))


def _integer(value: int) -> bytes:
    return _tagged(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def _bits(content: bytes) -> bytes:
    return _tagged(3, b"\0" + content)


def _oid(numbers: tuple[int, ...]) -> bytes:
    content = bytes((numbers[0] * 40 + numbers[1],))
    for number in numbers[2:]:
        septets = [number & 127]
        while number := number >> 7:
            septets.insert(0, number & 127 | 128)
        content += bytes(septets)
    return _tagged(6, content)


def _pem(kind: str, content: bytes) -> str:
    text = base64.encodebytes(content).decode()
    return f"-----BEGIN {kind}-----\n{text}-----END {kind}-----\n"
