"""Times as they stand in files: which format they are written in, and the moments they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Times

UNREADABLE = np.iinfo(np.int64).min
"""Stands for a time that could not be read."""

_PATTERNS = 4
"""How many ways of writing times one file may mix."""

_SAMPLES = 2000
"""How many of a part's times are looked at to tell the day from the month."""

AT_ONCE = 2_500
"""How many texts are made times of at once: pandas keeps the interpreter meanwhile, some microseconds for each."""

_TOLD_AT_ONCE = 100_000
"""How many times are told by another clock at once, which takes a hundredth as long."""

_YEAR_FIRST = re.compile(r"^\d{4}([-/.]?)\d{1,2}\1\d{1,2}(?=$|[ T])")
_YEAR_LAST = re.compile(r"^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[ T,])")
_MONTH_NAME = re.compile(
    r"^(?:[A-Za-z]{3,9},? )?(?:\d{1,2}[- ][A-Za-z]{3,9}[- ,]+\d{2,4}|[A-Za-z]{3,9} \d{1,2}, ?\d{4})(?=$|[ T,])"
)
_CHINESE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日")
_EPOCH = re.compile(r"^\d{9,10}(?:\.\d+)?$|^\d{12,13}$")
_ZONE = re.compile(r"(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$")


def looks_like_time(text: str) -> bool:
    """Whether a cell holds a date, with or without a time of day, in any of the forms that can be read."""
    cell = text.strip()
    return any(pattern.match(cell) for pattern in (_YEAR_FIRST, _YEAR_LAST, _MONTH_NAME, _CHINESE, _EPOCH))


def guess_format(texts: Sequence[str]) -> str | None:
    """The one format, in ``strptime``'s letters, that most of these cells are written in; None when they hold no dates.

    ``epoch s`` and ``epoch ms`` stand for numbers counted from 1970. Where day and month could be either, a part above
    12 decides, then which reading makes the shorter way through the rows (days follow days, not months), then Hong
    Kong's custom: the day first.
    """
    cells = [text.strip() for text in texts if text and text.strip()]
    for cell in cells[:20]:
        if not looks_like_time(cell):
            continue
        if _EPOCH.match(cell) and not _YEAR_FIRST.match(cell):
            return "epoch ms" if len(cell) >= 12 and "." not in cell else "epoch s"
        date, length = _date_format(cell, cells)
        clock = _clock_format(cell[length:])
        if clock is not None:
            return date + clock
    return None


def _date_format(cell: str, cells: Sequence[str]) -> tuple[str, int]:
    """Format of the date a cell begins with, and how many characters the date takes."""
    if match := _YEAR_FIRST.match(cell):
        return f"%Y{match[1]}%m{match[1]}%d", match.end()
    if match := _CHINESE.match(cell):
        return "%Y年%m月%d日", match.end()
    if match := _YEAR_LAST.match(cell):
        first, second = ("%d", "%m") if _day_first(cells) else ("%m", "%d")
        return f"{first}{match[2]}{second}{match[2]}{'%Y' if len(match[4]) == 4 else '%y'}", match.end()
    match = _MONTH_NAME.match(cell)
    if match is None:
        raise ValueError(f"“{cell}” begins with no date.")
    return _format_with_month_name(match[0]), match.end()


def _format_with_month_name(text: str) -> str:
    """``13 Mar 2025``, ``Mar 13, 2025``, ``Thursday, March 13, 2025``: each word by what it is, the rest as it stands."""

    def letters(match: re.Match[str]) -> str:
        word = match[0]
        if word.isdigit():
            return "%Y" if len(word) == 4 else ("%y" if seen_day else "%d")
        is_month = word[:3].casefold() in _MONTHS
        if is_month:
            return "%b" if len(word) == 3 else "%B"
        return "%a" if len(word) == 3 else "%A"

    seen_day = False
    found = []
    for piece in re.split(r"(\W+)", text):
        part = re.sub(r"^\w+$", letters, piece)
        seen_day = seen_day or part == "%d"
        found.append(part)
    return "".join(found)


