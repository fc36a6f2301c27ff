"""The program from outside: exit statuses, one line for what is wrong, and a window that ends when it is told to."""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from charting.core.codec import WorkspaceError, decode
from charting.core.document import Workspace
from tests.places import ROOT

TABLE = "Date,Open,High,Low,Close,Volume\n" + "".join(
    f"2025-01-{day:02},{day},{day + 2},{day - 1},{day + 1},100\n" for day in (2, 3, 6, 7, 8, 9, 10, 13, 14, 15)
)
PATIENCE = 60.0
"""Seconds for a program to do what it is about; only a program that hangs needs them."""


def environment(home: Path, **changes: str | None) -> dict[str, str]:
    """This process's variables with a home of the test's own; a change to None removes a variable."""
    values = {**os.environ, "LIONROCK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", **changes}
    return {name: value for name, value in values.items() if value is not None}


def run(home: Path, *arguments: str, **changes: str | None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *arguments],
        env=environment(home, **changes),
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_help_and_version_load_neither_qt_nor_numpy() -> None:
    for option in ("--help", "--version"):
        code = (
            "import sys, main\n"
            f"try: main.main([{option!r}])\n"
            "except SystemExit as end: assert end.code == 0\n"
            "assert not {'PySide6', 'numpy'} & set(sys.modules)"
        )
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        assert "lionrock" in done.stdout


def test_while_it_runs_a_worker_gives_the_interpreter_back_sooner_than_usual() -> None:
    """A frame asks for it several times; five milliseconds each were a stutter while a worker computes."""
    code = (
        "import sys, main\n"
        "def run(given): print(sys.getswitchinterval()); return 0\n"
        "main._run = run\n"
        "print(sys.getswitchinterval())\n"
        "main.main([])\n"
        "print(sys.getswitchinterval())"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    before, while_it_runs, afterwards = map(float, done.stdout.split())
    assert 0.001 <= while_it_runs < before == afterwards


@pytest.mark.parametrize("command", [[], ["render", "--out", "chart.png"]])
@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.csv", None, "no file"),
        ("folder.csv", "folder", "is a folder"),
        ("empty.csv", "", "is empty"),
        ("text.csv", "Dear reader,\nthis is a letter.\nYours\n", "text.csv"),
        ("columns.csv", "Date,Open\n2025-01-02,1\n", "has no column for"),
        ("binary.csv", "\x00\x01\x02", "binary.csv"),
        ("nothing like it!", None, "neither a file nor a symbol"),
    ],
)
def test_bad_input_is_one_line_and_a_status(
    tmp_path: Path, home: Path, command: list[str], name: str, content: str | None, words: str
) -> None:
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content is not None:
        path.write_text(content)
    item = str(path) if path.suffix else name
    done = run(home, *command, item)
    assert done.returncode == 1
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--colour"], 2, "Try lionrock --help"),
        (["render", "HSTECH"], 2, "--out"),
        (["render", "HSTECH", "--out", "chart.gif"], 1, "no kind of picture"),
        (["render", "HSTECH", "--out", "no-such-folder/chart.png"], 1, "no such folder"),
        (["render", "HSTECH", "--out", "chart.png", "--workspace", "missing.json"], 1, "no file"),
        (["render", "0005.HK", "--out", "chart.png", "--source", "demo"], 1, "0005.HK"),
        (["--workspace", "missing.json"], 1, "no file"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_a_status(home: Path, arguments: list[str], status: int, words: str) -> None:
    done = run(home, *arguments)
    assert done.returncode == status
    assert words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_home_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run(tmp_path / "file" / "home")
    assert done.returncode == 1
    assert "--home" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_picture_of_a_file_has_the_size_asked_for(tmp_path: Path, home: Path) -> None:
    table, picture = tmp_path / "9988.HK.csv", tmp_path / "chart.png"
    table.write_text(TABLE)
    done = run(home, "render", str(table), "--size", "640x400", "--scale", "2", "--out", str(picture), DISPLAY=None)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert struct.unpack(">II", picture.read_bytes()[16:24]) == (1280, 800)
    assert not home.exists()


def saved(home: Path, name: str) -> Workspace | None:
    try:
        return decode((home / "workspaces" / f"{name}.json").read_bytes())
    except (FileNotFoundError, WorkspaceError):
        return None


def written(home: Path, name: str) -> int:
    return (home / "workspaces" / f"{name}.json").stat().st_mtime_ns


@contextmanager
def running(home: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """The program with its window, screenless, until the end of the block."""
    command = [sys.executable, str(ROOT / "main.py"), "--home", str(home), *arguments]
    with subprocess.Popen(command, env=environment(home), stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def await_workspace(process: subprocess.Popen[str], home: Path, name: str, symbol: str, after: int = 0) -> Workspace:
    """Wait until a workspace is saved that shows ``symbol``, later than the time ``after`` in nanoseconds."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        workspace = saved(home, name)
        if workspace is not None and workspace.chart.symbol == symbol and written(home, name) > after:
            return workspace
        time.sleep(0.02)
    raise AssertionError(f"no workspace {name} with {symbol}; status {process.poll()}")


def end(process: subprocess.Popen[str]) -> str:
    """End the program as a session manager would; what it wrote to its standard error."""
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    return errors


def test_the_window_opens_a_file_ends_on_sigterm_and_comes_back_with_it(tmp_path: Path, home: Path) -> None:
    table = tmp_path / "9988.HK.csv"
    table.write_text(TABLE)
    with running(home, str(table)) as process:
        workspace = await_workspace(process, home, "Demonstration", "9988.HK")
        assert workspace.chart.source == table.as_uri()
        assert end(process) == ""
    before = written(home, "Demonstration")
    with running(home) as process:
        await_workspace(process, home, "Demonstration", "9988.HK", after=before)
        end(process)


def test_a_click_on_a_letter_opens_the_window_all_the_same(tmp_path: Path, home: Path) -> None:
    letter = tmp_path / "letter.csv"
    letter.write_text("Dear reader,\nthis is a letter.\nYours\n")
    with running(home, "--desktop", str(letter)) as process:
        await_workspace(process, home, "Demonstration", "HSTECH.HK")
        assert "letter.csv" in end(process)


def test_a_second_window_gets_a_copy(home: Path) -> None:
    with running(home) as first:
        await_workspace(first, home, "Demonstration", "HSTECH.HK")
        with running(home, "^HSI") as second:
            await_workspace(second, home, "Demonstration 2", "^HSI")
            end(second)
        end(first)
    first_one = saved(home, "Demonstration")
    assert first_one is not None
    assert first_one.chart.symbol == "HSTECH.HK"
