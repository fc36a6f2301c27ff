"""Marks of dividends, splits and earnings at the foot of the price pane, and what they say."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct

from charting.core.adjustment import Action, Adjustments
from charting.core.bars import Floats
from charting.core.interval import DAY
from charting.core.text import translatable
from charting.core.timeaxis import TimeAxis
from charting.core.viewport import Viewport
from charting.scene.look import Look
from charting.scene.primitives import Oval, Primitive, Rect, Text
from charting.scene.series import Series

SIZE = 15.0
"""Logical pixels that a mark is wide and high."""
LEAST_PANE = 80.0
"""Logical pixels of a pane below which it has no room for marks."""
_FOOT = 4.0
_OVERLAP = 0.75
_REACH = 3.0
_APART = 4.0  # room for the rim behind

_LETTERS: Mapping[str, str] = {"split": "S", "earnings": "E", "dividend": "D"}
_COLOURS: Mapping[str, str] = {"split": "orange", "earnings": "purple", "dividend": "blue"}
_TITLES: Mapping[str, str] = {
    "split": translatable("Split"),
    "earnings": translatable("Earnings"),
    "dividend": translatable("Dividend"),
}
_RATIO = translatable("{new} for {old}")
_PER_SHARE = translatable("{amount} per share")


class ActionMark(Struct, frozen=True):
    """One mark: its box in device pixels, the kinds it has a letter for, and its actions, oldest first."""

    rect: Rect
    kinds: tuple[str, ...]
    actions: tuple[Action, ...]


def action_marks(series: Series, viewport: Viewport, look: Look) -> tuple[ActionMark, ...]:
    """The marks in view. Actions whose marks would cover one another share one; which do depends on the zoom alone."""
    actions = series.actions
    if not actions or viewport.height < look.px(LEAST_PANE):
        return ()
    slots = slots_of(series)
    places, across = viewport.x(slots).tolist(), (slots * viewport.slot_width).tolist()
    groups: list[list[int]] = []
    kinds: set[str] = set()
    rooms = [_width(count, look) + look.px(_APART) for count in range(len(_LETTERS) + 1)]
    for index in np.argsort(slots, kind="stable").tolist():
        if groups and across[index] - across[groups[-1][0]] < rooms[len(kinds)]:
            groups[-1].append(index)
        else:
            groups.append([index])
            kinds = set()
        kinds.add(actions[index].kind)
    shown = (group for group in groups if viewport.left <= places[group[0]] < viewport.right)
    return tuple(_mark(places[group[0]], [actions[index] for index in group], viewport, look) for group in shown)


def slots_of(series: Series) -> Floats:
    """Slots on which the actions of a series stand, (n,); those of the future by the calendar."""
    return _slots(series.adjustments, series.axis)[: len(series.actions)]


@lru_cache(maxsize=2)
def _slots(adjustments: Adjustments, axis: TimeAxis) -> Floats:
    """The same, remembered while the chart is panned and the pointer moves."""
    return axis.anchor_slot(np.array([action.time for action in adjustments.actions], dtype=np.float64))


def _width(kinds: int, look: Look) -> int:
    return round(look.px(SIZE) * (1 + _OVERLAP * (kinds - 1)))


def _mark(middle: float, actions: Sequence[Action], viewport: Viewport, look: Look) -> ActionMark:
    """The mark of actions, of which the first stands at ``middle``."""
    size = look.px(SIZE)
    kinds = tuple(kind for kind in _LETTERS if any(action.kind == kind for action in actions))
    left, top = round(middle - size / 2), round(viewport.bottom) - look.px(_FOOT) - size
    rect = (float(left), float(top), float(_width(len(kinds), look)), float(size))
    return ActionMark(rect, kinds, tuple(sorted(actions, key=lambda action: action.time)))


def mark_primitives(marks: Sequence[ActionMark], look: Look) -> tuple[Primitive, ...]:
    """Circles with letters; a rim behind the last one tells that a mark stands for several actions of a kind."""
    found: list[Primitive] = []
    theme, size, line = look.theme, float(look.px(SIZE)), max(1.0, 1.25 * look.pixel_ratio)
    for mark in marks:
        left, top, _, _ = mark.rect
        circles = [(left + round(index * size * _OVERLAP), kind) for index, kind in enumerate(mark.kinds)]
        if len(mark.actions) > len(mark.kinds):
            last, kind = circles[-1]
            found.append(Oval((last + look.px(3), top, size, size), theme.colour(_COLOURS[kind]), line, theme.chart))
        for x, kind in reversed(circles):
            colour = theme.colour(_COLOURS[kind])
            found.append(Oval((x, top, size, size), colour, line, theme.chart))
            found.append(Text(x + size / 2, top + size / 2, _LETTERS[kind], colour, "centre", size=0.8, bold=True))
    return tuple(found)


def mark_at(marks: Sequence[ActionMark], x: float, y: float, pixel_ratio: float = 1.0) -> ActionMark | None:
    """The mark under a point in device pixels."""
    reach = _REACH * pixel_ratio
    for mark in marks:
        left, top, width, height = mark.rect
        if left - reach <= x <= left + width + reach and top - reach <= y <= top + height + reach:
            return mark
    return None


def describe(action: Action, series: Series, look: Look) -> tuple[str, str, str]:
    """Date, name and value of an action in the user's language; the value is empty where there is none.

    A dividend is told per share of the basis: of its own day's on raw prices, else of today's.
    """
    formats = look.formats
    value = ""
    if action.kind == "split":
        from fractions import Fraction  # for splits alone, which few charts have

        ratio = Fraction(action.value).limit_denominator(1000)
        value = formats.translate(_RATIO).format(new=ratio.numerator, old=ratio.denominator)
    elif action.kind == "dividend":
        factors = series.adjustments.of_times(np.array([action.time]), series.basis) if series.basis == "raw" else None
        amount = action.value if factors is None else action.value * float(factors[0])
        decimals = 2 if abs(amount - round(amount, 2)) < 1e-6 else 4
        value = f"{formats.price(amount, decimals)} {series.instrument.currency}".rstrip()
    elif math.isfinite(action.value):
        value = formats.translate(_PER_SHARE).format(amount=formats.price(action.value, 2))
    return formats.moment(action.time, DAY), formats.translate(_TITLES[action.kind]), value


def actions_at(series: Series, row: int) -> tuple[Action, ...]:
    """The actions of the bar at a row."""
    actions = series.actions
    return tuple(actions[index] for index in np.flatnonzero(slots_of(series) == row)) if actions else ()
