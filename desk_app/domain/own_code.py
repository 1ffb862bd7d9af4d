"""The desk's own code for people whose export holds none: safe on any keyboard, says nothing."""

ALPHABET = "BCDEFGHJKLNPRSTUVX"
"""Letters that sit on the same key in QWERTY, AZERTY and QWERTZ, without vowels that spell."""
LENGTH = 12


def own_code(attendee: int) -> str:
    """Twelve letters and a check letter, the same on every desk that knows this person.

    18 ** 12 codes: among 100,000 people two share one in four cases of a million.
    """
    letters, rest = "", attendee
    for _ in range(LENGTH):
        rest, digit = divmod(rest, len(ALPHABET))
        letters += ALPHABET[digit]
    return letters + check_letter(letters)


def check_letter(letters: str) -> str:
    """The Luhn check in base 18: finds any one wrong letter and most swapped neighbours."""
    base, total = len(ALPHABET), 0
    for place, letter in enumerate(reversed(letters)):
        value = ALPHABET.index(letter) * (1 if place % 2 else 2)
        total += value // base + value % base
    return ALPHABET[-total % base]
