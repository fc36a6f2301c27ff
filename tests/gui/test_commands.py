import pytest
from PySide6.QtWidgets import QWidget

from gui.commands import Command, Commands, shortcut_text, tooltip
from gui.names import plain_title


def nothing() -> None:
    pass


@pytest.fixture
def commands(qtbot) -> Commands:
    widget = QWidget()
    qtbot.addWidget(widget)
    return Commands(widget)


def test_an_id_is_registered_once(commands):
    commands.add(Command("a.b", "One", "Group", nothing))
    with pytest.raises(ValueError, match=r"a\.b is registered twice"):
        commands.add(Command("a.b", "Two", "Group", nothing))


def test_a_shortcut_has_one_command(commands):
    commands.add(Command("a", "One", "Group", nothing, shortcuts=("Alt+T",)))
    with pytest.raises(ValueError, match=r"Alt\+T is the shortcut of a; b needs another"):
        commands.add(Command("b", "Two", "Group", nothing, shortcuts=("F2", "Alt+T")))


def test_what_is_checked_enabled_and_named_follows_the_predicates(commands):
    state = {"on": False, "usable": False}
    commands.add(
        Command(
            "x", "&Title", "Group", lambda: state.update(on=not state["on"]),
            checked=lambda: state["on"], enabled=lambda: state["usable"], named=lambda: f"On: {state['on']}",
        )
    )  # fmt: skip
    action = commands.action("x")
    commands.refresh()
    assert (action.isChecked(), action.isEnabled(), action.text()) == (False, False, "On: False")
    commands.run("x")
    assert state["on"] is False, "what cannot be used does nothing"
    state["usable"] = True
    commands.refresh()
    commands.run("x")
    assert (action.isChecked(), action.text()) == (True, "On: True")


def test_running_is_announced(commands, qtbot):
    commands.add(Command("x", "Title", "Group", nothing))
    with qtbot.waitSignal(commands.ran) as announced:
        commands.run("x")
    assert announced.args == ["x"]


def test_a_tooltip_has_title_shortcut_and_help():
    command = Command("x", "&Find…", "Group", nothing, "Looks < everywhere", ("Ctrl+F",))
    text = tooltip(command.title, command)
    assert "Find" in text
    assert "…" not in text
    assert shortcut_text(command) in text
    assert "Looks &lt; everywhere" in text


def test_titles_lose_their_mnemonics_but_not_their_ampersands():
    assert plain_title("R&&D &plan") == "R&D plan"
    assert plain_title("更新K線(&R)…") == "更新K線…"
