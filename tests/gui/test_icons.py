import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from charting.core.theme import theme
from charting.drawings.catalogue import TOOLS
from gui import icons
from gui.styling import apply_theme


def ink(image: QImage) -> set[str]:
    """The colours of the fully painted pixels."""
    found = set()
    for y in range(image.height()):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            if colour.alpha() > 250:
                found.add(colour.name())
    return found


def test_an_icon_has_the_colours_of_the_theme_also_after_it_was_made(qapp):
    apply_theme(qapp, theme("dark"))
    found = icons.icon("trash-fill")
    on = found.pixmap(QSize(32, 32), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert ink(on) == {theme("dark").accent}
    apply_theme(qapp, theme("light"))
    on = found.pixmap(QSize(32, 32), QIcon.Mode.Normal, QIcon.State.On).toImage()
    assert ink(on) == {theme("light").accent}


def test_what_is_disabled_is_paler_than_what_is_not(qapp):
    apply_theme(qapp, theme("dark"))
    found = icons.icon("trash-fill")
    usable, faded = (
        QColor(ink(found.pixmap(QSize(32, 32), mode).toImage()).pop()) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert faded.lightness() < usable.lightness()


def test_a_colour_of_its_own_wins(qapp):
    assert ink(icons.icon("trash-fill", "#123456").pixmap(32, 32).toImage()) == {"#123456"}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_icons_are_sharp_at_every_pixel_ratio(qapp, ratio):
    pixmap = icons.icon("magnet").pixmap(QSize(20, 20), ratio)
    assert pixmap.size() == QSize(20, 20) * ratio
    assert pixmap.devicePixelRatio() == pytest.approx(ratio)


def test_a_glyph_stays_inside_its_square(qapp):
    for name in ("arrows-in", "gear-six", "broadcast", "trash", "folder-open"):
        image = icons.icon(name).pixmap(64, 64).toImage()
        edge = [image.pixelColor(x, y).alpha() for x in range(64) for y in (0, 63)]
        edge += [image.pixelColor(x, y).alpha() for y in range(64) for x in (0, 63)]
        assert max(edge) == 0, name
        assert ink(image), name


def test_every_name_in_the_source_is_a_glyph(qapp):
    folder = Path(icons.__file__).parent
    named = set()
    for path in folder.rglob("*.py"):
        text = path.read_text("utf-8")
        named.update(re.findall(r'icons\.icon\("([a-z-]+)"', text))
        named.update(re.findall(r'icon_button\(\s*f?"[^"]+",\s*"([a-z-]+)"', text))
    assert len(named) >= 4
    for name in named:
        icons.icon(name)


def test_an_unknown_name_is_an_error(qapp):
    with pytest.raises(KeyError):
        icons.icon("no-such-glyph")


def test_a_squeezed_button_gets_nothing_instead_of_a_warning(qapp):
    assert icons.icon("magnet").pixmap(QSize(16, -3)).isNull()


def test_every_tool_has_an_icon_and_one_without_a_drawing_gets_a_line(qapp):
    for tool in TOOLS.values():
        assert ink(icons.icon(icons.TOOL + tool.icon, "#ffffff").pixmap(48, 48).toImage()), tool.kind
    assert ink(icons.icon(icons.TOOL + "not-drawn-yet", "#ffffff").pixmap(48, 48).toImage())


def test_the_application_icon_comes_in_several_sizes(qapp):
    sizes = {size.width() for size in icons.application_icon().availableSizes()}
    assert {16, 32, 256} <= sizes
