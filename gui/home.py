"""Home: the one folder that holds every file the program writes."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from charting.core.text import reason, translatable
from gui.sentences import Problem

VARIABLE = "LIONROCK_HOME"


class Home(Struct, frozen=True):
    """The places beneath the home folder ``root``; nothing is created until :meth:`prepare`."""

    root: Path

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.root / "settings.json"

    @property
    def templates(self) -> Path:
        """The file of looks for drawings."""
        return self.root / "templates.json"

    @property
    def readings(self) -> Path:
        """The file of how the user wants files to be read."""
        return self.root / "readings.json"

    @property
    def indicator_shelf(self) -> Path:
        """The file of favourite indicators and sets of them."""
        return self.root / "indicators.json"

    @property
    def workspaces(self) -> Path:
        """Folder of the workspaces, one file each."""
        return self.root / "workspaces"

    @property
    def indicators(self) -> Path:
        """Folder of the user's own indicators, one Python file each."""
        return self.root / "indicators"

    @property
    def cache(self) -> Path:
        """Folder of what can be fetched or computed again."""
        return self.root / "cache"

    @property
    def bars(self) -> Path:
        """The store of bars."""
        return self.cache / "bars.sqlite"

    @property
    def log(self) -> Path:
        """The log file of the present run and the end of earlier ones."""
        return self.root / "log" / "lionrock.log"

    @property
    def quality_log(self) -> Path:
        """What was refused of answers and files."""
        return self.root / "log" / "data-quality.log"

    def prepare(self) -> None:
        """Create the folders and make sure that files can be written there.

        Raises
        ------
        Problem
            If they cannot.
        """
        probe = self.root / f".writable-{os.getpid()}"
        try:
            for folder in (self.root, self.workspaces, self.indicators, self.cache, self.log.parent):
                folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise _unusable(self.root, error) from error


def find_home(argument: str | None, environment: Mapping[str, str] = os.environ) -> Home:
    """The home folder: the command line's, else ``LIONROCK_HOME``, else the platform's place for an application's data.

    Raises
    ------
    Problem
        If it is named after a user nobody knows (``~somebody``), or within a working folder that is gone.
    """
    chosen = argument or environment.get(VARIABLE)
    if chosen:
        try:
            return Home(Path(chosen).expanduser().resolve())
        except OSError as error:
            raise _unusable(chosen, error) from error
        except RuntimeError as error:  # nobody is called so
            raise _unusable(chosen, FileNotFoundError(errno.ENOENT, chosen)) from error
    from platformdirs import user_data_path

    return Home(user_data_path("Lionrock", appauthor=False, roaming=False))


def _unusable(folder: Path | str, error: OSError) -> Problem:
    return Problem(
        translatable(
            "Lionrock cannot write to its home folder {folder} ({reason}). "
            "Make it writable, or choose another one with --home DIR or the variable LIONROCK_HOME."
        ),
        folder=folder,
        reason=reason(error),
    )
