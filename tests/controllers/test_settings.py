"""Settings are kept, told, and the data can be proved and copied."""

from pathlib import Path

import pytest

from desk_app.controllers.settings import SettingsController
from desk_app.store.session import Store
from desk_app.tasks import InlineTasks
from tests.controllers.standing import heard


def test_a_choice_is_kept_and_told(store: Store) -> None:
    controller = SettingsController(InlineTasks(store))
    known, changed = heard(controller.known), heard(controller.changed)
    controller.choose("theme", "dark")
    assert known[-1].theme == "dark"
    assert changed[-1]["theme"] == "dark"


def test_a_new_desk_follows_the_computer_and_does_not_print(store: Store) -> None:
    controller = SettingsController(InlineTasks(store))
    known = heard(controller.known)
    controller.refresh()
    assert (known[-1].language, known[-1].theme) == ("system", "system")
    assert not known[-1].print_at_check_in


def test_a_desk_is_renamed_and_an_empty_name_gives_back_the_old_one(store: Store) -> None:
    controller = SettingsController(InlineTasks(store))
    known = heard(controller.known)
    controller.rename_desk("Accueil 2")
    controller.rename_desk(" ")
    assert [it.desk_name for it in known] == ["Accueil 2", store.desk.name]


def test_only_known_settings_can_be_chosen(store: Store) -> None:
    with pytest.raises(ValueError, match="colour"):
        SettingsController(InlineTasks(store)).choose("colour", "red")


def test_the_ledger_is_proved(store: Store) -> None:
    controller = SettingsController(InlineTasks(store))
    verified = heard(controller.verified)
    controller.verify()
    assert verified[0].clean


def test_a_copy_is_saved(store: Store, tmp_path: Path) -> None:
    controller = SettingsController(InlineTasks(store))
    copied = heard(controller.copied)
    controller.save_copy(tmp_path / "copy.db")
    assert copied == [tmp_path / "copy.db"]
    assert (tmp_path / "copy.db").stat().st_size > 0
