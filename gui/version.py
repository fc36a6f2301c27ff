"""The program's version."""

from __future__ import annotations


def version() -> str:
    """The version as installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("lionrock")
    except PackageNotFoundError:
        return "(not installed)"
