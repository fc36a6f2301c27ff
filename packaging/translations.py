"""Brings the translations up to date: ``python packaging/translations.py`` after texts were added or changed.

Texts are the literals in ``tr(...)``, ``sentence(...)`` and ``translatable(...)``. Each language has a file in
``resources/translations`` that translators edit, with Qt Linguist or by hand, and the compiled one beside it that the
program loads.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
PACKAGES = ("charting", "gui")
LANGUAGES = ("zh_HK", "zh_CN")
CONTEXT = "lionrock"
_MARKS = {"sentence", "tr", "translatable"}


def main() -> int:
    """Write the files anew, and say what is left to translate; the exit status."""
    texts = sorted(set(found_texts()))
    missing = 0
    for language in LANGUAGES:
        path = source_path(language)
        known = read(path) if path.exists() else {}
        path.write_bytes(document(texts, known, language))
        compile_to(path, path.with_suffix(".qm"))
        left = [text for text in texts if not known.get(text)]
        missing += len(left)
        print(f"{path.name}: {len(texts)} texts, {len(left)} without a translation.")
        for text in left:
            print(f"    {text}")
    return 1 if missing else 0


def source_path(language: str) -> Path:
    """The file that translators edit."""
    return FOLDER / f"lionrock_{language}.ts"


def found_texts(root: Path = ROOT) -> Iterator[str]:
    """Every text that the program may ask to have translated."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MARKS and node.args:
                    yield from _literals(node.args[0])


def _literals(node: ast.expr) -> Iterator[str]:
    """The text, or those that a conditional expression chooses between."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp():
            yield from _literals(node.body)
            yield from _literals(node.orelse)
        case _:
            return


def read(path: Path) -> Mapping[str, str]:
    """Texts and their translations, empty where there is none yet."""
    root = ElementTree.parse(path).getroot()
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in root.iterfind("context/message")
    }  # fmt: skip


def document(texts: Iterable[str], known: Mapping[str, str], language: str) -> bytes:
    """A file of Qt's translations with these texts, and of the known translations those that they still have."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text in texts:
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if known.get(text):
            translation.text = known[text]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, "  ")
    return b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + ElementTree.tostring(root, encoding="utf-8") + b"\n"


def compile_to(source: Path, target: Path) -> None:
    """Compile a file of translations with Qt's own tool.

    Raises
    ------
    subprocess.CalledProcessError
        If the file is damaged.
    """
    import PySide6

    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([tool, "-silent", "-nounfinished", source, "-qm", target], check=True)


if __name__ == "__main__":
    sys.exit(main())
