"""What the program says on the terminal, also where there is none any more."""

from __future__ import annotations

import io
import sys

import pytest

from gui.sentences import complain, tell


class Gone(io.StringIO):
    """A terminal that was closed, or a pipe that nobody reads."""

    def write(self, _text: str) -> int:
        raise BrokenPipeError


def test_a_complaint_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("one\n  two")
    assert capsys.readouterr().err == "lionrock: one two\n"


@pytest.mark.parametrize("stream", [None, Gone()], ids=["none", "closed since"])
def test_a_terminal_that_is_gone_is_no_error(monkeypatch: pytest.MonkeyPatch, stream: Gone | None) -> None:
    """A file of the command line that is no table ended in the window with an error of the program's own."""
    monkeypatch.setattr(sys, "stderr", stream)
    complain("no table")
    tell(stream, "lionrock 0.1.0\n")
