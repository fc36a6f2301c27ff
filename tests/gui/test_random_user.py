"""A user who does anything, anywhere in the window: nothing raises, Qt complains of nothing, and all of it can be undone."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from charting.core.calendar import calendar_for
from charting.core.codec import decode, encode
from charting.core.interval import DAY, MINUTE, Interval
from charting.core.resample import resample
from charting.core.timeaxis import TimeAxis
from charting.market.demo import DemoProvider
from charting.scene.series import Series
from gui.actions import file
from tests.gui.desk import Desk
from tests.view.test_random_hands import Hands, contents

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEYS = (
    *(Qt.Key(number) for number in range(Qt.Key.Key_A, Qt.Key.Key_Z + 1)),
    *(Qt.Key(number) for number in range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)),
    *[Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Escape] * 3,
    *[Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End] * 3,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_F2,
    Qt.Key.Key_F5,
    Qt.Key.Key_F10,
    Qt.Key.Key_Menu,
    Qt.Key.Key_Slash,
    Qt.Key.Key_Comma,
    Qt.Key.Key_Period,
    Qt.Key.Key_Backspace,
)
WORDS = ("", "0", "-1", "1e9", "nan", "9988", "sma", "2025-06-01", "99999999999999999999", "%d {0}", "a" * 300)
CALENDAR = calendar_for("XHKG")
ENDS = ("file.quit",)
"""Commands that would take the window away."""


class User:
    """Does one thing after another to the whole window, by chance."""

    def __init__(self, desk: Desk, seed: int) -> None:
        self.desk, self.window = desk, desk.window
        self.hands = Hands(desk.window.view, seed)
        self.chance = self.hands.chance
        self.commands = [command.id for command in self.window.commands if command.id not in ENDS]
        self.done: list[str] = []
        self.whole: Series | None = None
        self.count = 0
        self.deeds: tuple[Callable[[], None], ...] = (
            *[self.command] * 6,
            *[self.hands.draw] * 3,
            *[self.hands.drag] * 3,
            *[self.hands.legend] * 2,
            self.hands.wheel,
            self.hands.double_click,
            self.hands.swipe,
            self.hands.indicator,
            self.hands.switch,
            self.right_click,
            self.select,
            *[self.key] * 4,
            *[self.click] * 6,
            *[self.write] * 2,
            self.bars,
            *[self.trade] * 2,
            self.scroll,
            self.hands.travel,
            self.resize,
        )

    def act(self) -> None:
        """One deed, and what a running program would do after it."""
        deed = self.chance.choice(self.deeds)
        self.done.append(deed.__name__)
        deed()
        QApplication.processEvents()
        self.dismiss()
        chart, series = self.desk.history.document.chart, self.window.view.series
        shown = None if series is None else (series.instrument.symbol, str(series.bars.interval))
        if shown != (chart.symbol, chart.interval) and self.chance.random() < 0.7:
            self.window.show_series(self.series(), "Nothing is known of it.")
        self.window.view.repaint()

    def series(self) -> Series | None:
        """The bars of the active chart as the demonstration has them, or a few of them."""
        chart, interval, provider = self.desk.history.document.chart, self.interval(), DemoProvider()
        if chart.symbol not in provider.symbols:
            return None
        answer = provider.history(chart.symbol, MINUTE if interval.is_intraday else DAY)
        bars = resample(answer.bars, interval, CALENDAR).bars
        count = self.chance.choice((*[max(len(bars) - 20, 0)] * 4, 0, 1, 2))
        self.whole = Series(answer.instrument, bars, TimeAxis(bars.time, interval, CALENDAR), True, "demo")
        self.count = min(count, len(bars))
        return self.part()

    def part(self) -> Series | None:
        """As many of the bars as are known by now."""
        if self.whole is None:
            return None
        bars = self.whole.bars.slice(0, self.count)
        return replace(self.whole, bars=bars, axis=TimeAxis(bars.time, bars.interval, CALENDAR))

    def trade(self) -> None:
        """The next bar, where the last ones were of what the chart shows."""
        chart, whole = self.desk.history.document.chart, self.whole
        known = whole is not None and (whole.instrument.symbol, str(whole.bars.interval)) == (chart.symbol, chart.interval)
        if whole is not None and known and 0 < self.count < len(whole.bars):
            self.count += 1
            self.window.show_series(self.part(), going_on=True)

    def scroll(self) -> None:
        """The wheel over any part of the window."""
        part = self.chance.choice([part for part in self.window.findChildren(QWidget) if part.isVisible()])
        self.done[-1] = f"wheel over {part.objectName() or type(part).__name__}"
        place, turn = QPointF(part.rect().center()), QPoint(0, self.chance.choice((-240, -120, 120, 240)))
        event = QWheelEvent(
            place, part.mapToGlobal(place), QPoint(), turn, Qt.MouseButton.NoButton, self.chance.choice(MODIFIERS),
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(part, event)

    def interval(self) -> Interval:
        """The active chart's."""
        return Interval.parse(self.desk.history.document.chart.interval)

    def command(self) -> None:
        """Any command that can be used now."""
        action = self.window.commands.action(self.chance.choice(self.commands))
        self.done[-1] = action.objectName()
        if action.isEnabled():
            self.later(self.dismiss)
            action.trigger()

    def key(self) -> None:
        """Any key, wherever the keyboard is."""
        key, held = self.chance.choice(KEYS), self.chance.choice(MODIFIERS)
        if (key, held) == (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier):
            return
        focus = QApplication.focusWidget() or self.window.view
        self.done[-1] = f"{held.name} {key.name} on {focus.objectName()}"
        self.later(self.dismiss)
        QTest.keyClick(focus, key, held)

    def click(self) -> None:
        """A click on any part of what is in front."""
        front = QApplication.activeModalWidget() or self.chance.choice((*self.dialogs(), self.window))
        parts = [part for part in front.findChildren(QWidget) if part.isVisible() and part.isEnabled() and part.width() > 1]
        parts = [part for part in parts if part.window() is front and not isinstance(part, QMenu)]
        if not parts:
            return
        part = self.chance.choice(parts)
        part = part.viewport() if isinstance(part, QAbstractItemView) else part
        place = QPoint(self.chance.randrange(part.width()), self.chance.randrange(part.height()))
        button = RIGHT if self.chance.random() < 0.15 else LEFT
        self.done[-1] = f"click on {part.objectName() or type(part).__name__}"
        self.later(self.dismiss)
        (QTest.mouseDClick if self.chance.random() < 0.1 else QTest.mouseClick)(
            part, button, self.chance.choice(MODIFIERS[:4]), place
        )

    def write(self) -> None:
        """Something into a field, right or wrong."""
        fields = [
            field
            for front in (*self.dialogs(), self.window)
            for field in front.findChildren(QWidget)
            if isinstance(field, QLineEdit | QAbstractSpinBox | QComboBox) and field.isVisible() and field.isEnabled()
        ]
        if not fields:
            return
        field = self.chance.choice(fields)
        self.done[-1] = f"write into {field.objectName()}"
        field.setFocus()
        self.later(self.dismiss)
        if not isinstance(field, QComboBox):
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(field, self.chance.choice(WORDS))
        QTest.keyClick(field, self.chance.choice((Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Escape)))

    def right_click(self) -> None:
        """The menu of whatever lies there, and one of its entries."""
        place = self.hands.place()
        QTest.mouseClick(self.window.view, RIGHT, MODIFIERS[0], place)

    def select(self) -> None:
        """Some drawings."""
        ids = [drawing.id for drawing in self.window.view.drawings()]
        self.window.view.select(tuple(self.chance.sample(ids, min(len(ids), self.chance.randrange(4)))))

    def bars(self) -> None:
        """Bars come, go, or cannot be had."""
        if self.chance.random() < 0.3:
            self.window.show_series(None, "There are no bars.")
        else:
            self.window.show_series(self.series(), "Nothing is known of it.")

    def resize(self) -> None:
        """Another size of the window."""
        self.window.resize(self.chance.randrange(960, 1700), self.chance.randrange(560, 1000))

    def dialogs(self) -> list[QDialog]:
        """Dialogs that are open."""
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def later(self, deed: Callable[[], None]) -> None:
        """Do something from within an event loop that a menu or a dialog may run."""
        QTimer.singleShot(0, self.window, deed)

    def dismiss(self) -> None:
        """Choose something from an open menu or leave it; close a dialog now and then."""
        menu = QApplication.activePopupWidget()
        if menu is not None:
            if isinstance(menu, QMenu) and self.chance.random() < 0.6:
                entries = [entry for entry in menu.actions() if entry.isEnabled() and entry.objectName() not in ENDS]
                if entries:
                    entry = self.chance.choice(entries)
                    self.done.append(f"menu entry {entry.text()}")
                    entry.trigger()
            menu.close()
        for dialog in self.dialogs():
            if self.chance.random() < 0.2:
                self.done.append(f"close {dialog.objectName()}")
                self.chance.choice((dialog.accept, dialog.reject, dialog.close))()


@pytest.fixture
def answered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What the system would be asked for is answered at once: files are named, or the dialog is cancelled."""
    chance = random.Random(1)
    monkeypatch.setattr(file, "_quit", lambda _window: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: True)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chance.choice(("", str(tmp_path / "saved"))), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chance.choice(([], [str(tmp_path / "gone")])), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (chance.choice(("", str(tmp_path / "gone"))), ""))
    monkeypatch.setattr(QDialog, "exec", lambda self: chance.choice((0, 1)))


@pytest.mark.usefixtures("answered")
@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_a_user_does_nothing_breaks_and_all_is_undone(desk: Desk, seed: int) -> None:
    user, history = User(desk, seed), desk.history
    before = contents(history.document)
    for step in range(100):
        user.act()
        if step % 20 == 0:
            assert decode(encode(history.document)) == history.document
    while history.redo() is not None:
        pass
    after = contents(history.document)
    while history.undo() is not None:
        pass
    assert contents(history.document) == before
    while history.redo() is not None:
        pass
    assert contents(history.document) == after
