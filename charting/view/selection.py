"""Which drawings are selected, and what is done to all of them at once."""

from __future__ import annotations

from charting.core import edits
from charting.core.document import Chart, Drawing, Workspace
from charting.drawings.catalogue import tool_of
from charting.drawings.visibility import visible
from charting.view.meaning import meaning
from charting.view.stage import Stage
from charting.view.translation import tr


class Selection:
    """The selected drawings of a chart, by id; a drawing that is gone is selected no more."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self.ids: tuple[str, ...] = ()

    def set(self, ids: tuple[str, ...]) -> None:
        """Select drawings by id, and say what the one line selected has meant so far."""
        if ids == self.ids:
            return
        self.ids = ids
        self._stage.selection_changed.emit(ids)
        chosen = self.drawings()
        if len(chosen) == 1 and self._stage.scene is not None:
            self._stage.message.emit(meaning(chosen[0], self._stage.scene.projection))
        self._stage.refresh_overlay()

    def toggle(self, id_: str) -> None:
        """Ctrl+click: add to the selection, or take out of it."""
        rest = tuple(other for other in self.ids if other != id_)
        self.set(rest if id_ in self.ids else (*self.ids, id_))

    def drawings(self) -> tuple[Drawing, ...]:
        """The selected drawings."""
        ids = frozenset(self.ids)
        return tuple(drawing for drawing in self._stage.drawings() if drawing.id in ids)

    def forget_gone(self, before: Workspace, after: Workspace) -> None:
        """After the document changed: what is gone, or went out of sight, is selected no more; no key is to change it there.

        What was out of sight before was selected in a list, and stays so.
        """
        id_ = self._stage.chart.id
        was, now = (next((one for one in document.charts if one.id == id_), document.chart) for document in (before, after))
        if not self.ids or (before.drawings is after.drawings and _looks_at(was) == _looks_at(now)):
            return
        seen = {one.id for one in before.drawings.get(was.symbol, ()) if visible(one, was)}
        there = {one.id for one in self._stage.drawings() if visible(one, now) or one.id not in seen}
        kept = tuple(id_ for id_ in self.ids if id_ in there)
        if kept != self.ids:
            self.set(kept)

    def delete(self) -> None:
        """Remove the selected drawings, but for locked ones, as one step."""
        chosen = [drawing for drawing in self.drawings() if not drawing.locked]
        if not chosen:
            if self.ids:
                self._stage.message.emit(tr("This drawing is locked. Unlock it before deleting it."))
            return
        title = tr(tool_of(chosen[0].kind).title).lower() if len(chosen) == 1 else tr("{0} drawings").format(len(chosen))
        ids = [drawing.id for drawing in chosen]
        history = self._stage.history
        without = edits.remove_drawings(history.document, self._stage.chart.symbol, ids)
        history.commit(without, tr("Delete {0}").format(title))


def _looks_at(chart: Chart) -> tuple[object, ...]:
    """What decides which drawings a chart shows."""
    return chart.symbol, chart.interval, chart.drawings_hidden, chart.hidden_layers
