"""What stands in the project's files: nothing of one machine, nothing left open, and documents that are true."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.places import ROOT, project_files

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

OF_ONE_MACHINE = re.compile(
    r"/(?:root|Users|work|tmp)/[\w.]|/home/\w{2}|[A-Z]:\\\\?Users|index[-_]url|find[-_]links|trusted[-_]host", re.IGNORECASE
)

LEFT_OPEN = re.compile(r"\bTO[D]O\b|\bFIX[M]E\b|\bXX[X]\b|raise Not[I]mplementedError|pytest\.(mark\.)?(?:ski[p]|xfai[l])")
"""The words that ask for more work, and tests that do not run; brackets keep the pattern from finding itself."""

MAY_SKIP = {
    "tests/conftest.py": "where the real market data is absent",
    "tests/e2e/conftest.py": "where there is no virtual display",
    "tests/gui/test_preflight.py": "what only Linux has",
}


def texts() -> list[tuple[str, str]]:
    found = []
    for path in project_files():
        try:
            found.append((path.relative_to(ROOT).as_posix(), path.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_knows_one_machine_or_a_package_registry():
    assert lines_with(OF_ONE_MACHINE) == []


def test_nothing_is_left_open_or_skipped():
    assert [line for line in lines_with(LEFT_OPEN) if line.partition(":")[0] not in MAY_SKIP] == []


def test_there_is_no_lock_file():
    assert [path.name for path in project_files() if path.suffix == ".lock" or path.name in ("Pipfile", "uv.lock")] == []


def test_the_constraints_are_names_and_versions_only():
    lines = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9][\w.-]*==\d[\w.]*", line)] == []
    assert len({line.partition("==")[0].lower() for line in lines}) == len(lines)


def requirements() -> list[str]:
    return [*PROJECT["dependencies"], *(item for extra in PROJECT["optional-dependencies"].values() for item in extra)]


@pytest.mark.parametrize("requirement", requirements())
def test_every_dependency_is_bounded_on_both_sides_and_pinned_for_the_tests(requirement: str):
    name, bounds = re.fullmatch(r"([\w-]+)(.*)", requirement).groups()
    assert ">=" in bounds
    assert "<" in bounds.replace("<=", "")
    pinned = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").lower().replace("_", "-")
    assert f"{name.lower().replace('_', '-')}==" in pinned


def test_every_dependency_says_why():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    for requirement in requirements():
        (line,) = [line for line in text.splitlines() if f'"{requirement}"' in line]
        assert re.search(r"# \w.{10,}", line), line


def test_the_changelog_speaks_of_this_version():
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_every_module_opens_with_what_it_is_for():
    code = [path for path in project_files("*.py") if not path.is_relative_to(ROOT / "tests")]
    assert [path.name for path in code if not re.match(r'"""[\w“`]', path.read_text("utf-8"))] == []


def test_documents_lead_to_files_that_exist():
    for document in project_files("*.md"):
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text("utf-8"))
        assert [link for link in links if not (document.parent / link).exists()] == [], document.name


NAMED = re.findall(r"`((?:\w+\.)+[a-zA-Z]\w*|[\w.]+(?:/[\w.]+)+/?)`", (ROOT / "ARCHITECTURE.md").read_text("utf-8"))
NOT_OURS = {"numpy.ma"}
"""Names on the page that are those of others, or of files that the program writes."""


def stands_for_something(name: str, sources: dict[str, str]) -> bool:
    """Whether a path is there, or a module whose dotted name ends so, or what a module or class defines."""
    if "/" in name or (ROOT / name).exists():
        return (ROOT / name).exists()
    *home, last = name.split(".")
    place, defines = "/".join(home), re.compile(rf"^ *(?:def |class )?{last}\b", re.MULTILINE)
    for path, source in sources.items():
        module = f"/{path.removesuffix('.py').removesuffix('/__init__')}"
        if module.endswith("/" + name.replace(".", "/")):
            return True
        owner = module.endswith("/" + place) or re.search(rf"^class {home[-1]}\b", source, re.MULTILINE)
        if owner and defines.search(source):
            return True
    return False


def test_what_the_architecture_names_is_there() -> None:
    sources = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in project_files("*.py")}
    names = {name for name in NAMED if not name.endswith(".json")} - NOT_OURS
    assert len(names) > 100
    assert [name for name in sorted(names) if not stands_for_something(name, sources)] == []
    assert not any(stands_for_something(name, sources) for name in ("scene.styles.prepare", "scene.gone", "Chart.gone", "gui/no"))
