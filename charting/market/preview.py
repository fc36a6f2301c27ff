"""The first lines of a file as they are read, and what was guessed of it: something to look at before it is opened."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from charting.market.content import Content
from charting.market.date_formats import possible_formats
from charting.market.layout import Layout, guess_layout, rows_of
from charting.market.provider import History
from charting.market.reading import PRICES, Reading, Role
from charting.market.sheet import EITHER_ORDER, EITHER_SIGN
from charting.market.table import number_of

LINES = 40
"""Lines that are shown."""

_MANY = 0.2
"""Share of a file's rows that are left out, above which it is probably read wrongly."""

_NUMBERS: tuple[Role, ...] = (*PRICES, "volume", "adjusted", "dividends", "splits")


class Sample(Struct, frozen=True):
    """The beginning of a file.

    Attributes
    ----------
    layout
        How it is laid out, as guessed and corrected.
    rows
        The cells of its first lines, those of names among them.
    formats
        Formats that its times can be read in, the likeliest first; empty where there are none.
    """

    layout: Layout
    rows: tuple[tuple[str, ...], ...]
    formats: tuple[str, ...] = ()

    @property
    def roles(self) -> tuple[Role | None, ...]:
        """What each column holds, None where it is not wanted."""
        found = {position: role for role, position in self.layout.columns.items()}
        return tuple(found.get(position) for position in range(self.layout.width))

    def is_readable(self, row: int, column: int) -> bool:
        """Whether a cell holds what its column should: false for a price that is no number."""
        if row < self.layout.skip or column >= len(self.rows[row]):
            return True
        role = self.roles[column] if column < self.layout.width else None
        return role not in _NUMBERS or number_of(self.rows[row][column], self.layout.decimal) is not None


def sample_of(content: Content, reading: Reading) -> Sample | None:
    """The beginning of a text as it is read; None where it is no table. Quick."""
    layout = guess_layout(content.head, whole=content.whole, reading=reading)
    if layout is None:
        return None
    lines = content.head.decode(layout.encoding, errors="replace").splitlines()
    if not content.whole and len(lines) > 1:
        lines = lines[:-1]
    rows = rows_of(lines, layout.delimiter)
    formats = possible_formats([_time_in(row, layout) for row in rows[layout.skip :]])
    return Sample(layout, tuple(map(tuple, rows[:LINES])), formats)


def settled(reading: Reading, sample: Sample, history: History) -> Reading:
    """A reading that somebody saw and was content with: what was in doubt is told now, whatever lines the file may get."""
    if EITHER_ORDER in history.doubts and sample.formats:
        reading = replace(reading, dates=sample.formats[0])
    if EITHER_SIGN in history.doubts:
        reading = replace(reading, decimal=sample.layout.decimal)
    return reading


def _time_in(row: list[str], layout: Layout) -> str:
    times: tuple[Role, ...] = ("time", "clock")
    places = [layout.columns[role] for role in times if role in layout.columns]
    return " ".join(row[place] for place in places if place < len(row))


def is_doubtful(history: History) -> bool:
    """Whether a file had better be looked at before it is believed: something was guessed, or many rows make no sense."""
    return bool(history.doubts) or history.rows - len(history.bars) > _MANY * history.rows
