"""A planned position, long or short: entry, target and stop, with the risk, the reward and the size that follow."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Literal

import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from charting.core.bars import Bars, Floats
from charting.core.document import Drawing, Setting, Stroke
from charting.core.figures import Figure, Label, Polygon, Segment, label_box
from charting.core.memo import Memo
from charting.core.text import translatable
from charting.drawings.anchors import anchor_at
from charting.drawings.declaration import Handle, Points, Projection, Tool, ToolParameter, flag, number

ACCOUNT = ToolParameter("account", translatable("Account"), 100_000.0, low=0, high=1e12)
RISK = ToolParameter("risk", translatable("Risk in percent of the account"), 1.0, low=0, high=100)
LOT = ToolParameter("lot", translatable("Board lot"), 100, low=1, high=1_000_000, own=True)
OUTCOME = ToolParameter("outcome", translatable("Show what became of it"), default=True)

_STOP_HEIGHT, _TARGET_HEIGHT, _WIDTH = 0.08, 0.16, 0.2
"""Shares of the pane that a fresh position takes: down to its stop, up to its target, and across."""


_ENDS = {
    "target": translatable("Target reached: {amount}"),
    "stop": translatable("Stopped: {amount}"),
    "open": translatable("Open: {amount}"),
}


class Plan(Struct, frozen=True):
    """What a position means, in the instrument's currency.

    Attributes
    ----------
    quantity
        Shares in whole board lots, so that the stop loses at most the share of the account that is risked.
    risk, reward
        What the stop would lose and the target would win on them; negative where they lie on the wrong side.
    ratio
        Reward over risk of one share; NaN where the stop is at the entry.
    """

    quantity: int
    risk: float
    reward: float
    ratio: float


def plan(drawing: Drawing) -> Plan:
    """The size and the outcome of a position."""
    entry, target, stop = (anchor.price for anchor in drawing.anchors[:3])
    sign = -1 if drawing.kind == "short_position" else 1
    risk, reward = (entry - stop) * sign, (target - entry) * sign
    lot = max(1, int(number(drawing, LOT)))
    allowed = number(drawing, ACCOUNT) * number(drawing, RISK) / 100
    lots = allowed / (abs(risk) * lot) if risk else 0.0
    quantity = math.floor(lots + 1e-9) * lot if lots < 1e12 else 0
    return Plan(quantity, quantity * risk, quantity * reward, reward / risk if risk else math.nan)


class Outcome(Struct, frozen=True):
    """How far a position got: the bar it ended at, or the last one so far, the price there, and what ended it."""

    slot: int
    price: float
    end: Literal["target", "stop", "open"]


_OUTCOMES: Memo[Outcome | None] = Memo()


def outcome(drawing: Drawing, projection: Projection) -> Outcome | None:
    """What became of a position that was entered at its bar; None before there is a bar after the entry.

    It ends at the first later bar, up to its right end, that reaches the stop or the target. A bar that reaches both
    counts as the stop, since nobody knows which came first.
    """
    entry, target, stop = drawing.anchors[:3]
    first, last = round(projection.slot(entry)) + 1, round(projection.slot(target))
    key = (first, last, target.price, stop.price)
    bars = projection.bars

    def find(before: Outcome | None) -> Outcome | None:
        begin = first if before is None else before.slot  # it had not ended before that
        return _outcome(bars, begin, last, target.price, stop.price)

    return _OUTCOMES.get(bars, key, last, find)


def _outcome(bars: Bars, first: int, last: int, target: float, stop: float) -> Outcome | None:
    first = max(first, 0)
    part = bars.slice(first, max(first, min(last, len(bars) - 1) + 1))
    if not len(part):
        return None
    rising = target > stop
    stopped = part.low <= stop if rising else part.high >= stop
    reached = part.high >= target if rising else part.low <= target
    ended = np.flatnonzero(stopped | reached)
    if len(ended):
        row = int(ended[0])
        return Outcome(first + row, stop, "stop") if stopped[row] else Outcome(first + row, target, "target")
    known = np.flatnonzero(np.isfinite(part.close))
    return Outcome(first + int(known[-1]), float(part.close[known[-1]]), "open") if len(known) else None


def settle(drawing: Drawing, projection: Projection) -> Drawing:
    """Give a fresh position a target and a stop of a sensible size on the screen, two to one.

    Only shares are traded in board lots, a hundred where the instrument's is unknown; for anything else the lot is one.
    """
    if len(drawing.anchors) > 2:
        return drawing
    plane, viewport, instrument = projection.plane, projection.viewport, projection.instrument
    entry = drawing.anchors[0]
    sign = 1 if drawing.kind == "short_position" else -1
    if viewport.scale.inverted:
        sign = -sign
    y, slot = plane.y(entry.price), projection.slot(entry)
    last = round(slot + max(5.0, (viewport.last_slot - viewport.first_slot) * _WIDTH))
    shares = (sign * _TARGET_HEIGHT, -sign * _STOP_HEIGHT)
    prices = (instrument.round_to_tick(plane.price(y + share * viewport.height), entry.time.date()) for share in shares)
    usual = LOT.default if instrument.kind == "equity" else 1
    lot: dict[str, Setting] = {LOT.name: instrument.lot or usual}
    anchors = (entry, *(anchor_at(last, price, projection) for price in prices))
    return replace(drawing, anchors=anchors, parameters={**lot, **drawing.parameters})


def figures(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The zones of profit and loss, the three prices, and what they come to."""
    if len(points) < 3:
        return (Segment(points[0], points[-1], drawing.stroke),)
    (left, entry), (right, target), (_, stop) = points[:3]
    found: list[Figure] = []
    for height, colour in ((target, "up"), (stop, "down")):
        zone = ((left, entry), (right, entry), (right, height), (left, height))
        found.append(Polygon(zone, colour, drawing.opacity))
        found.append(Segment((left, height), (right, height), Stroke(colour, drawing.stroke.width)))
    found.append(Segment((left, entry), (right, entry), drawing.stroke))
    return *found, *_way(drawing, points, projection), *_labels(drawing, points, projection)


