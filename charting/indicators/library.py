"""Loads TA-Lib, and nothing that TA-Lib would bring along.

On import the ``talib`` package, and its compiled part once more, look for pandas and polars only to accept their series
as arguments. Finding pandas costs 0.2 to 1 s, a hundred times what TA-Lib itself needs (10 ms). Both look-ups are
optional and go by ``ModuleNotFoundError``, so here they are told, in the importing thread alone, that neither is
installed. Other threads may import pandas at the same time, and pandas works as ever afterwards.
"""

from __future__ import annotations

import sys
import threading
from functools import cache
from typing import Any

_OPTIONAL = frozenset({"pandas", "polars"})


class _Hidden:
    """Finds, for one thread, that some packages are not installed."""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names
        self._thread = threading.get_ident()
        self._raised: list[ModuleNotFoundError] = []

    def find_spec(self, fullname: str, *_: object) -> None:
        if fullname in self._names and threading.get_ident() == self._thread:
            self._raised.append(ModuleNotFoundError(f"{fullname} is not needed here", name=fullname))
            raise self._raised[-1]

    def forget(self) -> None:
        """Let go of the callers: TA-Lib's compiled module keeps the errors it caught, and they their frames."""
        for error in self._raised:
            error.__traceback__ = None


@cache
def talib() -> Any:
    """The ``talib`` module, which from now on takes numpy arrays only; with ``abstract`` and ``stream``."""
    finder = _Hidden(_OPTIONAL)
    sys.meta_path.insert(0, finder)
    try:
        import talib as module
        import talib.abstract
        import talib.stream
    finally:
        sys.meta_path.remove(finder)
        finder.forget()
    return module


def description(function: str, **parameters: float) -> Any:
    """What TA-Lib says of one of its functions: parameters, outputs, flags and ``lookback``."""
    return talib().abstract.Function(function, **parameters)
