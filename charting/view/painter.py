"""Paints a scene's primitives with QPainter; the window and pictures without a window share it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen

from charting.core.bars import Floats
from charting.scene.primitives import (
    Area,
    Ground,
    Group,
    Layer,
    Lines,
    Moved,
    Oval,
    Path,
    Primitive,
    Rect,
    Rects,
    Rule,
    Run,
    Tag,
    Text,
    Uprights,
    overlap,
)
from charting.view.arrays import (
    draw_lines,
    draw_polygon,
    draw_polyline,
    draw_strands,
    fill_rects,
    finite_runs,
    strands_of,
)
from charting.view.boxes import Copies, draw_box
from charting.view.dashes import bent_dashes, dashes
from charting.view.layers import picture_of
from charting.view.pens import broken_pen, brush, colour, pen
from charting.view.stacks import draw_stack, stack_of
from charting.view.type import Type
from charting.view.uprights import draw_uprights

_BEFORE = {"left": 0.0, "centre": 0.5, "right": 1.0, "top": 0.0, "middle": 0.5, "bottom": 1.0}
"""The share of a text that lies before its point."""
_NO_PEN, _NO_BRUSH, _SMOOTH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush, QPainter.RenderHint.Antialiasing
_CLIP = Qt.ClipOperation.ReplaceClip
"""By name here: to ask an enumeration for its members takes as long as what they are asked for."""
_FINE = 4.0
"""Device pixels up to which a line is made of strands; wider ones show their round joints."""


def paint(
    painter: QPainter, primitives: Iterable[Primitive], type_: Type, *, clip: Rect | None = None, copies: bool = False
) -> None:
    """Paint in order, inside ``clip`` only. The painter's unit must be the device pixel.

    If it ``copies``, texts on boxes are written once and copied from then on, as is right on a transparent picture.
    """
    hand = _Hand(painter, type_, clip, copies=copies)
    hand.paint(primitives)
    hand.put_down()


class _Hand:
    """Paints with one painter, and knows its font, pen, brush and edges: to give it the same again takes as long as to paint."""

    def __init__(self, painter: QPainter, type_: Type, clip: Rect | None, *, copies: bool) -> None:
        self._painter = painter
        self._type = type_
        self._font: tuple[bool, float] | None = None
        self._pen: QPen | QColor | Qt.PenStyle | None = None
        self._brush: QBrush | Qt.BrushStyle | None = None
        self._smooth = False
        self._turns, self._copies = False, Copies(type_) if copies else None
        self._strands: Mapping[int, Sequence[Floats]] = {}
        device = painter.device()
        ratio = device.devicePixelRatioF()
        across, down = math.ceil(device.width() * ratio), math.ceil(device.height() * ratio)
        self._clip: Rect = clip or (0.0, 0.0, float(across), float(down))
        self._knows_clip = clip is not None or not painter.hasClipping()
        if clip is not None:
            painter.setClipRect(QRectF(*clip))

    def paint(self, primitives: Iterable[Primitive]) -> None:
        """Paint in order."""
        for primitive in primitives:
            _WAYS[type(primitive)](self, primitive)

    def put_down(self) -> None:
        """Leave the painter with hard edges and without a clip, unless that came with it."""
        self._take_edges(smooth=False)
        if self._knows_clip:
            self._painter.setClipping(False)

    def rects(self, rects: Rects) -> None:
        """Filled rectangles."""
        self._take_edges(smooth=False)
        fill_rects(self._painter, rects.array, colour(rects.colour, rects.opacity))
        self._pen = self._brush = None

    def ground(self, ground: Ground) -> None:
        """A filled rectangle with a grid."""
        for part in ground.parts:
            self.rects(part)

    def uprights(self, strokes: Uprights) -> None:
        """Strokes one pixel wide, side by side."""
        self._take_edges(smooth=False)
        draw_uprights(self._painter, strokes, [colour(name) for name in strokes.colours], self._clip)
        self._pen = None

    def rule(self, rule: Rule) -> None:
        """A broken line along an axis."""
        self._take_edges(smooth=False)
        self._take_pen(broken_pen(rule.colour, rule.thickness, rule.dash, rule.gap))
        x, y, last = rule.x, rule.y, rule.length - 1
        if rule.thickness == 1:  # from the first pixel to the last, without smooth edges: the fastest way there is
            self._painter.drawLine(x, y, x + last * rule.across, y + last * (not rule.across))
        else:
            across, down = (rule.length, 0) if rule.across else (0, rule.length)
            left, top = x + (rule.thickness / 2 if down else 0), y + (rule.thickness / 2 if across else 0)
            self._painter.drawLine(QLineF(left, top, left + across, top + down))

    def group(self, group: Group) -> None:
        """Primitives within a rectangle."""
        painter, outer, strands = self._painter, self._clip, self._strands
        inner = overlap(outer, group.clip)
        if not (inner[2] and inner[3]):
            return
        held = None if self._knows_clip else (self._font, self._pen, self._brush, self._smooth)
        if held is not None:  # what else clips must be kept
            painter.save()
        painter.setClipRect(QRectF(*inner), _CLIP if held is None else Qt.ClipOperation.IntersectClip)
        self._clip, self._strands = inner, _strands(group.items)
        self._from_the_ground(group.items)
        self._clip, self._strands = outer, strands
        if held is None:
            painter.setClipRect(QRectF(*outer))
        else:
            painter.restore()
            self._font, self._pen, self._brush, self._smooth = held

    def _from_the_ground(self, items: tuple[Primitive, ...]) -> None:
        """Paint in order, a ground and the dense strokes on it at once."""
        count = stack_of(items, self._clip)
        if count:
            self._take_edges(smooth=False)
            draw_stack(self._painter, items[:count], self._clip)
            items = items[count:]
        self.paint(items)

    def moved(self, moved: Moved) -> None:
        """A picture of a layer, or the layer itself."""
        (left, top, _, _), clip = moved.layer.rect, self._clip
        picture = picture_of(moved.layer, partial(_picture, type_=self._type))
        self._take_edges(smooth=False)
        if picture is not None:
            self._painter.drawImage(round(left) + moved.by, round(top), picture)
            return
        self._painter.save()
        self._painter.translate(moved.by, 0)
        within = (clip[0] - moved.by, *clip[1:]) if self._knows_clip else None
        paint(self._painter, (Group(moved.layer.rect, moved.layer.items),), self._type, clip=within)
        self._painter.restore()

    def area(self, area: Area) -> None:
        """A filled outline."""
        points = area.points if area.near else area.points[np.isfinite(area.points[:, 1])]
        self._take_edges(smooth=area.smooth)
        self._take_pen(_NO_PEN)
        self._take_brush(brush(area.colour, area.opacity))
        draw_polygon(self._painter, points)

    def path(self, path: Path) -> None:
        """A line, broken where it has no value."""
        if path.smooth and path.dash != "solid":
            self._broken(path)
            return
        painter = self._painter
        strands, known = _has_strands(path), self._strands.get(id(path), ())
        self._take_edges(smooth=path.smooth)
        # Without a round end: Qt would paint the first and the last stretch of each strand up to half a pixel beside it.
        self._take_pen(pen(path.colour, 1.0 if strands else path.width, path.dash, strands, path.opacity))
        for strand in known:
            draw_polyline(painter, strand)
        if known:
            return
        for points in (path.points,) if path.near else finite_runs(path.points):
            if strands:
                draw_strands(painter, points, path.width, gentle=path.gentle)
            else:
                draw_polyline(painter, points)

    def _broken(self, path: Path) -> None:
        """A line in dashes, which begin anew where it is broken."""
        self._take_edges(smooth=True)
        self._take_pen(pen(path.colour, path.width, "solid", True, path.opacity))
        for run in (path.points,) if path.near else finite_runs(path.points):
            pieces = dashes(run, path.width, path.dash, path.phase, self._clip) if len(run) > 1 else np.empty((0, 4))
            if not path.gentle and path.width > 1.0:  # where it bends within a dash, this is seen
                bent, pieces = bent_dashes(pieces)
                for dash in bent:
                    draw_polyline(self._painter, dash)
            draw_lines(self._painter, pieces)

    def lines(self, lines: Lines) -> None:
        """Single slanted lines."""
        self._take_edges(smooth=True)
        self._take_pen(pen(lines.colour, lines.width, "solid", lines.width <= _FINE))
        draw_lines(self._painter, lines.array)

    def oval(self, oval: Oval) -> None:
        """An ellipse."""
        self._take_edges(smooth=True)
        self._take_pen(pen(oval.colour, oval.width, "solid"))
        self._take_brush(_NO_BRUSH if oval.fill is None else brush(oval.fill, oval.opacity))
        self._painter.drawEllipse(QRectF(*oval.rect))

    def text(self, text: Text) -> None:
        """A text of one line or several, perhaps on a box or turned."""
        if text.angle:
            self._turned(text)
            return
        if text.background is not None or "\n" in text.text:
            self._block(text)
            return
        type_, size, bold = self._type, text.size, text.bold
        x = round(text.x - _BEFORE[text.horizontal] * type_.width(text.text, bold) * size)
        baseline = round(text.y + (type_.ascent - _BEFORE[text.vertical] * type_.height) * size)
        if text.ground is not None and size == 1.0 and not self._turns:
            label = type_.picture(text.text, bold, text.colour, text.ground)
            if label is not None:
                self._painter.drawImage(x - type_.inset[0], baseline - type_.inset[1], label)
                return
        self._write(x, baseline, text.text, text.colour, bold, size)

    def _turned(self, text: Text) -> None:
        painter, held = self._painter, (self._font, self._pen, self._brush, self._smooth)
        painter.save()
        painter.translate(text.x, text.y)
        painter.rotate(text.angle)
        self._turns = True
        self.text(replace(text, x=0.0, y=0.0, angle=0.0))
        self._turns = False
        painter.restore()
        self._font, self._pen, self._brush, self._smooth = held

    def _block(self, text: Text) -> None:
        """Lines of text, perhaps on a box."""
        lines = text.text.splitlines() or [""]
        size, bold, height = text.size, text.bold, self._type.height * text.size
        width = max([self._type.width(line, bold) for line in lines]) * size
        pad = round(self._type.height * 0.3) if text.background else 0
        left = text.x - _BEFORE[text.horizontal] * (width + 2 * pad)
        top = text.y - _BEFORE[text.vertical] * height * len(lines)
        if text.background:
            box = round(left), round(top - pad / 2), round(width + 2 * pad), round(height * len(lines) + pad)
            if self._copies and not self._turns and size == 1.0:  # widths at other sizes are not quite known
                self._take_edges(smooth=False)
                self._copies.draw(self._painter, text, box, (left + pad, top + self._type.ascent), lines, pad / 2)
                self._font = self._pen = None
                return
            if self._turns:
                self._take_edges(smooth=True)
                self._take_pen(_NO_PEN)
                self._take_brush(brush(text.background))
                self._painter.drawRoundedRect(QRectF(*box), pad / 2, pad / 2)
            else:
                self._take_edges(smooth=False)
                draw_box(self._painter, box, pad / 2, colour(text.background))
        baseline = top + self._type.ascent * size
        for line in lines:
            self._write(round(left + pad), round(baseline), line, text.colour, bold, size)
            baseline += height

    def tag(self, tag: Tag) -> None:
        """A text in the middle of a filled box."""
        (left, top, width, height), type_ = tag.rect, self._type
        room = width - type_.width(tag.text, tag.bold), height - type_.height
        x, baseline = round(left + room[0] / 2), round(top + room[1] / 2 + type_.ascent)
        box = round(left), round(top), round(width), round(height)
        if min(room) >= 2.0:
            begin = x - box[0], baseline - box[1]
            picture = type_.picture(tag.text, tag.bold, tag.colour, tag.background, (box[2:], begin))
            if picture is not None:
                self._painter.drawImage(box[0], box[1], picture)
                return
        self._take_edges(smooth=False)
        self._painter.fillRect(*box, colour(tag.background))
        self._write(x, baseline, tag.text, tag.colour, tag.bold)

    def run(self, run: Run) -> None:
        """Texts of several colours on a veil."""
        painter, type_, x = self._painter, self._type, run.x
        widths = [type_.width(text) for text, _ in run.parts]
        self._take_edges(smooth=False)
        if run.background:
            left, top, width, height = type_.box(run, widths)
            painter.fillRect(round(left), round(top), round(width), round(height), brush(run.background, 0.78))
        baseline = round(run.y - type_.height / 2 + type_.ascent)
        self._take_font(False, 1.0)
        for (text, name), advance in zip(run.parts, widths, strict=True):
            self._take_pen(colour(name))
            type_.write(painter, round(x), baseline, text)
            x += advance

    def _write(self, x: int, baseline: int, text: str, name: str, bold: bool = False, size: float = 1.0) -> None:
        self._take_edges(smooth=False)
        self._take_font(bold, size)
        self._take_pen(colour(name))
        self._type.write(self._painter, x, baseline, text, bold, size)

    def _take_font(self, bold: bool, size: float) -> None:
        if self._font != (bold, size):
            self._font = (bold, size)
            self._painter.setFont(self._type.font(bold, size))

    def _take_pen(self, pen: QPen | QColor | Qt.PenStyle) -> None:
        if self._pen is not pen:
            self._pen = pen
            self._painter.setPen(pen)

    def _take_brush(self, brush: QBrush | Qt.BrushStyle) -> None:
        if self._brush is not brush:
            self._brush = brush
            self._painter.setBrush(brush)

    def _take_edges(self, *, smooth: bool) -> None:
        if self._smooth is not smooth:
            self._smooth = smooth
            self._painter.setRenderHint(_SMOOTH, smooth)


def _has_strands(path: Path) -> bool:
    """Whether a line is painted as strands side by side."""
    return path.smooth and path.width <= _FINE and path.dash == "solid" and path.opacity == 1.0


def _strands(items: Iterable[Primitive]) -> dict[int, Sequence[Floats]]:
    """The strands of the gentle and the near lines among some primitives, by the lines' ids."""
    lines: dict[tuple[float, bool], list[Path]] = {}
    for item in items:
        if isinstance(item, Path) and item.width > 1.0 and (item.gentle or item.near) and _has_strands(item):
            lines.setdefault((item.width, item.gentle), []).append(item)
    found: dict[int, Sequence[Floats]] = {}
    for (width, gentle), paths in lines.items():
        strands = strands_of([path.points for path in paths], width, gentle=gentle) if len(paths) > 1 else None
        found.update(zip(map(id, paths), strands or (), strict=False))
    return found


def _picture(layer: Layer, type_: Type) -> QImage:
    """A layer on a transparent picture of its size."""
    left, top, width, height = (round(side) for side in layer.rect)
    picture = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    try:
        painter.translate(-left, -top)
        rect = (left, top, width, height)  # with a clip, Qt draws lines in less than half the time
        paint(painter, (Group(rect, layer.items),), type_, clip=rect, copies=True)
    finally:
        painter.end()
    return picture


_WAYS: Mapping[type[Any], Callable[[_Hand, Any], None]] = {
    Rects: _Hand.rects,
    Ground: _Hand.ground,
    Uprights: _Hand.uprights,
    Rule: _Hand.rule,
    Path: _Hand.path,
    Lines: _Hand.lines,
    Area: _Hand.area,
    Oval: _Hand.oval,
    Text: _Hand.text,
    Tag: _Hand.tag,
    Run: _Hand.run,
    Group: _Hand.group,
    Moved: _Hand.moved,
}
