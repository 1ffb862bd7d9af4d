"""The year by keys: all events, two of them compared, who came to several, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import role, words
from desk_app.controllers.events import EventsController
from desk_app.domain.courses import over_one_another
from desk_app.domain.roles import Role
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.chart import LOOKS
from desk_app.views.event_comparison import EventComparison, picture_of
from desk_app.views.events_screen import EventsScreen
from desk_app.views.year_view import YearView
from tests.services.days import MINUTE, NINE
from tests.services.test_year import JUNE, LAST, MAX, MAY, ZOE, held
from tests.views.showing import show_in_frame

Key = Qt.Key


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


@pytest.fixture
def year(qtbot: QtBot, store: Store) -> YearView:
    """Zoé came in May, in June and last year, Max in May; shown by its key."""
    with store.transaction() as session:
        held(session, LAST, (ZOE,))
        held(session, MAY, (ZOE, MAX))
        held(session, JUNE, (ZOE,), MAX)
    controller = EventsController(InlineTasks(store), lambda: NINE)
    screen = EventsScreen(controller)
    controller.refresh()
    show_in_frame(qtbot, "events", screen)
    QTest.keyClick(screen, Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(screen.year.page.table.hasFocus)
    return screen.year


def cells(table: object, row: int) -> list[str]:
    model = table.model()  # type: ignore[attr-defined]
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def choose_two(year: YearView) -> None:
    for key in (Key.Key_Space, Key.Key_Down, Key.Key_Space):
        QTest.keyClick(year.page.table, key)


def test_all_events_stand_with_their_figures(year: YearView) -> None:
    assert cells(year.page.table, 0) == ["June", "9 June 2026", "2", "1", "50%", "1", "0"]
    assert cells(year.page.years, 0) == ["2026", "2", "4", "3", "75%", "1", "0"]
    assert cells(year.page.years, 1) == ["2025", "1", "1", "1", "100%", "0", "0"]


def test_two_are_chosen_by_the_space_bar_and_compared(qtbot: QtBot, year: YearView) -> None:
    assert not year.page.compare.isEnabled()
    choose_two(year)
    assert year.page.compare.text() == "Compare 2"
    QTest.keyClick(year.page.table, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(year.comparison.figures.hasFocus)
    assert cells(year.comparison.figures, 2) == ["Came", "2", "1"]
    headings = [year.comparison.figures.horizontalHeaderItem(number) for number in (1, 2)]
    assert [it.text() for it in headings if it] == ["May", "June"]
    picture = year.comparison.curve.picture()
    assert picture
    assert [line.points[-1] for line in picture.lines] == [(5, 2), (5, 1)]


def test_the_curves_are_a_table_as_well(year: YearView) -> None:
    choose_two(year)
    year.page.compare.click()
    year.comparison.as_table.click()
    assert cells(year.comparison.table, 0) == ["Opening", "0", "0"]
    assert cells(year.comparison.table, 1) == ["+0:05", "2", "1"]


def test_whoever_came_to_several_is_told_with_the_events(qtbot: QtBot, year: YearView) -> None:
    QTest.keyClick(year.page.table, Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(year.regulars.table.hasFocus)
    assert cells(year.regulars.table, 0) == [
        "LEFÈVRE Zoé", "Ocim", "3", "June (2026) · May (2026) · Last (2025)"
    ]  # fmt: skip
    assert year.regulars.table.model().rowCount() == 1


def test_nobody_but_a_lead_is_told_who_came_to_several(qtbot: QtBot, year: YearView) -> None:
    role.use(Role.VOLUNTEER, guarded=True)
    try:
        with qtbot.assertNotEmitted(year.controller.regulars_known):
            year.page.regulars.click()
    finally:
        role.use(Role.LEAD, guarded=False)


def test_escape_leads_back_page_by_page(qtbot: QtBot, year: YearView) -> None:
    choose_two(year)
    year.page.compare.click()
    QTest.keyClick(year.comparison.figures, Key.Key_Escape)
    qtbot.waitUntil(year.page.table.hasFocus)
    QTest.keyClick(year.page.table, Key.Key_Escape)
    qtbot.waitUntil(lambda: not year.isVisible())


def test_lines_are_told_apart_by_their_dashes() -> None:
    assert len({dashes for _, dashes in LOOKS}) == len(LOOKS)


def test_nothing_is_drawn_where_nobody_came() -> None:
    assert picture_of(over_one_another([])) is None


def test_the_beginning_is_marked_below_the_lines() -> None:
    picture = picture_of(over_one_another([("May", ((NINE - 5 * MINUTE, 1),), NINE)]))
    assert picture
    assert dict(picture.labels)[0.0] == "Opening"


def test_building_the_pages_opens_no_window(qtbot: QtBot) -> None:
    comparison = EventComparison()
    qtbot.addWidget(comparison)
    assert not comparison.curve.isVisible()
