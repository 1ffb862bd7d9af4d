"""Whose document it is: the institution that signs."""

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
