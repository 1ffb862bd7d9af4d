"""Which registration platform wrote a file: the shipped profiles, and those of the user."""

from collections.abc import Collection, Mapping
from pathlib import Path

from desk_app import paths
from desk_app.domain.errors import DeskError
from desk_app.intake import vocabulary
from desk_app.intake.evidence import Evidence, fits
from desk_app.intake.profiles import Platform, read_profiles
from desk_app.intake.vocabulary import Meaning
from desk_app.intake.wording import variants

UNKNOWN = Platform()
_MOST_FILES = 100


def platforms(folder: Path | None = None) -> tuple[Platform, ...]:
    """The profiles of the TOML files in a folder, if given, then those that ship with the desk.

    A profile of the folder takes the place of ours with the same id.
    """
    theirs: dict[str, Platform] = {}
    for file in sorted(folder.glob("*.toml"))[:_MOST_FILES] if folder else ():
        for profile in read_profiles(file):
            if profile.id in theirs:
                raise DeskError(
                    "In {file}, the profile “{entry}” is there for the second time. "
                    "Give it another id, or remove one of the two.",
                    file=file.name,
                    entry=profile.id,
                )
            theirs[profile.id] = profile
    ours = read_profiles(paths.resources() / "exports" / "platforms.toml")
    return (*theirs.values(), *(one for one in ours if one.id not in theirs))


def recognise(evidences: Mapping[str, Evidence], folder: Path | None = None) -> Platform:
    """The platform whose signature the headings bear best, or UNKNOWN.

    `evidences` has what the cells below each heading look like.
    """
    present = {
        vocabulary.core(text): found
        for heading, found in evidences.items()
        for text in variants(heading)
    }
    likely = [(_among(present, one.signature), one) for one in platforms(folder)]
    fitting = [(n, one) for n, one in likely if n >= one.needs and _must(present, one)]
    return max(fitting, key=lambda pair: pair[0], default=(0, UNKNOWN))[1]


def _among(present: Collection[str], wanted: Collection[frozenset[str]]) -> int:
    """How many of the headings, each in one of its wordings, a file bears."""
    return sum(1 for wordings in wanted if not wordings.isdisjoint(present))


def _must(present: Mapping[str, Evidence], platform: Platform) -> bool:
    """Whether the headings it cannot be without are there, and their cells do not deny them."""

    def is_there(core: str) -> bool:
        field = platform.columns.get(core)
        return core in present and not (field and not fits(Meaning(field, -1), present[core]))

    return all(any(map(is_there, wordings)) for wordings in platform.must)
