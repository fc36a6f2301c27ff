"""Keeps pictures of layers: of those that are painted again, and take longer to paint than a picture to copy."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary

from PySide6.QtGui import QImage

from charting.scene.primitives import Area, Group, Layer, Lines, Oval

_EACH, _LINE, _AREA = 15_000, 10_000, 200_000
"""Pixels of a picture that are copied while a primitive is painted, one of many lines, and an area, about."""
_KEPT: WeakKeyDictionary[Layer, QImage | bool] = WeakKeyDictionary()
"""A picture, or whether one is worth making; as long as some scene has the layer."""


def picture_of(layer: Layer, make: Callable[[Layer], QImage]) -> QImage | None:
    """A picture of a layer, made when this is asked for the second time: while prices move, few layers are painted twice."""
    found = _KEPT.get(layer)
    if found is None:
        _KEPT[layer] = _is_worth_it(layer)
        return None
    if found is True:
        found = _KEPT[layer] = make(layer)
    return found or None


def _is_worth_it(layer: Layer) -> bool:
    """Whether to paint a layer takes longer than to copy a picture of it."""
    _, _, width, height = layer.rect
    lines = sum([len(item.array) for item in layer.items if isinstance(item, Lines)])
    areas = sum([isinstance(item, Area | Oval | Group) for item in layer.items])
    return _EACH * len(layer.items) + _LINE * lines + _AREA * areas > width * height
