import pytest

from charting.drawings.abilities import Abilities, abilities
from charting.drawings.catalogue import TOOLS

LINE = Abilities(width=True, dash=True, fill=False, opacity=False, extend_left=True, extend_right=True)


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("trend_line", LINE),
        ("horizontal_line", Abilities(True, True, False, False, False, False)),
        ("rectangle", Abilities(True, True, True, True, True, True)),
        ("ellipse", Abilities(True, True, True, True, False, False)),
        ("long_position", Abilities(True, True, False, True, False, False)),
        ("text", Abilities(False, False, False, False, False, False)),
    ],
)
def test_what_a_tool_shows_of_a_look_is_found(kind, wanted):
    assert abilities(kind) == wanted


@pytest.mark.parametrize("kind", [tool.makes for tool in TOOLS.values()])
def test_every_tool_can_be_asked(kind):
    found = abilities(kind)
    assert found.opacity or not found.fill


def test_a_drawing_of_a_newer_version_is_a_plain_line():
    assert abilities("from the future").width
