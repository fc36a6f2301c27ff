import re
from importlib.resources import files

import pytest
from PySide6.QtGui import QColor, QFont, QPalette

from charting.core.theme import Direction, Mode, theme
from gui import styling

THEMES = [theme(mode, way) for mode in ("dark", "light") for way in ("green-up", "red-up", "colour-blind")]
MODES: tuple[Mode, ...] = ("dark", "light")


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in QColor(colour).getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", MODES)
def test_text_can_be_read_on_every_ground(mode: Mode):
    look = theme(mode)
    grounds = (look.window, look.panel, look.raised, look.chart, styling.selection(look), styling.hover(look))
    for ground in grounds:
        assert contrast(look.text, ground) >= 7
        assert contrast(look.text_muted, ground) >= 3.9
    assert contrast(look.accent_text, look.accent) >= 4.5


@pytest.mark.parametrize("look", THEMES, ids=lambda look: f"{look.mode} {look.direction}")
def test_rising_and_falling_prices_can_be_read_in_the_watchlist(look):
    for colour in (look.up, look.down):
        assert contrast(colour, look.panel) >= 3.5
        assert contrast(colour, styling.selection(look)) >= 2.7


@pytest.mark.parametrize("mode", MODES)
def test_images_of_the_style_have_colours_of_the_theme(mode: Mode):
    look = theme(mode)
    own = {look.text_muted, look.accent, look.accent_text}
    images = list((files("resources") / "icons" / "style" / mode).iterdir())
    assert images
    for image in images:
        assert set(re.findall(r"#[0-9a-f]{6}", image.read_text("utf-8"))) <= own, image.name


def test_both_themes_have_the_same_images():
    folders = [files("resources") / "icons" / "style" / mode for mode in MODES]
    dark, light = ({image.name for image in folder.iterdir()} for folder in folders)
    assert dark == light


@pytest.mark.parametrize("mode", MODES)
def test_the_style_sheet_names_only_images_that_exist(mode: Mode, qapp):
    sheet = styling.stylesheet(theme(mode), QFont())
    paths = re.findall(r'url\("([^"]+)"\)', sheet)
    assert paths
    for path in set(paths):
        assert (files("resources") / "icons" / "style" / mode / path.rsplit("/", 1)[-1]).is_file(), path
    assert "$" not in sheet


def test_no_colour_stands_in_the_style_sheet_itself():
    text = (files("resources") / "style" / "window.qss").read_text("utf-8")
    assert not re.findall(r":\s*[^;]*#[0-9a-fA-F]{3,8}\b", re.sub(r"^[^{]*", "", re.sub(r"[^{}]*\{", "{", text)))


@pytest.mark.parametrize("mode", MODES)
def test_the_palette_is_the_themes(mode: Mode):
    look = theme(mode)
    palette = styling.palette(look)
    assert palette.color(QPalette.ColorRole.Window).name() == look.window
    assert palette.color(QPalette.ColorRole.Accent).name() == look.accent
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name()
    assert disabled == styling.disabled(look)


def test_the_interface_font_is_not_tiny_and_its_figures_line_up():
    font = QFont()
    font.setPointSizeF(6)
    made = styling.interface_font(font)
    assert made.pointSizeF() == 9
    assert made.featureValue(QFont.Tag("tnum")) == 1


def test_the_meaning_of_colours_is_one_of_three():
    ways: tuple[Direction, ...] = ("green-up", "red-up", "colour-blind")
    assert len({(theme("dark", way).up, theme("dark", way).down) for way in ways}) == 3
