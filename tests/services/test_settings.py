"""What the desk remembers of itself."""

from pathlib import Path

from desk_app.services import settings
from desk_app.store.session import Session
from tests.services.days import desk_in


def test_a_new_desk_remembers_nothing(session: Session) -> None:
    assert settings.read(session) == {}


def test_the_latest_value_holds(session: Session) -> None:
    settings.write(session, "theme", "dark")
    settings.write(session, "theme", "light")
    assert settings.read(session) == {"theme": "light"}


def test_a_desk_is_called_as_people_call_it(folder: Path) -> None:
    with desk_in(folder) as session:
        settings.rename_desk(session, "  Accueil 2 ")
        assert settings.desk_names(session) == {session.desk.id: "Accueil 2"}
    with desk_in(folder) as again:
        assert again.desk.name == "Accueil 2"


def test_a_desk_is_never_without_a_name(session: Session) -> None:
    settings.rename_desk(session, "  ")
    assert settings.desk_names(session) == {session.desk.id: session.desk.name}
