"""What the hands on a chart ask of the widget they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, SignalInstance

from charting.core.document import Chart, Drawing
from charting.core.history import History
from charting.drawings.remapping import Remapping
from charting.scene.chart import ChartScene
from charting.scene.legend_layout import Attention
from charting.scene.overlay import Cursor
from charting.view.sight import Sight

if TYPE_CHECKING:
    from charting.view.legend_hand import LegendHand
    from charting.view.picture import Picture


class Stage(Protocol):
    """A chart as its hands know it; :class:`charting.view.chart.ChartView` is one. Places are in device pixels."""

    history: History
    sight: Sight
    legend: LegendHand
    attention: Attention
    picture: Picture | None
    cursor_place: Cursor | None

    @property
    def message(self) -> SignalInstance:
        """Emitted with a line for the status bar."""
        ...

    @property
    def tool_changed(self) -> SignalInstance:
        """Emitted with the kind of the tool in the hand, or None."""
        ...

    @property
    def context_requested(self) -> SignalInstance:
        """Emitted with the id of a drawing or None, and where a menu is wanted."""
        ...

    @property
    def selection_changed(self) -> SignalInstance:
        """Emitted with the ids of the selected drawings."""
        ...

    @property
    def chart(self) -> Chart:
        """The chart in the document."""
        ...

    @property
    def scene(self) -> ChartScene | None:
        """The scene as painted last."""
        ...

    def select(self, ids: tuple[str, ...]) -> None:
        """Select drawings by id."""
        ...

    def drawings(self) -> tuple[Drawing, ...]:
        """The instrument's drawings as they are shown, lowest first."""
        ...

    @property
    def remapping(self) -> Remapping:
        """How drawings come to be shown in the prices of the bars, and back."""
        ...

    def refresh(self) -> None:
        """Paint everything anew in the next frame."""
        ...

    def refresh_overlay(self) -> None:
        """Paint what lies above the picture anew in the next frame."""
        ...

    def point_at(self, x: float, y: float) -> None:
        """Show the crosshair at a place."""
        ...

    def mapToGlobal(self, place: QPoint, /) -> QPoint:  # Qt's name
        """A place of the chart, in logical pixels, on the screen."""
        ...

    def devicePixelRatioF(self) -> float:  # Qt's name
        """Device pixels in a logical one."""
        ...
