"""Both signs of a fraction are taken, whatever the language of the desk."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.views.decimal_field import DecimalField


@pytest.mark.parametrize(("language", "shown"), [("fr", "12,50 mm"), ("en", "12.50 mm")])
@pytest.mark.parametrize("typed", ["12,5", "12.5"])
def test_a_point_and_a_comma_are_the_same(
    qtbot: QtBot, language: str, shown: str, typed: str
) -> None:
    field = DecimalField()
    qtbot.addWidget(field)
    field.setLocale(QLocale(language))
    field.setSuffix(" mm")
    field.selectAll()
    QTest.keyClicks(field, typed)
    field.interpretText()
    assert field.value() == 12.5
    assert field.text() == shown
