"""What a file is at first sight: its beginning, and its text where that is packed into something else."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from charting.core.text import Sentence, reason, sentence, translatable
from charting.market.layout import HEAD
from charting.market.packed import unpacked
from charting.market.provider import FileProblem
from charting.market.table import Progress

LARGEST = 2 * 1024**3
"""Bytes above which a file is not read: its bars would not fit into the memory of an ordinary machine."""

WANTED = sentence("a line of column names (date, open, high, low, close, volume) and a line for each bar")

_BINARY = {
    b"PK\x03\x04": translatable("a packed file"),
    b"\xd0\xcf\x11\xe0": translatable("a protected workbook, or one of an old version of Excel"),
    b"\x1f\x8b": translatable("a packed file"),
    b"SQLite format 3": translatable("a database"),
    b"%PDF": translatable("a PDF document"),
    b"\x89PNG": translatable("a picture"),
}


class Content(Struct, frozen=True, eq=False):
    """A file that holds a text, or of which one could be made.

    Attributes
    ----------
    path
        The file.
    head
        The beginning of the text, up to :data:`charting.market.layout.HEAD` bytes.
    data
        The whole text, where the file itself is none (a workbook, Parquet).
    """

    path: Path
    head: bytes
    data: bytes | None = None

    @property
    def whole(self) -> bool:
        """Whether the head is all there is."""
        return len(self.head) < HEAD


def content_of(path: Path, progress: Progress | None = None) -> Content:
    """Look into a file: quick for a text of any size, seconds for a large workbook.

    Raises
    ------
    FileProblem
        If it holds no text.
    OSError
        If the disk fails.
    """
    head = _head(path)
    data = unpacked(path, head, progress)
    if data is not None:
        return Content(path, data[:HEAD], data)
    _refuse_binary(path, head)
    return Content(path, head)


def file_problem(path: Path, error: OSError) -> FileProblem:
    """What the system says against a file, in a sentence."""
    name = path.name or str(path)
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return FileProblem(
                sentence(
                    "There is no file “{name}” in “{parent}”. Check the name, or open another file.",
                    name=name,
                    parent=path.parent,
                )
            )
        case PermissionError():
            return FileProblem(
                sentence("“{name}” may not be read. Change its permissions, or copy it to a place of your own.", name=name)
            )
    return FileProblem(
        sentence(
            "“{name}” could not be read: {reason}. Check the disk, or copy the file to another one.",
            name=name,
            reason=reason(error),
        )
    )


def _head(path: Path) -> bytes:
    """How the file begins; refuses what is no file, and what is too large."""
    if path.is_dir():
        raise FileProblem(sentence("“{name}” is a folder. Choose a file of bars in it.", name=path.name or path))
    size = path.stat().st_size
    if not path.is_file():
        raise FileProblem(sentence("“{name}” is a device or a pipe. Choose a file of bars.", name=path.name))
    if size == 0:
        raise FileProblem(sentence("“{name}” is empty. Choose a file with {wanted}.", name=path.name, wanted=WANTED))
    if size > LARGEST:
        raise FileProblem(
            sentence(
                "“{name}” has {size:.1f} GB, and Lionrock reads up to {most} GB. Split it, by years for example, "
                "and open a part.",
                name=path.name,
                size=size / 1024**3,
                most=LARGEST // 1024**3,
            )
        )
    with path.open("rb") as file:
        return file.read(HEAD)


def _refuse_binary(path: Path, head: bytes) -> None:
    kind = next((kind for mark, kind in _BINARY.items() if head.startswith(mark)), None)
    if kind is None and b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        kind = translatable("no text")
    if kind is not None:
        raise FileProblem(
            sentence("“{name}” is {kind}. Save the table as CSV, and open that.", name=path.name, kind=Sentence(kind))
        )
