from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QLineEdit, QProgressBar, QToolButton, QWidget

from charting.core.theme import theme
from gui.banner import SHOWN_AT_ONCE, Banner
from gui.context import Notice, NoticeAction
from gui.notices import demonstration_notice
from tests.gui.desk import FakeMarket


def texts(banner: Banner) -> list[str]:
    return [notice.text for notice in banner.notices()]


def test_a_notice_replaces_the_one_with_its_key(desk):
    window, banner = desk.window, desk.window.findChild(Banner, "banner")
    before = len(banner.notices())
    window.show_notice(Notice("a", "First"))
    window.show_notice(Notice("b", "Second"))
    window.show_notice(Notice("a", "Third", "error"))
    assert texts(banner)[:2] == ["Second", "Third"]
    window.clear_notice("a")
    window.clear_notice("b")
    window.clear_notice("never shown")
    assert len(banner.notices()) == before


def test_icons_come_into_the_room_that_is_kept_for_them(qtbot):
    """They come after the chart's first paint, and nothing may move then."""
    place = QWidget()
    qtbot.addWidget(place)
    banner = Banner(theme("dark"), place)
    banner.resize(800, 60)
    banner.show_notice(Notice("a", "Text", "warning"))
    place.show()
    parts = [banner.findChild(QLabel, "notice_a_icon"), banner.findChild(QLabel, "notice_a_text")]
    button = banner.findChild(QToolButton, "notice_a_dismiss")
    before = [part.geometry() for part in (*parts, button)]
    assert (parts[0].pixmap().isNull(), button.icon().isNull()) == (True, True)
    banner.show_icons()
    banner.layout().activate()
    assert (parts[0].pixmap().isNull(), button.icon().isNull()) == (False, False)
    assert [part.geometry() for part in (*parts, button)] == before
    banner.show_notice(Notice("b", "Another"))
    assert not banner.findChild(QLabel, "notice_b_icon").pixmap().isNull()


def test_an_action_runs_once_and_the_notice_goes(desk, qtbot):
    done: list[int] = []
    desk.window.show_notice(Notice("a", "Text", actions=(NoticeAction("Do it", lambda: done.append(1)),)))
    qtbot.mouseClick(desk.window.findChild(QAbstractButton, "notice_a_action_0"), Qt.MouseButton.LeftButton)
    assert done == [1]
    assert "Text" not in texts(desk.window.findChild(Banner, "banner"))


def test_a_notice_is_dismissed(desk, qtbot):
    banner = desk.window.findChild(Banner, "banner")
    desk.window.show_notice(Notice("a", "Text"))
    with qtbot.waitSignal(banner.dismissed) as told:
        qtbot.mouseClick(desk.window.findChild(QAbstractButton, "notice_a_dismiss"), Qt.MouseButton.LeftButton)
    assert told.args == ["a"]


def test_details_open_in_a_dialog_and_the_notice_stays(desk, qtbot):
    desk.window.show_notice(Notice("a", "12 rows were left out.", "warning", details="line 3: high below low"))
    qtbot.mouseClick(desk.window.findChild(QAbstractButton, "notice_a_details"), Qt.MouseButton.LeftButton)
    dialog = desk.window.findChild(QDialog, "error_dialog")
    assert dialog.isVisible()
    dialog.close()
    assert "12 rows were left out." in texts(desk.window.findChild(Banner, "banner"))


def test_many_notices_do_not_push_the_chart_away(desk, qapp):
    for number in range(6):
        desk.window.show_notice(Notice(str(number), f"Notice {number}"))
    qapp.processEvents()
    banner = desk.window.findChild(Banner, "banner")
    shown = [label for label in banner.findChildren(QLabel) if label.isVisible() and label.objectName().endswith("_text")]
    assert len(shown) == SHOWN_AT_ONCE
    assert desk.window.view.height() > 400


def test_a_long_text_is_broken_not_cut(desk, qapp):
    desk.window.show_notice(Notice("a", "A sentence that goes on. " * 12, actions=(NoticeAction("Act", lambda: None),)))
    desk.window.resize(960, 560)
    qapp.processEvents()
    label = desk.window.findChild(QLabel, "notice_a_text")
    assert label.height() >= label.heightForWidth(label.width())


def test_progress_goes_on_under_the_same_button(desk, qtbot):
    done: list[int] = []
    cancel = NoticeAction("Cancel", lambda: done.append(1))
    desk.window.show_notice(Notice("a", "Reading…", actions=(cancel,), progress=0.0))
    button = desk.window.findChild(QAbstractButton, "notice_a_action_0")
    desk.window.show_notice(Notice("a", "Reading more…", actions=(cancel,), progress=0.4))
    bar = desk.window.findChild(QProgressBar, "notice_a_progress")
    assert bar.isVisible()
    assert bar.value() == 400
    assert texts(desk.window.findChild(Banner, "banner"))[0] == "Reading more…"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert desk.window.findChild(QAbstractButton, "notice_a_dismiss") is None


def test_live_data_is_not_offered_offline():
    assert demonstration_notice(FakeMarket(network_forbidden=True)).actions == ()
    assert len(demonstration_notice(FakeMarket()).actions) == 1


def test_the_chart_has_the_keyboard_when_a_notice_with_the_focus_goes(desk, qtbot):
    window = desk.window
    window.activateWindow()
    for name in ("notice_a_action_0", "notice_a_dismiss"):
        window.show_notice(Notice("a", "Text", actions=(NoticeAction("Do it", lambda: None),)))
        button = window.findChild(QAbstractButton, name)
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
        assert window.focusWidget() is window.view, name
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_notice_that_goes_by_itself_leaves_the_keyboard_where_it_is(desk):
    window = desk.window
    window.show_notice(Notice("a", "Text"))
    field = window.findChild(QLineEdit, "indicator_search")
    field.setFocus()
    window.clear_notice("a")
    assert window.focusWidget() is field
