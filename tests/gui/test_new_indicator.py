"""``lionrock indicator new NAME`` writes a file that is an indicator at once."""

from __future__ import annotations

from pathlib import Path

import pytest

import main
from charting.indicators.user.folder import UserIndicators
from charting.indicators.user.process import SUBCOMMAND
from gui.cli import IndicatorOptions, UsageError, parse
from gui.home import Home
from gui.new_indicator import write
from gui.parsers import EXAMPLES
from gui.sentences import Problem
from resources import resource_path


def test_the_command_line_is_read() -> None:
    assert parse(["indicator", "new", "Half way"]) == IndicatorOptions("Half way")
    assert parse(["--home", "h", "indicator", "new", "render"]) == IndicatorOptions("render", home="h")
    assert parse(["indicator", "new", "x", "--example", "turtle_channel"]) == IndicatorOptions("x", "turtle_channel")
    for wrong in (["indicator"], ["indicator", "old", "x"], ["indicator", "new"], ["indicator", "new", "x", "--example", "y"]):
        with pytest.raises(UsageError):
            parse(wrong)


def test_what_is_written_is_an_indicator(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["indicator", "new", 'My "first"  one', "--home", str(tmp_path)]) == 0
    path = tmp_path / "indicators" / "my_first_one.py"
    assert capsys.readouterr().out == f"{path}\n"
    own = UserIndicators(path.parent)
    own.refresh()
    (kind,) = own.kinds
    own.close()
    assert own.problems == ()
    assert (kind.kind, kind.title) == ("user:my_first_one", "My 'first' one")


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_an_indicator_under_another_name(tmp_path: Path, example: str) -> None:
    path = Path(write(Home(tmp_path), "Mine now", example))
    own = UserIndicators(path.parent)
    own.refresh()
    own.close()
    assert own.problems == ()
    text = path.read_text("utf-8")
    assert '"Mine now", ' in text
    assert "short=" not in text


def test_every_example_is_offered() -> None:
    names = {path.stem for path in resource_path("indicators").glob("*.py")}
    assert names == {"template", *EXAMPLES}


def test_nothing_is_overwritten_and_names_need_letters(tmp_path: Path) -> None:
    home = Home(tmp_path)
    path = Path(write(home, "恒指 距離"))
    assert path.name == "恒指_距離.py"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(Problem, match="already"):
        write(home, "恒指 距離")
    assert path.read_text("utf-8") == "mine"
    for name in ("", "...", "/"):
        with pytest.raises(Problem, match="letters"):
            write(home, name)


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "indicators").write_text("in the way")
    with pytest.raises(Problem, match="cannot be written"):
        write(Home(tmp_path), "x")


def test_the_packaged_program_calls_itself() -> None:
    assert main.INDICATOR_PROCESS == SUBCOMMAND
