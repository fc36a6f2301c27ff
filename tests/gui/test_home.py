from __future__ import annotations

from pathlib import Path

import pytest

from gui.home import Home, find_home
from gui.sentences import Problem


def test_the_command_line_comes_before_the_variable(tmp_path: Path) -> None:
    environment = {"LIONROCK_HOME": str(tmp_path / "variable")}
    assert find_home(str(tmp_path / "argument"), environment).root == tmp_path / "argument"
    assert find_home(None, environment).root == tmp_path / "variable"


def test_without_either_it_is_the_platforms_place() -> None:
    from platformdirs import user_data_dir

    assert find_home(None, {}).root == Path(user_data_dir("Lionrock", appauthor=False))
    assert find_home("", {"LIONROCK_HOME": ""}).root == find_home(None, {}).root


def test_a_relative_home_and_a_tilde_become_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    assert find_home("here/../there", {}).root == tmp_path / "there"
    assert find_home("~/charts", {}).root == tmp_path / "me" / "charts"


def test_a_home_of_nobody_or_in_a_folder_that_is_gone_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Problem, match=r"its home folder ~nobody-knows/charts \(.+\)"):
        find_home("~nobody-knows/charts", {})
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(Problem, match="its home folder charts"):
        find_home(None, {"LIONROCK_HOME": "charts"})


def test_everything_lies_beneath_it_and_is_created(tmp_path: Path) -> None:
    home = Home(tmp_path / "a" / "b")
    home.prepare()
    home.prepare()
    for path in (home.settings, home.workspaces, home.cache, home.log):
        assert path.is_relative_to(home.root)
        assert path.parent.is_dir()
    assert sorted(path.name for path in home.root.iterdir()) == ["cache", "indicators", "log", "workspaces"]


def test_a_home_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Problem) as caught:
        Home(tmp_path / "file" / "home").prepare()
    message = str(caught.value)
    assert str(tmp_path / "file" / "home") in message
    assert "not a folder" in message
    assert "--home" in message
    assert "\n" not in message
