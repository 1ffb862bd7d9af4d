"""What one badge says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Badge:
    """Empty text is not printed. `code` is what the QR holds; `event_line` is date and city.

    `answers` are questions of the registration with what was said; `logo` is a PNG or JPEG file.
    `layout` names that of the category, where it is another than the one printed with.
    Where neither `given_name` nor `family_name` is known, `full_name` is printed in their place.
    """

    attendee: int
    given_name: str = ""
    family_name: str = ""
    full_name: str = ""
    organisation: str = ""
    job_title: str = ""
    category: str = ""
    code: str = ""
    event_title: str = ""
    event_line: str = ""
    language: str = "fr"
    pronouns: str = ""
    no_photo: bool = False
    answers: tuple[tuple[str, str], ...] = ()
    partners: str = ""
    logo: bytes = b""
    layout: str = ""
