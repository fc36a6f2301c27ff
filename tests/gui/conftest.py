"""What tests of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.desk import Desk, make_desk


@pytest.fixture(scope="package", autouse=True)
def _plain_style_afterwards() -> Iterator[None]:
    """The window dresses the whole application, which other tests do not expect."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyleSheet("")
        application.setPalette(QApplication.style().standardPalette())


@pytest.fixture
def numbers_as_before(qapp: QApplication) -> Iterator[None]:
    """The whole program speaks the system's language, which other tests do not expect."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A window on the demonstration market, shown, with its bars, when all that comes with the first picture is there."""
    found = make_desk(tmp_path)
    qtbot.addWidget(found.window)
    found.window.resize(1280, 800)
    found.window.show()
    found.window.indicators.load_catalogue()
    found.show_bars()
    qapp.processEvents()
    found.window.view.repaint()
    qtbot.waitUntil(lambda: found.window.first_paint.done)
    qapp.processEvents()
    found.window.layout_keeper.keep()  # which it would do by itself in the middle of a test that takes its time
    yield found
    found.window.close()
