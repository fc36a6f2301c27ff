"""Keeps the bytecode of the modules that PySide6 has packed into its library, as Python keeps that of files.

Some four thousand lines of Python lie in ``libshiboken6``. They are compiled whenever PySide6 is imported, which takes longer
than making a window does. While it is imported here, ``compile`` gives what it gave for the same source before.
"""

from __future__ import annotations

import builtins
import marshal
import zlib
from contextlib import suppress
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

_PACKAGE = "shibokensupport/"
"""How the names of those modules begin."""


class Bytecode:
    """Stands in for ``compile`` within a ``with`` statement; what has been compiled anew is written to the file at its end.

    A file that is missing, damaged or of another Python is as good as empty, and one that cannot be written is no matter.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._compile = builtins.compile
        self._kept: dict[str, tuple[bytes, CodeType]] = {}
        self._is_new = False

    def __enter__(self) -> None:
        self._kept = _read(self._path)
        self._compile = builtins.compile
        builtins.compile = self._compiled

    def __exit__(self, *_: object) -> None:
        builtins.compile = self._compile
        if self._is_new:
            payload = marshal.dumps(self._kept)
            with suppress(OSError):  # at once, without waiting for the disk: the seal tells a file that is not whole
                self._path.write_bytes(_seal(payload) + payload)

    def _compiled(self, source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:
        ours = isinstance(source, bytes) and isinstance(filename, str) and filename.startswith(_PACKAGE)
        if not ours or mode != "exec" or rest or named:
            return self._compile(source, filename, mode, *rest, **named)
        mark = source_hash(source)
        found = self._kept.get(filename)
        if found is None or found[0] != mark:
            found = mark, self._compile(source, filename, mode)
            self._kept[filename] = found
            self._is_new = True
        return found[1]


def _seal(payload: bytes) -> bytes:
    """What a file begins with: whose bytecode it is, and a checksum, as damaged bytecode ends the process."""
    return MAGIC_NUMBER + zlib.crc32(payload).to_bytes(4, "little")


def _read(path: Path) -> dict[str, tuple[bytes, CodeType]]:
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = path.read_bytes()
        seal, payload = content[:8], content[8:]
        if seal == _seal(payload):
            found: dict[str, tuple[bytes, CodeType]] = marshal.loads(payload)
            return found
    return {}
