"""Spin boxes for settings: they write numbers as short as they are and take a typed one when it is finished."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from gui.wheel import scroll_past

_AROUND = 52
"""What borders, margins and the arrows take of a box's width."""


class NumberBox(QDoubleSpinBox):
    """A number without zeros at its end; the wheel turns it only while it has the focus, and the rest scrolls otherwise."""

    def __init__(
        self, name: str, title: str, low: float, high: float, *, step: float = 1.0, decimals: int = 4, fixed: int = 0,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._fixed = fixed
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        scroll_past(self)

    def textFromValue(self, value: float) -> str:
        """The number with at least its fixed decimals, and no zeros after them."""
        text = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        if point not in text:
            return text
        whole, _, rest = text.partition(point)
        rest = rest.rstrip("0").ljust(self._fixed, "0")
        return whole + (point + rest if rest else "")

    def sizeHint(self) -> QSize:
        """Room for the numbers that occur, not for the largest that may be typed, and for the word that stands for one."""
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in ("0" * 7, self.specialValueText()))
        return QSize(max(112, widest + _AROUND), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As small as the widest usual number."""
        return QSize(max(84, self.fontMetrics().horizontalAdvance("0" * 4) + _AROUND), super().minimumSizeHint().height())


def step_for(low: float | None, high: float | None, default: float) -> float:
    """How much one turn of a setting changes it, from its bounds."""
    if default >= 1000:
        return 10.0 ** (len(str(int(default))) - 2)
    if high is not None and low is not None and high - low <= 2:
        return 0.05
    return 1.0 if default >= 10 else 0.1
