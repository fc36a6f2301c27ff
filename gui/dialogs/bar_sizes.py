"""Asks for the sizes of bars that prices make: bricks, reversals, boxes, and how many of them turn."""

from __future__ import annotations

from msgspec.structs import asdict, replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox, QWidget

from charting.core.document import Sizes
from charting.core.text import translatable
from charting.core.transforms import automatic_box
from charting.scene.series import Series
from charting.view.formats import LocaleFormats
from gui.dialogs.frame import DialogFrame
from gui.number_boxes import NumberBox
from gui.translation import standard_text, tr

LARGEST = 1e9
BOXES: tuple[tuple[str, str], ...] = (
    ("renko", translatable("Renko brick")),
    ("kagi", translatable("Kagi reversal")),
    ("box", translatable("Point and figure box")),
)
"""Heights in the instrument's currency, with their titles; 0 stands for the automatic one."""
COUNTS: tuple[tuple[str, str, int], ...] = (
    ("reversal", translatable("Boxes that turn a column"), 2),
    ("lines", translatable("Lines that a break turns"), 1),
)
"""Numbers, with their titles and the least each may be."""
_MOST = 20


class BarSizesDialog(DialogFrame):
    """The dialog; ``chosen`` tells the sizes when it is accepted.

    Parameters
    ----------
    sizes
        What it begins with.
    series
        The bars on show, for the automatic size and the currency; None while there are none.
    """

    chosen = Signal(object)

    def __init__(self, sizes: Sizes, series: Series | None, parent: QWidget | None = None) -> None:
        super().__init__("bar_sizes_dialog", tr("Sizes of bricks and boxes"), parent)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(24)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._boxes = {name: self._add_box(name, tr(title), series, _usual(series, sizes)) for name, title in BOXES}
        self._counts = {name: self._add_count(name, tr(title), least) for name, title, least in COUNTS}
        self.body.addLayout(self._form)
        self.add_label("note", tr("Automatic is the average true range of 14 bars, rounded to 1, 2 or 5."), "muted")
        self._show(sizes)
        self.add_button("standard", standard_text("Restore Defaults"), at_left=True).clicked.connect(lambda: self._show(Sizes()))
        self.add_button("cancel", standard_text("Cancel")).clicked.connect(self.reject)
        self.add_button("apply", standard_text("OK"), default=True).clicked.connect(self.accept)

    @property
    def sizes(self) -> Sizes:
        """What the fields say."""
        heights = {name: box.value() or None for name, box in self._boxes.items()}
        return replace(Sizes(), **heights, **{name: box.value() for name, box in self._counts.items()})

    def accept(self) -> None:
        """Tell what was chosen."""
        self.chosen.emit(self.sizes)
        super().accept()

    def _show(self, sizes: Sizes) -> None:
        values = asdict(sizes)
        for name, box in self._boxes.items():
            box.setValue(values[name] or 0.0)
        for name, count in self._counts.items():
            count.setValue(values[name])

    def _add_box(self, name: str, title: str, series: Series | None, usual: float | None) -> NumberBox:
        decimals = 3 if series is None or usual is None else max(3, series.instrument.decimals(usual))
        box = NumberBox(f"bar_sizes_{name}", title, 0.0, LARGEST, step=usual or 1.0, decimals=decimals, parent=self)
        text = LocaleFormats().price(usual, 0 if usual >= 1 else decimals) if usual is not None else ""
        box.setSpecialValueText(tr("Automatic ({size})", size=text) if text else tr("Automatic"))
        if series is not None and series.instrument.currency:
            box.setSuffix(" " + series.instrument.currency)
        box.setMinimumWidth(max(180, box.sizeHint().width()))
        self._add_row(title, box)
        return box

    def _add_count(self, name: str, title: str, least: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(f"bar_sizes_{name}")
        box.setAccessibleName(title)
        box.setRange(least, _MOST)
        box.lineEdit().setTextMargins(6, 0, 0, 0)
        self._add_row(title, box)
        return box

    def _add_row(self, title: str, box: QWidget) -> None:
        label = QLabel(title, self)
        label.setObjectName(f"{box.objectName()}_label")
        label.setBuddy(box)
        label.setMinimumHeight(box.sizeHint().height())
        self._form.addRow(label, box)


def _usual(series: Series | None, sizes: Sizes) -> float | None:
    """The automatic size for the bars on show, None where it is not known."""
    if series is None or not len(series.bars):
        return None
    if series.made is None:
        return automatic_box(series.bars)
    chosen = {"renko": sizes.renko, "kagi": sizes.kagi, "point-and-figure": sizes.box}.get(series.made.style)
    return series.made.box or None if chosen is None else None
