"""The program as its user runs it: from the checkout, or packaged when LIONROCK_BINARY names the binary."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from charting.core.codec import WorkspaceError, decode
from charting.core.document import Workspace
from tests.e2e.display import Display, Window, save, wait_for
from tests.places import ROOT


def command() -> list[str]:
    """How to start the program."""
    binary = os.environ.get("LIONROCK_BINARY")
    return [str(Path(binary).resolve())] if binary else [sys.executable, str(ROOT / "main.py")]


@dataclass(frozen=True)
class Running:
    """A started program and its main window; ``log`` is what it wrote to its standard output and error."""

    process: subprocess.Popen[bytes]
    window: Window
    log: Path

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()


@contextmanager
def running(display: Display, home: Path, *arguments: str) -> Iterator[Running]:
    """Start the program on a display, wait until its window listens to keys, and see that it is gone in the end."""
    log = display.directory / "program.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*command(), "--home", str(home), *arguments],
            cwd=display.directory,
            env=display.environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )

    seen: list[Window | None] = [None]

    def main_window() -> Window | None:
        if process.poll() is not None:
            raise RuntimeError(f"The program ended with status {process.returncode}:\n{log.read_text('utf-8', 'replace')}")
        windows = [display.window(number) for number in display.windows_of(process.pid)]
        large = [window for window in windows if window.width > 600 and window.height > 400]
        if large and large[0] == seen[-1]:
            return large[0]  # where it was before: the window manager has placed it
        seen.append(large[0] if large else None)
        return None

    try:
        program = Running(process, wait_for("the main window", main_window), log)
        wait_for("all that comes after the first picture", lambda: has_begun(home))
        yield program
    except Exception as error:
        seen_last = display.directory / "failed.png"
        save(display.picture(), seen_last)
        status = "ran" if process.poll() is None else f"had ended with status {process.returncode}"
        error.add_note(f"The program {status}; the screen is in {seen_last}. It wrote:\n{log.read_text('utf-8', 'replace')}")
        raise
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()


def has_begun(home: Path) -> bool | None:
    """True once the program has written down which workspace it opened: the last it does of what comes after its first picture.

    Its keys and its bars are made after that picture too. Under a home that was used before it is always true.
    """
    settings = home / "settings.json"
    return True if settings.exists() and json.loads(settings.read_bytes()).get("workspace") else None


def saved_workspace(home: Path) -> Workspace | None:
    """The newest workspace under a home, as another program would read it; None before there is one."""
    for path in sorted(home.rglob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True):
        try:
            return decode(path.read_bytes())
        except WorkspaceError:
            continue
    return None
