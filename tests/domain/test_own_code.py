"""The desk's own code."""

import random

from desk_app.domain.own_code import ALPHABET, CODES, LENGTH, check_letter, own_code, turns


def test_a_code_is_the_same_on_every_desk() -> None:
    assert own_code(384656872752906) == own_code(384656872752906)


def test_a_code_uses_only_letters_that_no_layout_moves() -> None:
    assert set(own_code(2**62 - 1)) <= set(ALPHABET)
    assert len(own_code(1)) == LENGTH + 1


def test_a_wrong_letter_is_noticed() -> None:
    code = own_code(random.Random(7).getrandbits(62))
    for place in range(LENGTH):
        for other in set(ALPHABET) - {code[place]}:
            wrong = code[:place] + other + code[place + 1 : LENGTH]
            assert check_letter(wrong) != code[-1]


def test_different_people_have_different_codes() -> None:
    chance = random.Random(7)
    ids = [chance.getrandbits(62) for _ in range(20_000)]
    assert len({own_code(it) for it in ids}) == len(ids)


def test_a_code_tells_its_turn_to_whoever_knows_the_person() -> None:
    person = random.Random(7).getrandbits(62)
    for turn in (0, 1, 57):
        assert turns(own_code(person, turn))[person % CODES] == turn


def test_what_is_no_code_of_our_own_has_no_turn() -> None:
    wrong = own_code(384656872752906)
    assert turns(wrong[:-1] + ("B" if wrong[-1] != "B" else "C")) == {}
    assert turns("QR-ZOE") == turns("AEIOUAEIOUAEI") == {}
