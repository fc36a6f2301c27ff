"""Bytecode of PySide6's packed modules: kept, told apart by its source, and never a hindrance."""

from __future__ import annotations

import builtins
import subprocess
import sys
from pathlib import Path

import pytest

from gui.bytecode import Bytecode
from tests.places import ROOT

NAME = "shibokensupport/one.py"


def compiled(path: Path, source: bytes = b"found = 1", name: str = NAME) -> tuple[object, int]:
    """What compiling gives, and how often Python was asked for it."""
    asked: list[object] = []
    plain = builtins.compile

    def counting(*given: object) -> object:
        asked.append(given)
        return plain(*given)  # type: ignore[call-overload]

    builtins.compile = counting  # type: ignore[assignment]
    try:
        with Bytecode(path):
            code = compile(source, name, "exec")
    finally:
        builtins.compile = plain
    place: dict[str, object] = {}
    exec(code, place)
    return place["found"], len(asked)


def test_the_same_source_is_compiled_once(tmp_path: Path) -> None:
    path = tmp_path / "bytecode"
    assert compiled(path) == (1, 1)
    assert compiled(path) == (1, 0)
    assert compiled(path, b"found = 2") == (2, 1), "another version of it"
    assert compiled(path, b"found = 2") == (2, 0)


def test_what_is_not_pysides_is_none_of_its_business(tmp_path: Path) -> None:
    path = tmp_path / "bytecode"
    for _ in range(2):
        assert compiled(path, name="elsewhere/one.py") == (1, 1)
    assert not path.exists()


def test_compile_is_given_back_also_after_an_error(tmp_path: Path) -> None:
    before = builtins.compile
    with pytest.raises(SyntaxError), Bytecode(tmp_path / "bytecode"):
        compile(b"no python at all", NAME, "exec")
    assert builtins.compile is before


@pytest.mark.parametrize("place", [0, 5, 40], ids=["magic", "checksum", "payload"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, place: int) -> None:
    path = tmp_path / "bytecode"
    compiled(path)
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(bytes(content))
    assert compiled(path) == (1, 1)
    path.write_bytes(bytes(content[:20]))
    assert compiled(path) == (1, 1)
    assert compiled(path) == (1, 0)


def test_a_place_that_cannot_be_written_is_no_matter(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert compiled(tmp_path / "file" / "bytecode") == (1, 1)


def test_pyside_is_imported_without_compiling_from_the_second_time_on(tmp_path: Path) -> None:
    """Counted in a process of its own: here it is imported long since."""
    code = f"""
import builtins
from pathlib import Path
plain, count = builtins.compile, 0
def counting(source, name, *rest, **named):
    global count
    count += str(name).startswith("shibokensupport/")
    return plain(source, name, *rest, **named)
builtins.compile = counting
from gui.bytecode import Bytecode
with Bytecode(Path({str(tmp_path / "bytecode")!r})):
    from PySide6.QtCore import QObject
try:
    QObject(1, 2, 3)
except TypeError as error:
    print(count, "QObject" in str(error))
"""
    counts = []
    for _ in range(2):
        done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
        count, told = done.stdout.split()
        counts.append(int(count))
        assert told == "True", "its errors still say what is wrong"
    assert counts[0] > 5
    assert counts[1] == 0
