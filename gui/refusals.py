"""Says which rows of a source were left out: by kind and count, with the line of the first of each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale

from charting.core.text import enumerated
from charting.market.provider import History, Refused
from gui.context import Notice, NoticeAction, Window
from gui.translation import said, tr

SHOWN = 4
"""Most kinds that the sentence itself names; the details have all."""


def refusal_sentence(history: History) -> str:
    """“1,961 of 60,000 rows were left out: 1,063 repeated time, 898 high below low.”; empty when none were."""
    refused = sorted(history.refused, key=lambda each: -each.count)
    if not refused:
        return ""
    named = refused if len(refused) <= SHOWN else refused[: SHOWN - 1]
    kinds = said(enumerated([f"{_number(each.count)} {tr(each.kind)}" for each in named]))
    if len(refused) > len(named):
        kinds = tr("{kinds} and {count} more kinds", kinds=kinds, count=len(refused) - len(named))
    count = left_out(history)
    if count is None:
        return tr("Some rows were left out: {kinds}.", kinds=kinds)
    return tr("{count} of {rows} rows were left out: {kinds}.", count=_number(count), rows=_number(history.rows), kinds=kinds)


def refusal_notice(key: str, history: History, preview: Callable[[], None]) -> Notice | None:
    """A notice of what was left out, with everything in its details and a way to read it otherwise; None when nothing was."""
    sentence = refusal_sentence(history)
    if not sentence:
        return None
    count, reasons = left_out(history), sum(each.count for each in history.refused)
    several = count is not None and count < reasons
    heading = tr("Left out, some rows for several reasons:") if several else tr("Left out:")
    details = [heading, *map(_line, history.refused)]
    if history.repaired:
        details += ["", tr("Put right and kept:"), *map(_line, history.repaired)]
    return Notice(key, sentence, "warning", (NoticeAction(tr("Change how it is read…"), preview),), "\n".join(details))


def tell_refusals(window: Window, key: str, source: str, history: History, preview: Callable[[str], None]) -> None:
    """Say in a window what was left out of a file, whose owner may want to put it right; of other sources the log tells."""
    notice = refusal_notice(key, history, partial(preview, source)) if source.startswith("file:") else None
    if notice is None:
        window.clear_notice(key)
    else:
        window.show_notice(notice)


def left_out(history: History) -> int | None:
    """How many rows were left out, each counted once; None where the bars do not tell, having been joined to longer ones."""
    count = history.rows - len(history.bars)
    counts = [each.count for each in history.refused]
    # A row is counted under each of its defects: there cannot be fewer than of one kind, nor more than of all together.
    return count if max(counts, default=0) <= count <= sum(counts) else None


def _line(refused: Refused) -> str:
    text = f"{_number(refused.count)} {tr(refused.kind)}"
    if refused.first_line is None:
        return text
    return tr("{text} (first in line {line})", text=text, line=_number(refused.first_line))


def _number(count: int) -> str:
    return QLocale().toString(count)
