"""What the choices of settings are called, of indicators and drawing tools alike: files keep the words at the left."""

from __future__ import annotations

from collections.abc import Mapping

from charting.core.text import translatable
from gui.translation import tr

TITLES: Mapping[str, str] = {
    # Prices that an indicator may be computed of
    "open": translatable("Open"),
    "high": translatable("High"),
    "low": translatable("Low"),
    "close": translatable("Close"),
    "hl2": translatable("Middle (H+L)/2"),
    "hlc3": translatable("Typical (H+L+C)/3"),
    "ohlc4": translatable("Mean (O+H+L+C)/4"),
    "volume": translatable("Volume"),
    # Spans of time
    "automatic": translatable("Automatic"),
    "session": translatable("Session"),
    "week": translatable("Week"),
    "month": translatable("Month"),
    "year": translatable("Year"),
    # Kinds of pivot points
    "classic": translatable("Classic"),
    "Fibonacci": translatable("Fibonacci"),
    "Camarilla": translatable("Camarilla"),
    # Ends and sides
    "none": translatable("None"),
    "start": translatable("At the beginning"),
    "end": translatable("At the end"),
    "both": translatable("At both ends"),
    "left": translatable("Left"),
    "right": translatable("Right"),
    "above": translatable("Above"),
    "below": translatable("Below"),
    "on the line": translatable("On the line"),
    "top": translatable("Top"),
    "bottom": translatable("Bottom"),
    "middle": translatable("Middle"),
    # What a correlation is of
    "prices": translatable("Prices"),
    "changes": translatable("Changes"),
    # Channels and pitchforks
    "standard": translatable("Standard deviations"),
    "largest": translatable("Largest distance"),
    "andrews": translatable("Andrews"),
    "schiff": translatable("Schiff"),
    "modified schiff": translatable("Modified Schiff"),
    "inside": translatable("Inside"),
    # Degrees of Elliott's waves
    "cycle": translatable("Cycle"),
    "primary": translatable("Primary"),
    "intermediate": translatable("Intermediate"),
    "minor": translatable("Minor"),
    "minute": translatable("Minute"),
    "minuette": translatable("Minuette"),
    "subminuette": translatable("Subminuette"),
    # What a plot is drawn as
    "line": translatable("Line"),
    "step": translatable("Step line"),
    "histogram": translatable("Histogram from zero"),
    "columns": translatable("Columns"),
    "dots": translatable("Dots"),
    # Signs
    "star": translatable("Star"),
    "arrow up": translatable("Arrow up"),
    "arrow down": translatable("Arrow down"),
    "circle": translatable("Circle"),
    "square": translatable("Square"),
    "diamond": translatable("Diamond"),
    "tick": translatable("Tick"),
    "cross": translatable("Cross"),
}


def choice_title(choice: str) -> str:
    """What a choice is called in the user's language; abbreviations such as EMA, and what users declare, as they are."""
    known = TITLES.get(choice)
    return tr(known) if known is not None else choice.replace("_", " ")
