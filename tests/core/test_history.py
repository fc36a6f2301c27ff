from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from charting.core import edits
from charting.core.document import Chart, Pane, Scale, TimeRange, Workspace
from charting.core.history import LIMIT, History
from tests.core.documents import content_edits, moments, workspaces

PLAIN = Workspace(1, "", "1", (Chart("1", "^HSI", "demo", panes=(Pane("p"),)),))


@settings(max_examples=40)
@given(start=workspaces(), changes=st.lists(content_edits(), max_size=12))
def test_undo_all_and_redo_all_meet_every_document_again(start, changes):
    history = History(start)
    documents, names = [start], []
    for number, change in enumerate(changes):
        edited = change(history.document)
        if edited != history.document:
            documents.append(edited)
            names.append(f"step {number}")
        history.commit(edited, f"step {number}")
    assert history.document == documents[-1]
    for document, name in zip(reversed(documents[:-1]), reversed(names), strict=True):
        assert history.undo_name == name
        assert history.undo() == name
        assert history.document == document
    assert history.undo() is history.undo_name is None
    for document, name in zip(documents[1:], names, strict=True):
        assert history.redo_name == name
        assert history.redo() == name
        assert history.document == document
    assert history.redo() is history.redo_name is None


@settings(max_examples=40)
@given(start=workspaces(), changes=st.lists(st.tuples(content_edits(), st.sampled_from(["commit", "undo", "redo"])), max_size=20))
def test_any_walk_agrees_with_a_plain_list_of_documents(start, changes):
    history, documents, place = History(start), [start], 0
    for change, way in changes:
        if way == "commit":
            edited = change(history.document)
            if edited != documents[place]:
                documents[place + 1 :] = [edited]
                place += 1
            history.commit(edited, "")
        elif way == "undo":
            place = max(place - 1, 0)
            history.undo()
        else:
            place = min(place + 1, len(documents) - 1)
            history.redo()
        assert history.document == documents[place]
        assert (history.undo_name is None) == (place == 0)
        assert (history.redo_name is None) == (place == len(documents) - 1)


@settings(max_examples=40)
@given(start=workspaces(), change=content_edits())
def test_undo_and_redo_share_what_does_not_differ(start, change):
    history = History(start)
    history.commit(change(start), "")
    history.undo()
    assert history.document.drawings is start.drawings
    for one, other in zip(history.document.charts, start.charts, strict=True):
        assert one is other


def test_changes_are_told_with_before_and_after():
    history, told = History(PLAIN), []
    history.changed.connect(lambda before, after: told.append((before, after)))
    edited = edits.set_chart(PLAIN, "1", style="line")
    history.commit(PLAIN, "nothing")
    history.commit(edits.set_chart(PLAIN, "1", style="candles"), "nothing")
    history.amend(edits.set_chart(PLAIN, "1", style="candles"))
    history.amend(msgspec.structs.replace(PLAIN))
    assert told == []
    history.commit(edited, "Line")
    history.undo()
    history.redo()
    assert told == [(PLAIN, edited), (edited, PLAIN), (PLAIN, edited)]
    history.load(PLAIN)
    assert told[-1] == (edited, PLAIN)
    assert history.undo() is None
    assert history.redo() is None


def test_from_another_document_no_step_leads_back():
    """A step of the workspace before would be written over the one that is open now."""
    history = History(PLAIN)
    for symbol in "abc":
        history.commit(edits.set_chart(history.document, "1", symbol=symbol), symbol)
    history.undo()
    other = edits.set_chart(PLAIN, "1", symbol="other")
    history.load(other)
    assert (history.undo_name, history.redo_name, history.earlier) == (None, None, None)
    assert history.undo() is history.redo() is None
    assert history.document is other


