"""The properties of a drawing: every change shows at once and is a step of undo; Esc puts the drawing back as it was."""

from __future__ import annotations

from itertools import count

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QPushButton, QTabWidget, QWidget

from charting.core.document import Drawing, Workspace
from charting.core.history import History
from charting.core.instrument import Instrument
from charting.core.theme import Theme
from charting.drawings.catalogue import tool_of
from gui import chart_edits, drawing_steps, styling
from gui.dialogs.frame import DialogFrame
from gui.drawing_pages.display import DisplayPage
from gui.drawing_pages.page import Page
from gui.drawing_pages.points import Points, PointsPage
from gui.drawing_pages.style import StylePage
from gui.template_menu import fill_template_menu
from gui.templates import Templates
from gui.translation import tr

REST = 1200
"""Milliseconds without a change after which the next change of the same field is a step of its own."""
SCROLL_BAR = 16
"""Logical pixels that a page's scroll bar takes."""
_sessions = count()


class DrawingProperties(DialogFrame):
    """The form. It stays open beside the chart; the document is the only place where values are kept.

    Parameters
    ----------
    instrument
        The chart's, for prices and times.
    points
        Reads the points of a drawing and moves them as its tool has it.
    """

    def __init__(
        self,
        history: History,
        templates: Templates,
        theme: Theme,
        instrument: Instrument,
        points: Points,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("drawing_properties", tr("Properties"), parent)
        self.setModal(False)
        self._history, self._templates, self._theme = history, templates, theme
        self._instrument, self._points = instrument, points
        self._session, self._serial = next(_sessions), 0
        self._start: Drawing | None = None
        self._pages: tuple[Page, ...] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._begin_step)
        self._make_head()
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("drawing_properties_tabs")
        self._tabs.setAccessibleName(tr("Properties"))
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.tabBar().setObjectName("drawing_properties_tab_bar")
        self._tabs.tabBar().setAccessibleName(tr("Properties"))
        self.body.addWidget(self._tabs, 1)
        self._make_buttons()
        self.resize(440, 560)
        history.changed.connect(self._follow)
        self.finished.connect(lambda _result: history.changed.disconnect(self._follow))

    @property
    def drawing_id(self) -> str:
        """The drawing on show, empty before there is one."""
        return "" if self._start is None else self._start.id

    def show_drawing(self, drawing: Drawing) -> None:
        """Show a drawing, and remember how it is now for Esc."""
        if self._start is not None and self._start.id == drawing.id:
            return
        page = max(0, self._tabs.currentIndex())
        self._begin_step()
        self._start = drawing
        self._tabs.clear()
        for old in self._pages:
            old.deleteLater()
        layers = sorted({one.layer for one in chart_edits.active_drawings(self._history.document)} | {""})
        self._pages = (
            StylePage(drawing.kind, self._theme),
            PointsPage(len(drawing.anchors), self._instrument, self._points),
            DisplayPage(layers),
        )
        for one in self._pages:
            self._tabs.addTab(one, one.accessibleName())
            one.changed.connect(self._change)
        self._tabs.setCurrentIndex(page)
        for field in self.findChildren(QWidget):
            field.installEventFilter(self)
        self._write(drawing)
        # No page scrolls sideways: the form is as wide as its widest one needs, with room for the bar that scrolls down.
        self._tabs.setMinimumWidth(max(one.body.minimumSizeHint().width() for one in self._pages) + SCROLL_BAR)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo are the document's here too, whose every change is a step, and not those of a single field."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _travels(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def focus_text(self) -> None:
        """Put the cursor into what the drawing says, else into its name."""
        field = self._tabs.currentWidget()
        if not (isinstance(field, StylePage) and field.focus_text()):
            self._name.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Show colours in another theme."""
        self._theme = theme
        for page in self._pages:
            if isinstance(page, StylePage):
                page.set_theme(theme)

    def reject(self) -> None:
        """Esc: the drawing as it was when the form came to it, as a step that can be taken back itself."""
        self._restore()
        super().reject()

    # Its parts

    def _make_head(self) -> None:
        self._title = QLabel(self)
        self._title.setObjectName("drawing_properties_title")
        styling.set_role(self._title, "heading")
        self.body.addWidget(self._title)
        self._name = QLineEdit(self)
        self._name.setObjectName("drawing_name")
        self._name.setAccessibleName(tr("Name"))
        self._name.setPlaceholderText(tr("Name, as in “Neckline”"))
        self._name.textEdited.connect(self._rename)
        self.body.addWidget(self._name)

    def _make_buttons(self) -> None:
        self._template_button = QPushButton(tr("Template"), self)
        self._template_button.setObjectName("drawing_properties_template")
        self._template_button.setAccessibleName(tr("Template"))
        self._template_button.setAutoDefault(False)
        menu = QMenu(self._template_button)
        menu.setObjectName("drawing_properties_template_menu")
        menu.setAccessibleName(tr("Template"))
        menu.aboutToShow.connect(lambda: self._fill_templates(menu))
        self._template_button.setMenu(menu)
        self._buttons.insertWidget(0, self._template_button)
        restore = self.add_button("restore", tr("Undo changes"))
        restore.setToolTip(tr("The drawing as it was when this form opened"))
        restore.clicked.connect(self._restore)
        self.add_button("done", tr("Done"), default=True).clicked.connect(self.accept)

    def _fill_templates(self, menu: QMenu) -> None:
        drawing = self._found()
        if drawing is not None:
            fill_template_menu(menu, self._history, self._templates, drawing)

    # The document

    def _found(self) -> Drawing | None:
        return drawing_steps.find(self._history, self.drawing_id)

    def _follow(self, _before: Workspace, _after: Workspace) -> None:
        drawing = self._found()
        if drawing is None:
            self.accept()
        else:
            self._write(drawing)

    def _write(self, drawing: Drawing) -> None:
        title = tr(tool_of(drawing.kind).title)
        self._title.setText(title)
        self._title.setAccessibleName(title)
        self.setWindowTitle(tr("{drawing}: properties", drawing=title))
        if self._name.text().strip() != drawing.name:
            self._name.setText(drawing.name)
        for page in self._pages:
            page.show_drawing(drawing)

    def _rename(self, text: str) -> None:
        drawing = self._found()
        if drawing is not None:
            self._change(replace(drawing, name=text.strip()), "name")

    def _change(self, drawing: Drawing, field: str) -> None:
        pattern = {"name": tr("Rename {drawing}"), "note": tr("Annotate {drawing}"), "locked": tr("Lock or unlock {drawing}"),
                   "hidden": tr("Hide or show {drawing}")}.get(field, tr("Restyle {drawing}"))  # fmt: skip
        if field.startswith("point "):
            pattern = tr("Reshape {drawing}")
        mark = ("properties", self._session, self._serial, drawing.id, field)
        self._rest.start()
        drawing_steps.change(self._history, [drawing], drawing_steps.step_name(pattern, [drawing]), mark)

    def _begin_step(self) -> None:
        self._serial += 1

    def _restore(self) -> None:
        self._begin_step()
        if self._start is not None and self._found() is not None:
            pattern = tr("Restore {drawing}")
            drawing_steps.change(self._history, [self._start], drawing_steps.step_name(pattern, [self._start]))


def _travels(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
