"""A short soak; the long one is ``python -m tests.bench soak``."""

from __future__ import annotations

from tests.bench.soak import Outcome, report, soak


def test_frames_without_end_lose_no_references_and_keep_no_memory(qapp) -> None:
    outcome = soak(1500, size=(480, 320))
    assert outcome.references > -100
    assert outcome.grown < 10e6, report(outcome)


def test_a_leak_is_said() -> None:
    assert not Outcome(1000, 6_000_000, 0).within
    assert not Outcome(1000, 0, -5000).within
    assert report(Outcome(1000, 1_000_000, 20)).endswith("changed by +20: within.")
