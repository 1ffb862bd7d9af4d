"""A badge is lost: another one from the check-in screen, and the lost one opens no door."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.domain.facts import BadgePrinted
from desk_app.services import settings
from desk_app.store.ledger import backwards
from desk_app.views.reprint_dialog import ReprintDialog
from tests.flows.at_the_desk import CTRL, HELENE, AtTheDesk, offscreen

pytestmark = offscreen
Key = Qt.Key


def with_printer(it: AtTheDesk) -> None:
    """A printer that takes everything."""
    queue = it.desk.rest.badges.queue

    def take(*_: Any, **__: Any) -> None: ...

    queue.ways = replace(queue.ways, print_pdf=take, check=take, fates=lambda _printer, _titles: {})
    with it.desk.tasks.store.transaction() as session:
        settings.write(session, "printer", "labels")
        settings.write(session, "stock", "62x100")


def printed(it: AtTheDesk) -> list[BadgePrinted]:
    with it.desk.tasks.store.transaction() as session:
        bodies = [fact.body for fact in backwards(session)]
    return [body for body in bodies if isinstance(body, BadgePrinted)]


def asked(it: AtTheDesk) -> ReprintDialog:
    it.wait(lambda: it.desk.window.findChild(ReprintDialog))
    found = it.desk.window.findChild(ReprintDialog)
    assert isinstance(found, ReprintDialog)
    return found


def test_a_lost_badge_is_printed_again_with_a_reason_and_the_lost_one_is_void(
    sample_desk: AtTheDesk,
) -> None:
    it = sample_desk
    with_printer(it)
    it.scan(HELENE)
    with it.qtbot.waitSignal(it.desk.rest.badges.printed):
        it.desk.screen.card.badge.click()
    it.scan(HELENE)
    it.press(Key.Key_P, CTRL)
    dialog = asked(it)
    it.wait(lambda: dialog.field.hasFocus())
    QTest.keyClick(dialog.usual[0], Key.Key_Space)
    QTest.keyClick(dialog.voids, Key.Key_Space)
    with it.qtbot.waitSignal(it.desk.rest.badges.printed):
        QTest.keyClick(dialog.voids, Key.Key_Return)
    again, first = printed(it)
    assert (first.reason, first.voids) == ("", False)
    assert (again.reason, again.voids) == ("It was lost", True)
    it.scan(HELENE)
    assert it.verdict == "This badge is void"
