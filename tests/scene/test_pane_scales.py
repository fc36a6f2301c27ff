"""Axes of large numbers are written short, as long as their ticks still differ."""

from __future__ import annotations

import numpy as np
import pytest

from charting.scene.panes import in_short_form
from charting.view.formats import LocaleFormats


@pytest.mark.parametrize(
    ("ticks", "short"),
    [
        ([0.0, 50.0, 100.0], False),
        ([900_000.0, 950_000.0], False),
        ([1e6, 2e6, 3e6], True),
        ([61.60e9, 61.65e9, 61.70e9], True),
        ([61.600e9, 61.604e9], False),
        ([-4e12, 0.0, 4e12], True),
        ([5e9], False),
    ],
)
def test_axes_are_written_short_where_that_tells_ticks_apart(qapp, ticks: list[float], short: bool) -> None:
    assert in_short_form(np.array(ticks)) is short
    if short:
        texts = [LocaleFormats().quantity(tick) for tick in ticks]
        assert len(set(texts)) == len(texts)
