"""The head of a dock: its name, room for marks and buttons, and a button that closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QWidget

from gui import styling
from gui.buttons import icon_button
from gui.translation import tr


class DockTitleBar(QWidget):
    """Stands in for Qt's title bar; dragging it moves the dock, a double click makes it float."""

    def __init__(self, dock: QDockWidget, *, closes: bool = True) -> None:
        super().__init__(dock)
        name = dock.objectName()
        self.setObjectName(f"{name}_title_bar")
        self.setAccessibleName(dock.windowTitle())
        styling.set_role(self, "dock_head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        label = QLabel(dock.windowTitle(), self)
        label.setObjectName(f"{name}_title")
        label.setAccessibleName(dock.windowTitle())
        styling.set_role(label, "dock_title")
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 6, 4)
        self._layout.setSpacing(8)
        self._layout.addWidget(label)
        self._layout.addStretch(1)
        if closes:
            title = tr("Close {panel}", panel=dock.windowTitle())
            self._layout.addWidget(icon_button(f"{name}_close", "x", title, dock.close, self, size=14))
        self.setMinimumHeight(36)

    def add(self, widget: QWidget, *, beside_title: bool = False) -> None:
        """Put a mark beside the title, or a button before the closing one."""
        position = 1 if beside_title else self._layout.count() - 1
        self._layout.insertWidget(position, widget)
