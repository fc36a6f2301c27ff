"""PySide6 must not lose references to None while painting: on Python 3.11 that ends the process (PySide6 6.12.0 did).

From Python 3.12 on None lives for ever, whatever its count says: there, these only paint.
"""

from __future__ import annotations

import gc
import sys

import pyqtgraph
import pytest
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

FRAMES = 1000

ENDS = sys.version_info < (3, 12)
"""Whether None would end with its last reference."""

SLACK = 100
"""References that other code may let go meanwhile. A binding that loses one a call loses ten thousands here."""


@pytest.fixture
def none_references() -> int:
    gc.collect()
    return sys.getrefcount(None)  # nothing is collected in a test but by itself


def test_a_thousand_painted_images_lose_no_reference(qapp, none_references: int):
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    for frame in range(FRAMES):
        painter = QPainter(image)
        painter.setPen(QColor(frame % 256, 0, 0))
        painter.fillRect(QRectF(0, 0, 64, 64), QColor(0, 0, 0))
        for x in range(10):
            painter.drawLine(QLineF(x, 0, x, 64))
        painter.end()
    assert not ENDS or sys.getrefcount(None) >= none_references - SLACK


def test_a_thousand_painted_plots_lose_no_reference(qtbot, none_references: int):
    plot = pyqtgraph.PlotWidget()
    qtbot.addWidget(plot)
    plot.resize(120, 90)
    plot.show()
    for frame in range(FRAMES):
        plot.setXRange(frame, frame + 50, padding=0)
        plot.grab()
    assert not ENDS or sys.getrefcount(None) >= none_references - SLACK
