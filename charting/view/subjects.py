"""What is done to an indicator or a compared series of a chart, and to its panes, each as one step with a name."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from charting.core.document import Chart, Compared, Indicator, Scale, Workspace
from charting.core.edits import edit_chart, edit_price_pane, remove_indicator, replace_indicator
from charting.core.history import History
from charting.core.pane_edits import Place, move_indicator, move_pane, place_of, remove_pane
from charting.core.scale_edits import freed
from charting.indicators.catalogue import kind_of
from charting.indicators.recipe import label_of
from charting.scene.legend_layout import Subject
from charting.view.translation import tr


def chart_of(document: Workspace, chart_id: str) -> Chart:
    """A chart by its id, the active one when there is none."""
    return next((chart for chart in document.charts if chart.id == chart_id), document.chart)


def title(chart: Chart, subject: Subject) -> str:
    """What the subject is called: the indicator with its numbers, or the series' symbol."""
    indicator = subject.indicator_of(chart)
    return subject.symbol if indicator is None else indicator_title(chart, indicator)


def indicator_title(chart: Chart, indicator: Indicator) -> str:
    """An indicator's name with its numbers; its kind where this version does not know it."""
    others = {one.id: one for pane in chart.panes for one in pane.indicators}
    try:
        return label_of(indicator, kind_of(indicator.kind), others, tr)
    except LookupError:
        return indicator.kind


def is_visible(chart: Chart, subject: Subject) -> bool:
    """Whether the subject is shown."""
    found = subject.indicator_of(chart) or subject.compared_of(chart)
    return found is not None and found.visible


def toggle_visible(history: History, chart_id: str, subject: Subject) -> None:
    """Hide the subject, or show it again."""
    chart = chart_of(history.document, chart_id)
    visible, indicator = is_visible(chart, subject), subject.indicator_of(chart)
    if indicator is not None:
        changed = replace_indicator(history.document, chart.id, replace(indicator, visible=not visible))
    else:
        changed = _compare(history.document, chart.id, subject, lambda one: replace(one, visible=not visible))
    step = tr("Hide {indicator}") if visible else tr("Show {indicator}")
    history.commit(changed, step.format(indicator=title(chart, subject)))


def remove(history: History, chart_id: str, subject: Subject) -> None:
    """Take the subject off the chart."""
    chart = chart_of(history.document, chart_id)
    if subject.indicator:
        changed = remove_indicator(history.document, chart.id, subject.indicator)
    else:
        changed = _compare(history.document, chart.id, subject, lambda _: None)
    history.commit(changed, tr("Remove {indicator}").format(indicator=title(chart, subject)))


def recolour(history: History, chart_id: str, subject: Subject, colour: str) -> None:
    """Give a compared series' line another colour."""
    chart = chart_of(history.document, chart_id)
    changed = _compare(history.document, chart.id, subject, lambda one: replace(one, colour=colour))
    history.commit(changed, tr("Change {indicator}").format(indicator=title(chart, subject)))


def moved(document: Workspace, chart_id: str, subject: Subject, place: Place) -> Workspace:
    """The document with an indicator elsewhere; the same one when it stays.

    Beside others of another kind it gets a scale of its own, since their values would press it flat. Over the bars and
    alone it needs none.
    """
    changed = move_indicator(document, chart_id, subject.indicator, place)
    if changed is document:
        return document
    chart = chart_of(changed, chart_id)
    index, indicator = place_of(chart, subject.indicator), subject.indicator_of(chart)
    if index is None or indicator is None:
        return changed
    beside = [one for one in chart.panes[index].indicators if one is not indicator]
    crowded = index != chart.price_index and any(one.kind != indicator.kind for one in beside)
    scale = (indicator.scale or Scale()) if crowded else None
    return changed if scale == indicator.scale else replace_indicator(changed, chart.id, replace(indicator, scale=scale))


def move(history: History, chart_id: str, subject: Subject, place: Place) -> None:
    """Move an indicator to another pane or into a new one."""
    chart = chart_of(history.document, chart_id)
    changed = moved(history.document, chart_id, subject, place)
    history.commit(changed, tr("Move {indicator}").format(indicator=title(chart, subject)))


def put_pane(history: History, chart_id: str, pane_id: str, index: int) -> None:
    """Put a pane before the one at ``index``."""
    history.commit(move_pane(history.document, chart_id, pane_id, index), tr("Move a pane"))


def close_pane(history: History, chart_id: str, pane_id: str) -> None:
    """Take a pane off with its indicators."""
    history.commit(remove_pane(history.document, chart_id, pane_id), tr("Remove a pane"))


def _compare(document: Workspace, chart_id: str, subject: Subject, change: Callable[[Compared], Compared | None]) -> Workspace:
    """Change one compared series, or take it off where ``change`` gives None: then the price scale follows the bars again."""

    def changed(chart: Chart) -> Chart:
        meant = subject.compared_of(chart)
        rows = [(one, change(one) if one is meant else one) for one in chart.compare]
        compare = tuple(after for _, after in rows if after is not None)
        if compare == chart.compare:
            return chart
        fewer = len(compare) < len(chart.compare)
        return replace(edit_price_pane(chart, freed) if fewer else chart, compare=compare)

    return edit_chart(document, chart_id, changed)
