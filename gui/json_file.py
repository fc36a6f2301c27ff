"""A JSON file of the user's own things: whatever can be read of it, kept aside where it is damaged, written by one thread."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Generic, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from charting.core.text import Sentence, reason, translatable
from gui import atomic
from gui.writer import Writer

logger = logging.getLogger(__name__)

VERSION = 1
"""Of how such files are written; one without a number is of the first."""

Content = TypeVar("Content", bound=msgspec.Struct)


class JsonFile(Generic[Content]):
    """What such a file holds now.

    A damaged file is kept under another name before anything is written; one that cannot be read at all, or was written by
    a later version, stays as it is. What another running program wrote meanwhile stays, but for the entries that were changed
    here.

    Parameters
    ----------
    path, writer
        Where it is, and who writes it.
    beginning
        What there is before anything was kept.

    Attributes
    ----------
    content
        What it holds.
    notice
        What the user must know of the file as it was found, None when all is well.
    """

    def __init__(self, path: Path, writer: Writer, beginning: Content) -> None:
        self._path, self._writer = path, writer
        self._writes = True
        self._further: dict[str, Any] = {}
        self.content = self._written = beginning
        self.notice = self._load()
        self._written = self.content

    def keep(self, content: Content) -> None:
        """Have this written from now on."""
        self.content = content
        if self._writes:
            self._writer.put(self._path, lambda: self._write(content))

    def _write(self, content: Content) -> None:
        """In the writer's thread: put what was changed since the last time into the file as it is by now."""
        data = self._data()
        found = None if data is None else _decoded(data)
        whole, sound = content, data is None or found is not None
        if found is not None:
            if _is_newer(found):
                return  # a newer program wrote it meanwhile
            self._further = _further(found, content)
            other, sound = salvaged(found, type(content))
            whole = merged(self._written, content, other)
        values = {"version": VERSION, **self._further, **msgspec.to_builtins(whole)}
        aside = None if sound else atomic.place_aside(self._path)
        atomic.write(self._path, msgspec.json.format(msgspec.json.encode(values), indent=2) + b"\n", previous=aside)
        if aside is not None:
            logger.warning("%s was damaged and is kept as %s", self._path, aside)
        self._written = content

    def _data(self) -> bytes | None:
        """The file's bytes, None when there is none; one that cannot be read for now is not to be written over."""
        try:
            return self._path.read_bytes()
        except FileNotFoundError:
            return None

    def _load(self) -> Sentence | None:
        try:
            data = self._data()
        except OSError as error:
            return self._left_alone(_UNREADABLE, reason=reason(error))
        if data is None:
            return None
        found = _decoded(data)
        if found is None:
            return self._set_aside(_DAMAGED)
        if _is_newer(found):
            return self._left_alone(_NEWER)
        self._further = _further(found, self.content)
        self.content, whole = salvaged(found, type(self.content))
        if whole:
            return None
        aside = atomic.place_aside(self._path)
        self.keep(self.content)  # which puts the file as it is there, once the new one is on the disk
        return Sentence(_DAMAGED_IN_PART, {"path": self._path, "file": aside.name})

    def _set_aside(self, told: str) -> Sentence:
        try:
            aside = atomic.set_aside(self._path)
        except OSError as error:
            return self._left_alone(_UNREADABLE, reason=reason(error))
        return Sentence(told, {"path": self._path, "file": aside.name})

    def _left_alone(self, told: str, **values: object) -> Sentence:
        self._writes = False
        return Sentence(told, {"path": self._path, **values})


_DAMAGED = translatable("{path} was damaged. It was kept as {file}, and a new one is begun.")
_DAMAGED_IN_PART = translatable("Some of what {path} holds cannot be read and is left out. It was kept as it was as {file}.")
_UNREADABLE = translatable(
    "{path} cannot be used ({reason}) and is left as it is. What would be kept there lasts only until Lionrock ends."
)
_NEWER = translatable(
    "{path} was written by a newer Lionrock and is left as it is. What would be kept there lasts only until Lionrock ends. "
    "Update Lionrock to use it."
)


def _decoded(data: bytes) -> dict[str, Any] | None:
    """What a file says, None where it is damaged."""
    try:
        return msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _is_newer(found: dict[str, Any]) -> bool:
    version = found.get("version")
    return isinstance(version, int) and version > VERSION


def _further(found: dict[str, Any], content: msgspec.Struct) -> dict[str, Any]:
    """What this version knows nothing of."""
    return {name: value for name, value in found.items() if name not in ("version", *content.__struct_fields__)}


def merged(before: Content, after: Content, other: Content) -> Content:
    """``other`` with what changed from ``before`` to ``after``, entry by entry of tables and lists."""
    fields = {name: _joined(*(getattr(one, name) for one in (before, after, other))) for name in after.__struct_fields__}
    return type(after)(**fields)


def _joined(before: Any, after: Any, other: Any) -> Any:
    """:func:`merged` for a value; UNSET stands for one that is not there."""
    if after == before:
        return other
    if isinstance(after, dict) and isinstance(other, dict):
        known = before if isinstance(before, dict) else {}
        names = dict.fromkeys((*other, *after))
        found = {name: _joined(*(one.get(name, msgspec.UNSET) for one in (known, after, other))) for name in names}
        return {name: one for name, one in found.items() if one is not msgspec.UNSET}
    if isinstance(after, tuple) and isinstance(other, tuple):
        # In the order of the one who saves last, who may have changed nothing else.
        had = before if isinstance(before, tuple) else ()
        gone = [one for one in had if one not in other]
        new = [one for one in other if one not in had and one not in after]
        return (*(one for one in after if one not in gone), *new)
    return after


def salvaged(value: object, kind: type[Content]) -> tuple[Content, bool]:
    """As much of decoded JSON as makes a struct of a kind, and whether that was all of it.

    Fields that do not fit have what the struct has by default; of tables and lists only the entries that do not fit are
    left out.
    """
    try:
        return msgspec.convert(value, kind), True
    except msgspec.ValidationError:
        given = value if isinstance(value, dict) else {}
        hints = get_type_hints(kind, include_extras=True)
        fields = {name: _fitting(given[name], wanted) for name, wanted in hints.items() if name in given}
        return kind(**{name: one for name, one in fields.items() if one is not msgspec.UNSET}), False


def _fitting(value: object, wanted: Any) -> Any:
    """The value as the type that is wanted, or what of its entries is; UNSET when nothing of it fits."""
    try:
        return msgspec.convert(value, wanted)
    except msgspec.ValidationError:
        pass
    parts = get_args(wanted)
    if get_origin(wanted) is dict and isinstance(value, dict):
        found = {name: _fitting(one, parts[1]) for name, one in value.items()}
        return {name: one for name, one in found.items() if one is not msgspec.UNSET}
    if get_origin(wanted) is tuple and isinstance(value, list):
        return tuple(one for one in (_fitting(one, parts[0]) for one in value) if one is not msgspec.UNSET)
    return msgspec.UNSET
