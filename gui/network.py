"""How the program connects: the user's proxy and certificates, checked and tried in workers. Main thread only."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale

from charting.market.network import Network, ca_bundle_of, expanded, proxy_of
from charting.market.provider import MarketError, Networked
from gui.settings import Settings, SettingsFile
from gui.translation import said, tr
from gui.workers import Workers

Tell = Callable[[str, bool], None]
"""Is told a sentence, and whether it is a good one."""

TRIED = "^HSI"
"""The symbol that a trial asks for."""


class NetworkSettings:
    """The settings of connections, and the sources that follow them.

    Parameters
    ----------
    settings
        Where they are kept.
    providers
        The sources there are by now; those that connect are told.
    forbidden
        Whether the program was started with ``--offline``.
    """

    def __init__(
        self, settings: SettingsFile, providers: Callable[[], Iterable[object]], workers: Workers, *, forbidden: bool
    ) -> None:
        self._settings = settings
        self._providers = providers
        self._workers = workers
        self._forbidden = forbidden
        self._use()

    @property
    def proxy(self) -> str:
        """The proxy as it was typed; empty for what the environment says."""
        return self._settings.current.proxy

    @property
    def ca_bundle(self) -> str:
        """The file of certificates as it was typed; empty for what the environment says."""
        return self._settings.current.ca_bundle

    def set_proxy(self, typed: str, tell: Tell) -> None:
        """Connect through another proxy from now on, if it is one."""
        try:
            proxy_of(typed)
        except ValueError as error:
            tell(said(error), False)
            return
        self._settings.change(proxy=typed.strip())
        self._use()
        tell("", True)

    def set_ca_bundle(self, typed: str, tell: Tell) -> None:
        """Trust the certificates in another file from now on, if it holds any."""

        def sound(_path: Path | None) -> None:
            self._settings.change(ca_bundle=typed.strip())
            self._use()
            tell("", True)

        self._workers.run(partial(ca_bundle_of, typed), sound, lambda error: tell(said(error), False))

    def test(self, proxy: str, ca_bundle: str, tell: Tell) -> None:
        """Make one connection as it is typed now, and say in plain words what came of it."""
        if self._forbidden:
            tell(tr("Lionrock was started with --offline, so no connection is made. Start it without that to try one."), False)
            return

        def answered(seconds: float) -> None:
            tell(tr("Yahoo Finance answered after {seconds} seconds.", seconds=QLocale().toString(seconds, "f", 1)), True)

        def failed(error: Exception) -> None:
            if not isinstance(error, MarketError | ValueError):
                raise error
            tell(said(error), False)

        self._workers.run(partial(_try, proxy, ca_bundle), answered, failed)

    def _use(self) -> None:
        use_network(self._settings.current, self._providers())


def use_network(settings: Settings, providers: Iterable[object]) -> None:
    """Have the sources that connect follow the settings, as far as those make sense: a file of settings may hold anything."""
    try:
        proxy = proxy_of(settings.proxy)
    except ValueError:
        proxy = None
    network = Network(proxy, expanded(settings.ca_bundle) if settings.ca_bundle else None)
    for one in providers:
        if isinstance(one, Networked):
            one.use_network(network)


def _try(proxy: str, ca_bundle: str) -> float:
    """Seconds until Yahoo Finance answered. Blocks: for a worker."""
    from charting.market.yahoo import YahooProvider

    provider = YahooProvider(proxy_of(proxy), ca_bundle_of(ca_bundle))
    begun = time.monotonic()
    provider.quote(TRIED)
    return time.monotonic() - begun
