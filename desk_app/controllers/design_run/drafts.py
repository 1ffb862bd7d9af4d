"""The design in hand and all its former states: changed, taken back, done again."""

from dataclasses import dataclass

from desk_app.badges.designs import Design, Fault, faults


@dataclass(frozen=True, slots=True)
class Draft:
    """The design in hand, from the layout of id `source`; `fault` keeps it from being kept."""

    design: Design
    source: str
    changed: bool = False
    can_undo: bool = False
    can_redo: bool = False
    fault: Fault | None = None

    @property
    def own(self) -> bool:
        return bool(self.design.id)


class Drafts:
    """`current` is None until a design is taken in hand."""

    def __init__(self) -> None:
        self.current: Draft | None = None
        self._saved: Design | None = None
        self._past: list[Design] = []
        self._future: list[Design] = []
        self._last = ""

    @property
    def unsaved(self) -> bool:
        """Whether the design in hand would be lost."""
        return bool(self.current and self.current.changed)

    @property
    def kept_id(self) -> str:
        """The id under which the design in hand was saved, "" where it never was."""
        return self._saved.id if self._saved else ""

    def begin(self, design: Design, source: str, *, going_on: bool = False) -> Draft:
        """Take a design in hand; what was done before can be undone where it is `going_on`."""
        past = self._past if going_on else []
        self._past, self._future, self._last = past, [], ""
        self._saved = design if design.id else None
        return self._show(design, source)

    def change(self, design: Design, merge: str = "") -> Draft | None:
        """Go on with this design, if it is another; changes of the same `merge` are one."""
        it = self.current
        if it is None or design == it.design:
            return None
        if not merge or merge != self._last:
            self._past.append(it.design)
        self._last, self._future = merge, []
        return self._show(design, it.source)

    def undo(self) -> Draft | None:
        """Go back by one change, if there is one."""
        return self._step(self._past, self._future)

    def redo(self) -> Draft | None:
        """Go forward again, if somebody went back."""
        return self._step(self._future, self._past)

    def drop(self) -> None:
        """Have nothing in hand."""
        self.current = None

    def _step(self, taken: list[Design], given: list[Design]) -> Draft | None:
        it = self.current
        if it is None or not taken:
            return None
        given.append(it.design)
        self._last = ""
        return self._show(taken.pop(), it.source)

    def _show(self, design: Design, source: str) -> Draft:
        changed = design != self._saved if self._saved else bool(self._past)
        self.current = Draft(
            design, source, changed, bool(self._past), bool(self._future),
            next(faults(design), None),
        )  # fmt: skip
        return self.current
