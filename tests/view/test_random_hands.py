"""Hands that do anything: no exception, every document readable again, and all of it undone and redone."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from charting.core import edits
from charting.core.bars import Bars
from charting.core.calendar import calendar_for
from charting.core.codec import decode, encode
from charting.core.document import Chart, Compared, Indicator, Pane, ScaleKind, Workspace
from charting.core.history import History
from charting.core.interval import DAY, MINUTE, Interval
from charting.core.pane_edits import Place, move_indicator, move_pane
from charting.core.resample import resample
from charting.core.theme import theme
from charting.core.timeaxis import TimeAxis
from charting.drawings.catalogue import TOOLS
from charting.indicators.catalogue import CATALOGUE
from charting.market.demo import DemoProvider
from charting.market.demo_workspace import demo_workspace
from charting.scene.series import Other, Series
from charting.scene.styles import STYLES
from charting.view.chart import ChartView
from tests.view.test_picture import frame, on_screen, pixels

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
KEYS = (
    Qt.Key.Key_Escape,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Return,
    Qt.Key.Key_Plus,
    Qt.Key.Key_Minus,
)
SCALES: tuple[ScaleKind, ...] = ("linear", "log", "percent", "indexed")


class Hands:
    """Does one thing after another to a chart of the demonstration market, by chance."""

    def __init__(self, view: ChartView, seed: int) -> None:
        self.view, self.history = view, view.history
        self.chance = random.Random(seed)
        self._provider = DemoProvider()
        self._made = 0
        self.shown: object = None
        self.series: Series | None = None
        self.deeds: tuple[Callable[[], None], ...] = (
            *[self.draw] * 4,
            *[self.drag] * 4,
            *[self.key] * 2,
            *[self.wheel] * 2,
            *[self.legend] * 2,
            self.swipe,
            self.double_click,
            self.delete,
            self.travel,
            self.indicator,
            self.arrange,
            self.switch,
            self.rescale,
            self.restyle,
            self.resize,
            self.look_around,
            self.compare,
            *[self.trade] * 2,
        )

    def act(self) -> None:
        self.do_something()
        self.view.repaint()

    def do_something(self) -> None:
        self.chance.choice(self.deeds)()
        chart = self.history.document.chart
        if self.shown != (chart.symbol, chart.interval, chart.compare):
            self.show()

    def show(self) -> None:
        chart, calendar = self.history.document.chart, calendar_for("XHKG")
        interval = Interval.parse(chart.interval)
        answer = self._provider.history(chart.symbol, MINUTE if interval.is_intraday else DAY)
        bars = resample(answer.bars, interval, calendar).bars
        axis = TimeAxis(bars.time, interval, calendar)
        # Closes of each second bar of its own stand for another instrument's.
        columns = (bars.time, bars.open, bars.high, bars.low, bars.close, bars.volume)
        fewer = Bars.of(*(column[::2] for column in columns), interval)
        beside = Series(answer.instrument, fewer, TimeAxis(fewer.time, interval, calendar), True, "demo")
        others = tuple(Other(one, beside if one.source == "demo" else None) for one in chart.compare)
        self.shown = chart.symbol, chart.interval, chart.compare
        self.series = Series(answer.instrument, bars, axis, True, "demo", others=others)
        self.view.set_series(self.series)

    def trade(self) -> None:
        """The last bar goes on."""
        assert self.series is not None
        bars = self.series.bars
        opens, highs, lows, closes = (column.copy() for column in (bars.open, bars.high, bars.low, bars.close))
        closes[-1] *= self.chance.uniform(0.99, 1.01)
        highs[-1], lows[-1] = max(highs[-1], closes[-1]), min(lows[-1], closes[-1])
        traded = Bars.of(bars.time, opens, highs, lows, closes, bars.volume, bars.interval)
        self.series = replace(self.series, bars=traded)
        self.view.set_series(self.series)

    def place(self) -> QPoint:
        return QPoint(self.chance.randrange(self.view.width()), self.chance.randrange(self.view.height()))

    def modifier(self) -> Qt.KeyboardModifier:
        return self.chance.choice((NONE, NONE, NONE, SHIFT, CONTROL))

    def commit(self, document: Workspace) -> None:
        self.history.commit(document, "Something")

    def draw(self) -> None:
        self.view.set_tool(self.chance.choice(list(TOOLS)))
        held = self.modifier()
        for _ in range(self.chance.randrange(1, 8)):
            place = self.place()
            QTest.mouseMove(self.view, place)
            QTest.mouseClick(self.view, LEFT, held, place)

    def drag(self) -> None:
        held = self.modifier()
        QTest.mousePress(self.view, LEFT, held, self.place())
        for _ in range(3):
            QTest.mouseMove(self.view, self.place())
        QTest.mouseRelease(self.view, LEFT, held, self.place())

    def key(self) -> None:
        QTest.keyClick(self.view, self.chance.choice(KEYS), self.modifier())

    def wheel(self) -> None:
        place = QPointF(self.place())
        turn = QPoint(0, self.chance.choice((-360, -120, 120, 360)))
        phase = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(
            place, self.view.mapToGlobal(place), QPoint(), turn, Qt.MouseButton.NoButton, self.modifier(), phase, False
        )
        QApplication.sendEvent(self.view, event)

    def legend(self) -> None:
        """Drag a line of the legend somewhere, or remove what is selected."""
        scene = self.view.scene
        lines = [] if scene is None else [line for line in self.view.legend.lines(scene) if line.subject or line.folds]
        if not lines or self.chance.random() < 0.2:
            self.view.legend.remove()
            return
        run = self.chance.choice(lines).run
        start = QPoint(round(run.x) + 3, round(run.y))
        QTest.mouseMove(self.view, start)
        QTest.mousePress(self.view, LEFT, NONE, start)
        places = [start, *(self.place() for _ in range(self.chance.randrange(3)))]
        for place in places:
            QTest.mouseMove(self.view, place)
        if self.chance.random() < 0.2:
            QTest.keyClick(self.view, Qt.Key.Key_Escape)
        QTest.mouseRelease(self.view, LEFT, NONE, places[-1])

    def swipe(self) -> None:
        """Two fingers on a touchpad."""
        place = QPointF(self.place())
        for phase in (Qt.ScrollPhase.ScrollBegin, Qt.ScrollPhase.ScrollUpdate, Qt.ScrollPhase.ScrollEnd):
            pixels = QPoint(self.chance.randrange(-200, 200), self.chance.randrange(-200, 200))
            none = Qt.MouseButton.NoButton
            event = QWheelEvent(place, self.view.mapToGlobal(place), pixels, pixels, none, self.modifier(), phase, False)
            QApplication.sendEvent(self.view, event)

    def double_click(self) -> None:
        QTest.mouseDClick(self.view, LEFT, self.modifier(), self.place())

    def delete(self) -> None:
        ids = [drawing.id for drawing in self.view.drawings()]
        self.view.select(tuple(self.chance.sample(ids, min(2, len(ids)))))
        self.view.hand.selection.delete()

    def travel(self) -> None:
        self.chance.choice((self.history.undo, self.history.undo, self.history.redo))()

    def indicator(self) -> None:
        document = self.history.document
        shown = [one for pane in document.chart.panes for one in pane.indicators]
        if len(shown) < 6:
            kind = self.chance.choice(list(CATALOGUE))
            own = CATALOGUE[kind].pane == "own"
            self._made += 1
            self.commit(edits.add_indicator(document, document.active, Indicator(f"{kind}-{self._made}", kind), own_pane=own))
        else:
            self.commit(edits.remove_indicator(document, document.active, self.chance.choice(shown).id))

    def arrange(self) -> None:
        """Any pane, that of the bars too, or an indicator, to any place."""
        document, index = self.history.document, self.chance.randrange(-1, 5)
        chart = document.chart
        shown = [one.id for pane in chart.panes for one in pane.indicators]
        if shown and self.chance.random() < 0.4:
            place = self.chance.choice((Place(index=index), Place(self.chance.choice(chart.panes).id)))
            self.commit(move_indicator(document, document.active, self.chance.choice(shown), place))
        else:
            self.commit(move_pane(document, document.active, self.chance.choice(chart.panes).id, index))

    def switch(self) -> None:
        document = self.history.document
        symbol = self.chance.choice(("HSTECH.HK", "9988.HK", "3750.HK"))
        interval = self.chance.choice(("1m", "15m", "1h", "1d", "1wk", "1mo"))
        self.commit(edits.set_chart(document, document.active, symbol=symbol, interval=interval))

    def rescale(self) -> None:
        document, kind, inverted = self.history.document, self.chance.choice(SCALES), self.chance.random() < 0.3

        def change(pane: Pane) -> Pane:
            return replace(pane, scale=replace(pane.scale, kind=kind, inverted=inverted))

        self.commit(edits.edit_pane(document, document.active, self.chance.choice(document.chart.panes).id, change))

    def restyle(self) -> None:
        document = self.history.document
        self.commit(edits.set_chart(document, document.active, style=self.chance.choice(list(STYLES))))

    def resize(self) -> None:
        self.view.resize(self.chance.randrange(330, 1300), self.chance.randrange(220, 900))

    def compare(self) -> None:
        """With something that is there, on its way or hidden, or with less."""
        document = self.history.document
        compare = document.chart.compare
        if len(compare) > 1 and self.chance.random() < 0.5:
            compare = compare[1:]
        else:
            source = self.chance.choice(("demo", "demo", "yahoo"))
            compare = (*compare, Compared(f"{len(compare)}.HK", source, "pink", self.chance.random() < 0.8))
        self.commit(edits.set_chart(document, document.active, compare=compare))

    def look_around(self) -> None:
        if self.chance.random() < 0.5:
            self.view.show_last(self.chance.choice((1, 30, 365, None)))
        else:
            self.view.reset_view()


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ChartView]:
    """The demonstration's chart."""
    document = demo_workspace()
    widget = ChartView(History(document), document.active, theme("dark"))
    qtbot.addWidget(widget)
    widget.resize(1000, 700)
    widget.show()
    yield widget
    widget.close_workers()


