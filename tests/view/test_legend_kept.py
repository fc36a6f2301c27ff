"""The legend and what indicators depend on are found out anew only when something in them changed."""

from __future__ import annotations

from charting.core.edits import set_chart
from charting.indicators import values
from charting.view import picture
from tests.bench.subject import Subject, series_of, simulated_bars


def test_panning_writes_no_legend_anew(qapp, monkeypatch) -> None:
    written = []
    original = picture.legend_lines
    monkeypatch.setattr(picture, "legend_lines", lambda *arguments: written.append(1) or original(*arguments))
    subject = Subject(simulated_bars(600))
    subject.show(200)
    written.clear()
    for _ in range(5):
        subject.pan()
    assert not written
    before = subject.view.picture.legend(-1)
    subject.view.set_series(series_of(subject.bars.slice(0, 590)))
    subject.settle()
    assert subject.view.picture.legend(-1) != before
    subject.close()


def test_recipes_are_kept_until_the_chart_changes(qapp, monkeypatch) -> None:
    resolved = []
    original = values.resolve
    monkeypatch.setattr(values, "resolve", lambda *arguments: resolved.append(1) or original(*arguments))
    subject = Subject(simulated_bars(600))
    subject.show(200)
    resolved.clear()
    for _ in range(3):
        subject.pan()
    assert not resolved
    subject.history.amend(set_chart(subject.history.document, subject.view.chart_id, style="line"))
    subject.pan()
    assert resolved
    subject.close()
