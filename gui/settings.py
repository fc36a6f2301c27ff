"""What the program remembers for itself, apart from any workspace: look, leave to use the network, last workspace."""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from charting.core.text import Sentence, reason, translatable
from charting.core.theme import Direction, Mode
from charting.drawings.snapping import Magnet
from gui import atomic
from gui.writer import Writer

logger = logging.getLogger(__name__)

Language = Literal["en", "zh_HK", "zh_CN"]
"""What the window speaks: English, Chinese in the traditional or in the simplified script."""


class Settings(msgspec.Struct, frozen=True):
    """The settings, each with what a new user gets.

    Attributes
    ----------
    mode, direction
        The theme: dark or light (as the system is while None), and what red and green mean.
    magnet, stay
        Habits while drawing: how far the magnet reaches, and whether a tool stays in the hand.
    live_data
        Whether the user allowed connections to Yahoo Finance.
    language
        What the window speaks; as the system does while None.
    proxy, ca_bundle
        Address of a proxy, and file of certificates, for connections; what the environment says while empty.
    workspace
        Name of the workspace that was open last; empty before the first.
    offer_closed
        Whether the user closed the notice that offers live data.
    """

    mode: Mode | None = None
    direction: Direction = "green-up"
    magnet: Magnet = "weak"
    stay: bool = False
    live_data: bool = False
    language: Language | None = None
    proxy: str = ""
    ca_bundle: str = ""
    workspace: str = ""
    offer_closed: bool = False


def decode(data: bytes) -> tuple[Settings, Mapping[str, Any]]:
    """Read settings, taking the standard for each value that is missing or wrong, and apart what this version cannot read.

    Raises
    ------
    ValueError
        If the data is no JSON object at all.
    """
    try:
        found = msgspec.json.decode(data, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    settings = Settings()
    unread = dict(found)
    for name in settings.__struct_fields__:
        if name in found:
            try:
                settings = msgspec.convert({**msgspec.to_builtins(settings), name: found[name]}, Settings)
            except msgspec.ValidationError:
                continue  # one strange value must not cost the others
            del unread[name]
    return settings, unread


def read_settings(path: Path) -> Settings:
    """The settings as the window left them; the standard ones where they cannot be read. Writes nothing."""
    try:
        return decode(path.read_bytes())[0]
    except (OSError, ValueError):
        return Settings()


class SettingsFile:
    """The settings of this run and the file they are kept in.

    A change is written by the writer's thread; what another running program wrote meanwhile stays, but for the fields
    that were changed here. A file that is there but cannot be read stays as it is.
    """

    def __init__(self, path: Path, writer: Writer) -> None:
        self._path = path
        self._writer = writer
        self._changes: dict[str, Any] = {}
        self._changing = threading.Lock()
        self._writes = True
        self.notice: Sentence | None = None
        """What the user must know about the file as it was found."""
        self.current = self._load()

    def change(self, **fields: Any) -> None:
        """Set fields by name, and have the file written when that changed anything."""
        changed = replace(self.current, **fields)
        if changed == self.current:
            return
        self.current = changed
        with self._changing:
            self._changes.update(fields)
        if self._writes:
            self._writer.put(self._path, self._write)

    def _load(self) -> Settings:
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            self.notice = self._left_alone(error)
            return Settings()
        try:
            return decode(data)[0]
        except ValueError:
            self.notice = self._set_aside()
            return Settings()

    def _set_aside(self) -> Sentence:
        try:
            place = atomic.set_aside(self._path)
        except OSError as error:
            return self._left_alone(error)
        return Sentence(
            translatable("The settings file was damaged. It was kept as {file}, and the standard settings are used."),
            {"file": place},
        )

    def _left_alone(self, error: OSError) -> Sentence:
        self._writes = False
        return Sentence(
            translatable(
                "The settings in {path} cannot be read ({reason}) and are left as they are. The standard ones are used, "
                "and changes last only until Lionrock ends."
            ),
            {"path": self._path, "reason": reason(error)},
        )

    def _write(self) -> None:
        aside = None
        try:
            written, unread = decode(self._path.read_bytes())
        except FileNotFoundError:
            written, unread = self.current, {}
        except ValueError:  # damaged meanwhile, as by a slip in an editor
            written, unread, aside = self.current, {}, atomic.place_aside(self._path)
        with self._changing:
            changes = dict(self._changes)
        # What a later version, or a hand, put for a field stays until somebody chooses something else here.
        kept = {name: value for name, value in unread.items() if name not in changes}
        merged = {**msgspec.to_builtins(replace(written, **changes)), **kept}
        atomic.write(self._path, msgspec.json.format(msgspec.json.encode(merged), indent=2) + b"\n", previous=aside)
        if aside is not None:
            logger.warning("%s was damaged and is kept as %s", self._path, aside)
