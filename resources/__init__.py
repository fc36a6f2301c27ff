"""Data files that ship with the program, and the one way to reach them, from a checkout, a wheel or a packaged folder."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def resource_path(name: str) -> Path:
    """Where the resource ``name`` (such as ``calendars/XHKG.json``) lies on the disk.

    Every way in which the program is shipped unpacks its resources, so there is always such a place.

    Raises
    ------
    FileNotFoundError
        If no such resource is part of the program.
    """
    path = _HERE.joinpath(*name.split("/"))
    if not path.exists():
        raise FileNotFoundError(f"The program's file resources/{name} is missing; install Lionrock again.")
    return path


def resource_bytes(name: str) -> bytes:
    """The content of the resource ``name``.

    Raises
    ------
    FileNotFoundError
        If no such resource is part of the program.
    """
    return resource_path(name).read_bytes()
