"""Marks English texts below the view so that the view can translate them when it shows them."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping, Sequence
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


def enumerated(words: Sequence[str]) -> str:
    """“one, two, three”, parted as a language does it; words that are sentences can be said in that language as well."""
    if len(words) < 2:
        return words[0] if words else ""
    half = len(words) // 2  # by halves: hundreds of words are no deeper than ten
    return sentence("{some}, {others}", some=enumerated(words[:half]), others=enumerated(words[half:]))


def writable(text: str) -> str:
    r"""A text as a file can hold it: bytes in the name of a file that are no characters are written as ``\udcc4``."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


_REASONS = {
    errno.ENOSPC: translatable("the disk is full"),
    errno.EDQUOT: translatable("the disk quota is used up"),
    errno.EACCES: translatable("permission denied"),
    errno.EPERM: translatable("permission denied"),
    errno.EROFS: translatable("the disk is read-only"),
    errno.ENOENT: translatable("the folder or file does not exist"),
    errno.ENOTDIR: translatable("a part of the path is not a folder"),
    errno.EISDIR: translatable("it is a folder"),
    errno.EIO: translatable("the disk reported an error"),
    errno.ENAMETOOLONG: translatable("the name is too long"),
}


def reason(error: BaseException) -> Sentence:
    """Why an operation on a file failed, in a few words that fit into a sentence."""
    if isinstance(error, OSError) and error.errno is not None:
        known = _REASONS.get(error.errno)
        return Sentence(known or os.strerror(error.errno).lower())
    carried = error.args[0] if error.args else ""
    return carried if isinstance(carried, Sentence) else Sentence(str(error) or type(error).__name__)
