"""Every text has a translation in every language, with the same values and mnemonics; what is compiled is what is written."""

import ast
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

ROOT = Path(__file__).resolve().parent.parent


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = load()
TEXTS = sorted(set(translations.found_texts()))
languages = pytest.mark.parametrize("language", translations.LANGUAGES)


def values(text: str) -> list[str]:
    return sorted(re.findall(r"\{[^}]*\}", text))


@languages
def test_every_text_is_translated_and_nothing_else(language: str) -> None:
    known = translations.read(translations.source_path(language))
    assert [text for text in TEXTS if not known.get(text)] == [], "run: python packaging/translations.py, and translate"
    assert set(known) - set(TEXTS) == set(), "run: python packaging/translations.py"


@languages
def test_translations_take_the_same_values(language: str) -> None:
    known = translations.read(translations.source_path(language))
    assert {text: known[text] for text in known if values(text) != values(known[text])} == {}


@languages
def test_translations_keep_the_mnemonics(language: str) -> None:
    known = translations.read(translations.source_path(language))

    def letter(text: str) -> str:
        found = re.search(r"&(\w)", text.replace("&&", ""))
        return found[1].upper() if found else ""

    assert {text: known[text] for text in known if letter(text) != letter(known[text])} == {}


@languages
def test_what_is_compiled_is_what_is_written(language: str, qapp) -> None:
    source = translations.source_path(language)
    compiled = QTranslator()
    assert compiled.load(str(source.with_suffix(".qm")))
    known = translations.read(source)
    assert {text: compiled.translate("lionrock", text) for text in known} == known


@languages
def test_the_script_is_the_languages_own(language: str) -> None:
    known = translations.read(translations.source_path(language))
    others = "设图标线价颜动选开关时间" if language == "zh_HK" else "設圖標線價顏動選開關時間"
    assert {text: known[text] for text in known if set(known[text]) & set(others)} == {}


def test_a_text_is_found_wherever_it_stands(tmp_path: Path) -> None:
    for package in translations.PACKAGES:
        (tmp_path / package).mkdir()
    (tmp_path / "gui" / "some.py").write_text('a = tr("One" if b else "Two", c=1)\nd = translatable("Th" "ree")\ntr(d)\n')
    assert sorted(translations.found_texts(tmp_path)) == ["One", "Three", "Two"]


def test_no_text_is_translated_while_a_module_is_loaded() -> None:
    """The language is known only when the program runs, and may change while it does."""
    found = []
    for path in [*(ROOT / "charting").rglob("*.py"), *(ROOT / "gui").rglob("*.py")]:
        waiting = [ast.parse(path.read_text(encoding="utf-8"))]
        while waiting:
            node = waiting.pop()
            if isinstance(node, ast.FunctionDef | ast.Lambda):
                continue
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}")
            waiting += ast.iter_child_nodes(node)
    assert found == []
