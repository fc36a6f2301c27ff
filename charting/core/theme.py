"""Every colour the program shows, as one value: light or dark, with the market's own meaning of red and green."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

Mode = Literal["dark", "light"]
Direction = Literal["green-up", "red-up", "colour-blind"]


class Theme(msgspec.Struct, frozen=True):
    """Colours as ``#rrggbb``, all opaque: translucency is mixed beforehand with :func:`mix`.

    ``palette`` holds the colours that drawings and indicators name ("blue", "orange" ...), so that a saved line stays
    readable when the theme changes.
    """

    mode: Mode
    direction: Direction
    window: str
    panel: str
    raised: str
    border: str
    chart: str
    grid: str
    separator: str
    text: str
    text_muted: str
    accent: str
    accent_text: str
    warning: str
    danger: str
    up: str
    down: str
    unchanged: str
    crosshair: str
    tag: str
    palette: dict[str, str]

    def colour(self, name: str) -> str:
        """The ``#rrggbb`` of a palette name, a field of this theme, or a ``#rrggbb`` itself; ``text`` when unknown."""
        if name.startswith("#"):
            return name
        found = self.palette.get(name)
        if found is None:
            found = getattr(self, name, self.text)
        return found if isinstance(found, str) else self.text


@lru_cache(maxsize=512)
def mix(front: str, back: str, opacity: float) -> str:
    """The opaque colour that ``front`` at ``opacity`` (0 to 1) shows over ``back``, both ``#rrggbb``.

    Qt's raster engine is several times slower with translucent pens, so colours are blended here instead.
    """
    pairs = zip(_channels(front), _channels(back), strict=True)
    return "#" + "".join(f"{round(f * opacity + b * (1 - opacity)):02x}" for f, b in pairs)


@lru_cache(maxsize=512)
def contrast_text(colour: str) -> str:
    """Black or white, whichever reads better on ``colour`` (relative luminance as in WCAG 2.1)."""
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    # Contrast is (lighter + 0.05) / (darker + 0.05): at this luminance black and white read equally well.
    return "#000000" if luminance > 0.179 else "#ffffff"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


_UP_DOWN: dict[str, dict[str, tuple[str, str]]] = {
    "dark": {"green-up": ("#26a69a", "#f2625f"), "red-up": ("#f2625f", "#26a69a"), "colour-blind": ("#4fa3ff", "#ff9f43")},
    "light": {"green-up": ("#0b7a6c", "#c83232"), "red-up": ("#c83232", "#0b7a6c"), "colour-blind": ("#1769c2", "#a85400")},
}

_PALETTES: dict[str, dict[str, str]] = {
    "dark": {
        "blue": "#4c8dff", "orange": "#ff9d3b", "green": "#3fbf7f", "red": "#ff5f5f", "purple": "#b07cff",
        "cyan": "#35c5d6", "yellow": "#ffd34d", "pink": "#ff7ac0", "grey": "#98a2b3", "white": "#e8ecf2",
    },
    "light": {
        "blue": "#1f5fe0", "orange": "#d96f00", "green": "#17834f", "red": "#cf2f2f", "purple": "#7d3fd6",
        "cyan": "#0b8494", "yellow": "#a67c00", "pink": "#c2307f", "grey": "#5d6675", "white": "#20242c",
    },
}  # fmt: skip

_SURFACES: dict[str, dict[str, str]] = {
    "dark": {
        "window": "#14171d", "panel": "#1a1e26", "raised": "#242a35", "border": "#2e3542", "chart": "#11141a",
        "grid": "#1e232d", "separator": "#3a4352", "text": "#e3e7ee", "text_muted": "#98a2b3", "accent": "#4c8dff",
        "accent_text": "#0a0f1a", "warning": "#f2b63c", "danger": "#ff6b6b", "unchanged": "#98a2b3",
        "crosshair": "#8490a3", "tag": "#394253",
    },
    "light": {
        "window": "#eef1f5", "panel": "#f8f9fb", "raised": "#ffffff", "border": "#d3d9e2", "chart": "#ffffff",
        "grid": "#eceff4", "separator": "#b9c1ce", "text": "#1b2029", "text_muted": "#596375", "accent": "#1f5fe0",
        "accent_text": "#ffffff", "warning": "#8a5f00", "danger": "#c62828", "unchanged": "#596375",
        "crosshair": "#7b8698", "tag": "#444e5f",
    },
}  # fmt: skip


def theme(mode: Mode = "dark", direction: Direction = "green-up") -> Theme:
    """The built-in theme of a mode and a meaning of colours."""
    up, down = _UP_DOWN[mode][direction]
    return Theme(mode=mode, direction=direction, up=up, down=down, palette=_PALETTES[mode], **_SURFACES[mode])
