"""What a person has corrected in the preview."""

import pytest

from desk_app.domain.errors import DeskError
from desk_app.intake.reading import Reading, Wishes, look, read_bytes, read_text
from desk_app.intake.wishes import ANSWER, IGNORED
from tests.intake.exports import table, workbook

HEADINGS = ("Nom", "Prénom", "Mail", "Surnom", "Équipe")
ANN = ("Lee", "Ann", "ann@example.org", "Annie", "Accueil")
BOB = ("Roe", "Bob", "bob@example.org", "Bobby", "Badges")


def corrected(*fields: tuple[int, str]) -> Reading:
    return read_bytes(table(HEADINGS, ANN, BOB), "x", wishes=Wishes(fields=fields))


def taken_for(found: Reading) -> list[str]:
    return [head.field for head in found.heads]


def test_heads_tell_what_every_column_was_taken_for() -> None:
    found = corrected()
    assert [head.heading for head in found.heads] == list(HEADINGS)
    assert taken_for(found) == ["family_name", "given_name", "email", ANSWER, ANSWER]
    assert (found.heads[3].position, found.heads[3].example) == (3, "Annie")


def test_a_column_holds_what_a_person_says() -> None:
    found = corrected((4, "organisation"))
    assert [one.organisation for one in found.registrations] == ["Accueil", "Badges"]
    assert taken_for(found)[4] == "organisation"


def test_what_held_the_field_before_becomes_an_answer() -> None:
    found = corrected((3, "given_name"))
    assert found.registrations[0].full_name == "Annie Lee"
    assert found.registrations[0].answers == (("Prénom", "Ann"), ("Équipe", "Accueil"))


def test_first_and_family_name_can_be_exchanged() -> None:
    found = corrected((0, "given_name"), (1, "family_name"))
    assert [one.full_name for one in found.registrations] == ["Lee Ann", "Roe Bob"]


def test_a_column_can_be_left_out_or_kept_as_an_answer() -> None:
    found = corrected((2, ANSWER), (4, IGNORED))
    assert found.registrations[0].email == ""
    assert found.registrations[0].answers == (("Mail", "ann@example.org"), ("Surnom", "Annie"))


def test_a_column_can_tell_the_status() -> None:
    rows = (("Nom", "Suivi"), ("Lee", "annulé"), ("Roe", "ok"))
    found = read_bytes(table(*rows), "x", wishes=Wishes(fields=((1, "status"),)))
    assert [one.status for one in found.registrations] == ["cancelled", "confirmed"]


def test_a_column_can_identify_people() -> None:
    found = corrected((3, "external_id"))
    assert [one.external_id for one in found.registrations] == ["Annie", "Bobby"]


def test_a_column_that_people_share_identifies_nobody_even_when_wished() -> None:
    rows = [("Nom", "Groupe"), *((f"P{n}", "A") for n in range(9))]
    found = read_bytes(table(*rows), "x", wishes=Wishes(fields=((1, "external_id"),)))
    assert len(found.registrations) == 9
    assert "shared by several people" in str(found.warnings[0])


@pytest.mark.parametrize(
    ("wish", "words"), [((9, "email"), "Column 10 .* 5 columns"), ((1, "shoe"), "“shoe”")]
)
def test_a_wish_that_does_not_fit_is_one_sentence(wish: tuple[int, str], words: str) -> None:
    with pytest.raises(DeskError, match=words):
        corrected(wish)


def two_sheets() -> bytes:
    return workbook(Jour1=[HEADINGS[:3], ANN[:3]], Jour2=[HEADINGS, BOB])


def test_the_sheet_can_be_chosen() -> None:
    found = read_bytes(two_sheets(), "x", wishes=Wishes(sheet="Jour1"))
    assert (found.sheets, found.sheet) == (("Jour1", "Jour2"), "Jour1")
    assert [one.full_name for one in found.registrations] == ["Ann Lee"]


def test_corrections_meet_the_chosen_sheet_alone() -> None:
    found = read_bytes(two_sheets(), "x", wishes=Wishes("Jour2", ((4, "organisation"),)))
    assert found.registrations[0].organisation == "Badges"


@pytest.mark.parametrize("data", [two_sheets(), table(HEADINGS, ANN)])
def test_a_sheet_that_is_not_there_is_one_sentence(data: bytes) -> None:
    with pytest.raises(DeskError, match="sheet “Jour3”"):
        read_bytes(data, "x", wishes=Wishes(sheet="Jour3"))


def test_files_with_the_same_headings_have_one_form() -> None:
    later = read_bytes(table((" Nom ", *HEADINGS[1:]), BOB), "y")
    assert later.form == corrected().form == corrected((3, "note")).form
    assert read_bytes(table(HEADINGS[::-1], BOB[::-1]), "z").form != later.form


def test_corrections_are_remembered_for_files_with_the_same_headings() -> None:
    wish = ((4, "organisation"),)
    wishes = Wishes(remembered={corrected().form: wish})
    later = read_bytes(table(HEADINGS, BOB), "later", wishes=wishes)
    assert (later.registrations[0].organisation, later.corrected) == ("Badges", wish)
    other = read_bytes(table(HEADINGS[1:], BOB[1:]), "other", wishes=wishes)
    assert (other.registrations[0].organisation, other.corrected) == ("", ())


def test_a_new_correction_takes_the_place_of_remembered_ones() -> None:
    wishes = Wishes(fields=((3, "note"),), remembered={corrected().form: ((4, "note"),)})
    (one,) = read_bytes(table(HEADINGS, BOB), "x", wishes=wishes).registrations
    assert (one.note, one.answers) == ("Bobby", (("Équipe", "Badges"),))


def test_names_that_nobody_recognises_can_be_pointed_at(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    file = tmp_path_factory.mktemp("in") / "list.csv"
    file.write_bytes(table(("Wer", "Was"), ("ann", "tee"), ("bob", "ale")))
    seen = look(file)
    assert [(head.heading, head.example) for head in seen.heads] == [("Wer", "ann"), ("Was", "tee")]
    found = read_bytes(file.read_bytes(), "x", wishes=Wishes(fields=((0, "full_name"),)))
    assert [one.full_name for one in found.registrations] == ["ann", "bob"]


def test_a_copied_table_is_read_as_a_file_is() -> None:
    text = 'Nom\tPrénom\tNote\r\nLee\tAnn\t"à 10 h\n5"" de retard"\r\n'
    (one,) = read_text(text, "Presse-papiers").registrations
    assert (one.full_name, one.note) == ("Ann Lee", 'à 10 h 5" de retard')


def test_half_a_letter_in_a_copied_table_does_no_harm() -> None:
    found = read_text("Nom\tMail\nLee\ud800\ta@example.org\n", "Presse-papiers")
    assert found.registrations[0].email == "a@example.org"


def test_an_empty_clipboard_is_said() -> None:
    with pytest.raises(DeskError, match="empty"):
        read_text(" \n", "Presse-papiers")
