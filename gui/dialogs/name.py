"""Asks for a name."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QLineEdit, QWidget

from gui.dialogs.frame import DialogFrame
from gui.translation import tr

LONGEST = 80
"""Characters of a name."""


class NameDialog(DialogFrame):
    """The dialog; ``name`` is what was typed, without spaces around it.

    Parameters
    ----------
    question, button
        Translated: what is asked, and the word on the button that accepts.
    taken
        Names that exist; choosing one is allowed after a warning, unless ``refuse_taken``.
    """

    def __init__(
        self, title: str, question: str, button: str, start: str, taken: Collection[str], *, refuse_taken: bool,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__("name_dialog", title, parent)
        self._taken = {name.casefold() for name in taken}
        self._refuse_taken = refuse_taken
        self.add_label("question", question)
        self._field = QLineEdit(start, self)
        self._field.setObjectName("name_dialog_field")
        self._field.setAccessibleName(question)
        self._field.setMaxLength(LONGEST)
        self._field.selectAll()
        self._field.textChanged.connect(self._judge)
        self.body.addWidget(self._field)
        self._remark = self.add_label("remark", "", "muted")
        self.add_button("cancel", tr("Cancel")).clicked.connect(self.reject)
        self._accept = self.add_button("accept", button, default=True)
        self._accept.clicked.connect(self.accept)
        self.setMinimumWidth(400)
        self._judge()
        self._field.setFocus()

    @property
    def name(self) -> str:
        """What was typed."""
        return " ".join(self._field.text().split())

    def _judge(self) -> None:
        taken = self.name.casefold() in self._taken
        self._accept.setEnabled(bool(self.name) and not (taken and self._refuse_taken))
        refused = tr("There is a workspace of this name already. Choose another name.")
        self._remark.setText((refused if self._refuse_taken else tr("This replaces what has that name.")) if taken else "")
