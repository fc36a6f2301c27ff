"""The settings: a page for each matter, where every change holds at once."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QTabWidget, QWidget

from gui.dialogs.frame import DialogFrame
from gui.form_page import FormPage
from gui.translation import tr


class SettingsDialog(DialogFrame):
    """The dialog with its pages."""

    def __init__(self, pages: Iterable[FormPage], parent: QWidget | None = None) -> None:
        super().__init__("settings_dialog", tr("Settings"), parent)
        self.setModal(False)
        self.add_heading(tr("Settings"))
        tabs = QTabWidget(self)
        tabs.setObjectName("settings_tabs")
        tabs.setAccessibleName(tr("Settings"))
        tabs.setDocumentMode(True)
        tabs.tabBar().setDrawBase(False)
        tabs.tabBar().setObjectName("settings_tab_bar")
        tabs.tabBar().setAccessibleName(tr("Settings"))
        for page in pages:
            tabs.addTab(page, page.accessibleName())
        self.body.addWidget(tabs, 1)
        self.add_close_button()
        self.resize(520, 420)
