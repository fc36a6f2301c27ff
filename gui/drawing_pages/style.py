"""The look of a drawing: its line, its fill, how far it reaches, and its tool's own settings."""

from __future__ import annotations

from itertools import zip_longest

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from charting.core.document import Drawing, Setting
from charting.core.theme import Theme
from charting.drawings.abilities import abilities
from charting.drawings.catalogue import tool_of
from charting.drawings.declaration import ToolParameter, levels
from charting.drawings.levels import plain
from gui.colour_button import ColourButton
from gui.drawing_looks import DASHES, line_icon
from gui.drawing_pages.page import Page
from gui.level_list import LevelList
from gui.number_boxes import NumberBox
from gui.parameter_fields import ParameterField, parameter_field
from gui.translation import tr
from gui.wheel import scroll_past


class StylePage(Page):
    """The page, made for one kind of drawing: what its tool makes no use of is left out."""

    def __init__(self, kind: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("style_page", tr("Style"), parent)
        able = abilities(kind)
        texts = [one for one in tool_of(kind).parameters if isinstance(one.default, str) and not one.choices]
        others = [one for one in tool_of(kind).parameters if one not in texts]
        self._parameters: list[ParameterField] = []
        for parameter in texts:
            self._add_parameter(parameter, theme)
        self._make_line(theme, width=able.width, dash=able.dash)
        self._make_fill(theme, fill=able.fill, opacity=able.opacity)
        self._left = self._make_switch("extend_left", tr("Extend to the left"), able.extend_left)
        self._right = self._make_switch("extend_right", tr("Extend to the right"), able.extend_right)
        if others and not isinstance(others[0].default, list):  # which has a heading of its own
            self.add_heading("parameters_heading", tr("Settings"))
        for parameter in others:
            self._add_parameter(parameter, theme)

    def show_drawing(self, drawing: Drawing) -> None:
        """Write the drawing's values into the fields."""
        super().show_drawing(drawing)
        stroke = drawing.stroke
        self._colour.show_colour(stroke.colour)
        self._fill.show_colour(drawing.fill, stroke.colour)
        fields = (self._width, self._dash, self._opacity, self._left, self._right)
        blockers = [QSignalBlocker(field) for field in fields]
        self._width.setValue(stroke.width)
        self._dash.setCurrentIndex(self._dash.findData(stroke.dash))
        self._opacity.setValue(drawing.opacity * 100)
        self._left.setChecked(drawing.extend_left)
        self._right.setChecked(drawing.extend_right)
        del blockers
        for field in self._parameters:
            field.show(drawing)

    def set_theme(self, theme: Theme) -> None:
        """Show the colours in another theme."""
        for button in (self._colour, self._fill):
            button.set_theme(theme)
        for field in self._parameters:
            if isinstance(field.widget, LevelList):
                field.widget.set_theme(theme)
        for row, (dash, _) in enumerate(DASHES):
            self._dash.setItemIcon(row, line_icon(theme.text, 1.5, dash, self))

    def focus_text(self) -> bool:
        """Put the cursor into the tool's text; whether it has one."""
        for field in self._parameters:
            if isinstance(field.parameter.default, str) and not field.parameter.choices:
                field.widget.setFocus()
                return True
        return False

    def _make_line(self, theme: Theme, *, width: bool, dash: bool) -> None:
        row = QWidget(self.body)
        row.setObjectName("line_row")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._colour = ColourButton("line_colour", tr("Colour of the line"), theme, parent=row)
        self._colour.chosen.connect(lambda name: self.ask("colour", stroke=replace(self.drawing.stroke, colour=name)))
        self._width = NumberBox("line_width", tr("Width of the line"), 0.5, 20, step=0.5, decimals=1, parent=row)
        self._width.setSuffix(tr(" px"))
        self._width.setFixedWidth(max(92, self._width.minimumSizeHint().width()))
        self._width.valueChanged.connect(lambda value: self.ask("width", stroke=replace(self.drawing.stroke, width=value)))
        self._dash = QComboBox(row)
        scroll_past(self._dash)
        self._dash.setObjectName("line_dash")
        self._dash.setAccessibleName(tr("Kind of line"))
        self._dash.view().setObjectName("line_dash_choices")
        self._dash.view().setAccessibleName(tr("Kind of line"))
        for kind, text in DASHES:
            self._dash.addItem(line_icon(theme.text, 1.5, kind, self), tr(text), kind)
        self._dash.activated.connect(
            lambda index: self.ask("dash", stroke=replace(self.drawing.stroke, dash=self._dash.itemData(index)))
        )
        layout.addWidget(self._colour, 1)
        for field, used in ((self._width, width), (self._dash, dash)):
            layout.addWidget(field)
            field.setVisible(used)
        self.add_row(tr("Line") if width or dash else tr("Colour"), row)

    def _make_fill(self, theme: Theme, *, fill: bool, opacity: bool) -> None:
        row = QWidget(self.body)
        row.setObjectName("fill_row")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self._fill = ColourButton("fill_colour", tr("Colour of the fill"), theme, none=True, parent=row)
        self._fill.chosen.connect(lambda name: self.ask("fill", fill=name))
        self._opacity = NumberBox("fill_opacity", tr("Opacity of the fill"), 0, 100, step=5, decimals=0, parent=row)
        self._opacity.setSuffix("%")
        self._opacity.setFixedWidth(max(92, self._opacity.minimumSizeHint().width()))
        self._opacity.valueChanged.connect(lambda value: self.ask("opacity", opacity=value / 100))
        layout.addWidget(self._fill, 1)
        layout.addWidget(self._opacity)
        self._fill.setVisible(fill)
        if not fill:
            layout.addStretch(1)
        row.setVisible(opacity or fill)
        if opacity or fill:
            self.add_row(tr("Fill"), row)

    def _make_switch(self, field: str, title: str, used: bool) -> QCheckBox:
        box = QCheckBox(title, self.body)
        box.setObjectName(field)
        box.setAccessibleName(title)
        box.toggled.connect(lambda on: self.ask(field, **{field: on}))
        box.setVisible(used)
        if used:
            self.form.addRow("", box)
        return box

    def _add_parameter(self, parameter: ToolParameter, theme: Theme) -> None:
        field = parameter_field(parameter, theme, self.body, lambda value: self._set(parameter, value))
        self._parameters.append(field)
        if isinstance(field.widget, LevelList):
            self.add_heading(f"{field.widget.objectName()}_heading", tr(parameter.title))
            self.form.addRow(field.widget)
        elif isinstance(field.widget, QCheckBox):
            self.form.addRow("", field.widget)
        else:
            self.add_row(tr(parameter.title), field.widget)

    def _set(self, parameter: ToolParameter, value: Setting) -> None:
        step = f"parameter {parameter.name}"
        if isinstance(value, list):  # one level more or less, and each level of the list, is a step of its own
            before = [plain(level) for level in levels(self.drawing, parameter)]
            changed = (place for place, (one, other) in enumerate(zip_longest(before, value)) if one != other)
            step += f" {len(value)} {next(changed, '')}"
        self.ask(step, parameters={**self.drawing.parameters, parameter.name: value})
