"""The soak, short: every deed paints, and nothing that a thousand frames would show leaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.soak.soaking import ALLOWED, SLACK, Soaked, Soaker


@pytest.fixture
def soaker(qapp: QApplication) -> Iterator[Soaker]:
    made = Soaker()
    yield made
    made.close()


def test_a_thousand_frames_do_not_grow(soaker: Soaker) -> None:
    before = soaker.view.frames
    found = soaker.soak(1000, 300)
    assert soaker.view.frames - before >= 800, "most deeds paint the chart anew"
    assert found.sound, found


def test_what_leaks_is_not_sound() -> None:
    assert Soaked(1, 0, 0).sound
    assert not Soaked(1, ALLOWED, 0).sound
    assert not Soaked(1, 0, -SLACK - 1).sound
