"""Keeps pictures of layers that take longer to paint than a picture to copy."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtGui import QImage

from charting.scene.primitives import Area, Group, Layer, Lines, Oval

_EACH, _LINE, _AREA = 15_000, 10_000, 200_000
"""Pixels of a picture that are copied while a primitive is painted, one of many lines, and an area, about."""
_KEPT: WeakKeyDictionary[Layer, QImage | None] = WeakKeyDictionary()
"""A picture, or None where it is not worth making; as long as some scene has the layer."""


def picture_of(layer: Layer, make: Callable[[Layer], QImage]) -> QImage | None:
    """A picture of a layer, made when this is asked for the first time; None where the layer is painted sooner."""
    if layer not in _KEPT:
        _KEPT[layer] = make(layer) if _is_worth_it(layer) else None
    return _KEPT[layer]


def _is_worth_it(layer: Layer) -> bool:
    """Whether to paint a layer takes longer than to copy a picture of it."""
    _, _, width, height = layer.rect
    lines = sum([len(item.array) for item in layer.items if isinstance(item, Lines)])
    areas = sum([isinstance(item, Area | Oval | Group) for item in layer.items])
    return _EACH * len(layer.items) + _LINE * lines + _AREA * areas > width * height
