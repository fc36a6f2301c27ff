from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from charting.core.interval import Interval
from gui.cli import RenderOptions, UsageError, WindowOptions, is_file, parse


def test_without_arguments_the_window_opens() -> None:
    assert parse([]) == WindowOptions()
    assert parse(["--desktop"]) == WindowOptions(desktop=True)
    assert parse(["--desktop", "a.csv"]) == WindowOptions(("a.csv",), desktop=True)


def test_everything_about_the_window() -> None:
    arguments = ["a.csv", "^HSI", "--home", "h", "--offline", "--theme", "light", "--workspace", "w.json"]
    assert parse(arguments) == WindowOptions(("a.csv", "^HSI"), "h", True, "light", Path("w.json"))


def test_everything_about_rendering() -> None:
    line = (
        "render HSTECH.HK --interval 1h --size 1600x900 --out chart.png --workspace w.json --theme dark "
        "--from 2025-06-01 --to 2025-06-30T16:00 --scale 2 --source demo --home h --offline"
    )
    assert parse(line.split()) == RenderOptions(
        item="HSTECH.HK",
        out=Path("chart.png"),
        interval=Interval(1, "h"),
        scale=2.0,
        theme="dark",
        workspace=Path("w.json"),
        source="demo",
        first=datetime(2025, 5, 31, 16, tzinfo=UTC),
        last=datetime(2025, 6, 30, 8, tzinfo=UTC),
        home="h",
        offline=True,
    )


def test_options_may_stand_before_the_word_render() -> None:
    assert parse(["--offline", "--home", "h", "render", "x", "--out", "y"]) == RenderOptions(
        "x", Path("y"), home="h", offline=True
    )


def test_a_date_without_a_time_means_the_whole_day_in_hong_kong() -> None:
    found = parse(["render", "x", "--out", "y", "--from", "2025-03-07", "--to", "2025-03-07"])
    assert isinstance(found, RenderOptions)
    assert (found.first, found.last) == (datetime(2025, 3, 6, 16, tzinfo=UTC), datetime(2025, 3, 7, 15, 59, 59, tzinfo=UTC))
    other = parse(["render", "x", "--out", "y", "--from", "2025-03-07T09:30+00:00"])
    assert isinstance(other, RenderOptions)
    assert other.first == datetime(2025, 3, 7, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--colour red", "Unrecognized"),
        ("render x", "--out"),
        ("render --out y", "SYMBOL_OR_FILE"),
        ("render x --out y --interval 7q", "not an interval"),
        ("render x --out y --interval 0d", "not an interval"),
        ("render x --out y --interval 36h", "no whole days; beyond 24 hours write days"),
        ("render x --out y --size 1600", "1600x900"),
        ("render x --out y --size 10x10", "100x100"),
        ("render x --out y --size 99999x900", "20000x20000"),
        ("render x --out y --scale 9", "from 0.5 to 4"),
        ("render x --out y --scale big", "from 0.5 to 4"),
        ("render x --out y --from yesterday", "2025-06-01"),
        ("render x --out y --from 0001-01-01", "2025-06-01"),
        ("render x --out y --from 2025-06-02 --to 2025-06-01", "before"),
        ("render x --out y --theme blue", "dark"),
        ("render x --out y --source moon", "demo"),
    ],
)
def test_a_wrong_argument_is_one_line_that_says_what_is_right(arguments: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse(arguments.split())
    message = str(caught.value)
    assert words in message
    assert "--help" in message
    assert "\n" not in message


def test_help_shows_both_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(["--help"])
    assert caught.value.code == 0
    text = capsys.readouterr().out
    for option in ("FILE_OR_SYMBOL", "--home", "--offline", "--workspace", "--version", "lionrock render", "--from", "--scale"):
        assert option in text


def test_what_looks_like_a_path_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("9988").touch()
    assert is_file("9988")
    assert is_file("missing.csv")
    assert is_file("folder/thing")
    assert not is_file("9988.HK")
    assert not is_file("^HSI")
    assert not is_file("9" * 300), "longer than a name can be"
