from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gui import preflight
from gui.preflight import PACKAGES, absent, check_display, check_import, install_lines, missing_library
from tests.places import ROOT

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a matter of Linux")


def without(*libraries: str) -> Callable[[str], object]:
    """A loader that finds everything but ``libraries``, and no plugin while one of them is missing."""

    def load(name: str) -> object:
        if name in libraries or (libraries and "plugins" in name):
            named = name if name in libraries else libraries[0]
            raise OSError(f"{named}: cannot open shared object file: No such file or directory")
        return object()

    return load


def test_the_loaders_message_names_the_library() -> None:
    assert missing_library("libEGL.so.1: cannot open shared object file: No such file or directory") == "libEGL.so.1"
    assert missing_library("libstdc++.so.6: cannot open shared object file: No such") == "libstdc++.so.6"
    assert missing_library("undefined symbol: _ZN5QHash") is None


def test_what_loads_is_not_absent() -> None:
    assert absent(["libc.so.6", "libno-such-thing.so.7"], ctypes.CDLL) == ["libno-such-thing.so.7"]


def test_the_install_lines_can_be_pasted() -> None:
    text = install_lines(["libEGL.so.1", "libxcb-cursor.so.0", "libxcb-shm.so.0", "libxcb-sync.so.1"])
    assert "missing: libEGL.so.1, libxcb-cursor.so.0" in text
    assert "sudo apt-get install libegl1 libxcb-cursor0 libxcb-shm0 libxcb-sync1\n" in text
    assert text.endswith("sudo dnf install libglvnd-egl xcb-util-cursor libxcb")


def test_an_unknown_library_is_searched_for() -> None:
    text = install_lines(["libfuture.so.9"])
    assert "sudo dnf install '*/libfuture.so.9'" in text
    assert "apt-file search libfuture.so.9" in text


@pytest.mark.parametrize("library", sorted(PACKAGES))
def test_every_known_library_has_its_packages(library: str) -> None:
    debian, fedora = PACKAGES[library]
    assert debian
    assert fedora
    assert debian == debian.lower()


def test_qt_that_can_be_imported_is_no_problem() -> None:
    assert check_import() is None


def test_a_missing_system_library_is_named_with_all_others() -> None:
    def fail(name: str) -> object:
        if name == "PySide6.QtGui":
            raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
        return object()

    load = without("libEGL.so.1", "libxkbcommon.so.0", "libxcb-cursor.so.0")
    assert "sudo apt-get install libegl1 libxkbcommon0 libxcb-cursor0\n" in (check_import(fail, load) or "")
    assert "sudo apt-get install libegl1 libxkbcommon0\n" in (check_import(fail, load, window=False) or "")


def test_a_missing_package_and_other_failures_are_told() -> None:
    def no_package(_name: str) -> object:
        raise ModuleNotFoundError("No module named 'PySide6'", name="PySide6")

    def broken(_name: str) -> object:
        raise ImportError("undefined symbol: abc")

    assert "PySide6" in (check_import(no_package) or "")
    assert "undefined symbol: abc" in (check_import(broken) or "")


@linux_only
def test_without_a_display_the_headless_command_is_named() -> None:
    text = check_display({})
    assert text is not None
    assert "DISPLAY" in text
    assert preflight.HEADLESS in text


@linux_only
def test_who_names_a_platform_needs_no_display() -> None:
    assert check_display({"QT_QPA_PLATFORM": "offscreen"}) is None


@linux_only
def test_libraries_of_the_window_system_are_named() -> None:
    text = check_display({"DISPLAY": ":0"}, without("libxcb-cursor.so.0", "libxkbcommon-x11.so.0"))
    assert text is not None
    assert "missing: libxcb-cursor.so.0, libxkbcommon-x11.so.0\n" in text
    assert "sudo dnf install xcb-util-cursor libxkbcommon-x11" in text


@linux_only
def test_wayland_needs_nothing_of_x11() -> None:
    assert check_display({"WAYLAND_DISPLAY": "wayland-0"}, without()) is None
    assert "libwayland-client0" in (check_display({"WAYLAND_DISPLAY": "w"}, without("libwayland-client.so.0")) or "")


class Compositor(ctypes.CDLL):
    """Wayland's library, with a compositor that answers or not."""

    def __init__(self, connection: int | None) -> None:
        self.closed: list[int] = []

        def connect(_name: bytes) -> int | None:
            return connection

        def disconnect(found: int) -> None:
            self.closed.append(found)

        self.wl_display_connect = connect
        self.wl_display_disconnect = disconnect


@linux_only
def test_a_compositor_that_does_not_answer_is_told_unless_x11_does() -> None:
    """Qt ended the process, after words about a library that was there."""

    def load_with(library: Compositor) -> Callable[[str], object]:
        return lambda name: library if "wayland-client" in name else object()

    alive, gone = Compositor(4711), Compositor(None)
    assert check_display({"WAYLAND_DISPLAY": "wayland-9"}, load_with(alive)) is None
    assert alive.closed == [4711]
    session = {"WAYLAND_DISPLAY": "wayland-9"}
    text = check_display(session, load_with(gone))
    assert text is not None
    assert "“wayland-9” cannot be reached" in text
    assert check_display({**session, "WAYLAND_SOCKET": "5"}, load_with(gone)) is None, "what can be taken once is left to Qt"
    assert check_display({**session, "DISPLAY": ":0"}, load_with(gone)) is None, "the X server is not asked here"


@linux_only
def test_a_display_that_does_not_answer_is_told() -> None:
    text = check_display({"DISPLAY": ":4711"})
    assert text is not None
    assert "“:4711” cannot be reached" in text


@linux_only
def test_the_program_says_so_instead_of_dying_in_qt(home: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, str(ROOT / "main.py"), "--home", str(home)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no display" in done.stderr
    assert "python main.py render" in done.stderr
    assert "Traceback" not in done.stderr
