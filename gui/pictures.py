"""Pictures as files: the formats there are, and writing one such that it is there as a whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gui import atomic

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

FORMATS = {".png": b"PNG", ".jpg": b"JPG", ".jpeg": b"JPG", ".bmp": b"BMP", ".webp": b"WEBP"}
"""What a picture can be saved as, by the file's suffix, the usual one first."""


def write_picture(image: QImage, path: Path) -> bool:
    """Write a picture in the format of the file's suffix; False if it cannot be made of it. Blocks.

    Raises
    ------
    OSError
        If the file could not be written; it is then as it was.
    """
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(FORMATS[path.suffix.lower()])).write(image):
        return False
    atomic.write(path, bytes(data.data()))
    return True
