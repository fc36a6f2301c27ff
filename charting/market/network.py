"""How connections are made: through which proxy, and which certificates are trusted."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from charting.core.text import reason, sentence

SCHEMES = ("http", "https", "socks4", "socks4a", "socks5", "socks5h")


class Network(Struct, frozen=True):
    """The way out.

    Attributes
    ----------
    proxy
        Address of a proxy (``http://host:port``, ``socks5://host:port``); when None, HTTPS_PROXY counts.
    ca_bundle
        File of certificates to trust; when None, REQUESTS_CA_BUNDLE and the usual ones count.
    """

    proxy: str | None = None
    ca_bundle: Path | None = None


def proxy_of(text: str) -> str | None:
    """The address of a proxy as somebody typed it: ``proxy.example:8080`` means ``http://proxy.example:8080``; None if empty.

    Raises
    ------
    ValueError
        If it is none; the message is a sentence for the user.
    """
    typed = text.strip()
    if not typed:
        return None
    address = typed if "://" in typed else f"http://{typed}"
    wrong = sentence(
        "“{text}” is no address of a proxy. Write it like http://proxy.example:8080 or socks5://127.0.0.1:1080.", text=typed
    )
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise ValueError(wrong) from None
    if parts.scheme not in SCHEMES or not host or any(character.isspace() for character in typed) or port == 0:
        raise ValueError(wrong)
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ValueError(wrong)
    return address.rstrip("/")


def expanded(text: str) -> Path:
    """A place that somebody typed, where ``~`` is the user's own folder; that of a user nobody knows is left as it stands."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def ca_bundle_of(text: str) -> Path | None:
    """The file of certificates that somebody typed, once it has been looked into; None if empty. Blocks: for a worker.

    Raises
    ------
    ValueError
        If it holds no certificates; the message is a sentence for the user.
    """
    import ssl  # which takes longer than all else here, and is seldom needed

    if not text.strip():
        return None
    path = expanded(text.strip())
    try:
        if not path.is_file():
            raise ValueError(sentence("There is no file “{path}”. Choose a file of certificates (.pem, .crt).", path=path))
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=path)
    except ssl.SSLError:
        empty = sentence(
            "“{path}” holds no certificates that can be read. Choose a file of certificates (.pem, .crt).", path=path
        )
        raise ValueError(empty) from None
    except OSError as error:
        why = reason(error)
        unread = sentence("“{path}” cannot be read ({reason}). Choose another file of certificates.", path=path, reason=why)
        raise ValueError(unread) from None
    return path
