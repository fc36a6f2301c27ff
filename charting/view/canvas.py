"""The painted part of the chart widget: bars, indicators and drawings of one chart of the document."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from charting.core.document import Chart, Drawing
from charting.core.history import History
from charting.core.theme import Theme
from charting.drawings.past import Past
from charting.drawings.remapping import Remapping
from charting.indicators.beside import NONE
from charting.indicators.recipe import Context
from charting.scene.chart import ChartScene
from charting.scene.legend_layout import NOTHING, runs
from charting.scene.levels import MANY, Levels
from charting.scene.listing import Section, listing
from charting.scene.navigation import Span
from charting.scene.overlay import Cursor, countdown, crosshair, cursor_row
from charting.scene.panes import View
from charting.scene.primitives import Primitive
from charting.scene.series import Series
from charting.view import places
from charting.view.computing import Computing
from charting.view.countdown import Countdown
from charting.view.device_pixels import count_in_pixels, size_in_pixels
from charting.view.empty import paint_notice
from charting.view.frames import Frames
from charting.view.painter import paint
from charting.view.picture import Inputs, Picture
from charting.view.shaping import Shaping
from charting.view.sight import Sight
from charting.view.translation import tr


class Canvas(QWidget):
    """Shows one chart of a history's document.

    The widget keeps nothing that should last: drawings and indicators are the document's, the span in view goes there
    as soon as it rests. The picture is kept until something in it changes; what follows the pointer is painted above it.

    ``pointed`` tells the row of the bar under the crosshair when that changes, -1 without one; ``pictured`` that the
    picture was painted anew, ``emptied`` that there are no bars any more. ``axis_requested`` tells of a right click on an
    axis: the index of its pane with the price axis, or None for the time axis, and where.
    """

    pointed = Signal(int)
    pictured = Signal()
    emptied = Signal()
    axis_requested = Signal(object, object)

    def __init__(self, history: History, chart_id: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chart")
        self.setAccessibleName(tr("Chart"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(320, 200)
        self.history = history
        self.chart_id = chart_id
        self.sight = Sight(history, chart_id, self)
        self.frames = 0
        self.cursor_place: Cursor | None = None
        self.attention = NOTHING
        self._told_row = -1
        self._theme = theme
        self._given: Series | None = None
        self._series: Series | None = None
        self._span: Span | None = None
        self._remapping = Remapping()
        self._past = Past()
        self._known: tuple[tuple[object, ...], Context] | None = None
        self._notice = ""
        self.picture: Picture | None = None
        self._frames = Frames(self, self)
        self._countdown = Countdown(self)
        self._countdown.turned.connect(self.refresh)
        self._countdown.ticked.connect(self.refresh_overlay)
        self._levels = Levels()
        self._computing = Computing(self, levels=self._levels)
        self._computing.ready.connect(self.refresh)
        self._shaping = Shaping(self, self._levels)
        self._shaping.ready.connect(self.reshape)
        self._shaping.ready.connect(self.refresh)
        self.sight.moved.connect(self.refresh)

    @property
    def chart(self) -> Chart:
        """The chart this widget shows."""
        document = self.history.document
        for chart in document.charts:
            if chart.id == self.chart_id:
                return chart
        return document.chart

    @property
    def series(self) -> Series | None:
        """The bars on show."""
        return self._series

    @property
    def scene(self) -> ChartScene | None:
        """The scene as painted last, None while there is nothing to show."""
        return None if self.picture is None or self._series is None else self.picture.scene

    @property
    def pointed_row(self) -> int:
        """Row of the bar under the crosshair, -1 without one or beside the bars."""
        scene = self.scene
        row = -1 if scene is None else cursor_row(scene, self.cursor_place)
        return row if self._series is not None and 0 <= row < len(self._series.bars) else -1

    def place_cursor(self, place: Cursor | None) -> None:
        """Put the crosshair somewhere, or take it away; what it covers is painted by whoever calls."""
        self.cursor_place = place
        row = self.pointed_row
        if row != self._told_row:
            self._told_row = row
            self.pointed.emit(row)

    def listing(self) -> tuple[Section, ...]:
        """Every value of the bar under the crosshair, or of the last one; nothing without bars."""
        scene, picture = self.scene, self.picture
        if scene is None or picture is None:
            return ()
        return listing(scene, self.pointed_row, picture.look(scene.chart, scene.series))

    @property
    def held(self) -> frozenset[str]:
        """Ids of drawings that the picture leaves out because a hand has them."""
        return frozenset()

    def held_primitives(self, scene: ChartScene, picture: Picture, *, marks: bool = True) -> tuple[Primitive, ...]:
        """What a hand has, painted above the picture; without ``marks`` only what shows something of the market."""
        return ()

    def set_theme(self, theme: Theme) -> None:
        """Show another theme."""
        self._theme = theme
        self.picture = None
        self.refresh()

    def set_series(self, series: Series | None, notice: str = "", span: Span | None = None) -> None:
        """Show other bars, between the slots of ``span`` where it is given, or an empty chart with a sentence that says why."""
        self._given, self._notice, self._span = series, notice, span
        self.reshape()

    def reshape(self) -> None:
        """Show the bars as the chart's style needs them; few bars of another instrument as they are until then."""
        given, chart = self._given, self.chart
        series = None if given is None else self._shaping.shape(given, chart.style, chart.adjustment, chart.sizes)
        if series is None and given is not None:
            if self.same_instrument(given) or len(given.bars) > MANY:
                return
            series = given
        if series is self._series and series is not None:
            return
        before, after = (None if shown is None else shown.bars for shown in (self._series, series))
        self._computing.change(before, after, NONE if series is None else series.beside)
        gone, self._series = self._series is not None and series is None, series
        if gone:
            self.place_cursor(None)
            self.emptied.emit()
        self._countdown.follow(series)
        span, self._span = self._span, None
        self.sight.show(series, span)
        self.refresh()

    def same_instrument(self, series: Series | None) -> bool:
        """Whether a series is of the instrument that is shown now."""
        shown = self._series
        return series is not None and shown is not None and series.instrument.symbol == shown.instrument.symbol

    def refresh(self) -> None:
        """Paint everything anew in the next frame; any number of calls makes one frame."""
        self._frames.want()

    def refresh_overlay(self) -> None:
        """Paint what lies above the picture anew in the next frame, where it changed."""
        self._frames.want_above()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size is another picture."""
        super().resizeEvent(event)
        self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, anew where it is stale, and what follows the pointer above it."""
        painter = QPainter(self)
        try:
            self._paint(painter, event.region())
        finally:
            painter.end()  # a painter left open by an exception takes the process along

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        if self._series is None:
            paint_notice(painter, self.rect(), self._notice, self._theme)
            self._frames.forget()
            return
        ratio = self.devicePixelRatioF()
        whole = QRegion(self.rect()).subtracted(region).isEmpty()
        anew = self._frames.stale or self.picture is None or self.picture.pixel_ratio != ratio
        if anew:
            self._frames.build()
            if not whole:
                self.update()
        scene, picture = self.scene, self.picture
        if scene is None or picture is None:
            return
        count_in_pixels(painter, self)
        picture.paint(painter, region)
        paint(painter, self._frames.above(scene, anew=anew or whole), picture.type)

    def renew(self) -> None:
        """Build the picture as things are now."""
        if self._series is None:
            return
        ratio = self.devicePixelRatioF()
        if self.picture is None or self.picture.pixel_ratio != ratio:
            self.picture = Picture(self._theme, self.font(), ratio, self._levels)
        self.frames += 1
        size, span = size_in_pixels(self), self.sight.span
        view = View(span.first, span.last, size, counting=self._countdown.left is not None)
        inputs = Inputs(self.chart, self.drawings(), self._series, view, self.held)
        bars, context = self._series.bars, self._context(self._series)
        with self._computing.gathering():
            self.picture.build(inputs, lambda indicator: self._computing.lookup(bars, indicator, context))
        place, scene = self.cursor_place, self.scene
        if scene is not None:
            shown = scene.price_pane.viewport
            self.sight.painted(shown.first_slot, shown.last_slot)
        if place is not None and scene is not None:  # panes may have come or gone under a pointer that rests
            self.place_cursor(places.cursor(scene, place.x, place.y))
        self.pictured.emit()

    def snapshot(self) -> QImage:
        """The chart as it is seen, without what is there for hands only: bars of buttons, handles, what is selected."""
        ratio = self.devicePixelRatioF()
        image = QImage(*size_in_pixels(self), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        if self._series is not None and (self._frames.stale or self.picture is None):
            self._frames.build()
            self.update()
        painter = QPainter(image)
        try:
            scene, picture = self.scene, self.picture
            if scene is None or picture is None:
                paint_notice(painter, self.rect(), self._notice, self._theme)
            else:
                painter.scale(1 / ratio, 1 / ratio)
                paint(painter, scene.primitives, picture.type)
                paint(painter, self.above(marks=False), picture.type)
        finally:
            painter.end()
        return image

    def above(self, *, marks: bool = True) -> tuple[Primitive, ...]:
        """What is painted above the picture: the legend, what a hand has, the countdown and the crosshair.

        Without ``marks``, nothing that says what a hand could do there.
        """
        scene = self.scene
        if scene is None or self.picture is None:
            return ()
        look = self.picture.look(scene.chart, scene.series)
        lines = self.picture.legend(cursor_row(scene, self.cursor_place), self.attention if marks else NOTHING)
        shown = [line for line in lines if marks or not line.folds]
        found = [*runs(shown), *self.held_primitives(scene, self.picture, marks=marks)]
        if self._countdown.left is not None:
            found += countdown(scene, self._countdown.left, look)
        if self.cursor_place is not None:
            found += crosshair(scene, self.cursor_place, look)
        return tuple(found)

    def _context(self, series: Series) -> Context:
        """What the chart's indicators may refer to; the same one until something in it changes."""
        made_of = (self.chart, series.axis.calendar, series.beside)
        if self._known is None or any(one is not other for one, other in zip(self._known[0], made_of, strict=True)):
            self._known = (made_of, series.context(self.chart))
        return self._known[1]

    def drawings(self) -> tuple[Drawing, ...]:
        """The instrument's drawings as they are shown, lowest first."""
        symbol, until = self.chart.symbol, None if self._series is None else self._series.until
        return self._past.shown(symbol, self.remapping.shown(self.history.document.drawings.get(symbol, ())), until)

    @property
    def remapping(self) -> Remapping:
        """How drawings come to be shown in the prices of the bars, and back."""
        series, now = self._series, self._remapping
        if series is not None and (series.adjustments is not now.adjustments or series.basis != now.basis):
            self._remapping = Remapping(series.adjustments, series.basis)
        return self._remapping

    def sizeHint(self) -> QSize:
        """Large: the chart is what the window is for."""
        return QSize(900, 600)

    def close_workers(self) -> None:
        """Keep the view and end the threads; the widget is not used afterwards."""
        self.sight.keep()
        self._computing.close()
        self._shaping.close()
