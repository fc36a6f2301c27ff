"""Tests of which layers are copied from pictures."""

from __future__ import annotations

import gc
import weakref

import numpy as np
import pytest
from PySide6.QtGui import QImage

from charting.scene.primitives import Area, Layer, Lines, Primitive
from charting.view.layers import picture_of

pytestmark = pytest.mark.usefixtures("qapp")

FEW = (Lines(np.zeros((20, 4)), "#ffffff"),)
MANY = tuple(Area(np.array([[0.0, 0.0], [90.0, 0.0], [90.0, 90.0]]), "#ffffff") for _ in range(40))


def asked(items: tuple[Primitive, ...], times: int) -> tuple[list[QImage | None], list[Layer]]:
    """What was given each time that the same layer was painted, and the layers of which a picture was made."""
    layer, made = Layer(object(), (0.0, 0.0, 1000.0, 600.0), items), []

    def make(one: Layer) -> QImage:
        made.append(one)
        return QImage(4, 4, QImage.Format.Format_ARGB32_Premultiplied)

    return [picture_of(layer, make) for _ in range(times)], made


def test_a_layer_of_many_areas_is_copied_from_one_picture() -> None:
    (first, second), made = asked(MANY, 2)
    assert isinstance(first, QImage)
    assert second is first
    assert len(made) == 1


def test_a_few_lines_are_painted_sooner_than_a_picture_is_copied() -> None:
    found, made = asked(FEW, 4)
    assert found == [None] * 4
    assert made == []


def test_a_picture_goes_with_its_layer() -> None:
    found, made = asked(MANY, 1)
    image, layer = weakref.ref(found[0]), weakref.ref(made[0])
    del found, made
    gc.collect()
    assert layer() is None
    assert image() is None
