"""A chart of the past shows the drawings that its time could know of."""

from __future__ import annotations

from datetime import UTC, datetime

from charting.core.document import Anchor, Drawing
from charting.drawings.past import Past

MOMENT = datetime(2025, 6, 1, tzinfo=UTC)


def drawing(id_: str, *months: int) -> Drawing:
    return Drawing(id_, "trend_line", tuple(Anchor(datetime(2025, month, 15, tzinfo=UTC), 100.0) for month in months))


BEFORE, ACROSS, AFTER = drawing("before", 2, 4), drawing("across", 5, 8), drawing("after", 7, 9)
ALL = (BEFORE, ACROSS, AFTER)


def test_what_lies_wholly_after_the_moment_is_not_shown() -> None:
    assert Past().shown("A", ALL, MOMENT.timestamp()) == (BEFORE, ACROSS)


def test_a_point_at_the_moment_itself_is_of_a_bar_to_come() -> None:
    at = Drawing("at", "horizontal_line", (Anchor(MOMENT, 100.0),))
    assert Past().shown("A", (at,), MOMENT.timestamp()) == ()
    assert Past().shown("A", (at,), MOMENT.timestamp() + 1) == (at,)


def test_in_the_present_everything_is_shown() -> None:
    assert Past().shown("A", ALL, None) is ALL


def test_what_is_drawn_in_the_past_is_shown_wherever_it_lies_until_the_present_comes() -> None:
    past, moment = Past(), MOMENT.timestamp()
    past.shown("A", ALL, moment)
    new = drawing("new", 10, 11)
    assert past.shown("A", (*ALL, new), moment) == (BEFORE, ACROSS, new)
    past.shown("A", (*ALL, new), None)
    assert past.shown("A", (*ALL, new), moment) == (BEFORE, ACROSS)


def test_another_instrument_has_its_own_beginning() -> None:
    past, moment = Past(), MOMENT.timestamp()
    past.shown("A", (), moment)
    assert past.shown("B", (AFTER,), moment) == ()


def test_nothing_changes_while_nothing_comes() -> None:
    past = Past()
    first = past.shown("A", ALL, MOMENT.timestamp())
    assert past.shown("A", ALL, MOMENT.timestamp() + 86_400) is first
