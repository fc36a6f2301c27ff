"""The order of drawings above each other, lowest first: forward, back, and to any place, as pure functions."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from charting.core.document import Drawing

Drawings = tuple[Drawing, ...]


def forward(drawings: Sequence[Drawing], ids: Collection[str]) -> Drawings:
    """Each named drawing one place up, keeping their own order; those at the top stay."""
    order = list(drawings)
    for place in range(len(order) - 2, -1, -1):
        if order[place].id in ids and order[place + 1].id not in ids:
            order[place], order[place + 1] = order[place + 1], order[place]
    return tuple(order)


def backward(drawings: Sequence[Drawing], ids: Collection[str]) -> Drawings:
    """Each named drawing one place down, keeping their own order; those at the bottom stay."""
    return forward(drawings[::-1], ids)[::-1]


def to_front(drawings: Sequence[Drawing], ids: Collection[str]) -> Drawings:
    """The named drawings above all others, keeping their own order."""
    return placed(drawings, ids, len(drawings))


def to_back(drawings: Sequence[Drawing], ids: Collection[str]) -> Drawings:
    """The named drawings below all others, keeping their own order."""
    return placed(drawings, ids, 0)


def placed(drawings: Sequence[Drawing], ids: Collection[str], place: int) -> Drawings:
    """The named drawings together just below what stands at ``place`` now; at the top when nothing does."""
    moved = [drawing for drawing in drawings if drawing.id in ids]
    below = [drawing for drawing in drawings[:place] if drawing.id not in ids]
    above = [drawing for drawing in drawings[place:] if drawing.id not in ids]
    return (*below, *moved, *above)
