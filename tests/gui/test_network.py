"""Proxy and certificates are settings: checked, tried, and followed by the sources from then on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from charting.market.network import Network
from gui.network import NetworkSettings
from gui.settings import SettingsFile
from gui.settings_pages.network import NetworkPage
from gui.workers import MainThread, Workers
from gui.writer import Writer
from tests.fakes.certificate import write_certificate
from tests.fakes.yahoo import fake_yahoo

pytestmark = pytest.mark.filterwarnings("ignore::Warning:yfinance")


class FakeSource:
    """Notes how it is to connect."""

    def __init__(self) -> None:
        self.networks: list[Network] = []

    def use_network(self, network: Network) -> None:
        self.networks.append(network)


class Desk:
    """Settings in a folder, a source that follows them, and a page."""

    def __init__(self, folder: Path, qtbot: QtBot, *, forbidden: bool = False) -> None:
        self.main = MainThread()
        self.workers, self.writer, self.source = Workers(self.main), Writer(0.01), FakeSource()
        self.file = folder / "settings.json"
        self.settings = SettingsFile(self.file, self.writer)
        self.network = NetworkSettings(self.settings, lambda: (self.source, object()), self.workers, forbidden=forbidden)
        self.page = NetworkPage(self.network)
        self.qtbot = qtbot
        qtbot.addWidget(self.page)
        self.page.show()

    def type(self, field: str, text: str) -> None:
        found = self.page.findChild(QLineEdit, f"settings_{field}")
        found.setText(text)
        found.editingFinished.emit()

    def text(self, label: str) -> str:
        found = self.page.findChild(QLabel, f"settings_{label}")
        assert found.isVisible() == bool(found.text())
        return found.text()

    def close(self) -> None:
        self.workers.close()
        self.writer.close()
        self.main.close()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path, qtbot)
    yield made
    made.close()


def test_nothing_is_set_at_first(desk: Desk) -> None:
    assert desk.source.networks == [Network()]
    assert desk.page.findChild(QLineEdit, "settings_proxy").placeholderText() == "http://127.0.0.1:9"


def test_a_proxy_holds_at_once_and_at_the_next_start(desk: Desk, tmp_path: Path) -> None:
    desk.type("proxy", " proxy.example:8080 ")
    assert desk.source.networks[-1] == Network("http://proxy.example:8080")
    assert desk.text("proxy_problem") == ""
    assert desk.writer.flush()
    again = SettingsFile(desk.file, desk.writer)
    assert again.current.proxy == "proxy.example:8080"
    desk.type("proxy", "")
    assert desk.source.networks[-1] == Network()


def test_what_is_no_proxy_is_said_and_not_kept(desk: Desk) -> None:
    desk.type("proxy", "no proxy")
    assert "is no address of a proxy" in desk.text("proxy_problem")
    assert desk.settings.current.proxy == ""
    desk.type("proxy", "")
    assert desk.text("proxy_problem") == ""


def test_certificates_are_looked_into(desk: Desk, tmp_path: Path) -> None:
    certificate, _ = write_certificate(tmp_path, "localhost")
    desk.type("ca_bundle", str(tmp_path / "absent.pem"))
    desk.qtbot.waitUntil(lambda: "There is no file" in desk.text("ca_bundle_problem"))
    assert desk.settings.current.ca_bundle == ""
    desk.type("ca_bundle", "~nobody-knows/some.pem")
    desk.qtbot.waitUntil(lambda: "“~nobody-knows" in desk.text("ca_bundle_problem"))
    desk.type("ca_bundle", str(certificate))
    desk.qtbot.waitUntil(lambda: desk.source.networks[-1] == Network(None, certificate))
    assert desk.text("ca_bundle_problem") == ""


def test_a_trial_says_what_came_of_it(desk: Desk, tmp_path: Path) -> None:
    button = desk.page.findChild(QPushButton, "settings_network_test")
    with fake_yahoo(tmp_path) as server:
        desk.type("proxy", server.proxy)
        desk.type("ca_bundle", str(server.ca_bundle))
        button.click()
        assert desk.text("network_result") == "Connecting…"
        assert not button.isEnabled()
        desk.qtbot.waitUntil(button.isEnabled, timeout=20_000)
        assert desk.text("network_result").startswith("Yahoo Finance answered after")
        assert len(server.requests) == 1
    button.click()
    desk.qtbot.waitUntil(button.isEnabled, timeout=20_000)
    assert (
        desk.text("network_result")
        == "The proxy cannot be reached. Check it in the settings, or HTTPS_PROXY; or try again later."
    )
    desk.page.findChild(QLineEdit, "settings_proxy").setText("no proxy")
    button.click()
    desk.qtbot.waitUntil(button.isEnabled)
    assert "is no address of a proxy" in desk.text("network_result")


def test_offline_nothing_is_tried(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path, qtbot, forbidden=True)
    desk.page.findChild(QPushButton, "settings_network_test").click()
    assert "--offline" in desk.text("network_result")
    desk.close()


def test_a_settings_file_may_hold_anything(qtbot: QtBot, tmp_path: Path) -> None:
    for text, network in (
        ('{"proxy": "no proxy at all", "ca_bundle": 3}', Network()),
        ('{"ca_bundle": "~nobody-knows/some.pem"}', Network(None, Path("~nobody-knows/some.pem"))),
    ):
        (tmp_path / "settings.json").write_text(text)
        desk = Desk(tmp_path, qtbot)
        assert desk.source.networks == [network]
        desk.close()
