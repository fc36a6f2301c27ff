"""A session of a thousand random edits: taken back and made again, every document on the way is the one that was there."""

from __future__ import annotations

import pytest

from charting.core.codec import decode, encode
from charting.core.history import LIMIT
from tests.drawings.session import Session, beginning


@pytest.mark.parametrize("seed", [1, 2])
def test_a_thousand_edits_undone_and_redone_meet_every_document_again(seed: int) -> None:
    session = Session(seed)
    history = session.history
    documents = [history.document, *session.documents(LIMIT)]
    assert len({one.kind for drawings in documents[-1].drawings.values() for one in drawings}) > 20
    for document in documents[::50]:
        assert decode(encode(document)) == document
    for document in reversed(documents[:-1]):
        assert history.undo() is not None
        assert history.document == document
    assert history.undo() is None
    assert history.document == beginning()
    for document in documents[1:]:
        assert history.redo() is not None
        assert history.document == document
    assert history.redo() is None


def test_a_session_is_the_same_for_the_same_seed_and_another_for_another() -> None:
    """On which the test with processes that are killed relies."""
    one, same, other = (list(Session(seed).documents(60)) for seed in (7, 7, 8))
    assert one == same
    assert one != other
