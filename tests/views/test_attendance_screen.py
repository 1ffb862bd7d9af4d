"""The attendance: tiles that filter, a curve that tells itself, documents."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk_app import words
from desk_app.controllers.attendance import PAPER_NAMES, AttendanceController, Wish
from desk_app.domain.arrival_bins import bins_of
from desk_app.domain.registration import Registration, Status
from desk_app.services import checkin, particulars, roster, walk_ins
from desk_app.store.roll import Roll
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from desk_app.views import theme
from desk_app.views.attendance_screen import AttendanceScreen
from tests.controllers.standing import clock, standing
from tests.services.arranged import arranged
from tests.services.days import FRIDAY, MINUTE, NINE, bring, guest, reading, who
from tests.views.showing import show_in_frame

ZOE, MAX, LUC = guest("Zoé Lefèvre"), guest("Max Martin"), guest("Luc Petit")
FIVE = 5 * MINUTE


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    words.use("en")


def screen(qtbot: QtBot, store: Store) -> AttendanceScreen:
    """Zoé came at nine, Max at half past, Luc did not."""
    controller = AttendanceController(InlineTasks(store), clock)
    shown = AttendanceScreen(controller)
    here = standing(store, ZOE, MAX, LUC)
    with store.transaction() as session:
        checkin.enter(session, here.place, who(here.place, ZOE), NINE)
        checkin.enter(session, here.place, who(here.place, MAX), NINE + 30 * MINUTE)
    controller.stand_at(here)
    controller.refresh()
    show_in_frame(qtbot, "attendance", shown)
    return shown


def test_tiles_show_the_figures(qtbot: QtBot, store: Store) -> None:
    tiles = screen(qtbot, store).tiles
    numbers = {kind: tile.number() for kind, tile in tiles.buttons.items()}
    assert (numbers["registered"], numbers["arrived"], numbers["absent"]) == (3, 2, 1)
    assert tiles.places.number() == 97


def test_a_tile_lists_its_people_by_the_space_key(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    QTest.keyClick(shown.tiles.buttons["absent"], Qt.Key.Key_Space)
    assert shown.table.people.rowCount() == 1
    assert shown.table.people.index(0, 0).data() == "PETIT Luc"


def test_the_curve_is_told_in_words(qtbot: QtBot, store: Store) -> None:
    told = screen(qtbot, store).curve.told()
    assert told.startswith("First arrival around 09:00")
    assert told.endswith("2 arrived in all.")


def test_the_curve_follows_the_theme(qtbot: QtBot, qapp: QApplication, store: Store) -> None:
    shown = screen(qtbot, store)
    light = shown.curve.view.grab().toImage()
    theme.apply(qapp, "dark")
    assert shown.curve.view.grab().toImage() != light


def test_gaps_between_arrivals_are_drawn() -> None:
    bins = bins_of(((0, 2), (2 * FIVE, 1)))
    assert bins is not None
    assert (bins.minutes, bins.counts, bins.totals) == (5, (2, 0, 1), (2, 2, 3))


def test_a_long_day_is_drawn_in_longer_steps() -> None:
    bins = bins_of(tuple((number * FIVE, 1) for number in range(200)))
    assert bins is not None
    assert (bins.minutes, len(bins.counts), sum(bins.counts)) == (15, 67, 200)


def test_nobody_makes_no_bars() -> None:
    assert bins_of(()) is None


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the dialog, without a screen
def test_a_document_is_saved_where_asked(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    shown = screen(qtbot, store)
    shown.exports["csv"].click()
    dialog = shown._dialog
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("attendance.csv")
    dialog.fileSelected.emit(str(tmp_path / "list.csv"))
    dialog.close()
    assert (tmp_path / "list.csv").exists()


def test_every_document_is_offered(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    actions = shown.papers.offered.actions()
    assert [it.data() for it in actions if it.data()] == list(PAPER_NAMES)
    chosen: list[str] = []
    shown.paper_wanted.connect(chosen.append)
    actions[1].trigger()
    assert chosen == ["sign-in"]
    assert actions[1].text() == "Sign-in sheet"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the dialog, without a screen
def test_the_letterhead_is_typed_in_and_stays(qtbot: QtBot, store: Store, tmp_path: Path) -> None:
    shown = screen(qtbot, store)
    shown.papers.offered.actions()[-1].trigger()
    (tmp_path / "logo.png").write_bytes(b"\x89PNG and so on")
    shown.letterhead.take_logo(str(tmp_path / "logo.png"))
    shown.letterhead.take_logo(str(tmp_path / "gone.png"))
    assert shown.letterhead._told.text().startswith("The file gone.png cannot be read.")
    shown.letterhead.lines["institution"].setText("Ocim")
    shown.letterhead.lines["morning"].setText("09:00-12:30")
    shown.letterhead.save.click()
    with store.transaction() as session:
        place = shown._controller.standing
        assert place is not None
        kept = particulars.known(session, place.place.event)
    assert (kept.texts["institution"], kept.texts["morning"], kept.has_logo) == (
        "Ocim",
        "09:00-12:30",
        True,
    )


def test_the_curve_is_a_table_as_well(qtbot: QtBot, store: Store) -> None:
    curve = screen(qtbot, store).curve
    curve.as_table.click()
    assert curve.table.isVisible()
    cells = [curve.table.item(row, column) for row in (0, 6) for column in range(3)]
    assert [it.text() for it in cells if it] == ["09:00", "1", "1", "09:30", "1", "2"]


def test_the_pace_is_told_under_the_curve(qtbot: QtBot, store: Store) -> None:
    curve = screen(qtbot, store).curve
    curve.show_pace("3 inside now")
    assert (curve.pace.isVisible(), curve.pace.text()) == (True, "3 inside now")


def test_a_category_opens_the_people_behind_it(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    with qtbot.waitSignal(shown.people_wanted) as wanted:
        QTest.keyClick(shown.groups.categories.rows[0], Qt.Key.Key_Space)
    assert wanted.args[0] == Wish("expected", facets=(("category", ("Participant",)),))


def a_full_day(qtbot: QtBot, store: Store) -> AttendanceScreen:
    """Let in, gone again, absent, pending, waiting, cancelled, a walk-in: somebody of each."""
    shown = screen(qtbot, store)
    place = shown._controller.standing.place  # type: ignore[union-attr]
    with store.transaction() as session:
        others = [
            guest(f"Ada {status}", status=status, organisation="Ocim")
            for status in (Status.PENDING, Status.WAITING_LIST, Status.CANCELLED)
        ]
        bring(session, place, reading(ZOE, MAX, LUC, *others))
        checkin.enter(session, place, who(place, others[2]), NINE + FIVE, "invited")
        checkin.leave(session, place, who(place, ZOE), NINE + FIVE)
        walk_ins.register(session, place, Registration(full_name="Léa Roy"), NINE + FIVE)
    shown._controller.refresh()
    return shown


def test_every_tile_opens_as_many_people_as_it_says(qtbot: QtBot, store: Store) -> None:
    shown = a_full_day(qtbot, store)
    for kind, tile in shown.tiles.buttons.items():
        assert tile.isVisible(), kind
        QTest.keyClick(tile, Qt.Key.Key_Space)
        people = shown.table.people.rowCount()
        had = 100 - tile.number() if kind == "places" else tile.number()
        assert (people, kind) == (had, kind)
        assert tile.isChecked()


def test_a_chosen_tile_lets_its_people_go_again(qtbot: QtBot, store: Store) -> None:
    shown = a_full_day(qtbot, store)
    for _ in range(2):
        QTest.keyClick(shown.tiles.buttons["registered"], Qt.Key.Key_Space)
    assert shown._title.text() == "Everybody · 7 people"
    assert not any(tile.isChecked() for tile in shown.tiles.buttons.values())


def test_the_document_of_a_figure_holds_its_people(
    qtbot: QtBot, store: Store, tmp_path: Path
) -> None:
    shown = a_full_day(qtbot, store)
    QTest.keyClick(shown.tiles.buttons["inside"], Qt.Key.Key_Space)
    shown._controller.export("csv", tmp_path / "inside.csv")
    text = (tmp_path / "inside.csv").read_text(encoding="utf-8-sig")
    assert "Martin" in text
    assert "Lefèvre" not in text


def test_every_bar_opens_as_many_people_as_it_says(qtbot: QtBot, store: Store) -> None:
    shown = a_full_day(qtbot, store)
    found = roll_of(store, shown)
    shown.groups.organisations.setVisible(True)
    groups = (shown.groups.categories, shown.groups.organisations, shown.groups.checkpoints)
    for bars in groups:
        for bar in (it for it in bars.rows if not it.isHidden()):
            with qtbot.waitSignal(shown.people_wanted) as wanted:
                QTest.keyClick(bar, Qt.Key.Key_Space)
            there = len(arranged(found.people, wanted.args[0], found.stays))
            number = bar._bar.value if bars is shown.groups.checkpoints else bar._bar.whole
            assert there == number, bar.accessibleName()


def test_a_desk_opens_whom_it_let_in(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    [pace] = shown.groups.paces.buttons
    assert pace.text().endswith(" · 1 person")
    with qtbot.waitSignal(shown.people_wanted) as wanted:
        QTest.keyClick(pace, Qt.Key.Key_Space)
    [(facet, [desk])] = wanted.args[0].facets
    assert (facet, desk) == ("desk", store.desk.id)
    found = roll_of(store, shown)
    assert len(arranged(found.people, wanted.args[0])) == 2


def roll_of(store: Store, shown: AttendanceScreen) -> Roll:
    with store.transaction() as session:
        return roster.read_on(session, shown._controller.standing.place)  # type: ignore[union-attr]


def test_the_list_of_a_figure_opens_in_the_roster(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    QTest.keyClick(shown.tiles.buttons["absent"], Qt.Key.Key_Space)
    with qtbot.waitSignal(shown.people_wanted) as wanted:
        QTest.keyClick(shown.in_roster, Qt.Key.Key_Space)
    assert wanted.args[0].kind == "absent"


def test_who_is_inside_is_told_where_people_went_out(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    tile = shown.tiles.buttons["inside"]
    assert tile.isHidden()
    place = shown._controller.standing.place  # type: ignore[union-attr]
    with store.transaction() as session:
        checkin.leave(session, place, who(place, ZOE), NINE + FIVE)
    shown._controller.follow()
    assert (tile.isHidden(), tile.number()) == (False, 1)
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert [it.given_name for it in shown.table.people.rows()] == ["Max"]


def test_what_another_program_writes_is_followed(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    place = shown._controller.standing.place  # type: ignore[union-attr]
    with store.transaction() as session:
        checkin.enter(session, place, who(place, LUC), NINE + FIVE)
    shown._controller.follow()
    assert shown.tiles.buttons["arrived"].number() == 3


def test_who_needs_somebody_stands_beside_the_list(qtbot: QtBot, store: Store) -> None:
    shown = screen(qtbot, store)
    place = shown._controller.standing.place  # type: ignore[union-attr]
    with store.transaction() as session:
        checkin.amend(session, place.event, who(place, ZOE), "note", "Needs the ramp", NINE)
    shown._controller.follow()
    [button] = shown.groups.minded.buttons
    assert button.text() == "09:00 · Zoé Lefèvre · Needs the ramp"
    with qtbot.waitSignal(shown.person_wanted) as wanted:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert wanted.args == [who(place, ZOE)]


def beside_friday(qtbot: QtBot, store: Store) -> AttendanceScreen:
    """As `screen`, and on the next day Luc came at ten; neither day said when it opens."""
    shown = screen(qtbot, store)
    place = shown._controller.standing.place  # type: ignore[union-attr]
    with store.transaction() as session:
        friday = replace(place, checkpoint=FRIDAY)
        checkin.enter(session, friday, who(place, LUC), NINE + 25 * 60 * MINUTE)
    shown._controller.refresh()
    return shown


def test_another_day_is_laid_over_this_one_by_keys(qtbot: QtBot, store: Store) -> None:
    curve = beside_friday(qtbot, store).curve
    curve.beside.setFocus()
    QTest.keyClick(curve.beside, Qt.Key.Key_Down)
    picture = curve.view.picture()
    assert picture
    assert [it.name for it in picture.lines] == [
        "arrived in all",
        "4 December 2026, from its first arrival",
    ]
    assert picture.lines[1].points == ((NINE, 0), (NINE + FIVE, 1))


def test_the_other_day_stands_in_the_table_too(qtbot: QtBot, store: Store) -> None:
    curve = beside_friday(qtbot, store).curve
    QTest.keyClick(curve.beside, Qt.Key.Key_Down)
    curve.as_table.click()
    heading = curve.table.horizontalHeaderItem(3)
    assert heading
    assert heading.text() == "4 December 2026, from its first arrival"
    cells = [curve.table.item(row, 3) for row in (0, 6)]
    assert [it.text() for it in cells if it] == ["1", "1"]


def test_the_other_day_goes_away_again(qtbot: QtBot, store: Store) -> None:
    curve = beside_friday(qtbot, store).curve
    QTest.keyClick(curve.beside, Qt.Key.Key_Down)
    QTest.keyClick(curve.beside, Qt.Key.Key_Up)
    picture = curve.view.picture()
    assert picture
    assert len(picture.lines) == 1


def test_where_nobody_came_elsewhere_nothing_is_compared(qtbot: QtBot, store: Store) -> None:
    assert screen(qtbot, store).curve.beside.isHidden()
