"""The attendance: counted, listed by figure, exported."""

from pathlib import Path

from desk_app import words
from desk_app.controllers.attendance import AttendanceController
from desk_app.services import checkin
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from tests.controllers.standing import clock, heard, standing
from tests.services.days import NINE, guest, who

ZOE, MAX = guest("Zoé Lefèvre"), guest("Max Martin")


def attendance(store: Store) -> AttendanceController:
    """Zoé is here, Max is not."""
    controller = AttendanceController(InlineTasks(store), clock)
    here = standing(store, ZOE, MAX)
    with store.transaction() as session:
        checkin.enter(session, here.place, who(here.place, ZOE), NINE)
    controller.stand_at(here)
    return controller


def test_the_figures_are_counted_at_the_checkpoint(store: Store) -> None:
    controller = attendance(store)
    counted = heard(controller.counted)
    controller.refresh()
    assert (counted[-1].arrived, counted[-1].absent) == (1, 1)


def test_a_figure_lists_its_people(store: Store) -> None:
    controller = attendance(store)
    controller.refresh()
    listed = heard(controller.listed)
    controller.filter("absent")
    assert [person.given_name for person in listed[-1].people] == ["Max"]


def test_a_document_holds_the_people_on_the_screen(store: Store, tmp_path: Path) -> None:
    words.use("en")
    controller = attendance(store)
    controller.refresh()
    controller.filter("absent")
    exported = heard(controller.exported)
    controller.export("csv", tmp_path / "absent.csv")
    text = (tmp_path / "absent.csv").read_text(encoding="utf-8-sig")
    assert exported == [tmp_path / "absent.csv"]
    assert "MARTIN Max" in text
    assert "LEFÈVRE" not in text


def test_a_folder_that_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    tasks = InlineTasks(store)
    controller = AttendanceController(tasks, clock)
    controller.stand_at(standing(store, ZOE))
    refused = heard(tasks.refused)
    controller.export("csv", tmp_path / "gone" / "list.csv")
    assert "list.csv" in str(refused[0])


def test_the_start_waits_for_no_library_of_documents() -> None:
    import subprocess
    import sys

    asked = "import sys, desk_app.controllers.attendance; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True)
    assert done.stdout.strip() == b"False"
