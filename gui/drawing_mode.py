"""What the hand holds while drawing: tool, magnet, and whether the tool stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from charting.drawings.snapping import Magnet
from charting.view.chart import ChartView
from gui.context import HandHabits


class DrawingMode(QObject):
    """Passes choices on to the chart view and remembers what it reports.

    Begins with a hand's habits, and calls ``keep`` when they change.
    """

    changed = Signal()

    def __init__(self, view: ChartView, habits: HandHabits, keep: Callable[[HandHabits], None]) -> None:
        super().__init__(view)
        self._view = view
        self._keep = keep
        self.tool: str | None = None
        self.magnet: Magnet = habits.magnet
        view.set_magnet(habits.magnet)
        view.hand.stay = habits.stay
        self._last_magnet: Magnet = "weak" if self.magnet == "off" else self.magnet
        view.tool_changed.connect(self._note_tool)

    @property
    def stay(self) -> bool:
        """Whether the tool stays in the hand after a drawing is finished."""
        return self._view.hand.stay

    def take(self, kind: str | None) -> None:
        """Take a tool; the one in the hand again puts it away."""
        self._view.set_tool(None if kind == self.tool else kind)
        self._view.setFocus()

    def toggle_magnet(self) -> None:
        """Off, or as strong as it was last."""
        self.set_magnet("off" if self.magnet != "off" else self._last_magnet)

    def set_magnet(self, mode: Magnet) -> None:
        """``off``, ``weak`` or ``strong``; the one that is on goes off."""
        self.magnet = "off" if mode == self.magnet else mode
        if self.magnet != "off":
            self._last_magnet = self.magnet
        self._view.set_magnet(self.magnet)
        self._change_habits()

    def toggle_stay(self) -> None:
        """Keep the tool in the hand, or not."""
        self._view.hand.stay = not self._view.hand.stay
        self._change_habits()

    def _change_habits(self) -> None:
        self._keep(HandHabits(self.magnet, self.stay))
        self.changed.emit()

    def _note_tool(self, kind: str | None) -> None:
        self.tool = kind
        self.changed.emit()
