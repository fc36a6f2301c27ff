"""A screen of its own: Xvfb with a window manager, xdotool's mouse and keys, and pictures of what it shows."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

NEEDED = ("Xvfb", "openbox", "xdotool")

MANAGER = """<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <keyboard/>
  <mouse/>
</openbox_config>
"""
"""A window manager that has no keys and no clicks of its own. As it comes, it holds every click back to see whether it is meant
for it; on a busy machine the keys that follow then overtake the click."""

Picture = NDArray[np.uint8]
"""A picture as (height, width, 3) of red, green, blue."""

Found = TypeVar("Found")


def missing_programs() -> list[str]:
    """Which of the programs that a virtual display needs are not installed."""
    return [name for name in NEEDED if shutil.which(name) is None]


def wait_for(what: str, look: Callable[[], Found | None], seconds: float = 60.0) -> Found:
    """Call ``look`` until it finds something; the limit only ends a test that would hang.

    Raises
    ------
    TimeoutError
        If nothing was found in time.
    """
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = look()
        if found is not None:
            return found
        time.sleep(0.1)
    raise TimeoutError(f"Waited {seconds:.0f} s for {what}, in vain.")


@dataclass(frozen=True)
class Window:
    """A window and where it lies on the screen, without its frame."""

    number: int
    left: int
    top: int
    width: int
    height: int

    def at(self, across: float, down: float) -> tuple[int, int]:
        """A point of the screen, by shares (0 to 1) of the window's width and height."""
        return self.left + round(across * self.width), self.top + round(down * self.height)


@dataclass(frozen=True)
class Display:
    """A running virtual display. ``directory`` holds its frame buffer and is a home for the programs on it."""

    name: str
    directory: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to show itself here, and to find no settings of the user's."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "LIONROCK_", "XDG_", "WAYLAND_"))}
        places = {f"XDG_{kind}_HOME": str(self.directory / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
        return {**kept, **places, "DISPLAY": self.name, "HOME": str(self.directory)}

    def xdotool(self, *arguments: str | int) -> str:
        """Run xdotool; its answer, empty when it found nothing."""
        command = ["xdotool", *map(str, arguments)]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False).stdout

    def move(self, point: tuple[int, int]) -> None:
        """Move the mouse as a hand does, past a point nearby."""
        x, y = point
        self.xdotool("mousemove", x - 7, y - 5)
        self.xdotool("mousemove", x, y)
        time.sleep(0.05)

    def click(self, point: tuple[int, int], button: int = 1) -> None:
        """Move the mouse to a point and click."""
        self.move(point)
        self.xdotool("click", button)
        time.sleep(0.1)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one point, move in steps, release at the other."""
        self.move(start)
        self.xdotool("mousedown", 1)
        for step in range(1, 9):
            self.xdotool("mousemove", *(round(a + (b - a) * step / 8) for a, b in zip(start, end, strict=True)))
            time.sleep(0.02)
        self.xdotool("mouseup", 1)
        time.sleep(0.1)

    def key(self, keys: str) -> None:
        """Press keys by xdotool's names, such as ``alt+t``."""
        self.xdotool("key", "--clearmodifiers", keys)
        time.sleep(0.1)

    def windows_of(self, process: int) -> list[int]:
        """The numbers of a process's visible windows that have a title."""
        return [int(number) for number in self.xdotool("search", "--onlyvisible", "--pid", process, "--name", ".").split()]

    def window(self, number: int) -> Window:
        """Where a window lies: its size as it says, its place as the mouse finds it, for xdotool adds the frame twice."""
        shape = _fields(self.xdotool("getwindowgeometry", "--shell", number))
        self.xdotool("mousemove", "--window", number, 0, 0)
        place = _fields(self.xdotool("getmouselocation", "--shell"))
        return Window(number, place["X"], place["Y"], shape.get("WIDTH", 0), shape.get("HEIGHT", 0))

    def picture(self) -> Picture:
        """What the screen shows now, read from Xvfb's frame buffer (the X window dump format, version 7)."""
        dump = (self.directory / "Xvfb_screen0").read_bytes()
        header = struct.unpack(">25I", dump[:100])
        start, width, height, stride, colours = header[0] + 12 * header[19], header[4], header[5], header[12], header[19]
        if header[1] != 7 or header[11] != 32 or colours > 4096:
            raise ValueError(f"Unknown frame buffer: version {header[1]}, {header[11]} bits a pixel.")
        pixels = np.frombuffer(dump, np.uint8, stride * height, start).reshape(height, stride // 4, 4)[:, :width]
        return np.ascontiguousarray(pixels[:, :, 2::-1])

    def still_picture(self, what: str, good: Callable[[Picture], bool] = lambda picture: True) -> Picture:
        """The picture once it satisfies ``good`` and no longer changes."""
        last = self.picture()

        def look() -> Picture | None:
            nonlocal last
            time.sleep(0.25)
            before, last = last, self.picture()
            return last if good(last) and np.array_equal(before, last) else None

        return wait_for(what, look)


def _fields(answer: str) -> dict[str, int]:
    return {name: int(value) for name, _, value in (line.partition("=") for line in answer.split())}


def save(picture: Picture, path: Path) -> None:
    """Write a picture as PNG, for a person to look at."""
    height, width, _ = picture.shape
    path.parent.mkdir(parents=True, exist_ok=True)
    QImage(picture.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).save(str(path))


@contextmanager
def virtual_display(directory: Path, width: int, height: int) -> Iterator[Display]:
    """A display of a size with a window manager, on a free number, until the block ends."""
    directory.mkdir(parents=True, exist_ok=True)
    reading, writing = os.pipe()
    screen = ["-screen", "0", f"{width}x{height}x24", "-fbdir", str(directory), "-nolisten", "tcp", "-noreset"]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), *screen], pass_fds=[writing], stdout=quiet, stderr=quiet)
    os.close(writing)
    with os.fdopen(reading) as answer:
        display = Display(f":{answer.readline().strip()}", directory)
    ready, settings = directory / "window-manager-ready", directory / "window-manager.xml"
    settings.write_text(MANAGER, "utf-8")
    manager = subprocess.Popen(
        ["openbox", "--sm-disable", "--config-file", str(settings), "--startup", f"touch {ready}"],
        env=display.environment,
        stdout=quiet,
        stderr=quiet,
    )
    try:
        wait_for("the window manager", lambda: ready.exists() or None)
        yield display
    finally:
        for process in (manager, server):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:  # openbox was seen to miss it
                process.kill()
                process.wait()
