from hypothesis import given
from hypothesis import strategies as st

from gui.fuzzy import match


def score(query: str, text: str) -> float:
    found = match(query, text)
    assert found is not None, f"{query!r} should fit {text!r}"
    return found.score


def test_an_empty_query_fits_everything():
    found = match("  ", "Trend line")
    assert found is not None
    assert not found.positions


def test_beginnings_of_words_come_before_their_insides_and_those_before_scattered_letters():
    assert score("line", "Line of trend") > score("line", "Trend line") > score("line", "Outlined") > score("tl", "Trend line")


def test_every_word_must_be_found_in_any_order():
    assert match("line trend", "Trend line") is not None
    assert match("line circle", "Trend line") is None


def test_letters_follow_one_another_or_begin_a_word():
    found = match("trli", "Trend line")
    assert found is not None
    assert found.positions == {0, 1, 6, 7}
    assert match("rn", "Trend line") is None


def test_chinese_names_are_found():
    assert match("科技", "恒生科技指數") is not None


def test_letters_that_grow_when_lowered_do_no_harm():
    assert match("i", "İstanbul") is not None


@given(st.text(max_size=12), st.text(max_size=40))
def test_what_was_meant_spells_the_query(query: str, text: str):
    found = match(query, text)
    if found is None or not found.positions:
        return
    meant = {text[place].lower() for place in found.positions}
    assert meant == {letter for letter in query.lower() if not letter.isspace()}


@given(st.text(alphabet="abc d", min_size=1, max_size=30), st.data())
def test_every_part_of_a_text_finds_it(text: str, data: st.DataObject):
    start = data.draw(st.integers(0, len(text) - 1))
    stop = data.draw(st.integers(start + 1, len(text)))
    assert match(text[start:stop], text) is not None
