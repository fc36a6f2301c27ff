"""What every test gets: a screenless Qt, a home of its own, no network, and a failure for whatever it leaves behind."""

from __future__ import annotations

import os
import re

# Before anything imports Qt, pyqtgraph or a library that reads proxies.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
os.environ["QT_API"] = "pyside6"
os.environ.pop("LIONROCK_HOME", None)
for _name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
    os.environ[_name] = "http://127.0.0.1:9"  # the discard port: what gets around the guard on sockets is refused here
os.environ["no_proxy"] = os.environ["NO_PROXY"] = "127.0.0.1,localhost"

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import guards
from tests.places import DATA

settings.register_profile("here", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The directory of real market data, which stands beside the checkout and is never part of the project."""
    if not DATA.is_dir():
        reason = f"No real market data at {DATA}: tests that compare with it cannot run."
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return DATA


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: nothing is read from or written to the user's."""
    place = tmp_path / "home"
    monkeypatch.setenv("LIONROCK_HOME", str(place))
    return place


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The application of the tests has the program's style."""
    from gui.qt import STYLE

    return ["lionrock", *STYLE]


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    with guards.loopback_only():
        yield


@pytest.fixture(scope="session", autouse=True)
def _watched_qt() -> Iterator[None]:
    with guards.watched_qt():
        yield


@pytest.fixture(autouse=True)
def _pointer_elsewhere() -> None:
    """The pointer rests in a corner: where a test before left it, moving it to that very place would tell nobody."""
    from PySide6.QtGui import QCursor, QGuiApplication

    if QGuiApplication.instance() is not None:
        QCursor.setPos(0, 0)


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left_to_paste() -> Iterator[None]:
    """Without a screen, Qt keeps what was copied until the process ends: by then the interpreter is gone that should free it."""
    from PySide6.QtGui import QGuiApplication

    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def _garbage_stays_with_the_main_thread() -> None:
    """As in the program, see :mod:`gui.garbage`: a worker of some test could come upon what another test left of Qt."""
    gc.disable()


@pytest.fixture(autouse=True)
def _garbage_is_collected() -> Iterator[None]:
    from gui.garbage import collect_due

    yield
    gc.disable()
    collect_due()


@pytest.fixture(autouse=True)
def _nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer, a top-level widget or an unexpected warning in the log.

    Set up first and so torn down last, after ``qtbot`` has closed the widgets given to it.
    """
    before = guards.Standing.now()
    with guards.warnings_logged() as records:
        yield
    complaints = [*before.left_since(), *_unexpected(request, records)]
    if complaints:
        pytest.fail("\n".join(complaints), pytrace=False)


def _unexpected(request: pytest.FixtureRequest, records: list[str]) -> list[str]:
    """What was logged, but for a test that says so with ``@pytest.mark.logs(pattern)`` or reads ``caplog`` itself."""
    if "caplog" in request.fixturenames:
        return []
    patterns = [mark.args[0] for mark in request.node.iter_markers("logs")]
    return [f"Logged: {text}" for text in records if not any(re.search(pattern, text) for pattern in patterns)]
