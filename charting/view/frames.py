"""Makes the frames of a widget: whoever wants a new picture, it is built once, and painted only where it changed."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt
from PySide6.QtGui import QRegion

from charting.scene.changes import differing
from charting.scene.chart import ChartScene
from charting.scene.primitives import Primitive
from charting.view import regions
from charting.view.picture import Picture

_WANTED = QEvent.Type(QEvent.registerEventType())


class Framed(Protocol):
    """A widget with a picture, and with what lies above it."""

    @property
    def picture(self) -> Picture | None:
        """The picture, None before the first one."""
        ...

    @property
    def scene(self) -> ChartScene | None:
        """What the picture shows, None while there is nothing to show."""
        ...

    def renew(self) -> None:
        """Build the picture of things as they are now."""
        ...

    def above(self) -> tuple[Primitive, ...]:
        """What is painted above the picture now."""
        ...

    def isVisible(self) -> bool:
        """Whether it is on show."""
        ...

    def update(self, arg__1: QRegion | QRect, /) -> None:
        """Paint a part of it soon."""
        ...

    def rect(self) -> QRect:
        """All of it."""
        ...


class Frames(QObject):
    """Waits, before a picture is built, until nothing else is to be done, as Qt itself does before it paints.

    The picture is built before Qt is told to paint, so that what is painted and sent to the screen is no more than what differs
    from what stands there.
    """

    def __init__(self, framed: Framed, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("frames")
        self._framed = framed
        self._shown: tuple[ChartScene, tuple[Primitive, ...]] | None = None
        self._planned: tuple[ChartScene, tuple[Primitive, ...]] | None = None
        self._asked = False
        self.stale = True

    def want(self) -> None:
        """Have a picture built soon; any number of calls makes one."""
        self.stale = True
        self._ask()

    def want_above(self) -> None:
        """Have what lies above the picture painted soon, where it is no longer what it was."""
        self._ask()

    def _ask(self) -> None:
        if not self._asked:
            self._asked = True
            QCoreApplication.postEvent(self, QEvent(_WANTED), Qt.EventPriority.LowEventPriority.value)

    def customEvent(self, event: QEvent) -> None:
        """Build what was wanted, if nobody did so meanwhile, and have painted what is to be seen of it."""
        self._asked = False
        if self._framed.isVisible():
            shown = self._shown
            if self.stale:
                self.build()
            region = None if shown is None else self._changed(*shown)
            self._framed.update(self._framed.rect() if region is None else region)

    def build(self) -> None:
        """Build the picture now."""
        self.stale = False
        self._framed.renew()

    def above(self, scene: ChartScene, *, anew: bool) -> tuple[Primitive, ...]:
        """What is to be painted above a scene's picture: as it is now if ``anew``, else as the part to paint was found for.

        While more is asked for, what a hand moves may have moved on since, and would be painted beside that part.
        """
        if anew or not self._asked or self._planned is None or self._planned[0] is not scene:
            self._planned = scene, self._framed.above()
        self._shown = self._planned
        return self._shown[1]

    def forget(self) -> None:
        """Something else stands on the screen: no part of it can be kept."""
        self._shown = None

    def _changed(self, scene: ChartScene, above: tuple[Primitive, ...]) -> QRegion | None:
        """The part of the widget that looks otherwise than it did, None when that is most of it."""
        picture = self._framed.picture
        now = self._framed.scene
        if picture is None or now is None:
            return None
        strips = () if now is scene else picture.changed(scene)
        if strips is None:
            return None
        self._planned = now, self._framed.above()
        over = differing(above, self._planned[1], picture.type)
        return regions.region((*regions.even(strips), *regions.stacked(over)), picture.pixel_ratio)