_MONTHS = frozenset(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"))


def _day_first(cells: Sequence[str]) -> bool:
    parts = [(int(match[1]), int(match[3]), int(match[4])) for match in map(_YEAR_LAST.match, cells) if match]
    if any(first > 12 for first, _, _ in parts):
        return True
    if any(second > 12 for _, second, _ in parts):
        return False
    lengths = [_way([(y, *((b, a) if day_first else (a, b))) for a, b, y in parts]) for day_first in (True, False)]
    return lengths[0] <= lengths[1]


def _way(dates: Sequence[tuple[int, int, int]]) -> int:
    """How many days, about, a sequence of (year, month, day) goes to and fro altogether."""
    days = [year * 366 + month * 31 + day for year, month, day in dates]
    return sum(abs(later - earlier) for earlier, later in pairwise(days))


def _clock_format(rest: str) -> str | None:
    """Format of what follows the date: a separator, a time of day, a zone; None when it is something else."""
    if not rest:
        return ""
    zone = _ZONE.search(rest)
    before = rest[: zone.start()] if zone else rest
    match = re.match(r"^(,? |T)(\d{1,2})(:?)(\d{2})(?:(\3)(\d{2})(\.\d{1,9})?)?( ?[AaPp][Mm])?( ?)$", before)
    if not match:
        return None
    half = match[8]
    found = match[1] + ("%I" if half else "%H") + match[3] + "%M"
    found += (match[3] + "%S" if match[6] else "") + (".%f" if match[7] else "")
    found += (half[:-2] + "%p") if half else ""
    return found + match[9] + ("%z" if zone else "")


def parse_times(texts: Any, pattern: str, timezone: str) -> Times:
    """Moments for a pandas column of texts in one format; none of them where there is no such format.

    Parameters
    ----------
    texts
        (n,) pandas Series of strings, missing where blank.
    pattern
        What :func:`guess_format` gave.
    timezone
        IANA name of the zone that times without one are in.

    Returns
    -------
    (n,) int64, UTC seconds (fractions are cut off); :data:`UNREADABLE` where a text is not in the format. The hour that
    comes twice when summer time ends is taken as the second one.
    """
    pieces = [texts.iloc[start : start + AT_ONCE] for start in range(0, len(texts), AT_ONCE)]
    return np.concatenate([np.empty(0, np.int64), *(_parsed(piece, pattern, timezone) for piece in pieces)])


def _parsed(texts: Any, pattern: str, timezone: str) -> Times:
    """:func:`parse_times` in one go."""
    import pandas

    if pattern.startswith("epoch"):
        numbers = pandas.to_numeric(texts, errors="coerce").to_numpy(dtype=np.float64)
        scale = 1000.0 if pattern == "epoch ms" else 1.0
        readable = np.isfinite(numbers)
        return np.where(readable, np.floor(np.where(readable, numbers, 0.0) / scale).astype(np.int64), UNREADABLE)
    zoned = pattern.endswith("%z")
    try:
        moments = pandas.to_datetime(texts, format=pattern, errors="coerce", utc=zoned)
    except (ValueError, re.error):  # a letter that stands for nothing, or one that stands there twice
        return np.full(len(texts), UNREADABLE, dtype=np.int64)
    index = pandas.DatetimeIndex(moments)
    if not zoned:
        index = index.tz_localize(timezone, ambiguous=np.zeros(len(index), dtype=bool), nonexistent="shift_forward")
    found: Times = index.tz_convert("UTC").tz_localize(None).to_numpy().astype("datetime64[s]").astype(np.int64)
    return found


def has_clock(pattern: str) -> bool:
    """Whether a format holds a time of day besides the date."""
    return "%H" in pattern or "%I" in pattern


def is_either_order(pattern: str, texts: Sequence[str]) -> bool:
    """Whether nothing in these cells says which of day and month comes first."""
    if not pattern.startswith(("%d", "%m")) or "%b" in pattern or "%B" in pattern:
        return False
    parts = [(int(match[1]), int(match[3])) for match in map(_YEAR_LAST.match, texts) if match]
    return all(max(pair) <= 12 for pair in parts) and any(first != second for first, second in parts)


class TimeReader:
    """Reads the times of a file, part by part, in the few formats it turns out to mix.

    Parameters
    ----------
    timezone
        IANA name of the zone that dates are meant in.
    clocks
        That of times of day without one; while empty, the same.
    pattern
        The format, where it is known: then no other is tried.

    Attributes
    ----------
    either_order
        Whether day and month could as well be the other way round: nothing that was read so far tells.
    """

    def __init__(self, timezone: str, clocks: str = "", pattern: str = "") -> None:
        self._timezone = timezone
        self._clocks = clocks or timezone
        self._known = pattern
        self._patterns: list[str] = []
        self.either_order = False

    def read(self, texts: Any) -> tuple[Times, NDArray[np.bool_]]:
        """Moments of a pandas column of texts, and which of them were written without a zone; both (n,).

        What the formats known so far leave unread is looked at for another one, up to a limit.
        """
        times = np.full(len(texts), UNREADABLE, dtype=np.int64)
        zoneless = np.zeros(len(texts), dtype=bool)
        left = np.flatnonzero(texts.notna().to_numpy(dtype=bool))

        def read_with(pattern: str) -> NDArray[np.intp]:
            found = parse_times(texts.iloc[left], pattern, self._clocks if has_clock(pattern) else self._timezone)
            times[left] = found
            zoneless[left] = (found != UNREADABLE) & (not pattern.endswith("%z") and not pattern.startswith("epoch"))
            unread: NDArray[np.intp] = left[found == UNREADABLE]
            return unread

        for pattern in self._patterns:
            left = read_with(pattern)
        if self._known and len(left):
            texts = texts.str.strip()
            left = read_with(self._known)
        while len(left) and len(self._patterns) < _PATTERNS and not self._known:
            texts = texts.str.strip()
            samples = texts.iloc[left[:: max(1, len(left) // _SAMPLES)]].tolist()
            guess = guess_format(samples)
            unread = left if guess is None else read_with(guess)
            if guess is None or len(unread) == len(left):
                break
            if guess not in self._patterns:
                self._patterns.append(guess)
                self.either_order |= is_either_order(guess, samples)
            left = unread
        return times, zoneless


def local_seconds(times: Times, timezone: str) -> Times:
    """What clocks in a zone show at UTC ``times``, as seconds since their 1970-01-01 00:00; shape (n,).

    :data:`UNREADABLE` stays.
    """
    import pandas

    if timezone == "UTC":
        return times
    found: Times = times.astype(np.int64)
    for start in range(0, len(times), _TOLD_AT_ONCE):
        part = slice(start, start + _TOLD_AT_ONCE)
        index = pandas.DatetimeIndex(times[part].astype("datetime64[s]"), tz="UTC").tz_convert(timezone)
        found[part] = index.tz_localize(None).to_numpy().astype("datetime64[s]").astype(np.int64)
    return found
