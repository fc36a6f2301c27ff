"""Workspaces as files: readable, versioned JSON, decoded strictly with the place of every error."""

from __future__ import annotations

from typing import Any

import msgspec

from charting.core.document import VERSION, Drawing, Workspace
from charting.core.text import sentence, writable

FORMAT = "lionrock-workspace"

# Bytes that are no JSON, no UTF-8, or nested deeper than can be read.
_UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)


class WorkspaceError(ValueError):
    """A file that is no workspace this version can read; the message says where and why, and what to do."""


class NewerWorkspace(WorkspaceError):
    """A sound file of a later version: to be left as it is, not to be treated as damaged."""


class _Envelope(msgspec.Struct, frozen=True):
    format: str
    workspace: Workspace


class _Header(msgspec.Struct, frozen=True):
    format: str
    workspace: dict[str, msgspec.Raw]


def encode(workspace: Workspace) -> bytes:
    """The workspace as indented UTF-8 JSON, ending with a line feed."""
    envelope = _Envelope(FORMAT, workspace)
    try:
        packed = msgspec.json.encode(envelope)
    except UnicodeEncodeError:  # one text must not keep everything else from being saved
        packed = msgspec.json.encode(_writable(msgspec.to_builtins(envelope)))
    return msgspec.json.format(packed, indent=2) + b"\n"


def _writable(value: Any) -> Any:
    """Plain values with every text in them as a file can hold it."""
    if isinstance(value, dict):
        return {_writable(name): _writable(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_writable(one) for one in value]
    return writable(value) if isinstance(value, str) else value


def decode(data: bytes) -> Workspace:
    """Read a workspace.

    Raises
    ------
    WorkspaceError
        If the data is no JSON, no workspace, from a newer version, or has a wrong value somewhere (which is named).
    """
    try:
        header = msgspec.json.decode(data, type=_Header)
    except _UNREADABLE as error:
        raise _no_workspace(error) from error
    version = msgspec.json.decode(header.workspace.get("version", msgspec.Raw(b"0")))
    if header.format != FORMAT or not isinstance(version, int) or version < 1:
        raise WorkspaceError(sentence("This JSON file is no Lionrock workspace. Choose a file saved by Lionrock."))
    if version > VERSION:
        raise NewerWorkspace(
            sentence(
                "This workspace was saved by a newer Lionrock (format {version}; this one reads up to {known}). "
                "Update Lionrock to open it.",
                version=version,
                known=VERSION,
            )
        )
    try:
        workspace = msgspec.json.decode(data, type=_Envelope).workspace
        _check(workspace)
    except msgspec.ValidationError as error:
        raise WorkspaceError(sentence("The workspace has a value that cannot be read: {error}.", error=error)) from error
    except _UNREADABLE as error:  # the header's reading passes over what is inside the workspace
        raise _no_workspace(error) from error
    return workspace


def _no_workspace(error: Exception) -> WorkspaceError:
    return WorkspaceError(sentence("This is no Lionrock workspace ({error}). Choose a file saved by Lionrock.", error=error))


def _check(workspace: Workspace) -> None:
    """What types cannot say: references that lead nowhere, charts without a pane."""
    ids = [chart.id for chart in workspace.charts]
    if workspace.active not in ids:
        raise msgspec.ValidationError(f"`active` names no chart: “{workspace.active}” - at `$.workspace.active`")
    for index, chart in enumerate(workspace.charts):
        if not chart.panes:
            raise msgspec.ValidationError(f"A chart needs a pane - at `$.workspace.charts[{index}].panes`")


def encode_drawings(drawings: tuple[Drawing, ...]) -> bytes:
    """Drawings as JSON, for the clipboard."""
    return msgspec.json.encode(drawings)


def decode_drawings(data: bytes) -> tuple[Drawing, ...]:
    """Drawings from the clipboard.

    Raises
    ------
    WorkspaceError
        If the data holds none.
    """
    try:
        return msgspec.json.decode(data, type=tuple[Drawing, ...])
    except _UNREADABLE as error:
        raise WorkspaceError(sentence("The clipboard holds no drawings.")) from error
