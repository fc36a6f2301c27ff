"""What the program says when something is in the way: problems, reasons, and complaints on the terminal."""

from __future__ import annotations

import errno
import os
import sys

from charting.core.text import Sentence, translatable


class Problem(Exception):
    """Something the user must know or decide: one clear sentence saying what is wrong and what to do."""

    def __init__(self, template: str, **values: object) -> None:
        self.sentence = Sentence(template, values)
        super().__init__(self.sentence)


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


def complain(message: object) -> None:
    """Tell the terminal what is wrong, in one line; a program without a terminal has none to tell."""
    if sys.stderr is not None:
        sys.stderr.write(f"lionrock: {' '.join(str(message).split())}\n")
