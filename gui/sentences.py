"""Sentences for the user that carry their values apart, so that they can be written to a terminal or translated later."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field

from charting.core.text import translatable


@dataclass(frozen=True, slots=True)
class Sentence:
    """An English template (marked with :func:`charting.core.text.translatable`) and the values put in for ``{name}``.

    ``str`` gives the English text without loading Qt; the window translates the template.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template

    def translated(self) -> str:
        """The sentence in the user's language; loads Qt."""
        from gui.translation import tr

        values = {name: value.translated() if isinstance(value, Sentence) else value for name, value in self.values.items()}
        return tr(self.template, **values)


class Problem(Exception):
    """Something the user must know or decide: one clear sentence saying what is wrong and what to do."""

    def __init__(self, template: str, **values: object) -> None:
        self.sentence = Sentence(template, values)
        super().__init__(str(self.sentence))


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
        return Sentence(known) if known else Sentence("{reason}", {"reason": os.strerror(error.errno).lower()})
    return Sentence("{reason}", {"reason": str(error) or type(error).__name__})


def complain(message: object) -> None:
    """Tell the terminal what is wrong, in one line; a program without a terminal has none to tell."""
    if sys.stderr is not None:
        sys.stderr.write(f"lionrock: {' '.join(str(message).split())}\n")