def _way(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    """The part of the zone that was gone through, shaded again, and a line from the entry to where the position got."""
    found = outcome(drawing, projection) if flag(drawing, OUTCOME) else None
    if found is None:
        return ()
    plane, (x0, y0) = projection.plane, points[0]
    x1, y1 = plane.x(found.slot), plane.y(found.price)
    sign = -1 if drawing.kind == "short_position" else 1
    colour = "up" if (found.price - drawing.anchors[0].price) * sign >= 0 else "down"
    zone = ((x0, y0), (x1, y0), (x1, y1), (x0, y1))
    return Polygon(zone, colour, drawing.opacity), Segment((x0, y0), (x1, y1), Stroke("grey", 1.0, "dash"))


def _labels(drawing: Drawing, points: Points, projection: Projection) -> tuple[Figure, ...]:
    wording, found = projection.wording, plan(drawing)
    entry, target, stop = (anchor.price for anchor in drawing.anchors[:3])
    (left, entry_y), (right, target_y), (_, stop_y) = points[:3]
    middle, gap = (left + right) / 2, 4 * projection.plane.pixel_ratio
    centre = Label((middle, entry_y), _summary(drawing, projection), "tag", "centre", "middle", boxed=True)
    _, upper, _, lower = label_box(centre, projection.plane.pixel_ratio)
    labels: list[Figure] = []
    rows = (
        (translatable("Target"), target, found.reward, target_y, "up"),
        (translatable("Stop"), stop, -found.risk, stop_y, "down"),
    )
    for title, price, amount, y, colour in rows:
        share = f" ({wording.percent((price - entry) / entry)})" if entry > 0 else ""
        text = f"{wording.text(title)} {projection.price_text(price)}{share}, {wording.signed(amount, 0)}"
        below = y > entry_y
        edge = max(y, lower) + gap if below else min(y, upper) - gap  # clear of the summary where the zone is low
        labels.append(Label((middle, edge), text, colour, "centre", "top" if below else "bottom", boxed=True))
    return *labels, centre


def _summary(drawing: Drawing, projection: Projection) -> str:
    """The size of a position, its reward to its risk, and what became of it."""
    wording, found, entry = projection.wording, plan(drawing), drawing.anchors[0].price
    ratio = wording.number(found.ratio, 2) if math.isfinite(found.ratio) else "–"
    pattern = wording.text(translatable("Quantity {quantity}, reward to risk {ratio}"))
    text = pattern.format(quantity=wording.number(found.quantity, 0), ratio=ratio)
    became = outcome(drawing, projection) if flag(drawing, OUTCOME) else None
    if became is not None:
        sign = -1 if drawing.kind == "short_position" else 1
        won = wording.signed((became.price - entry) * sign * found.quantity, 0)
        text += "\n" + wording.text(_ENDS[became.end]).format(amount=won)
    return text


def lines_at(drawing: Drawing, slots: Floats, projection: Projection) -> Mapping[str, Floats]:
    """The prices of entry, target and stop, for as long as the position is drawn."""
    if len(drawing.anchors) < 3:
        return {}
    first, last = sorted(projection.slot(anchor) for anchor in drawing.anchors[:2])
    within = (np.asarray(slots) >= first) & (np.asarray(slots) <= last)
    names = ("entry", "target", "stop")
    return {name: np.where(within, anchor.price, np.nan) for name, anchor in zip(names, drawing.anchors[:3], strict=False)}


def handles(_drawing: Drawing, points: Points, _projection: Projection) -> tuple[Handle, ...]:
    """The entry with its bar, target and stop by price, and the right end by time."""
    if len(points) < 3:
        return (Handle(points[0], 0, 0),)
    (left, entry), (right, target), (_, stop) = points[:3]
    return (
        Handle((left, entry), 0, 0),
        Handle((left, target), None, 1),
        Handle((left, stop), None, 2),
        Handle((right, entry), 1, None),
    )


LONG = Tool(
    kind="long_position",
    title=translatable("Long position"),
    group=translatable("Measures"),
    hint=translatable("Click the entry; then drag its target and stop"),
    icon="long_position",
    anchors=1,
    figures=figures,
    lines_at=lines_at,
    parameters=(ACCOUNT, RISK, LOT, OUTCOME),
    settle=settle,
    handles=handles,
    defaults=lambda drawing: replace(drawing, stroke=Stroke("grey"), opacity=0.18),
)

SHORT = Tool(
    kind="short_position",
    title=translatable("Short position"),
    group=translatable("Measures"),
    hint=translatable("Click the entry; then drag its target and stop"),
    icon="short_position",
    anchors=1,
    figures=figures,
    lines_at=lines_at,
    parameters=(ACCOUNT, RISK, LOT, OUTCOME),
    settle=settle,
    handles=handles,
    defaults=lambda drawing: replace(drawing, stroke=Stroke("grey"), opacity=0.18),
)