@pytest.mark.parametrize("seed", [7, 8])
def test_whatever_hands_do_the_screen_shows_what_would_be_painted_as_a_whole(view: ChartView, qtbot: QtBot, seed: int) -> None:
    """Frames paint what changed since the one before: nothing of that is missed, and nothing is left behind."""
    hands = Hands(view, seed)
    hands.show()
    for step in range(60):
        hands.do_something()
        view.sight.stop()
        qtbot.waitUntil(lambda: is_at_rest(view))
        for little in (hands.trade, lambda: QTest.mouseMove(view, hands.place()), hands.trade):
            little()
            qtbot.waitUntil(lambda: is_at_rest(view))
        assert np.array_equal(on_screen(view), pixels(view.grab())), step


def is_at_rest(view: ChartView) -> bool:
    """Whether no frame is to come any more."""
    frame()
    built = view.frames
    frame()
    scene = view.scene
    waits = scene is None or any(one.values is None and not one.problem for pane in scene.panes for one in pane.plotted)
    return view.frames == built and not waits


@pytest.mark.parametrize("seed", [2, 4, 5])
def test_whatever_hands_do_can_be_kept_undone_and_redone(view: ChartView, seed: int) -> None:
    hands = Hands(view, seed)
    hands.show()
    history = view.history
    for step in range(150):
        hands.act()
        if step % 10 == 0:
            QApplication.processEvents()
            assert decode(encode(history.document)) == history.document
    while history.redo() is not None:
        pass
    there = [contents(history.document)]
    while history.undo() is not None:
        there.append(contents(history.document))
    assert contents(history.document) == contents(demo_workspace())
    back = [contents(history.document)]
    while history.redo() is not None:
        back.append(contents(history.document))
    assert back == there[::-1]


def contents(document: Workspace) -> object:
    """What undo takes back: everything but how it is looked at."""
    charts = [(chart.symbol, chart.interval, chart.style, _panes(chart)) for chart in document.charts]
    return charts, document.drawings


def _panes(chart: Chart) -> object:
    return chart.price_index, [(pane.id, pane.indicators) for pane in chart.panes]
