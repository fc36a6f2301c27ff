"""Files that are dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl


def dropped_files(data: QMimeData) -> list[Path]:
    """The local files among what is dragged."""
    return [_path(url) for url in data.urls() if url.isLocalFile()]


def _path(url: QUrl) -> Path:
    path = url.toLocalFile()
    if "\N{REPLACEMENT CHARACTER}" in path:  # a name in another encoding than the system's, of which Qt knows nothing
        from charting.market.file_provider import path_of

        return path_of(bytes(url.toEncoded().data()).decode("ascii"))
    return Path(path)
