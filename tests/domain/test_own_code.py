"""The desk's own code."""

import random

from desk_app.domain.own_code import ALPHABET, LENGTH, check_letter, own_code


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
