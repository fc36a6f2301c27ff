"""Marks English texts below the view so that the view can translate them when it shows them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self


def translatable(text: str) -> str:
    """Return ``text`` unchanged; its use tells the translation tools that users will read it.

    Nothing below ``charting.view`` knows Qt, so titles stay English here and pass through Qt's translation (context
    ``lionrock``) on their way to the screen.
    """
    return text


class Sentence(str):
    """A sentence for the user in English, which knows what it was made of, so that it can be said in another language.

    Attributes
    ----------
    template
        With ``{name}`` where values are put in.
    values
        What is put in; sentences and errors among them can be said in another language too.
    """

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object] | None = None) -> Self:
        """Put the values in."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template, made.values = template, values or {}
        return made


def sentence(template: str, /, **values: object) -> Sentence:
    """Make a sentence; like :func:`translatable`, its use tells the translation tools of the template."""
    return Sentence(template, values)
