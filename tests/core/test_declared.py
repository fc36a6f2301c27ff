"""Declarations are imported one by one, and the lists of tools and indicators have every module that declares one."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from charting.core.declared import Declared
from charting.drawings.catalogue import TOOLS
from charting.drawings.declaration import Tool
from charting.indicators.catalogue import CATALOGUE
from charting.indicators.declaration import IndicatorKind
from tests.places import ROOT

LISTS = ((TOOLS, "charting.drawings.tools", Tool), (CATALOGUE, "charting.indicators.own", IndicatorKind),
         (CATALOGUE, "charting.indicators.reference", IndicatorKind))  # fmt: skip


@pytest.mark.parametrize("listed", [TOOLS, CATALOGUE])
def test_each_is_listed_under_the_name_it_gives_itself_and_is_one_object(listed: Mapping[str, Any]) -> None:
    assert [declared.kind for declared in listed.values()] == list(listed)
    assert all(listed[name] is declared for name, declared in listed.items())
    assert len(set(listed)) == len(listed)


@pytest.mark.parametrize(("listed", "package", "kind"), LISTS)
def test_every_declaration_of_every_module_is_listed(listed: Mapping[str, Any], package: str, kind: type) -> None:
    found: set[str] = set()
    for module in iter_modules(import_module(package).__path__, package + "."):
        for value in vars(import_module(module.name)).values():
            values = value if isinstance(value, tuple) else (value,)
            found |= {one.kind for one in values if isinstance(one, kind)}
    assert found
    assert found <= set(listed)


def test_names_are_known_without_importing_and_one_brings_only_its_own_module() -> None:
    code = """
import sys
from charting.drawings.catalogue import TOOLS
from charting.indicators.catalogue import CATALOGUE
def loaded():
    parts = ("charting.drawings.tools.", "charting.indicators.own.", "charting.indicators.reference.")
    return sorted(name for name in sys.modules if name.startswith(parts))
print(len(TOOLS) > 40, len(CATALOGUE) > 150, "ray" in TOOLS, "sma" in CATALOGUE, "nothing" in TOOLS, loaded())
TOOLS["horizontal_line"], CATALOGUE["volume"], TOOLS.get("nothing"), CATALOGUE.get("nothing")
print([name for name in loaded() if not name.endswith("declare")])
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    names, one = done.stdout.splitlines()
    assert names == "True True True True False []"
    assert one == "['charting.drawings.tools.horizontal_line', 'charting.indicators.own.volume']"


def test_what_is_no_name_is_a_key_error_and_an_order_is_kept() -> None:
    codes = Declared("charting.core", {"m": "interval.MINUTE", "d": "interval.DAY"}, str, order=lambda one: (-one.seconds,))
    assert list(codes) == ["d", "m"]
    with pytest.raises(KeyError):
        codes["w"]
