"""Notices above the chart: one sentence each, what can be done about it, and a button that dismisses it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from charting.core.theme import Theme
from gui import styling
from gui.buttons import blank_button
from gui.context import Notice
from gui.translation import tr

SHOWN_AT_ONCE = 3
"""Further notices wait until one of these is gone."""

STEPS = 1000
"""Of a progress bar."""

ICON = 18
"""Width of the icon beside a notice's text, in pixels."""

_ICONS = {"information": "info", "warning": "warning", "error": "warning-circle"}
_COLOURS = {"information": "accent", "warning": "warning", "error": "danger"}


class NoticeBar(QFrame):
    """One notice."""

    dismissed = Signal(str)

    def __init__(self, notice: Notice, show_details: Callable[[Notice], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"notice_{notice.key}")
        self.setAccessibleName(notice.text)
        styling.set_role(self, "notice")
        self.setProperty("severity", notice.severity)
        self._notice = notice
        self._icon = QLabel(self)
        self._icon.setObjectName(f"notice_{notice.key}_icon")
        self._icon.setFixedWidth(ICON)
        self._text = text = QLabel(notice.text, self)
        text.setObjectName(f"notice_{notice.key}_text")
        text.setAccessibleName(notice.text)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = text.sizePolicy()  # a new policy would forget that the height depends on the width
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        text.setSizePolicy(policy)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(text, 1)
        self._progress = QProgressBar(self)
        self._progress.setObjectName(f"notice_{notice.key}_progress")
        self._progress.setRange(0, STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(200, 8)
        layout.addWidget(self._progress)
        self._show_progress()
        for number, action in enumerate(notice.actions):
            layout.addWidget(self._button(f"action_{number}", action.text, action.run, closes=True))
        if notice.details:
            layout.addWidget(self._button("details", tr("Details"), lambda: show_details(notice), closes=False))
        self._dismissing: QToolButton | None = None
        if notice.progress is None:
            self._dismissing = blank_button(f"notice_{notice.key}_dismiss", tr("Dismiss"), self._dismiss, self, size=14)
            layout.addWidget(self._dismissing)

    @property
    def notice(self) -> Notice:
        """What it says."""
        return self._notice

    def go_on(self, notice: Notice) -> bool:
        """Show how far the matter is by now, with the same buttons; False where this is not about the same progress."""
        ours = self._notice
        if ours.progress is None or notice.progress is None or ours.actions != notice.actions:
            return False
        self._notice = notice
        self._text.setText(notice.text)
        self._text.setAccessibleName(notice.text)
        self._show_progress()
        return True

    def _show_progress(self) -> None:
        progress = self._notice.progress
        self._progress.setVisible(progress is not None)
        self._progress.setValue(round((progress or 0.0) * STEPS))
        self._progress.setAccessibleName(self._notice.text)

    def show_icons(self, theme: Theme) -> None:
        """Put its icons, in the colours of a theme, into the room that is kept for them."""
        from gui import icons

        colour = getattr(theme, _COLOURS[self._notice.severity])
        self._icon.setPixmap(icons.icon(_ICONS[self._notice.severity], colour).pixmap(ICON, ICON))
        if self._dismissing is not None:
            self._dismissing.setIcon(icons.icon("x"))

    def _button(self, name: str, text: str, run: Callable[[], None], *, closes: bool) -> QPushButton:
        button = QPushButton(self)  # with the text, all that an icon can be would be made ready to see that it is none
        button.setText(text)
        button.setObjectName(f"notice_{self._notice.key}_{name}")
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        if closes:
            button.clicked.connect(self._dismiss)
        button.clicked.connect(run)
        return button

    def _dismiss(self) -> None:
        self.dismissed.emit(self._notice.key)


class Banner(QWidget):
    """The slot above the chart that notices appear in, the newest at the top.

    ``left`` tells that a notice went that had the focus, which would go to whatever comes next. It has no icons before
    :meth:`show_icons`: the chart's first paint does not wait until their font is read.
    """

    details_requested = Signal(object)
    dismissed = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setAccessibleName(tr("Notices"))
        self._theme = theme
        self._icons_shown = False
        self._bars: list[NoticeBar] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.hide()

    def notices(self) -> tuple[Notice, ...]:
        """What is said or waits to be said, newest first."""
        return tuple(bar.notice for bar in self._bars)

    def show_notice(self, notice: Notice) -> None:
        """Say something; an earlier notice with the same key makes way and keeps its place."""
        place = next((n for n, bar in enumerate(self._bars) if bar.notice.key == notice.key), None)
        if place is None:
            place = 0
        elif self._bars[place].notice == notice or self._bars[place].go_on(notice):
            return
        else:
            self._take(self._bars[place])
        bar = NoticeBar(notice, self.details_requested.emit, self)
        if self._icons_shown:
            bar.show_icons(self._theme)
        bar.dismissed.connect(self._dismiss)
        self._bars.insert(place, bar)
        self._layout.insertWidget(place, bar)
        self._show_first()

    def clear_notice(self, key: str) -> None:
        """Take a notice away."""
        for bar in [bar for bar in self._bars if bar.notice.key == key]:
            self._take(bar)
        self._show_first()

    def set_theme(self, theme: Theme) -> None:
        """Colour the icons."""
        self._theme = theme
        if self._icons_shown:
            self.show_icons()

    def show_icons(self) -> None:
        """Show icons from now on."""
        self._icons_shown = True
        for bar in self._bars:
            bar.show_icons(self._theme)

    def _dismiss(self, key: str) -> None:
        self.clear_notice(key)
        self.dismissed.emit(key)

    def _take(self, bar: NoticeBar) -> None:
        focus: QWidget | None = self.window().focusWidget()
        focused = focus is not None and bar.isAncestorOf(focus)
        self._bars.remove(bar)
        self._layout.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
        if focused:
            self.left.emit()

    def _show_first(self) -> None:
        for number, bar in enumerate(self._bars):
            bar.setVisible(number < SHOWN_AT_ONCE)
        self.setVisible(bool(self._bars))
