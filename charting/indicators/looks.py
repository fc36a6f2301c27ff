"""Short forms for how plots usually look."""

from __future__ import annotations

from typing import Any

from charting.core.document import Stroke
from charting.core.text import translatable
from charting.indicators.declaration import Plot


def line(name: str, title: str, colour: str = "blue", width: float = 1.5, **look: Any) -> Plot:
    """An output as a line."""
    return Plot(name, title, stroke=Stroke(colour=colour, width=width), **look)


def step(name: str, title: str, colour: str, width: float = 1.0, **look: Any) -> Plot:
    """An output as flat pieces, for levels."""
    return Plot(name, title, "step", Stroke(colour=colour, width=width), **look)


def histogram(name: str, title: str, **look: Any) -> Plot:
    """An output as bars from zero."""
    return Plot(name, title, "histogram", Stroke(colour="grey"), **look)


def hidden(name: str, title: str, **look: Any) -> Plot:
    """An output that is not drawn itself."""
    return Plot(name, title, "none", **look)


def band_plots(colour: str = "blue", middle: str = "orange") -> tuple[Plot, Plot, Plot]:
    """Upper, middle and lower band, filled between the outer two."""
    return (
        line("upper", translatable("Upper"), colour, 1.0, fill_to="lower"),
        line("middle", translatable("Middle"), middle, 1.0),
        line("lower", translatable("Lower"), colour, 1.0),
    )
