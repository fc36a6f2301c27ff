from datetime import UTC, datetime

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QDialog, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from charting.core.interval import Interval
from charting.core.theme import theme
from charting.market.instruments import instrument_of
from gui.dialogs.error import ErrorDialog
from gui.dialogs.frame import DialogFrame
from gui.dialogs.go_to_date import GoToDateDialog
from gui.dialogs.name import NameDialog
from gui.dialogs.workspaces import WorkspacesDialog
from gui.sources import refusal
from tests.gui.test_window import controls


def labels(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize(
    ("command", "name"),
    [("help.about", "about_dialog"), ("help.shortcuts", "shortcuts_dialog"), ("file.workspaces", "workspaces_dialog"),
     ("view.go_to", "go_to_date_dialog")],
)  # fmt: skip
def test_dialogs_open_with_named_controls_and_close_by_escape(desk, qtbot, command, name):
    desk.window.commands.run(command)
    dialog = desk.window.findChild(QDialog, name)
    assert dialog.isVisible()
    own = [widget for widget in controls(dialog) if not isinstance(widget.parent(), QCalendarWidget)]
    own = [widget for widget in own if not widget.objectName().startswith("qt_calendar")]
    inside = [widget for widget in own if widget.parent() is not None and widget.parent().objectName().startswith("qt_")]
    assert all(widget.objectName() and widget.accessibleName() for widget in own if widget not in inside)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_dialog_is_no_larger_than_the_screen(qtbot):
    """Its buttons lay beyond the lower edge of a notebook's at 150 per cent."""
    dialog = DialogFrame("large", "Large", None)
    qtbot.addWidget(dialog)
    room = dialog.screen().availableSize()
    dialog.resize(room * 2)
    dialog.show()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()


def test_the_sheet_lists_every_shortcut_there_is(desk):
    desk.window.commands.run("help.shortcuts")
    dialog = desk.window.findChild(QDialog, "shortcuts_dialog")
    text = labels(dialog)
    for command in desk.window.commands:
        for key in command.shortcuts:
            assert key in text, key
    dialog.close()


def test_about_says_where_files_are_kept(desk):
    desk.window.commands.run("help.about")
    dialog = desk.window.findChild(QDialog, "about_dialog")
    assert str(desk.window.context.home) in labels(dialog)
    dialog.close()


def test_an_error_has_details_on_request(qtbot, qapp):
    dialog = ErrorDialog("Title", "What is wrong and what to do.", "line 1", theme("dark"))
    qtbot.addWidget(dialog)
    dialog.show()
    details = dialog.findChild(QPlainTextEdit, "error_dialog_details")
    toggle = dialog.findChild(QAbstractButton, "error_dialog_toggle_details")
    assert not details.isVisible()
    toggle.click()
    assert details.isVisible()
    assert toggle.text() == "Hide details"
    dialog.findChild(QAbstractButton, "error_dialog_copy").click()
    assert "line 1" in qapp.clipboard().text()


def test_an_error_without_details_has_no_button_for_them(qtbot):
    dialog = ErrorDialog("Title", "Sentence.", "", theme("light"))
    qtbot.addWidget(dialog)
    assert dialog.findChild(QAbstractButton, "error_dialog_toggle_details") is None


def test_a_day_is_meant_at_the_exchange(qtbot):
    dialog = GoToDateDialog(datetime(2025, 3, 6, 17, 0, tzinfo=UTC), "Asia/Hong_Kong", intraday=False)
    qtbot.addWidget(dialog)
    assert dialog.time.date().isoformat() == "2025-03-07", "one in the morning in Hong Kong"
    dialog.findChild(QCalendarWidget).setSelectedDate(QDate(2024, 2, 29))
    assert dialog.time.astimezone(UTC) == datetime(2024, 2, 29, 4, 0, tzinfo=UTC)


def test_a_time_of_day_counts_on_intraday_charts(qtbot):
    dialog = GoToDateDialog(datetime(2025, 3, 7, 2, 30, tzinfo=UTC), "Asia/Hong_Kong", intraday=True)
    qtbot.addWidget(dialog)
    assert dialog.time.astimezone(UTC) == datetime(2025, 3, 7, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize("written", ["2024-06-03", "20240603", "2024/6/3"])
def test_a_date_is_typed_at_once(desk, qtbot, written):
    desk.window.commands.run("view.go_to")
    dialog = desk.window.findChild(QDialog, "go_to_date_dialog")
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    for letter in written:
        qtbot.keyClicks(dialog.focusWidget(), letter)
    assert dialog.time.date().isoformat() == "2024-06-03"
    assert dialog.findChild(QLineEdit, "go_to_date_day").text() == written, "as it was written"
    before = desk.window.view.sight.span
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert desk.window.view.sight.span.last < before.last


def test_a_date_is_pasted_as_it_is_written_in_chinese(qtbot, qapp):
    dialog = GoToDateDialog(datetime(2025, 3, 7, 2, 30, tzinfo=UTC), "Asia/Hong_Kong", intraday=False)
    qtbot.addWidget(dialog)
    field = dialog.findChild(QLineEdit, "go_to_date_day")
    qapp.clipboard().setText("2024年6月3日")
    field.selectAll()
    field.paste()
    assert dialog.time.date().isoformat() == "2024-06-03"


@pytest.mark.parametrize("written", ["2024-0", "2024-02-30", "2024-13-01", ""])
def test_what_is_no_date_is_not_gone_to(qtbot, written):
    dialog = GoToDateDialog(datetime(2025, 3, 7, 2, 30, tzinfo=UTC), "Asia/Hong_Kong", intraday=False)
    qtbot.addWidget(dialog)
    field = dialog.findChild(QLineEdit, "go_to_date_day")
    assert field.text() == "2025-03-07"
    field.clear()
    qtbot.keyClicks(field, written or "x")
    go = dialog.findChild(QAbstractButton, "go_to_date_dialog_go")
    assert not go.isEnabled()
    calendar = dialog.findChild(QCalendarWidget)
    calendar.setSelectedDate(QDate(2024, 2, 29))
    assert (field.text(), go.isEnabled()) == ("2024-02-29", True)


def test_going_to_a_date_moves_the_chart(desk):
    before = desk.window.view.sight.span
    desk.window.commands.run("view.go_to")
    dialog = desk.window.findChild(QDialog, "go_to_date_dialog")
    dialog.findChild(QCalendarWidget).setSelectedDate(QDate(2024, 6, 3))
    dialog.accept()
    assert desk.window.view.sight.span.last < before.last


def test_a_date_before_the_first_bar_shows_the_first_bars_and_says_so(desk):
    desk.window.commands.run("view.go_to")
    dialog = desk.window.findChild(QDialog, "go_to_date_dialog")
    dialog.findChild(QCalendarWidget).setSelectedDate(QDate(1997, 7, 1))
    dialog.accept()
    assert desk.window.view.sight.span.first == -0.5
    assert desk.window.statusBar().currentMessage().startswith("The first bar is of Tue 2 Jan 2024")


def go_to(desk, *day):
    desk.window.commands.run("view.go_to")
    dialog = desk.window.findChild(QDialog, "go_to_date_dialog")
    dialog.findChild(QCalendarWidget).setSelectedDate(QDate(*day))
    dialog.accept()
    return desk.window.statusBar().currentMessage()


def test_a_date_far_after_the_last_bar_shows_the_last_bars_and_says_so(desk):
    view = desk.window.view
    view.sight.to_end()
    span = view.sight.span
    assert go_to(desk, 2031, 7, 1).startswith("The last bar is of Wed 17 Sep")
    assert view.sight.span == span
    desk.window.say("")
    assert go_to(desk, 2025, 10, 2) == "", "lines are drawn into the days to come"
    assert view.sight.span.first > span.first


def test_a_date_after_the_present_of_a_replay_shows_the_last_bars_that_it_has_come_to(desk):
    view, replay = desk.window.view, desk.window.replay
    replay.start(len(view.series.bars) - 60)
    row = len(view.series.bars) - 1
    assert go_to(desk, 2025, 9, 10).startswith("The replay has come to ")
    assert view.sight.span.first < row < view.sight.span.last
    assert view.sight.span.last - row < view.sight.span.width / 4
    desk.window.say("")
    last = datetime.fromtimestamp(int(view.series.bars.time[-1]), UTC)
    assert go_to(desk, last.year, last.month, last.day) == ""


def test_the_day_of_the_first_bar_is_gone_to(desk):
    first = datetime.fromtimestamp(int(desk.window.view.series.bars.time[0]), UTC)
    desk.window.commands.run("view.go_to")
    dialog = desk.window.findChild(QDialog, "go_to_date_dialog")
    dialog.findChild(QCalendarWidget).setSelectedDate(QDate(first.year, first.month, first.day))
    dialog.accept()
    span = desk.window.view.sight.span
    assert (span.first + span.last) / 2 == pytest.approx(0, abs=1)


@pytest.mark.parametrize(("refuse", "allowed"), [(True, False), (False, True)])
def test_a_name_that_is_taken_is_refused_or_warned_of(qtbot, refuse, allowed):
    dialog = NameDialog("Title", "Name?", "Save", "Demo", ["demo", "Banks"], refuse_taken=refuse)
    qtbot.addWidget(dialog)
    accept = dialog.findChild(QAbstractButton, "name_dialog_accept")
    assert accept.isEnabled() is allowed
    assert dialog.findChild(QLabel, "name_dialog_remark").text()
    field = dialog.findChild(QLineEdit, "name_dialog_field")
    field.setText("  Two   words ")
    assert dialog.name == "Two words"
    assert accept.isEnabled()
    field.setText("   ")
    assert not accept.isEnabled()


def test_workspaces_are_opened_by_name(desk, qtbot):
    dialog = WorkspacesDialog(desk.library, desk.history)
    qtbot.addWidget(dialog)
    names = dialog.findChild(QListWidget)
    shown = [names.item(row).text() for row in range(names.count())]
    assert f"{desk.history.document.name}  (open)" in shown
    open_button = dialog.findChild(QAbstractButton, "workspaces_dialog_open")
    assert not open_button.isEnabled(), "it is open already"
    names.setCurrentRow(shown.index("Banks"))
    assert open_button.isEnabled()
    open_button.click()
    assert desk.library.asked == [("load", "Banks")]


def test_the_list_follows_the_library(desk):
    desk.window.commands.run("file.workspaces")
    dialog = desk.window.findChild(WorkspacesDialog)
    desk.window.set_workspaces(["New one"])
    names = dialog.findChild(QListWidget)
    assert names.findItems("New one", Qt.MatchFlag.MatchExactly)
    assert not names.findItems("Banks", Qt.MatchFlag.MatchExactly)
    dialog.close()


def test_a_date_before_the_bars_is_told_with_the_reason(desk, qtbot):
    series = replace(desk.window.view.series, source="yahoo", instrument=instrument_of("9988.HK"))
    minutes = replace(series, bars=replace(series.bars, interval=Interval(5, "m")))
    long_ago = datetime(2020, 1, 1, tzinfo=UTC)
    now = datetime(2025, 9, 17, 3, 0, tzinfo=UTC)
    assert "keeps bars of 5 minutes for 60 days" in refusal(minutes, long_ago, now)
    assert refusal(replace(minutes, source="demo"), long_ago, now) == ""
    assert refusal(replace(minutes, source="file:///a.csv"), long_ago, now) == ""
    desk.window.replay.show_series(minutes)
    desk.window.commands.run("view.go_to")
    dialog = desk.window.findChild(QDialog, "go_to_date_dialog")
    dialog.findChild(QCalendarWidget).setSelectedDate(QDate(2020, 1, 1))
    dialog.accept()
    assert "keeps bars of 5 minutes" in desk.window.statusBar().currentMessage()
