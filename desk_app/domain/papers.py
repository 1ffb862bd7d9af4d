"""What an event's documents say beyond the announcement: whose they are, and their own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Stands above every document; `logo` holds a PNG or JPEG file, empty where none was given."""

    institution: str = ""
    address: str = ""
    siret: str = ""
    declaration: str = ""
    representative: str = ""
    role: str = ""
    city: str = ""
    nature: str = ""
    logo: bytes = b""


@dataclass(frozen=True, slots=True)
class LetterText:
    """What letters of a kind say; paragraphs as the files in resources/reports/letters explain."""

    heading: str
    paragraphs: tuple[str, ...]
    signature: str
