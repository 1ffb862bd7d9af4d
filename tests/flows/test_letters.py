"""From the attendance screen to a text of one's own, and on to the paper that says it."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk_app.views.attendance_screen import AttendanceScreen
from desk_app.views.letter_dialog import LetterDialog
from desk_app.views.paper_dialog import PaperDialog
from desk_app.views.person_menu import PersonMenu
from tests.badges.people import document
from tests.flows.at_the_desk import CTRL, HELENE, AtTheDesk, offscreen
from tests.flows.test_controls import FINGER, controls, described, name_of

pytestmark = offscreen
T = TypeVar("T", bound=QWidget)


def opened(it: AtTheDesk, kind: type[T]) -> T:
    it.wait(lambda: it.desk.frame.findChild(kind))
    found = it.desk.frame.findChild(kind)
    assert isinstance(found, kind)
    it.wait(found.isVisible)
    return found


def test_a_text_is_written_and_the_paper_says_it(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    it.scan(HELENE)
    it.go_to(Qt.Key.Key_F5, "attendance")
    opened(it, AttendanceScreen).paper_wanted.emit("attestation")
    paper = opened(it, PaperDialog)
    it.wait(paper.save.isEnabled)
    paper.text.setFocus()
    QTest.keyClick(paper.text, Qt.Key.Key_Space)
    text = opened(it, LetterDialog)
    it.wait(text.page.has_page)
    assert [described(one) for one in controls(text) if one.height() < FINGER] == []
    assert [described(one) for one in controls(text) if not name_of(one).strip()] == []
    text.body.setFocus()
    QTest.keyClick(text.body, Qt.Key.Key_End, CTRL)
    QTest.keyClicks(text.body, " Thank you, {name}!")
    drawn: list[bytes] = []
    it.desk.rest.papers.drawn.connect(lambda preview: drawn.append(preview.pdf))
    QTest.keyClick(text.body, Qt.Key.Key_S, CTRL)
    it.wait(lambda: drawn)
    assert "Thank you, Hélène Vaugirault!" in document(drawn[0])[0].get_textpage().get_text_range()
    paper.close()


def test_one_persons_letter_is_asked_for_on_their_card(sample_desk: AtTheDesk) -> None:
    it = sample_desk
    it.scan(HELENE)
    it.press(Qt.Key.Key_E, CTRL)
    it.press(Qt.Key.Key_E, CTRL)  # from the badge to all that is known
    menu = opened(it, PersonMenu)
    menu.offered.actions()[1].trigger()
    paper = opened(it, PaperDialog)
    it.wait(paper.save.isEnabled)
    assert paper.page.pages() == 1
    paper.close()
