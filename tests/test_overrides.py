"""No class overrides ``event``: filters are asked instead.

An exception raised by a handler that was called from within an override of ``QWidget.event`` ends the process inside PySide
6.11 on Python 3.11 (it looks at the arguments of an exception that is none yet); otherwise it is reported and all goes on.
"""

from __future__ import annotations

import ast

from tests.places import ROOT


def test_no_class_overrides_event() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for folder in ("gui", "charting")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name == "event" and node.args.args[:1] and node.args.args[0].arg == "self"
    ]
    assert found == []
