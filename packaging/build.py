"""Builds the packaged application, one folder that starts without Python: ``python packaging/build.py``."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels, as the icon theme specification of freedesktop.org lists them."""


def main() -> int:
    """Read the command line and build; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="folder that gets lionrock/ (default: dist)")
    parser.add_argument("--work", type=Path, default=ROOT / "build", help="folder for what a build leaves (default: build)")
    options = parser.parse_args()
    application = build(options.out.resolve(), options.work.resolve())
    size = sum(path.stat().st_size for path in application.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"Built {application / 'lionrock'} ({size / 1e6:.0f} MB in all).")
    return 0


def build(out: Path, work: Path) -> Path:
    """Build into ``out / "lionrock"`` and return that folder.

    Besides the program it holds what a desktop needs, laid out as under ``/usr/share``: icons and the menu entry.
    """
    from PyInstaller.__main__ import run

    sys.path.insert(0, str(ROOT))  # where PyInstaller's hooks look for packages
    run([str(HERE / "lionrock.spec"), "--noconfirm", "--log-level=WARN", f"--distpath={out}", f"--workpath={work}"])
    application = out / "lionrock"
    share = application / "share"
    render_icons(ROOT / "resources" / "icons" / "lionrock.svg", share / "icons" / "hicolor")
    (share / "applications").mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HERE / "lionrock.desktop", share / "applications" / "lionrock.desktop")
    shutil.copyfile(ROOT / "LICENSE", application / "LICENSE")
    return application


def render_icons(drawing: Path, theme: Path) -> None:
    """Render the application's icon at each size into an icon theme's folder, and put the drawing itself beside."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QRectF, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(drawing))
    for size in ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        target = theme / f"{size}x{size}" / "apps" / "lionrock.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(target)):
            raise OSError(f"The icon {target} could not be written.")
    scalable = theme / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(drawing, scalable / "lionrock.svg")
    del application


if __name__ == "__main__":
    sys.exit(main())
