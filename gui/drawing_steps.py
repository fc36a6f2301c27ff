"""Changes to drawings as steps of the history, and what drawings are called in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from charting.core import edits
from charting.core.document import Drawing
from charting.core.history import History
from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.core.stacking import Drawings
from charting.drawings.catalogue import tool_of
from charting.view.formats import LocaleFormats
from gui import chart_edits
from gui.translation import tr


def title_of(drawing: Drawing) -> str:
    """The name of a drawing's tool, as within a sentence."""
    return tr(tool_of(drawing.kind).title).lower()


def called(drawing: Drawing) -> str:
    """What a drawing is called: its own name, else its text, else its tool's."""
    text = drawing.parameters.get("text")
    own = drawing.name or (text if isinstance(text, str) else "")
    return " ".join(own.split()) or tr(tool_of(drawing.kind).title)


def step_name(pattern: str, drawings: Sequence[Drawing]) -> str:
    """A step's name: ``pattern`` (translated, with ``{drawing}``) for one drawing or several."""
    several = tr("{count} drawings", count=len(drawings))
    return pattern.format(drawing=title_of(drawings[0]) if len(drawings) == 1 else several)


def summary(drawing: Drawing, instrument: Instrument, formats: LocaleFormats) -> str:
    """Where a drawing is: date and price of its first point and its last."""
    ends = drawing.anchors[:1] + drawing.anchors[1:][-1:]
    words = []
    for anchor in ends:
        day = formats.moment(int(anchor.time.timestamp()), Interval.parse("1d")).split(" ", 1)[-1]
        words.append(f"{formats.price(anchor.price, instrument.decimals(anchor.price))}  ·  {day}")
    return "  →  ".join(words)


def find(history: History, drawing_id: str) -> Drawing | None:
    """A drawing of the active chart's instrument."""
    return next((one for one in chart_edits.active_drawings(history.document) if one.id == drawing_id), None)


def chosen(history: History, ids: Iterable[str]) -> tuple[Drawing, ...]:
    """Drawings of the active chart's instrument by id, lowest first."""
    wanted = set(ids)
    return tuple(one for one in chart_edits.active_drawings(history.document) if one.id in wanted)


def change(history: History, drawings: Sequence[Drawing], step: str, mark: object = None) -> None:
    """Put changed drawings into the document as one step; with the same ``mark`` it joins the step before."""
    document = history.document
    history.commit(edits.replace_drawings(document, document.chart.symbol, drawings), step, mark)


def made_last(history: History, drawing_id: str) -> bool:
    """Whether the last step is the one that put a drawing on the chart."""
    before = history.earlier
    return before is not None and all(one.id != drawing_id for one in chart_edits.active_drawings(before))


def restyle(history: History, drawings: Sequence[Drawing], **fields: Any) -> None:
    """Put another look of drawings into the document, each with ``fields`` set anew."""
    changed = [replace(one, **fields) for one in drawings]
    change(history, changed, step_name(tr("Restyle {drawing}"), drawings))


def restroke(history: History, drawings: Sequence[Drawing], **parts: Any) -> None:
    """Set the colour, width or dash of drawings, each keeping the rest of its stroke."""
    changed = [replace(one, stroke=replace(one.stroke, **parts)) for one in drawings]
    change(history, changed, step_name(tr("Restyle {drawing}"), drawings))


def reorder(history: History, drawings: Drawings, step: str) -> None:
    """Put the instrument's drawings into another order as one step."""
    document = history.document
    history.commit(edits.set_drawings(document, document.chart.symbol, drawings), step)


def set_locked(history: History, drawings: Sequence[Drawing], locked: bool) -> None:
    """Lock or unlock drawings."""
    pattern = tr("Lock {drawing}") if locked else tr("Unlock {drawing}")
    change(history, [replace(one, locked=locked) for one in drawings], step_name(pattern, drawings))


def set_hidden(history: History, drawings: Sequence[Drawing], hidden: bool) -> None:
    """Hide drawings or show them again."""
    pattern = tr("Hide {drawing}") if hidden else tr("Show {drawing}")
    change(history, [replace(one, hidden=hidden) for one in drawings], step_name(pattern, drawings))


def remove(history: History, drawings: Sequence[Drawing]) -> None:
    """Delete drawings; locked ones stay."""
    loose = [one for one in drawings if not one.locked]
    document = history.document
    without = edits.remove_drawings(document, document.chart.symbol, [one.id for one in loose])
    if loose:
        history.commit(without, step_name(tr("Delete {drawing}"), loose))
