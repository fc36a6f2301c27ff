"""The hand on a chart's drawings: the tool it holds, what it selected, and the drag it is in the middle of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from charting.core import edits
from charting.core.document import Anchor, Chart, Drawing, Workspace
from charting.core.figures import Point
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Projection, Tool
from charting.drawings.dragging import Dragging
from charting.drawings.editing import clone, nudge
from charting.drawings.hit import Hit, hit
from charting.drawings.placing import Placing
from charting.drawings.sheet import figures_of, handles, points_of
from charting.drawings.snapping import Magnet, describe, inverted, snap, unsnapped
from charting.drawings.visibility import visible
from charting.scene.catching import surroundings
from charting.scene.chart import ChartScene
from charting.scene.look import Look
from charting.scene.primitives import Group, Primitive, Rect
from charting.scene.selected import axis_marks
from charting.scene.shapes import handle_primitives, marquee_primitives, primitives_of
from charting.view.drags import Drag, Marquee, Place, title_of
from charting.view.gestures import Gesture
from charting.view.selection import Selection
from charting.view.stage import Stage
from charting.view.translation import tr

MEASURE = "date_price_range"
"""The tool that Shift and a click measure with; what it draws is not kept."""


class Hand:
    """What the user's hand does to drawings; belongs to one chart view."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.magnet: Magnet = "weak"
        self.modifiers = Qt.KeyboardModifier.NoModifier
        self.stay = False
        self.selection = Selection(stage)
        self.moving: tuple[Drawing, ...] = ()
        self.over: str | None = None
        self._placing: Placing | None = None
        self._pointer: Point | None = None
        self._measuring = False
        self._measured: Drawing | None = None
        self.marquee: Rect | None = None
        self.repeat: Callable[[], None] | None = None
        """Does the last move of the drag under way again."""
        self.styling: Callable[[Tool, Drawing], Drawing] = lambda _tool, drawing: drawing
        """Gives a fresh drawing the user's own look for its tool."""
        self.finished: Callable[[Drawing], None] = lambda _drawing: None
        """Told of a drawing that was placed and is in the document."""

    # The tool

    @property
    def placing(self) -> bool:
        """Whether a drawing tool is in the hand."""
        return self._placing is not None

    @property
    def active(self) -> bool:
        """Whether something follows the pointer that is not only the crosshair."""
        return self._placing is not None or bool(self.moving) or self.marquee is not None

    @property
    def held(self) -> frozenset[str]:
        """Ids of the drawings that are being dragged: the picture leaves them out, they are painted above it."""
        return frozenset(drawing.id for drawing in self.moving)

    def take(self, kind: str | None) -> None:
        """Take a tool, or put the one in the hand away."""
        tool = None if kind is None else TOOLS.get(kind)
        self._placing = None if tool is None else Placing(tool)
        self._measuring, self._measured = False, None
        if tool is not None:
            self.selection.set(())
            self._stage.message.emit(f"{tr(tool.title)}: {tr(tool.hint)}")
        else:
            self._stage.message.emit("")
        self._stage.tool_changed.emit(None if tool is None else tool.kind)
        self._stage.refresh_overlay()

    def cancel(self) -> bool:
        """Esc: take the last point back, put the tool away, or select nothing; whether there was anything to do."""
        if self._placing is not None:
            self._placing = None if self._measuring else self._placing.stepped_back()
            if self._placing is None:
                self.take(None)
            self._stage.refresh_overlay()
            return True
        if self._measured is not None or self.selection.ids:
            self._measured = None
            self.selection.set(())
            self._stage.refresh_overlay()
            return True
        return False

    def enter(self) -> bool:
        """Enter: finish a tool that takes any number of points, or set a point where the pointer is."""
        scene = self._stage.scene
        if self._placing is None or scene is None:
            return False
        if self._placing.tool.max_anchors > 0 and len(self._placing.anchors) >= self._placing.tool.anchors:
            self.advance(self._placing.finished())
        elif self._pointer is not None:
            anchor = self.anchor(scene, *self._pointer)
            self.advance(self._placing.entered(anchor, scene.projection, constrain=self.constrained))
        return True

    def advance(self, placing: Placing) -> None:
        """Go to the next state of placing; a finished drawing goes into the document as one step."""
        scene = self._stage.scene
        self._placing = placing
        if placing.done and scene is not None:
            drawing = self.styling(placing.tool, placing.drawing(scene.projection))
            if self._measuring:
                self.take(None)
                self._measured = drawing
                return
            self.take(placing.tool.kind if self.stay else None)
            self.commit(
                lambda document: _with(document, self._stage.chart, [drawing]),
                tr("Draw {0}").format(tr(placing.tool.title).lower()),
                placing_mark(drawing.id),
            )
            if not self.stay:
                self.selection.set((drawing.id,))
            self.finished(drawing)
        self._stage.refresh_overlay()

    def modify(self, modifiers: Qt.KeyboardModifier) -> None:
        """Shift or Ctrl went down or up while the pointer rests: what is placed or dragged shows what that means at once."""
        if modifiers == self.modifiers:
            return
        self.modifiers = modifiers
        if self.repeat is not None:
            self.repeat()
        elif self._placing is not None and self._pointer is not None and self._stage.scene is not None:
            self.follow(self._stage.scene, *self._pointer)

    @property
    def constrained(self) -> bool:
        """Whether Shift holds the angle; while measuring it only began the measure."""
        return not self._measuring and bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def effective_magnet(self) -> Magnet:
        """The magnet as it is now: Ctrl turns it round while it is held."""
        return inverted(self.magnet) if self.modifiers & Qt.KeyboardModifier.ControlModifier else self.magnet

    def say(self, text: str) -> None:
        """A line for the status bar."""
        self._stage.message.emit(text)

    def anchor(self, scene: ChartScene, x: float, y: float) -> Anchor:
        """The anchor at a place, and a word in the status line about what it caught."""
        if self._placing is not None and self._placing.tool.freehand:
            return unsnapped((x, y), scene.projection)
        found = snap((x, y), scene.projection, self.effective_magnet, surroundings(scene, x, y))
        self.say(describe(found, scene.projection))
        return found.anchor

    # The pointer

    def press(self, scene: ChartScene, pane: int, x: float, y: float, modifiers: Qt.KeyboardModifier) -> Gesture | None:
        """What a press on a pane begins, None when it is no drawing's."""
        self.modifiers = modifiers
        self._measured = None
        if not scene.panes[pane].holds_bars:
            return None
        if self._placing is None and modifiers & Qt.KeyboardModifier.ShiftModifier and not self._holds(scene, x, y):
            self.take(MEASURE)
            self._measuring = True
        if self._placing is not None:
            anchor = self.anchor(scene, x, y)
            self.advance(self._placing.pressed(anchor, (x, y), scene.projection, constrain=self.constrained))
            return Place(self, self._stage)
        found = self._hit(scene, x, y)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if found is None or found.part == "fill":
            if control:
                return Marquee(self, scene, (x, y))
            self.selection.set(() if found is None else (found.drawing.id,))
            return None
        drawing = found.drawing
        if control and found.handle is None:
            chosen = self.selection.drawings() if drawing.id in self.selection.ids else (drawing,)
            copies = tuple(Dragging(clone(one), None, (x, y)) for one in chosen)
            return Drag(self, self._stage, scene, copies, "Clone {0}", drawing)
        if found.handle is not None or drawing.id not in self.selection.ids:
            self.selection.set((drawing.id,))
        if found.handle is not None:
            held = Dragging.begin(found, (x, y))
            return None if held is None else Drag(self, self._stage, scene, (held,), "Reshape {0}")
        bodies = tuple(Dragging(one, None, (x, y)) for one in self.selection.drawings() if not one.locked)
        return Drag(self, self._stage, scene, bodies, "Move {0}") if bodies else None  # what is locked moves with the chart

    def follow(self, scene: ChartScene, x: float, y: float) -> None:
        """The pointer moved while a tool is in the hand."""
        if self._placing is not None:
            anchor = self.anchor(scene, x, y)
            self._placing = self._placing.moved(anchor, (x, y), scene.projection, constrain=self.constrained)
            self._stage.refresh_overlay()

    def release(self, scene: ChartScene, x: float, y: float) -> None:
        """The button came up while a tool is in the hand."""
        if self._placing is not None:
            anchor = self.anchor(scene, x, y)
            self.advance(self._placing.released(anchor, (x, y), scene.projection, constrain=self.constrained))

    def hover(self, scene: ChartScene, x: float, y: float) -> None:
        """The pointer moved with no button held: the tool's preview follows, or a drawing lights up."""
        self._pointer = (x, y)
        if self._placing is not None:
            self.follow(scene, x, y)
            return
        found = self._hit(scene, x, y)
        over = found.drawing.id if found is not None and found.part != "fill" else None
        if over != self.over:
            self.over = over
            self._stage.refresh_overlay()

    def at(self, scene: ChartScene, x: float, y: float) -> str | None:
        """Id of the drawing under a point."""
        found = self._hit(scene, x, y)
        return None if found is None else found.drawing.id

    def select_at(self, scene: ChartScene, x: float, y: float) -> str | None:
        """Select what is under a point, unless it is selected already, and give its id."""
        found = self.at(scene, x, y)
        if found is not None and found not in self.selection.ids:
            self.selection.set((found,))
        return found

    def _holds(self, scene: ChartScene, x: float, y: float) -> bool:
        """Whether a press at a place would take hold of a drawing: faint areas give way to what lies behind."""
        found = self._hit(scene, x, y)
        return found is not None and found.part != "fill"

    def _hit(self, scene: ChartScene, x: float, y: float) -> Hit | None:
        """What is under a point of the price pane; lines that run on beyond it are not seen there, nor taken hold of."""
        left, top, width, height = scene.price_pane.rect
        if not (left <= x < left + width and top <= y < top + height):
            return None
        return hit(scene.sheet, x, y, with_handles=self.selection.ids)

    def drop(self) -> None:
        """What was shown is gone: nothing is selected or measured."""
        self.moving = ()
        self.over = None
        self._measured = None
        self.selection.set(())

    def forget_points(self) -> None:
        """Another instrument is shown: a tool in the hand begins anew."""
        if self._placing is not None:
            self._placing = Placing(self._placing.tool)

    def nudge(self, across: int, up: int, *, far: bool) -> bool:
        """Move the point being placed, or what is selected, by a bar or a tick, or ten; whether there was either.

        Nudges of the same drawings in a row are one step.
        """
        if self._placing is not None and self._stage.scene is not None:
            self._move_pointer(self._stage.scene, across, up, 10 if far else 1)
            return True
        scene = self._stage.scene
        chosen = [drawing for drawing in self.selection.drawings() if drawing.anchors and not drawing.locked]
        if scene is None or not chosen:
            return False
        step = 10 if far else 1
        moved = [nudge(drawing, across * step, up * step, scene.projection) for drawing in chosen]
        name = title_of(chosen)
        self.replace(moved, tr("Nudge {0}").format(name), ("nudge", self.selection.ids))
        return True

    def _move_pointer(self, scene: ChartScene, across: int, up: int, step: int) -> None:
        """Place by keys alone: the pointer goes by whole bars and a few pixels, beginning at the last bar's close."""
        plane, bars = scene.projection.plane, scene.series.bars
        if self._pointer is None:
            last = min(len(bars) - 1, int(scene.price_pane.viewport.last_slot))
            self._pointer = (plane.x(last), plane.y(float(bars.close[last]))) if last >= 0 else (plane.x(0), 0.0)
        x, y = self._pointer
        self._pointer = (x + across * step * plane.dx, y - up * step * 2 * plane.pixel_ratio)
        self._stage.point_at(*self._pointer)
        self.follow(scene, *self._pointer)

    # Edits

    def hold(self, drawings: tuple[Drawing, ...]) -> None:
        """Show drawings as a drag has them now, without touching the document."""
        anew = {drawing.id for drawing in drawings} != {drawing.id for drawing in self.moving}
        self.moving = drawings
        if anew:
            self._stage.refresh()
        else:
            self._stage.refresh_overlay()

    def replace(self, drawings: list[Drawing], name: str, mark: object = None) -> None:
        """Put drawings, changed where they are shown, into the document as one step."""
        self.moving = ()
        symbol = self._stage.chart.symbol
        drawn = self._stage.remapping.drawn(drawings, self._stage.history.document.drawings.get(symbol, ()))
        self.commit(lambda document: edits.replace_drawings(document, symbol, drawn), name, mark)
        self._stage.refresh()

    def add(self, drawings: list[Drawing], name: str) -> None:
        """Put new drawings into the document as one step and select them."""
        self.moving = ()
        self.commit(lambda document: _with(document, self._stage.chart, drawings), name)
        self.selection.set(tuple(drawing.id for drawing in drawings))
        self._stage.refresh()

    def commit(self, edit: Callable[[Workspace], Workspace], name: str, mark: object = None) -> None:
        """One step of the history."""
        self._stage.history.commit(edit(self._stage.history.document), name, mark)

    # What is painted above the picture

    def primitives(self, scene: ChartScene, look: Look, *, marks: bool = True) -> tuple[Primitive, ...]:
        """The drawing under way, drawings being dragged, and with ``marks`` the handles of selected ones."""
        projection = scene.projection
        found: list[Primitive] = []
        for drawing in self.moving:
            found += primitives_of(figures_of(drawing, projection), look, projection.plane.x0)
        moving = {drawing.id: drawing for drawing in self.moving}
        lit = {*self.selection.ids, *moving, *([self.over] if self.over else [])} if marks else set()
        marked: list[Drawing] = []
        for drawing in self._stage.drawings() if lit else ():
            if drawing.id in lit and visible(drawing, self._stage.chart):
                found += grips(moving.get(drawing.id, drawing), projection, look)
                if drawing.id != self.over or drawing.id in self.selection.ids:
                    marked.append(moving.get(drawing.id, drawing))
        if self.marquee is not None and marks:
            found += marquee_primitives(self.marquee, look)
        preview = self._measured if self._placing is None else self._placing.preview(projection)
        if preview is not None and self._placing is not None:
            preview = self.styling(self._placing.tool, preview)
        if preview is not None:
            found += primitives_of(figures_of(preview, projection), look, projection.plane.x0)
        if preview is not None and self._placing is not None and marks:
            found += grips(preview, projection, look)
            marked.append(preview)
        return (Group(scene.price_pane.rect, tuple(found)), *axis_marks(scene, marked, look)) if found else ()


def _with(document: Workspace, chart: Chart, drawings: list[Drawing]) -> Workspace:
    """The document with new drawings, which are to be seen: a chart that hides all of them, or their layers, shows them again."""
    hidden = tuple(layer for layer in chart.hidden_layers if all(one.layer != layer for one in drawings))
    added = edits.add_drawings(document, chart.symbol, drawings)
    return edits.set_chart(added, chart.id, drawings_hidden=False, hidden_layers=hidden)


def placing_mark(drawing_id: str) -> object:
    """What further edits of a drawing must be marked with to be one step with its placing."""
    return "placed", drawing_id


def grips(drawing: Drawing, projection: Projection, look: Look) -> tuple[Primitive, ...]:
    """The handles of a drawing, grey where it is locked."""
    places = [handle.at for handle in handles(drawing, points_of(drawing, projection), projection)]
    return handle_primitives(places, look, look.theme.colour("text_muted" if drawing.locked else drawing.stroke.colour))
