from __future__ import annotations

import itertools
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charting.core.theme import contrast_text, mix, theme

THEMES = [
    theme(mode, direction) for mode, direction in itertools.product(("dark", "light"), ("green-up", "red-up", "colour-blind"))
]
SURFACES = ("window", "panel", "raised", "chart")
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("chosen", THEMES, ids=lambda chosen: f"{chosen.mode}, {chosen.direction}")
def test_texts_read_well_on_every_surface(chosen):
    for text, surface in itertools.product(
        ("text", "text_muted", "accent", "warning", "danger", "up", "down", "unchanged"), SURFACES
    ):
        assert contrast(getattr(chosen, text), getattr(chosen, surface)) >= 4.5, (text, surface)
    assert contrast(chosen.accent_text, chosen.accent) >= 4.5
    assert contrast(contrast_text(chosen.tag), chosen.tag) >= 4.5


@pytest.mark.parametrize("chosen", THEMES, ids=lambda chosen: f"{chosen.mode}, {chosen.direction}")
def test_lines_stand_out_on_the_chart(chosen):
    for name, colour in {**chosen.palette, "crosshair": chosen.crosshair}.items():
        assert contrast(colour, chosen.chart) >= 3, name


@pytest.mark.parametrize("chosen", THEMES, ids=lambda chosen: f"{chosen.mode}, {chosen.direction}")
def test_every_colour_is_opaque_and_whole(chosen):
    fields = {
        name: value for name, value in msgspec.structs.asdict(chosen).items() if name not in ("mode", "direction", "palette")
    }
    for name, colour in {**fields, **chosen.palette}.items():
        assert re.fullmatch(r"#[0-9a-f]{6}", colour), name


def test_all_themes_have_the_same_palette():
    assert len({tuple(chosen.palette) for chosen in THEMES}) == 1


def test_directions_recolour_up_and_down_alone():
    green, red = theme("light", "green-up"), theme("light", "red-up")
    assert (green.up, green.down) == (red.down, red.up)
    assert msgspec.structs.replace(red, direction="green-up", up=green.up, down=green.down) == green


def test_colours_by_name():
    dark = theme()
    assert dark.colour("blue") == dark.palette["blue"]
    assert dark.colour("up") == dark.up
    assert dark.colour("#123456") == "#123456"
    assert dark.colour("a colour of a later version") == dark.text
    assert dark.colour("palette") == dark.text


@given(front=colours, back=colours, opacity=st.floats(0, 1))
def test_mixing_lies_between(front, back, opacity):
    mixed = mix(front, back, opacity)
    for place in (1, 3, 5):
        one, other, found = (int(colour[place : place + 2], 16) for colour in (front, back, mixed))
        assert min(one, other) <= found <= max(one, other)
    assert mix(front, back, 1) == front
    assert mix(front, back, 0) == back


@given(colour=colours)
def test_text_on_any_colour_is_the_better_of_black_and_white(colour):
    chosen = contrast_text(colour)
    assert contrast(chosen, colour) >= 4.5
    other = "#ffffff" if chosen == "#000000" else "#000000"
    assert contrast(chosen, colour) >= contrast(other, colour) - 0.02
