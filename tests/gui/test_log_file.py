"""The file of a log: what is turned over, and what is kept."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui.log_file import LogFile


@pytest.fixture
def logger() -> Iterator[logging.Logger]:
    found = logging.getLogger("lionrock.test")
    found.setLevel(logging.INFO)
    found.propagate = False
    yield found
    found.handlers.clear()


def test_older_files_are_kept_up_to_their_number(tmp_path: Path, logger: logging.Logger) -> None:
    handler = LogFile(tmp_path / "a.log", largest=60, kept=2)
    logger.addHandler(handler)
    for number in range(12):
        logger.info("line %02d of twenty signs", number)
    handler.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.log", "a.log.1", "a.log.2"]
    texts = [(tmp_path / name).read_text("utf-8") for name in ("a.log.2", "a.log.1", "a.log")]
    assert all(len(text) <= 60 for text in texts)
    assert [line[:7] for line in "".join(texts).splitlines()] == [f"line {number:02d}" for number in range(6, 12)]


def test_a_file_of_the_run_before_is_gone_on_with(tmp_path: Path, logger: logging.Logger) -> None:
    (tmp_path / "a.log").write_text("before\n")
    handler = LogFile(tmp_path / "a.log", largest=1000, kept=1)
    logger.addHandler(handler)
    logger.info("寧德")
    handler.close()
    assert (tmp_path / "a.log").read_text("utf-8") == "before\n寧德\n"


def test_a_record_larger_than_a_file_is_written_all_the_same(tmp_path: Path, logger: logging.Logger) -> None:
    handler = LogFile(tmp_path / "a.log", largest=10, kept=1)
    logger.addHandler(handler)
    logger.info("x" * 50)
    handler.close()
    assert [path.name for path in tmp_path.iterdir()] == ["a.log"]


def test_a_place_that_cannot_be_written_is_nobodys_trouble(
    tmp_path: Path, logger: logging.Logger, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = LogFile(tmp_path / "missing" / "a.log", largest=100, kept=1)
    logger.addHandler(handler)
    logger.info("lost")
    handler.close()
    assert capsys.readouterr().err == ""
