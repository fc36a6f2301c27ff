"""What hands do with the legend and with the lines of indicators: open, select, hide, remove and move them."""

from __future__ import annotations

import operator
import weakref
from collections.abc import Callable

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QRect, Signal

from charting.core.document import Pane
from charting.core.edits import edit_pane
from charting.core.figures import Point
from charting.scene.chart import ChartScene
from charting.scene.legend_layout import Attention, LegendLine, Subject
from charting.scene.look import Look
from charting.scene.overlay import cursor_row
from charting.scene.primitives import Group, Primitive, Rect
from charting.scene.shapes import handle_primitives
from charting.scene.touching import marks_of, subject_at
from charting.view import subjects
from charting.view.gestures import Gesture
from charting.view.legend_drag import DragLegend, Target, target_primitives
from charting.view.stage import Stage
from charting.view.translation import tr


class LegendHand(QObject):
    """The hand on the legend of one chart view.

    ``opened_changed`` tells the line whose buttons are wanted, or None; ``selected_changed`` the selected subject or None;
    ``settings_requested`` a subject that was double-clicked, ``menu_requested`` one that was right-clicked, and where.
    """

    opened_changed = Signal(object)
    selected_changed = Signal(object)
    settings_requested = Signal(object)
    menu_requested = Signal(object, QPoint)

    def __init__(self, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self.over = False
        """Whether the pointer is over a line that can be taken."""
        self.target: Target | None = None
        """Where what is being dragged would go."""
        self._lines: tuple[tuple[object, ...], tuple[LegendLine, ...]] | None = None
        self._boxes: tuple[tuple[LegendLine, ...], tuple[Rect, ...]] = ((), ())
        self._marks: tuple[weakref.ref[ChartScene], Subject, tuple[int, tuple[Point, ...]]] | None = None

    @property
    def selected(self) -> Subject | None:
        """The selected indicator or compared series."""
        return self._stage.attention.selected

    @property
    def opened(self) -> Subject | None:
        """What the pointer is over in the legend."""
        return self._stage.attention.opened

    # The pointer

    def lines(self, scene: ChartScene) -> tuple[LegendLine, ...]:
        """The legend's lines for the bar under the crosshair."""
        # A scene holds all the values that it shows, and is not to be held only because it may be asked for again.
        picture, made_of = self._stage.picture, (weakref.ref(scene), self._stage.cursor_place, self._attention)
        if picture is None:
            return ()
        if self._lines is None or any(map(operator.is_not, self._lines[0], made_of)):  # asked for several times with each move
            self._lines = made_of, picture.legend(cursor_row(scene, self._stage.cursor_place), self._attention)
        return self._lines[1]

    def boxes(self, scene: ChartScene) -> tuple[Rect, ...]:
        """The boxes of these lines, in device pixels."""
        picture, lines = self._stage.picture, self.lines(scene)
        if picture is not None and self._boxes[0] is not lines:
            self._boxes = (lines, tuple([picture.type.box(line.run) for line in lines]))
        return self._boxes[1]

    def line_at(self, scene: ChartScene, x: float, y: float) -> LegendLine | None:
        """The line of the legend under a point that can be taken: of an indicator, a series, or the one that folds."""
        for line, box in zip(self.lines(scene), self.boxes(scene), strict=True):
            width = max(box[2], 1.5 * box[3])  # the sign that folds is small
            if (line.subject or line.folds) and box[0] <= x <= box[0] + width and abs(y - line.run.y) <= box[3] * 0.6:
                return line
        return None

    def at(self, scene: ChartScene, x: float, y: float, *, columns: bool = True) -> Subject | None:
        """What is under a point: by its line of the legend, or by its line in the pane."""
        line = self.line_at(scene, x, y)
        return line.subject if line is not None else self.subject_at(scene, x, y, columns=columns)

    def subject_at(self, scene: ChartScene, x: float, y: float, *, columns: bool = True) -> Subject | None:
        """What has its line in the pane under a point."""
        picture = self._stage.picture
        return None if picture is None else subject_at(scene, x, y, picture.levels, columns=columns)

    def hover(self, scene: ChartScene, x: float, y: float) -> None:
        """The pointer moved with no button held: the line under it opens."""
        line = self.line_at(scene, x, y)
        self.open(None if line is None else line.subject)
        if line is not None and line.folds:
            self._stage.message.emit(tr("Click to fold the legend or to open it"))
        self.over = line is not None or self.subject_at(scene, x, y, columns=False) is not None

    def open(self, subject: Subject | None) -> None:
        """Make room for the buttons of a line of the legend, or close it."""
        if subject == self.opened:
            return
        self._attend(replace(self._attention, opened=subject))
        scene = self._stage.scene
        lines = () if scene is None else self.lines(scene)
        self.opened_changed.emit(next((line for line in lines if subject and line.subject == subject), None))

    def place_of(self, line: LegendLine) -> QRect:
        """Where the buttons of a line stand, in logical pixels of the chart."""
        ratio = self._stage.devicePixelRatioF()
        scene = self._stage.scene
        boxes: dict[LegendLine, Rect] = {}
        if scene is not None:
            boxes = dict(zip(self.lines(scene), self.boxes(scene), strict=True))
        _, top, _, height = boxes.get(line, (0.0, line.run.y, 0.0, 0.0))
        return QRect(round((line.run.x + line.head) / ratio) + 4, round(top / ratio), 0, round(height / ratio))

    def press(self, scene: ChartScene, x: float, y: float) -> Gesture | None:
        """What a press on the legend begins, None when it is beside its lines."""
        line = self.line_at(scene, x, y)
        if line is None:
            return None
        if line.folds:
            return Click(lambda: self.toggle_fold(scene.panes[line.pane].pane.id))
        self.select(line.subject)
        return DragLegend(self._stage, self, line) if line.subject and line.subject.indicator else Click(lambda: None)

    def select(self, subject: Subject | None) -> None:
        """Select an indicator or a compared series instead of drawings, or nothing of them."""
        if subject == self.selected:
            return
        self._attend(replace(self._attention, selected=subject))
        if subject is not None:
            self._stage.select(())
        self.selected_changed.emit(subject)

    def cancel(self) -> bool:
        """Esc: select nothing; whether there was anything to do."""
        had = self.selected is not None
        self.select(None)
        return had

    def forget_gone(self) -> None:
        """After the document changed: what is gone has no attention any more."""
        chart = self._stage.chart
        if self.selected is not None and not self.selected.is_on(chart):
            self.select(None)
        if self.opened is not None and not self.opened.is_on(chart):
            self.open(None)

    def ask_for_menu(self, drawings: tuple[str, ...]) -> None:
        """A key asks for a menu: of the selected ``drawings``, of the selected indicator at its line, or of the chart."""
        scene, ratio = self._stage.scene, self._stage.devicePixelRatioF()
        if scene is None:
            return
        left, top, width, height = scene.price_pane.rect
        place = QPoint(round((left + width / 2) / ratio), round((top + height / 2) / ratio))
        if drawings or self.selected is None:
            self._stage.context_requested.emit(drawings[0] if drawings else None, self._stage.mapToGlobal(place))
            return
        line = next((one for one in self.lines(scene) if one.subject == self.selected), None)
        if line is not None:
            place = self.place_of(line).bottomLeft()
        self.menu_requested.emit(self.selected, self._stage.mapToGlobal(place))

    # Edits

    def remove(self, subject: Subject | None = None) -> bool:
        """Take a subject off the chart, the selected one when None; whether there was one."""
        subject = subject or self.selected
        if subject is None or not subject.is_on(self._stage.chart):
            return False
        subjects.remove(self._stage.history, self._stage.chart.id, subject)
        return True

    def toggle_fold(self, pane_id: str) -> None:
        """Fold the legend of a pane, or open it; undo leaves that alone."""

        def change(pane: Pane) -> Pane:
            return msgspec.structs.replace(pane, legend_folded=not pane.legend_folded)

        history = self._stage.history
        history.amend(edit_pane(history.document, self._stage.chart.id, pane_id, change))

    # What is painted above the picture

    def primitives(self, scene: ChartScene, look: Look) -> tuple[Primitive, ...]:
        """Marks along the selected line, and the place where what is dragged would go."""
        found: list[Primitive] = []
        if self.selected is not None:
            pane, points = self._marked(scene, self.selected)
            found.append(Group(scene.panes[pane].rect, handle_primitives(points, look, look.theme.accent)))
        if self.target is not None:
            found += target_primitives(scene, self.target, look)
        return tuple(found)

    def _marked(self, scene: ChartScene, subject: Subject) -> tuple[int, tuple[Point, ...]]:
        known, picture = self._marks, self._stage.picture
        if known is None or known[0]() is not scene or known[1] != subject:
            found = (0, ()) if picture is None else marks_of(scene, subject, picture.levels)
            known = self._marks = (weakref.ref(scene), subject, found)
        return known[2]

    @property
    def _attention(self) -> Attention:
        return self._stage.attention

    def _attend(self, attention: Attention) -> None:
        self._stage.attention = attention
        self._stage.refresh_overlay()


class Click:
    """A press that does something when it is let go, and nothing while it is dragged."""

    def __init__(self, run: Callable[[], None]) -> None:
        self._run = run

    def move(self, x: float, y: float) -> None:
        """Nothing follows."""

    def release(self, x: float, y: float) -> None:
        """Do it."""
        self._run()

    def cancel(self) -> None:
        """Nothing was begun."""


class Choose:
    """A press on an indicator's line: selects it when it is let go at once, else drags the chart as anywhere else."""

    def __init__(self, dragged: Gesture, run: Callable[[], None], slack: float, x: float, y: float) -> None:
        self._dragged, self._run, self._slack, self._at = dragged, run, slack, (x, y)
        self._away = False

    def move(self, x: float, y: float) -> None:
        """The chart follows as soon as the hand clearly moves."""
        self._away = self._away or max(abs(x - self._at[0]), abs(y - self._at[1])) > self._slack
        if self._away:
            self._dragged.move(x, y)

    def release(self, x: float, y: float) -> None:
        """Select, or let the chart go."""
        if not self._away:
            self._run()
        self._dragged.release(x, y)

    def cancel(self) -> None:
        """As it was."""
        self._dragged.cancel()
