"""Editing what was drawn: brings chart, floating bar, properties form, text field, templates and tree together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, QPoint, QSize, QTimer

from charting.core.document import Anchor, Drawing, Workspace
from charting.core.theme import Theme
from charting.drawings.editing import clone, move_anchor
from charting.drawings.pasting import set_aside
from charting.view.hand import placing_mark
from gui import drawing_steps
from gui.drawing_pages.points import Points
from gui.floating_bar import FloatingBar
from gui.text_editor import TextEditor, says_nothing, text_of, with_text
from gui.translation import tr

if TYPE_CHECKING:
    from gui.commands import Commands
    from gui.dialogs.drawing_properties import DrawingProperties
    from gui.window import MainWindow


class DrawingEditing(QObject):
    """What the window does with selected drawings; ``form`` is the properties form while it is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._history, self._view = window.history, window.view
        self.templates = window.context.templates
        self.form: DrawingProperties | None = None
        self._view.hand.styling = self.templates.style
        self._view.hand.finished = self._placed
        self._view.edit_requested.connect(self.open_properties)

    def begin(self, commands: Commands) -> None:
        """Make the floating bar, which has buttons of commands, and follow what is selected from now on."""
        self.bar = FloatingBar(self._history, self._view, commands, self._window.theme)
        self._view.selection_changed.connect(lambda _ids: self._show_selection())
        self._history.changed.connect(self._follow)
        commands.about_to_run.connect(self.keep_typed)  # buttons, menus and the palette leave the focus where it is
        self._show_selection()

    @property
    def selected(self) -> tuple[Drawing, ...]:
        """The selected drawings, lowest first."""
        return drawing_steps.chosen(self._history, self._view.selection)

    def open_properties(self, drawing_id: str = "") -> None:
        """Open the form for a drawing, by default for the one selected; it stays open and follows the selection."""
        found = drawing_steps.find(self._history, drawing_id) or next(reversed(self.selected), None)
        if found is None:
            self._window.say(tr("Nothing is selected. Click a drawing first."))
            return
        if self._view.selection != (found.id,):
            self._view.select((found.id,))
        if self.form is None:
            from gui.dialogs.drawing_properties import DrawingProperties

            instrument = self._window.context.market.instrument(self._history.document.chart.symbol)
            self.form = DrawingProperties(
                self._history, self.templates, self._window.theme, instrument, Points(self._shown, self._moved), self._window
            )
            self.form.addActions([self._window.commands.action(command) for command in ("edit.undo", "edit.redo")])
            self.form.finished.connect(self._form_closed)
            self._place_form(self.form)
        self.form.show_drawing(found)
        self.form.show()
        self.form.raise_()
        self.form.activateWindow()
        self.form.focus_text()

    def clone(self) -> None:
        """Put copies of the selected drawings beside them and select them."""
        scene, drawings = self._view.scene, self.selected
        if scene is None or not drawings:
            return
        copies = [clone(self._view.remapping.of(one)) for one in drawings]
        aside = set_aside(copies, self._view.drawings(), scene.projection)
        self._view.hand.add(list(aside), drawing_steps.step_name(tr("Clone {drawing}"), drawings))

    def toggle_locked(self) -> None:
        """Lock the selected drawings, or unlock them when all are locked."""
        if self.selected:
            drawing_steps.set_locked(self._history, self.selected, not all(one.locked for one in self.selected))

    def toggle_hidden(self) -> None:
        """Hide the selected drawings, or show them again when all are hidden."""
        if self.selected:
            drawing_steps.set_hidden(self._history, self.selected, not all(one.hidden for one in self.selected))

    @property
    def has_text(self) -> bool:
        """Whether the one drawing selected says something in words, and somewhere."""
        chosen = self.selected
        return len(chosen) == 1 and bool(chosen[0].anchors) and text_of(chosen[0]) is not None

    def edit_selected_text(self) -> None:
        """Open the field for what the selected drawing says."""
        if self.has_text:
            self.edit_text(self._view.hand.selection.drawings()[0])

    def edit_text(self, drawing: Drawing, *, fresh: bool = False) -> None:
        """Open a field over the chart for what a drawing says; of a ``fresh`` one, placing and writing are one step."""
        scene, text = self._view.scene, text_of(drawing)
        if scene is None or text is None:
            return
        ratio = self._view.devicePixelRatioF()
        x, y = scene.projection.point(self._view.remapping.of(drawing).anchors[-1])
        place = QPoint(round(x / ratio) + 8, round(y / ratio) + 12)
        self._hold_bar(back=True)
        editor = TextEditor(text, place, partial(self._keep_text, drawing.id, fresh), self._view)
        editor.closed.connect(lambda: self._hold_bar(back=False))

    def keep_typed(self) -> None:
        """Close the field for a text and keep what was typed, before something happens to the chart."""
        for editor in self._view.findChildren(TextEditor):
            editor.finish(keep=True)

    def set_theme(self, theme: Theme) -> None:
        """Show colours in another theme."""
        self.bar.set_theme(theme)
        if self.form is not None:
            self.form.set_theme(theme)

    def close(self) -> None:
        """Keep what is being typed and stop following the document."""
        self.keep_typed()
        self._history.changed.disconnect(self._follow)
        if self.form is not None:
            self.form.accept()

    def _hold_bar(self, *, back: bool) -> None:
        self.bar.held_back = back
        self.bar.follow()

    def _keep_text(self, drawing_id: str, fresh: bool, text: str | None) -> None:
        """What was typed goes into the drawing; one that would say nothing goes away, a fresh one without a trace."""
        drawing = drawing_steps.find(self._history, drawing_id)
        if drawing is None or (text is None and not fresh):
            return
        if says_nothing(drawing, text):
            if fresh and drawing_steps.made_last(self._history, drawing_id):
                self._history.withdraw()
            else:
                drawing_steps.remove(self._history, [drawing])
        elif text is not None:
            step = drawing_steps.step_name(tr("Write {drawing}"), [drawing])
            mark = placing_mark(drawing_id) if fresh else None
            drawing_steps.change(self._history, [with_text(drawing, text)], step, mark)

    def _placed(self, drawing: Drawing) -> None:
        if text_of(drawing) is not None:
            QTimer.singleShot(0, self, lambda: self.edit_text(drawing, fresh=True))  # once the click that placed it is over

    def _shown(self, drawing: Drawing) -> Drawing:
        return self._view.remapping.of(drawing)

    def _moved(self, drawing: Drawing, index: int, anchor: Anchor) -> Drawing:
        """A drawing of the document with one of its points, as it is shown, elsewhere."""
        scene, remapping = self._view.scene, self._view.remapping
        shown = remapping.of(drawing)
        if scene is not None:
            moved = move_anchor(shown, index, anchor, scene.projection)
        else:
            moved = replace(shown, anchors=(*shown.anchors[:index], anchor, *shown.anchors[index + 1 :]))
        return remapping.drawn([moved], (drawing,))[0]

    def _place_form(self, form: DrawingProperties) -> None:
        """At the window's right edge, over the panels rather than over the chart."""
        window = self._window.geometry()
        form.resize(form.size().boundedTo(window.size() - QSize(0, 120)))
        form.move(window.right() - form.width() - 8, window.top() + 56)

    def _form_closed(self) -> None:
        self.form = None
        self._view.setFocus()

    def _follow(self, before: Workspace, after: Workspace) -> None:
        if before.drawings is not after.drawings or before.chart.symbol != after.chart.symbol:
            self._show_selection()

    def _show_selection(self) -> None:
        drawings = self.selected
        self.bar.show_drawings(drawings)
        if self.form is not None and len(drawings) == 1:
            self.form.show_drawing(drawings[0])
