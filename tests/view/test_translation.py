"""Sentences and errors made below the view are said in the user's language, with all that is in them."""

from __future__ import annotations

import pytest

from charting.core.text import Sentence, enumerated, sentence
from charting.view import translation
from charting.view.translation import said


@pytest.fixture(autouse=True)
def capitals(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language that writes everything but values in capitals."""

    class Shouting:
        @staticmethod
        def translate(_context: str, text: str) -> str:
            return "".join(part if part.startswith("{") else part.upper() for part in text.replace("{", "\0{").split("\0"))

    monkeypatch.setattr(translation, "QCoreApplication", Shouting)


def test_a_sentence_is_english_by_itself_and_translated_when_it_is_said() -> None:
    made = sentence("Nothing of {symbol}", symbol="9988.HK")
    assert made == "Nothing of 9988.HK"
    assert isinstance(made, str)
    assert said(made) == "NOTHING OF 9988.HK"


def test_errors_say_what_they_carry() -> None:
    assert said(ValueError(sentence("Gone"))) == "GONE"
    assert said(ValueError("plain")) == "plain"
    assert said(ValueError()) == ""
    assert said(OSError(13, "Permission denied")) == "[Errno 13] Permission denied"


def test_sentences_in_sentences() -> None:
    inner = Sentence("the disk is full")
    assert said(sentence("Lost: {why}", why=inner)) == "LOST: THE DISK IS FULL"
    assert said(sentence("Lost: {why}", why=ValueError(inner))).endswith("THE DISK IS FULL")


def test_braces_in_values_are_left_alone() -> None:
    assert said(sentence("A {name}", name="{odd}")) == "A {odd}"


def test_lists_are_parted_as_the_language_does_it() -> None:
    made = sentence("Lacks {what}", what=enumerated(["one", Sentence("two"), "three"]))
    assert made == "Lacks one, two, three"
    assert said(made) == "LACKS one, TWO, three"
    assert said(enumerated([])) == ""
    assert said(enumerated(["alone"])) == "alone"
    many = [str(number) for number in range(5_000)]
    assert said(enumerated(many)) == ", ".join(many)
