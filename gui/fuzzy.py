"""Finds what somebody means by a few typed letters."""

from __future__ import annotations

import re

from msgspec import Struct

_WORD_STARTS = re.compile(r"\b\w")


class Match(Struct, frozen=True):
    """How well a text fits (more is better) and which of its characters were meant."""

    score: float
    positions: frozenset[int]


def match(query: str, text: str) -> Match | None:
    """Compare a text with a query, ignoring case; None when it does not fit.

    Every word of the query must be found: at the beginning of a word (best), inside a word, or as the letters that
    some words begin with and letters after them in order ("tl" or "trli" for "Trend line").
    """
    if len(text.lower()) != len(text):  # some letters grow when lowered, and positions would no longer agree
        return Match(0.0, frozenset()) if query.lower() in text.lower() else None
    lowered = text.lower()
    starts = {found.start() for found in _WORD_STARTS.finditer(lowered)}
    score, positions = 0.0, set[int]()
    for word in query.lower().split():
        found = _find_word(word, lowered, starts)
        if found is None:
            return None
        score += found.score
        positions |= found.positions
    return Match(score - len(text) / 1000, frozenset(positions))


def _find_word(word: str, text: str, starts: set[int]) -> Match | None:
    places = [place for place in range(len(text)) if text.startswith(word, place)]
    if places:
        at_start = [place for place in places if place in starts]
        place = (at_start or places)[0]
        score = 3.0 if at_start else 2.0
        return Match(score + (place == 0) * 0.5, frozenset(range(place, place + len(word))))
    return _find_letters(word, text, starts)


def _find_letters(word: str, text: str, starts: set[int]) -> Match | None:
    """Each letter either follows the one before at once or begins a word; longer runs first."""

    def search(index: int, after: int) -> tuple[int, ...] | None:
        if index == len(word):
            return ()
        candidates = [after] if index and after < len(text) else []
        candidates += [place for place in sorted(starts) if place >= after and place not in candidates]
        for place in candidates:
            if text[place] == word[index]:
                rest = search(index + 1, place + 1)
                if rest is not None:
                    return (place, *rest)
        return None

    found = search(0, 0) if len(word) <= len(text) else None
    return None if found is None else Match(1.0, frozenset(found))
