"""Elliott's waves: an impulse of five and a correction of three, lettered by degree."""

from __future__ import annotations

from msgspec.structs import replace

from charting.core.document import Drawing
from charting.core.figures import Figure, Polyline
from charting.core.text import translatable
from charting.drawings.declaration import Points, Projection, Tool, ToolParameter, word
from charting.drawings.geometry import nodes, outline, space
from charting.drawings.marks import turning_labels

DEGREES = ("cycle", "primary", "intermediate", "minor", "minute", "minuette", "subminuette")
DEGREE = ToolParameter("degree", translatable("Degree"), "minor", choices=DEGREES)

_ROMAN = ("I", "II", "III", "IV", "V")
_FORMS = {"primary": "(({}))", "intermediate": "({})", "minute": "(({}))", "minuette": "({})"}
_WAVES = {
    "elliott_impulse": {"upper": _ROMAN, "digit": tuple("12345"), "lower": tuple(text.lower() for text in _ROMAN)},
    "elliott_correction": {"upper": tuple("abc"), "digit": tuple("ABC"), "lower": tuple("abc")},
}


def letters(kind: str, degree: str) -> tuple[str, ...]:
    """What stands at the turns after the first, by the usual notation of degrees.

    Frost and Prechter, "Elliott Wave Principle": Roman for cycles, Arabic with and without brackets down to minor,
    small Roman below; corrections in capitals from primary to minor and small letters elsewhere.
    """
    style = "upper" if degree == "cycle" else "digit" if degree in ("primary", "intermediate", "minor") else "lower"
    form = _FORMS.get(degree, "{}")
    return tuple(form.format(text) for text in _WAVES[kind][style])


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The waves with their letters."""
    if len(points) < 2:
        return ()
    plane = projection.plane
    way = Polyline(outline(plane, space(drawing), nodes(drawing, projection)), drawing.stroke)
    texts = ("", *letters(drawing.kind, word(drawing, DEGREE)))
    return way, *turning_labels(points, texts, drawing.stroke.colour, plane.pixel_ratio)


IMPULSE = Tool(
    kind="elliott_impulse",
    title=translatable("Elliott impulse wave (12345)"),
    group=translatable("Patterns"),
    hint=translatable("Click where the wave begins, then its five turns"),
    icon="elliott_impulse",
    anchors=6,
    figures=figures,
    parameters=(DEGREE,),
    defaults=lambda drawing: replace(drawing, stroke=replace(drawing.stroke, width=2.0)),
)

CORRECTION = Tool(
    kind="elliott_correction",
    title=translatable("Elliott correction wave (ABC)"),
    group=translatable("Patterns"),
    hint=translatable("Click where the wave begins, then its three turns"),
    icon="elliott_correction",
    anchors=4,
    figures=figures,
    parameters=(DEGREE,),
    defaults=lambda drawing: replace(drawing, stroke=replace(drawing.stroke, width=2.0)),
)
