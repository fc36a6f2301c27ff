"""Nothing of an indicator's card is clipped in the panel of a window of 1280 by 800, whatever language it speaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from charting.core.document import Chart, Indicator, Pane
from charting.indicators.catalogue import CATALOGUE
from gui.languages import LANGUAGES, use_language
from tests.gui.desk import Desk, make_desk


@pytest.fixture(params=list(LANGUAGES))
def foreign(request, qtbot: QtBot, qapp, tmp_path) -> Iterator[Desk]:
    before = QLocale()
    use_language(qapp, request.param)
    found = make_desk(tmp_path)
    qtbot.addWidget(found.window)
    found.window.resize(1280, 800)
    found.window.show()
    found.window.indicators.load_catalogue()
    found.show_bars()
    qapp.processEvents()
    yield found
    found.window.close()
    use_language(qapp, "en")
    QLocale.setDefault(before)


def chart_with(indicator: Indicator) -> Chart:
    return Chart("c", "S", "demo", panes=(Pane("p", indicators=(indicator,)),))


def test_nothing_is_clipped(foreign: Desk, qtbot: QtBot) -> None:
    panel = foreign.window.indicators
    room = panel._area.viewport().width()
    names = list(LANGUAGES)
    turn = names.index(QLocale().name()) if QLocale().name() in names else 0
    for kind in list(CATALOGUE.values())[turn::6]:
        indicator = Indicator("one", kind.kind)
        card = panel._cards._make(indicator)
        card.show_indicator(indicator, chart_with(indicator))
        card.open_settings()
        assert card.minimumSizeHint().width() <= room, kind.kind
        panel._cards._drop(["one"])
    for kind in ("volume_profile_fixed", "ichimoku", "spread", "rsi"):
        look_closely(foreign, qtbot, kind)


def look_closely(desk: Desk, qtbot: QtBot, kind: str) -> None:
    """Switch an indicator on and see that its fields end within its card, and their words within them."""
    panel, history = desk.window.indicators, desk.history
    panel.toggle(kind)
    (shown,) = (one for pane in history.document.chart.panes for one in pane.indicators if one.kind == kind)
    panel.open_card(shown.id)
    card = panel._cards[shown.id]
    qtbot.waitUntil(lambda: card.isVisible() and card.width() > 100)
    for child in card.findChildren(QWidget):
        if isinstance(child, QLabel | QAbstractButton | QComboBox | QAbstractSpinBox) and child.isVisibleTo(card):
            right = child.mapTo(card, QPoint(child.width(), 0)).x()
            assert right <= card.width(), (kind, child.objectName())
            words = isinstance(child, QLabel | QAbstractButton) and child.objectName() != "indicator_label"
            assert not words or child.width() >= child.minimumSizeHint().width(), (kind, child.objectName())
