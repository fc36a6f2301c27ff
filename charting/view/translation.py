"""Turns English texts into the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from charting.core.text import Sentence


def tr(text: str, /, **values: object) -> str:
    """The translation of ``text`` with ``values`` put in for ``{name}``: ``tr("Undo {step}", step=name)``."""
    translated = QCoreApplication.translate("lionrock", text)
    return translated.format(**values) if values else translated


def said(message: object) -> str:
    """What a sentence, or an error that carries one, says in the user's language; anything else as it writes itself."""
    if isinstance(message, BaseException) and len(message.args) == 1:
        return said(message.args[0]) or type(message).__name__
    if isinstance(message, Sentence):
        carriers = (Sentence, BaseException)
        return tr(message.template, **{n: said(v) if isinstance(v, carriers) else v for n, v in message.values.items()})
    return str(message)
