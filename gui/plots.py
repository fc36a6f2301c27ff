"""Brings in pyqtgraph, which draws ordinary plots, while the window answers: at once, that held it for a fifth of a second."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from itertools import islice

COPIED = ("QtCore", "QtGui", "QtWidgets")
"""Modules of Qt that pyqtgraph copies all names of; Python makes what a name stands for when it is first asked for."""
BESIDE = ("QtTest", "QtSvg", "QtOpenGL", "QtOpenGLWidgets")
"""Other modules of Qt that it imports."""
AT_ONCE = 16
"""Names that are asked for in a turn."""


def prepare_qt() -> Iterator[None]:
    """Make what pyqtgraph asks Qt for, in the main thread as everything of Qt; where it yields the window can answer."""
    for name in (*COPIED, *BESIDE):
        module = import_module(f"PySide6.{name}")
        names = iter(dir(module) if name in COPIED else ())
        yield
        while some := tuple(islice(names, AT_ONCE)):
            for each in some:
                getattr(module, each)
            yield


def load() -> None:
    """Import it; it makes no objects of Qt's that live in a thread, so a worker may do so once Qt has been prepared."""
    os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
    import_module("pyqtgraph")
