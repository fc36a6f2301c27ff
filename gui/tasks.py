"""Work that may take long: how far it is, and a way to stop it, for whoever does it and whoever waits."""

from __future__ import annotations

from pathlib import Path

PATIENCE = 300
"""Milliseconds before work that is still going on is mentioned."""
PACE = 100
"""Milliseconds between two looks at how far it is."""


class Task:
    """A file that is being read or written; may be asked and told from any thread.

    Attributes
    ----------
    path
        The file.
    share
        How much of it is done, 0 to 1.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.share = 0.0
        self._stopped = False

    def stop(self) -> None:
        """Have the work end soon."""
        self._stopped = True

    def progress(self, share: float) -> bool:
        """Note how far it is; False to stop, as a :data:`charting.market.table.Progress`."""
        self.share = share
        return not self._stopped
