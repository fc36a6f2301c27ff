"""No file, class or function grows beyond what can be read at once, but for the exceptions listed with their reasons."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from tests.places import ROOT, project_files

FILE_LINES, CLASS_MEMBERS, FUNCTION_LINES = 400, 30, 50
TEST_LINES = 500  # a file of tests is a list of short functions

EXCEPTIONS: dict[str, str] = {}
"""What may be larger and why: "path", "path:Class" or "path:function"."""


@cache
def oversized() -> dict[str, str]:
    """Every place over its limit, with its size."""
    return dict(measured())


def measured() -> Iterator[tuple[str, str]]:
    for path in project_files("*.py"):
        name = path.relative_to(ROOT).as_posix()
        source = path.read_text("utf-8")
        lines = source.count("\n")
        if lines > (TEST_LINES if name.startswith("tests/") else FILE_LINES):
            yield name, f"{lines} lines"
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef) and (members := count_members(node)) > CLASS_MEMBERS:
                yield f"{name}:{node.name}", f"{members} members"
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    yield f"{name}:{node.name}", f"{length} lines"


def count_members(node: ast.ClassDef) -> int:
    """Methods, properties and class attributes."""
    return sum(isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef | ast.Assign | ast.AnnAssign) for item in node.body)


def test_sizes_stay_within_what_can_be_read_at_once():
    found = oversized()
    assert {place: size for place, size in found.items() if place not in EXCEPTIONS} == {}


def test_no_exception_outlives_its_need():
    found = oversized()
    assert [place for place in EXCEPTIONS if place not in found] == []


def test_every_exception_has_a_reason():
    assert all(len(reason.split()) >= 4 for reason in EXCEPTIONS.values())


def test_the_counting_counts():
    (function,) = ast.parse("class A:\n    x: int = 1\n    y = 2\n    def f(self): ...\n    @property\n    def g(self): ...").body
    assert isinstance(function, ast.ClassDef)
    assert count_members(function) == 4
