"""The newest state of a series that is kept: what its source has beyond the stored bars, or all of it anew after a split."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct, structs

from charting.core.bars import same_rows
from charting.core.calendar import calendar_for
from charting.core.text import sentence
from charting.market.freshness import is_current, overlap_start
from charting.market.provider import BadAnswer, History, Provider, SeriesKey
from charting.market.restating import is_implausible, is_readjusted, is_restated, new_splits, rebased, restatement
from charting.market.store import NEVER, Store, joined_history


class Refreshing(Struct, frozen=True, eq=False):
    """One series that is asked for anew; to be run in a worker.

    Attributes
    ----------
    now
        The present.
    note
        Is told what the source answered, so that it can be written down what of it was not believed.
    again
        Is called with each other series that has to be asked for too.
    """

    key: SeriesKey
    provider: Provider
    store: Store
    now: Callable[[], datetime]
    note: Callable[[History], None]
    again: Callable[[SeriesKey], None]

    def run(self) -> History:
        """The newest state of the series, which is also put into the store.

        Raises
        ------
        MarketError
            If the source could not be had, or what it says cannot be believed.
        """
        key, provider, old = self.key, self.provider, self.store.read(self.key)
        if not provider.online or old is None:
            new = provider.history(key.name, key.interval)
            self.note(new)
            if old is None or not _same_bars(old, new):
                self.store.write(key, new)
            return new
        calendar = calendar_for(old.instrument.exchange)
        if is_current(old, calendar, self.now()):
            return old
        since = None if old.fetched == NEVER else overlap_start(old, calendar)
        new = provider.history(key.name, key.interval, since)
        self.note(new)
        _refuse_strange(key, old, new)
        if is_restated(old, new):
            return self._restated(old)
        if is_readjusted(old, new):
            new = provider.history(key.name, key.interval)
        self.store.extend(key, new)
        return joined_history(old, new)

    def _restated(self, old: History) -> History:
        """The newest state of a series after a split: what is stored of any interval is on another basis than what comes.

        All of it is put on the new basis in one step, and fetched again as far as the source has it. What the source has no
        more of, such as last year's minutes, stays.
        """
        key = self.key
        whole = self.provider.history(key.name, key.interval)
        factor, splits = restatement(old, whole), new_splits(old, whole)
        found = joined_history(rebased(old, factor), whole)
        kept = {key: found}
        for other in self.store.series():
            if (other.source, other.symbol) != (key.source, key.symbol) or other == key:
                continue
            stored = self.store.read(other)
            if stored is not None and (not splits or new_splits(stored, whole)):
                kept[other] = structs.replace(rebased(stored, factor, splits), fetched=NEVER)
        self.store.write_all(kept)
        for other in kept:
            if other != key:
                self.again(other)
        return found


def _refuse_strange(key: SeriesKey, old: History, new: History) -> None:
    if is_implausible(old, new):
        raise BadAnswer(
            sentence(
                "The answer for {symbol} is of another scale than the stored bars. Nothing of it was kept; try again later.",
                symbol=key.symbol,
            )
        )
    if old.adjusted is not None and new.adjusted is None:
        raise BadAnswer(
            sentence(
                "The answer for {symbol} lacks the adjusted closes that are stored. Nothing of it was kept; try again later.",
                symbol=key.symbol,
            )
        )


def _same_bars(old: History, new: History) -> bool:
    """Whether two histories have the same bars, so that writing them again would change nothing."""
    return len(old.bars) == len(new.bars) and same_rows(old.bars, new.bars, len(old.bars))
