"""The settings of connections: proxy, certificates, and a button that tries them."""

from __future__ import annotations

import os
from functools import partial

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from shiboken6 import isValid

from gui import styling
from gui.form_page import FormPage
from gui.network import NetworkSettings
from gui.translation import tr


class NetworkPage(FormPage):
    """The page; what is typed holds once the field is left, if it makes sense."""

    def __init__(self, network: NetworkSettings, parent: QWidget | None = None) -> None:
        super().__init__("settings_network", tr("Network"), parent)
        self._network = network
        self._proxy = self._field("proxy", tr("Proxy"), network.proxy, "HTTPS_PROXY")
        self.add_row(tr("Proxy"), self._proxy)
        self._proxy_problem = self._answer("proxy_problem")
        self._ca_bundle = self._field("ca_bundle", tr("Certificates"), network.ca_bundle, "REQUESTS_CA_BUNDLE")
        choose = QPushButton(tr("Choose…"), self.body)
        choose.setObjectName("settings_ca_bundle_choose")
        choose.setAccessibleName(tr("Choose a file of certificates"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        self.add_row(tr("Certificates"), self._beside("ca_bundle_row", self._ca_bundle, choose))
        self._ca_problem = self._answer("ca_bundle_problem")
        self._test = QPushButton(tr("Test connection"), self.body)
        self._test.setObjectName("settings_network_test")
        self._test.setAccessibleName(tr("Test connection"))
        self._test.setAutoDefault(False)
        self._test.clicked.connect(self._try)
        self.form.addRow("", self._beside("test_row", self._test))
        self._result = self._answer("network_result")
        self.add_note(
            "settings_network_note",
            tr(
                "Empty fields follow the variables HTTPS_PROXY and REQUESTS_CA_BUNDLE. "
                "Nothing but this test connects before live data is used."
            ),
        )
        self._proxy.editingFinished.connect(self._keep_proxy)
        self._ca_bundle.editingFinished.connect(self._keep_ca_bundle)

    def _field(self, name: str, title: str, text: str, variable: str) -> QLineEdit:
        field = QLineEdit(text, self.body)
        field.setObjectName(f"settings_{name}")
        field.setAccessibleName(title)
        found = os.environ.get(variable) or os.environ.get(variable.lower())
        field.setPlaceholderText(found or tr("None"))
        return field

    def _answer(self, name: str) -> QLabel:
        """A line for what became of something, hidden while there is nothing to say."""
        label = QLabel(self.body)
        label.setObjectName(f"settings_{name}")
        label.setWordWrap(True)
        label.hide()
        self.form.addRow(label)
        return label

    def _beside(self, name: str, *widgets: QWidget) -> QWidget:
        row = QWidget(self.body)
        row.setObjectName(f"settings_{name}")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            layout.addWidget(widget)
        if len(widgets) == 1:
            layout.addStretch(1)
        return row

    def _keep_proxy(self) -> None:
        self._network.set_proxy(self._proxy.text(), partial(self._say, self._proxy_problem))

    def _keep_ca_bundle(self) -> None:
        self._network.set_ca_bundle(self._ca_bundle.text(), partial(self._say, self._ca_problem))

    def _choose(self) -> None:
        files = tr("Certificates (*.pem *.crt *.cer);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a file of certificates"), "", files)
        if path:
            self._ca_bundle.setText(path)
            self._keep_ca_bundle()

    def _try(self) -> None:
        self._test.setEnabled(False)
        self._say(self._result, tr("Connecting…"), good=True)

        def tell(text: str, good: bool) -> None:
            if isValid(self):
                self._test.setEnabled(True)
                self._say(self._result, text, good=good)

        self._network.test(self._proxy.text(), self._ca_bundle.text(), tell)

    @staticmethod
    def _say(label: QLabel, text: str, good: bool) -> None:
        if isValid(label):
            styling.set_role(label, "muted" if good else "error")
            label.style().polish(label)
            label.setText(text)
            label.setAccessibleName(text)
            label.setVisible(bool(text))
