"""How a scene is to look: theme, number formats and type metrics, all handed in by whoever paints."""

from __future__ import annotations

from typing import Protocol

from msgspec import Struct

from charting.core.instrument import Instrument
from charting.core.interval import Interval
from charting.core.theme import Theme
from charting.drawings.wording import ENGLISH, Wording


class Formats(Protocol):
    """Numbers and times in the user's language and locale."""

    def price(self, value: float, decimals: int) -> str:
        """A price with a fixed number of decimals."""
        ...

    def change(self, value: float, decimals: int) -> str:
        """A signed difference."""
        ...

    def percent(self, fraction: float) -> str:
        """A signed fraction as per cent, with two decimals."""
        ...

    def quantity(self, value: float) -> str:
        """A large number in short form: 1.23M."""
        ...

    def tick_label(self, seconds: int, level: str) -> str:
        """A label of the time axis; ``level`` is year, month, day, hour or minute; ``seconds`` UTC."""
        ...

    def moment(self, seconds: int, interval: Interval) -> str:
        """A bar's time in full, in the exchange's zone: with the time of day only for intraday bars."""
        ...

    def name(self, instrument: Instrument) -> str:
        """An instrument's name in the user's script."""
        ...

    def translate(self, text: str) -> str:
        """An English text of ours in the user's language."""
        ...


class TextMetrics(Protocol):
    """Sizes of the chart's type in device pixels."""

    @property
    def height(self) -> float:
        """Height of a line of text."""
        ...

    def width(self, text: str, bold: bool = False) -> float:
        """Width of a text."""
        ...


class Look(Struct, frozen=True):
    """Theme, formats and metrics together; ``pixel_ratio`` device pixels make a logical one, drawings use ``wording``."""

    theme: Theme
    formats: Formats
    metrics: TextMetrics
    pixel_ratio: float = 1.0
    wording: Wording = ENGLISH

    def px(self, logical: float) -> int:
        """A logical length in whole device pixels, at least one."""
        return max(1, round(logical * self.pixel_ratio))
