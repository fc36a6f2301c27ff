import pytest

from charting.core import stacking
from charting.core.document import Drawing


def pile(text: str) -> tuple[Drawing, ...]:
    return tuple(Drawing(name, "trend_line", ()) for name in text)


def order(drawings: tuple[Drawing, ...]) -> str:
    return "".join(drawing.id for drawing in drawings)


@pytest.mark.parametrize(
    ("ids", "forward", "backward", "front", "back"),
    [("a", "bacd", "abcd", "bcda", "abcd"), ("d", "abcd", "abdc", "abcd", "dabc"), ("bc", "adbc", "bcad", "adbc", "bcad"),
     ("ac", "badc", "acbd", "bdac", "acbd"), ("cd", "abcd", "acdb", "abcd", "cdab"), ("", "abcd", "abcd", "abcd", "abcd")],
)  # fmt: skip
def test_drawings_go_up_and_down_and_keep_their_own_order(ids, forward, backward, front, back):
    drawings = pile("abcd")
    assert order(stacking.forward(drawings, ids)) == forward
    assert order(stacking.backward(drawings, ids)) == backward
    assert order(stacking.to_front(drawings, ids)) == front
    assert order(stacking.to_back(drawings, ids)) == back


def test_drawings_go_to_a_place():
    assert order(stacking.placed(pile("abcd"), "d", 1)) == "adbc"
    assert order(stacking.placed(pile("abcd"), "a", 3)) == "bcad"
    assert order(stacking.placed(pile("abcd"), "bd", 2)) == "abdc"
