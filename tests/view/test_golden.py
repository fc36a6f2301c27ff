"""Charts look as their golden pictures do, and one wrong candle would be seen."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from charting.core.bars import Bars
from charting.core.document import Chart
from charting.core.theme import Mode
from charting.scene.series import Series
from tests.scene.making import chart
from tests.view.golden.cases import CASES, MODES, RATIOS, Case, scaled
from tests.view.golden.painting import FOLDER, Painted, kept, painted, path_of, scene_of, wrong

MOST = 1_500_000
"""Bytes that all pictures may take."""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_chart_looks_as_its_picture(qapp: QApplication, case: Case) -> None:
    found, golden = painted(case), kept(case)
    assert found.pixels.shape == golden.shape, "Paint it anew with: python -m tests.view.golden"
    places = np.argwhere(wrong(found, golden))
    assert len(places) == 0, f"{len(places)} pixels differ, first at x, y = {places[0][::-1]}; see python -m tests.view.golden"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_nothing_of_what_stood_there_before_is_left(qapp: QApplication, case: Case) -> None:
    np.testing.assert_array_equal(painted(case, over=0xFF00FF).pixels, painted(case, over=0x00FF00).pixels)


def test_every_picture_has_its_case_and_all_are_small() -> None:
    files = set(FOLDER.glob("*.png"))
    assert files == {path_of(case) for case in CASES}
    assert sum(path.stat().st_size for path in files) < MOST
    assert {case.ratio for case in CASES} == set(RATIOS)
    assert {case.mode for case in CASES} == set(MODES)


def held(case: Case) -> Chart:
    """The chart of a case on a scale held as it is, so that one bar can be changed without moving the others."""
    scale = scene_of(case).panes[0].viewport.scale
    return scaled(chart(()), low=scale.low, high=scale.high)


def with_row(series: Series, row: int, **values: float) -> Series:
    columns = {name: getattr(series.bars, name).copy() for name in ("open", "high", "low", "close", "volume")}
    for name, value in values.items():
        columns[name][row] = value
    bars = Bars.of(series.bars.time, *columns.values(), series.bars.interval)
    return replace(series, bars=bars)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("ratio", RATIOS)
def test_one_wrong_candle_is_seen(qapp: QApplication, mode: Mode, ratio: float) -> None:
    """Any candle in view in the other colour, or one pixel higher, or one pixel further to the right."""
    case = Case("wrong", chart(()), mode=mode, ratio=ratio)
    made, series = held(case), case.series
    golden, viewport = painted(case, made=made).pixels, scene_of(case, made=made).panes[0].viewport
    assert not wrong(painted(case, made=made), golden).any()
    pixel = viewport.price(10.0) - viewport.price(11.0)
    for row in range(355, 419, 13):
        prices = {name: float(getattr(series.bars, name)[row]) for name in ("open", "high", "low", "close")}
        turned = with_row(series, row, open=prices["close"], close=prices["open"])
        higher = with_row(series, row, **{name: price + pixel for name, price in prices.items()})
        for other in (turned, higher):
            assert wrong(painted(case, other, made), golden).any(), row
        left, right = round(viewport.x(row - 0.5)), round(viewport.x(row + 0.5))
        moved = golden.copy()
        moved[:, left + 1 : right] = golden[:, left : right - 1]
        assert wrong(Painted(moved, painted(case, made=made).solid), golden).any(), row


@pytest.mark.parametrize("mode", MODES)
def test_faint_lines_are_seen_too(qapp: QApplication, mode: Mode) -> None:
    """A grid line or a column of volume one pixel further."""
    case = next(case for case in CASES if case.name == f"panes-{mode}-1")
    found, golden = painted(case), kept(case)
    viewport = scene_of(case).panes[0].viewport
    line = round(viewport.y(float(scene_of(case).panes[0].axes[0].ticks[1])))
    moved = golden.copy()
    moved[line : line + 2] = golden[line : line + 2][::-1]
    assert wrong(Painted(moved, found.solid), golden).any()
    foot = golden.copy()
    foot[round(viewport.bottom) - 30 : round(viewport.bottom) - 1] = golden[round(viewport.bottom) - 29 : round(viewport.bottom)]
    assert wrong(Painted(foot, found.solid), golden).any()


def test_only_mixed_pixels_are_tolerated() -> None:
    plain = np.zeros((1, 1, 3), dtype=np.uint8)
    solid = np.array([0x000000, 0x0A0A0A])
    for shade, is_wrong in ((2, False), (10, True), (39, False), (41, True)):  # ten is a plain colour, the others are mixed
        assert wrong(Painted(plain + np.uint8(shade), solid), plain).any() == is_wrong
