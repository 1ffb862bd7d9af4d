"""The desk's own code for people whose export holds none: safe on any keyboard, says nothing."""

ALPHABET = "BCDEFGHJKLNPRSTUVX"
"""Letters that sit on the same key in QWERTY, AZERTY and QWERTZ, without vowels that spell."""
LENGTH = 12


MOST_TURNS = 100
CODES = len(ALPHABET) ** LENGTH
_STEP = 611_953_018_439_147  # from a person's code to the next, as far from it as may be


def own_code(attendee: int, turn: int = 0) -> str:
    """Twelve letters and a check letter, the same on every desk that knows this person.

    18 ** 12 codes: among 100,000 people two share one in four cases of a million. A person whose
    code became void gets that of the next turn.
    """
    letters, rest = "", attendee + turn * _STEP
    for _ in range(LENGTH):
        rest, digit = divmod(rest, len(ALPHABET))
        letters += ALPHABET[digit]
    return letters + check_letter(letters)


def badge_code(attendee: int, ticket: str, voided: int = 0) -> str:
    """What the QR of a person's badge holds: the code of the ticket, or our own.

    Our own as well once an earlier badge became void `voided` times: the ticket bears the code of
    that badge, and no longer opens the door.
    """
    return own_code(attendee, voided) if voided or not ticket else ticket


def check_letter(letters: str) -> str:
    """The Luhn check in base 18: finds any one wrong letter and most swapped neighbours."""
    base, total = len(ALPHABET), 0
    for place, letter in enumerate(reversed(letters)):
        value = ALPHABET.index(letter) * (1 if place % 2 else 2)
        total += value // base + value % base
    return ALPHABET[-total % base]


def turns(code: str) -> dict[int, int]:
    """Which turn it would be, by what a person's id leaves over when divided by `CODES`.

    Nothing for what is no code of the desk's own.
    """
    letters = code.strip().upper()
    if len(letters) != LENGTH + 1 or not set(letters) <= set(ALPHABET):
        return {}
    if check_letter(letters[:-1]) != letters[-1]:
        return {}
    places = enumerate(letters[:-1])
    number = sum(ALPHABET.index(it) * len(ALPHABET) ** place for place, it in places)
    return {(number - turn * _STEP) % CODES: turn for turn in range(MOST_TURNS)}
