"""What the command line names is looked at before there is a window: slips are told, what a window can settle is not."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from charting.market.file_provider import address_of
from charting.market.provider import MarketError
from charting.market.reading import Reading
from gui.cli import RenderOptions, WindowOptions
from gui.home import Home
from gui.languages import use_language
from gui.render import _file
from gui.sentences import Problem
from gui.startup import check_items, start
from tests.places import ROOT

GERMAN = "Datum;Erster;Hoch;Tief;Schluss\n03.01.2025;10,0;11,0;9,0;10,5\n06.01.2025;10,5;12,0;10,0;11,5\n"


@pytest.fixture
def unclear(tmp_path: Path) -> Path:
    """A table whose columns are called in words that nobody knows here."""
    path = tmp_path / "kurse.csv"
    path.write_text(GERMAN)
    return path


def test_a_table_that_is_not_clear_is_asked_about_in_the_window(unclear: Path) -> None:
    check_items((str(unclear),))


def test_one_that_somebody_explained_is_painted_without_a_window(unclear: Path, tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.prepare()
    options = RenderOptions(str(unclear), tmp_path / "chart.png")
    check_items((options.item,))
    with pytest.raises(MarketError, match="no column for open"):
        _file(options, home)
    reading = Reading(columns=("time", "open", "high", "low", "close"))
    home.readings.write_bytes(msgspec.json.encode({address_of(str(unclear)): reading}))
    assert list(_file(options, home)[1].bars.close) == [10.5, 11.5]


@pytest.mark.parametrize("content", [b"", b"Nothing of the kind.\n", b"Date,Close\n2025-01-02,1\n", bytes(range(256)) * 20])
def test_what_no_window_can_make_bars_of_is_refused_at_once(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wrong.csv"
    path.write_bytes(content)
    with pytest.raises(Problem):
        check_items((str(path),))
    with pytest.raises(Problem):
        check_items((str(tmp_path / "gone.csv"),))


def test_a_file_that_is_no_table_keeps_those_beside_it_from_nothing(unclear: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.csv"
    letter.write_text("Nothing of the kind.\n")
    check_items((str(letter), str(unclear)))
    check_items(("9988", str(letter)))
    with pytest.raises(Problem, match="“letter"):
        check_items((str(letter), str(letter)))
    with pytest.raises(Problem, match="neither a file nor a symbol"):
        check_items((str(unclear), "???"))


def test_a_click_on_a_file_that_is_no_table_opens_the_window_which_says_so(tmp_path: Path) -> None:
    """Who clicked sees no standard error; of what else is wrong the window cannot tell."""
    letter = tmp_path / "letter.csv"
    letter.write_text("Nothing of the kind.\n")
    check_items((str(letter), str(tmp_path / "gone.csv")), in_window=True)
    with pytest.raises(Problem, match="neither a file nor a symbol"):
        check_items(("???",), in_window=True)


def test_a_click_is_told_in_a_window_what_keeps_the_program_from_starting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, numbers_as_before: None
) -> None:
    (tmp_path / "file").touch()
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    with pytest.raises(Problem, match="cannot write to its home folder"):
        start(WindowOptions(home=str(tmp_path / "file" / "home"), desktop=True))
    assert len(told) == 1
    assert told[0].startswith("Lionrock cannot write to its home folder")
    with pytest.raises(Problem):
        start(WindowOptions(home=str(tmp_path / "file" / "home")))
    assert len(told) == 1, "a terminal is told, and nobody has to close a window"
    with pytest.raises(Problem):
        start(WindowOptions(home="~nobody-knows/charts", desktop=True))
    assert len(told) == 2


def test_it_is_told_in_the_language_that_was_chosen(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, numbers_as_before: None
) -> None:
    (tmp_path / "settings.json").write_text('{"language": "zh_HK"}')
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    try:
        with pytest.raises(Problem):
            start(WindowOptions(("???",), home=str(tmp_path), desktop=True))
    finally:
        use_language(qapp, "en")
    assert told == ["「???」既非檔案亦非代號。請指定K線檔案，或代號如 9988.HK、^HSI。"]


def test_the_menu_entry_tells_of_every_file_and_that_a_click_starts_it() -> None:
    entry = (ROOT / "packaging" / "lionrock.desktop").read_text()
    assert "\nExec=lionrock --desktop %F\n" in entry