@given(first=moments, last=moments, low=st.floats(1, 10), high=st.floats(11, 20))
def test_what_is_seen_stays_through_undo_and_redo(first, last, low, high):
    history = History(PLAIN)
    history.commit(edits.set_chart(PLAIN, "1", style="line"), "Line")
    seen = TimeRange(first, last)
    pane = Pane("p", 2.0, scale=Scale(low=low, high=high))
    history.amend(edits.set_chart(history.document, "1", range=seen, panes=(pane,)))
    assert history.undo_name == "Line"
    history.undo()
    assert (history.document.chart.style, history.document.chart.range) == ("candles", seen)
    assert history.document.chart.panes == (pane,)
    history.redo()
    assert (history.document.chart.style, history.document.chart.range) == ("line", seen)
    assert history.document.chart.panes == (pane,)


def test_looking_around_does_not_forget_what_was_undone():
    history = History(PLAIN)
    history.commit(edits.set_chart(PLAIN, "1", style="line"), "Line")
    history.undo()
    history.amend(msgspec.structs.replace(history.document, name="Another name"))
    assert history.redo() == "Line"
    assert history.document.name == "Another name"


def test_steps_are_kept_up_to_a_limit():
    history = History(PLAIN)
    for number in range(LIMIT + 5):
        history.commit(edits.set_chart(history.document, "1", symbol=f"{number}.HK"), str(number))
    count = 0
    while history.undo() is not None:
        count += 1
    assert count == LIMIT
    assert history.document.chart.symbol == "4.HK"


def test_edits_with_the_same_mark_are_one_step():
    history = History(PLAIN)
    for name in ("^HSCE", "HSTECH.HK", "9988.HK"):
        history.commit(edits.set_chart(history.document, "1", symbol=name), "Turn", mark="field")
    history.commit(edits.set_chart(history.document, "1", symbol="1"), "Turn", mark="another field")
    assert history.undo() == "Turn"
    assert history.document.chart.symbol == "9988.HK"
    history.redo()
    history.undo()
    history.undo()
    assert history.document == PLAIN
    assert history.undo_name is None


def test_only_the_step_before_is_joined():
    history = History(PLAIN)
    for symbol, mark in (("a", "field"), ("b", None), ("c", "field"), ("d", None), ("e", None)):
        history.commit(edits.set_chart(history.document, "1", symbol=symbol), symbol, mark)
    assert [history.undo() for _ in range(6)] == ["e", "d", "c", "b", "a", None]
    assert history.redo_name == "a"


def test_after_an_undo_an_edit_with_the_same_mark_is_a_step_of_its_own():
    history = History(PLAIN)
    history.commit(edits.set_chart(history.document, "1", symbol="a"), "A", mark="field")
    history.commit(edits.set_chart(history.document, "1", symbol="b"), "B")
    history.undo()
    history.commit(edits.set_chart(history.document, "1", symbol="c"), "C", mark="field")
    history.undo()
    assert history.document.chart.symbol == "a"


def test_a_step_that_is_withdrawn_leaves_no_trace():
    history = History(PLAIN)
    assert history.earlier is None
    history.withdraw()
    history.commit(edits.set_chart(history.document, "1", symbol="a"), "A")
    first = history.document
    history.commit(edits.set_chart(history.document, "1", symbol="b"), "B")
    assert history.earlier is first
    history.commit(edits.set_chart(history.document, "1", symbol="c"), "C")
    assert history.earlier is not None
    assert history.earlier.chart.symbol == "b"
    history.withdraw()
    history.withdraw()
    assert history.document == first
    assert (history.undo_name, history.redo_name) == ("A", None)


def test_steps_are_taken_over_by_another_history_of_the_same_document_only():
    history = History(PLAIN)
    for symbol in "abc":
        history.commit(edits.set_chart(history.document, "1", symbol=symbol), symbol)
    history.undo()
    same = History(edits.set_chart(PLAIN, "1", symbol="b"))
    same.take_over(history)
    assert (same.undo_name, same.redo_name) == ("b", "c")
    assert same.document is history.document
    same.undo()
    assert same.document.chart.symbol == "a"
    assert history.document.chart.symbol == "b"
    assert history.undo_name == "b", "each goes on by itself"
    other = History(PLAIN)
    other.take_over(history)
    assert (other.undo_name, other.redo_name, other.document) == (None, None, PLAIN)
