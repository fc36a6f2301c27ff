"""Finds out before Qt does whether a window can open, and says what is missing and the exact line that installs it.

Without its system libraries Qt ends the process from within, or in a traceback; neither helps somebody who wants to see
a chart. Nothing here imports Qt, except to try whether it can be imported.
"""

from __future__ import annotations

import builtins
import importlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

HEADLESS = "python main.py render SYMBOL_OR_FILE --out chart.png"
"""The command that needs no display."""


class Packages(NamedTuple):
    """The packages that hold a library, in the two families of distributions."""

    debian: str
    fedora: str


_CORE = {
    "libglib-2.0.so.0": Packages("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": Packages("libglib2.0-0", "glib2"),
    "libz.so.1": Packages("zlib1g", "zlib"),
    "libzstd.so.1": Packages("libzstd1", "libzstd"),
    "libstdc++.so.6": Packages("libstdc++6", "libstdc++"),
}
_DRAWING = {
    "libEGL.so.1": Packages("libegl1", "libglvnd-egl"),
    "libGL.so.1": Packages("libgl1", "libglvnd-glx"),
    "libfontconfig.so.1": Packages("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": Packages("libfreetype6", "freetype"),
    "libdbus-1.so.3": Packages("libdbus-1-3", "dbus-libs"),
    "libX11.so.6": Packages("libx11-6", "libX11"),
    "libxkbcommon.so.0": Packages("libxkbcommon0", "libxkbcommon"),
}
_XCB = {
    "libxcb-cursor.so.0": Packages("libxcb-cursor0", "xcb-util-cursor"),
    "libxkbcommon-x11.so.0": Packages("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libxcb-icccm.so.4": Packages("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": Packages("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": Packages("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-render-util.so.0": Packages("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-util.so.1": Packages("libxcb-util1", "xcb-util"),
    "libxcb-xkb.so.1": Packages("libxcb-xkb1", "libxcb"),
    "libxcb-randr.so.0": Packages("libxcb-randr0", "libxcb"),
    "libxcb-render.so.0": Packages("libxcb-render0", "libxcb"),
    "libxcb-shape.so.0": Packages("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": Packages("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": Packages("libxcb-sync1", "libxcb"),
    "libxcb-xfixes.so.0": Packages("libxcb-xfixes0", "libxcb"),
    "libxcb.so.1": Packages("libxcb1", "libxcb"),
    "libX11-xcb.so.1": Packages("libx11-xcb1", "libX11-xcb"),
}
_WAYLAND = {
    "libwayland-client.so.0": Packages("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": Packages("libwayland-cursor0", "libwayland-cursor"),
}
_OTHER_RELEASES = {  # asked for by some builds of Qt only
    "libOpenGL.so.0": Packages("libopengl0", "libglvnd-opengl"),
    "libwayland-egl.so.1": Packages("libwayland-egl1", "libwayland-egl"),
    "libxcb-xinerama.so.0": Packages("libxcb-xinerama0", "libxcb"),
    "libSM.so.6": Packages("libsm6", "libSM"),
    "libICE.so.6": Packages("libice6", "libICE"),
}
PACKAGES: Mapping[str, Packages] = {**_CORE, **_DRAWING, **_XCB, **_WAYLAND, **_OTHER_RELEASES}
"""Where the libraries that Qt asks for come from."""

Load = Callable[[str], object]


def missing_library(message: str) -> str | None:
    """The library that a loader's error message names, None when it is about something else."""
    match = re.search(r"(lib[\w.+-]+\.so[\d.]*): cannot open shared object file", message)
    return match[1] if match else None


def install_lines(libraries: Sequence[str]) -> str:
    """What is missing, and the commands that install it on Debian and Fedora and their relatives."""
    known = [PACKAGES[library] for library in libraries if library in PACKAGES]
    lines = [f"Lionrock's window needs system libraries that are missing: {', '.join(libraries)}"]
    if known:
        debian = " ".join(dict.fromkeys(packages.debian for packages in known))
        fedora = " ".join(dict.fromkeys(packages.fedora for packages in known))
        lines += [f"  Debian, Ubuntu:  sudo apt-get install {debian}", f"  Fedora:          sudo dnf install {fedora}"]
    if unknown := [library for library in libraries if library not in PACKAGES]:
        patterns = " ".join(f"'*/{library}'" for library in unknown)
        lines += [f"  Debian, Ubuntu:  apt-file search {unknown[0]}", f"  Fedora:          sudo dnf install {patterns}"]
    return "\n".join(lines)


def _load(library: str) -> object:
    import ctypes

    return ctypes.CDLL(library)


def absent(libraries: Iterable[str], load: Load = _load) -> list[str]:
    """Those of ``libraries`` that the system's loader does not find, in the order given."""
    found = []
    for library in libraries:
        try:
            load(library)
        except OSError as error:
            # Another library missing behind this one is reported by its own name.
            name = missing_library(str(error)) or library
            if name not in found:
                found.append(name)
    return found


def check_import(
    import_module: Callable[[str], object] = importlib.import_module, load: Load = _load, *, window: bool = True
) -> str | None:
    """Import what painting needs; None, or what is wrong and what to do.

    Where something is missing and a ``window`` is wanted, what that needs besides is looked for too: one line should
    install everything.
    """
    needed = [*_CORE, *_DRAWING, *(_XCB if window else ())]
    try:
        for name in ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"):
            import_module(name)
    except ModuleNotFoundError as error:
        return f"Lionrock needs the Python package {error.name or 'PySide6'}. Install the program with: python -m pip install ."
    except ImportError as error:
        named = missing_library(str(error))
        if named is None:
            return f"Qt cannot be loaded: {error}"
        return install_lines(list(dict.fromkeys([named, *absent(needed, load)])))
    _import_plainly()
    return None


def _import_plainly() -> None:
    """Undo what PySide6 does to ``import``: read the source of every module for its ``__feature__``, which nothing here uses."""
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain


def check_display(environment: Mapping[str, str] = os.environ, load: Load = _load) -> str | None:
    """Whether a window can be shown on this Linux desktop; None, or what is wrong and what to do."""
    if not sys.platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return None  # elsewhere there is always a display; and who names a platform knows why
    x11, wayland = environment.get("DISPLAY"), environment.get("WAYLAND_DISPLAY")
    if not x11 and not wayland:
        return (
            "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.\n"
            f"Start Lionrock from a desktop session, or paint a chart without a window: {HEADLESS}"
        )
    missing: list[str] = []
    problem = None
    if wayland:
        missing = _missing_for_plugin("libqwayland.so", _WAYLAND, load)
        if not missing:
            # A connection that was handed over can be taken only once, by Qt.
            problem = None if environment.get("WAYLAND_SOCKET") else _silent(wayland, load)
            if problem is None:
                return None  # else Qt tries X11
    if x11:
        missing = _missing_for_plugin("libqxcb.so", _XCB, load)
        if not missing:
            return _unreachable(x11, load)
    return install_lines(missing) if missing else problem


def _missing_for_plugin(name: str, libraries: Iterable[str], load: Load) -> list[str]:
    """What a platform plugin of Qt lacks: nothing when it loads, else everything of its list that is absent."""
    plugin = _plugin(name)
    if plugin is None:
        return []  # a Qt of the distribution's own; it brings what it needs
    first = absent([str(plugin)], load)
    if not first:
        return []
    rest = absent(libraries, load)
    return list(dict.fromkeys(library for library in (*first, *rest) if library != str(plugin)))


def _plugin(name: str) -> Path | None:
    spec = find_spec("PySide6")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / "Qt" / "plugins" / "platforms" / name
        if path.exists():
            return path
    return None


def _silent(display: str, load: Load) -> str | None:
    """Whether the Wayland compositor does not answer, as in a session of another user's or one that ended."""
    try:
        wayland = load("libwayland-client.so.0")
    except OSError:
        return None
    import ctypes

    if not isinstance(wayland, ctypes.CDLL):
        return None
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = [ctypes.c_char_p]
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = wayland.wl_display_connect(display.encode())
    if connection:
        wayland.wl_display_disconnect(connection)
        return None
    return _no_answer(display, "Check WAYLAND_DISPLAY and XDG_RUNTIME_DIR")


def _unreachable(display: str, load: Load) -> str | None:
    """Whether the X server answers: Qt would end the process if it did not."""
    try:
        xcb = load("libxcb.so.1")
    except OSError:
        return None
    import ctypes

    if not isinstance(xcb, ctypes.CDLL):
        return None
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    failed = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return _no_answer(display, "Check DISPLAY and the leave to use it (xhost, ssh -X)") if failed else None


def _no_answer(display: str, advice: str) -> str:
    said = f"The display “{display}” cannot be reached, so no window can open."
    return f"{said}\n{advice}, or paint a chart without a window: {HEADLESS}"
