"""What the bar for trouble and news says: what is wrong, what is safe, and what to do."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from desk_app import role, words
from desk_app.domain.errors import DeskError
from desk_app.domain.roles import Right
from desk_app.words import tr, trn

if TYPE_CHECKING:
    from desk_app.app import DeskApp
    from desk_app.views.notice import Notice


class Notices(QObject):
    """Lives as long as the desk, and speaks in whichever frame is shown."""

    def __init__(self, desk: "DeskApp") -> None:
        super().__init__()
        self._desk = desk
        self._reminded = False
        desk.tasks.refused.connect(self.show_error)
        desk.tasks.crashed.connect(self.show_crash)

    def show_error(self, error: DeskError) -> None:
        """What is wrong and what to do, in the frame; nothing was changed."""
        self._bar.say(words.say(error.sentence, words.current()))

    def show_crash(self, error: BaseException) -> None:
        """A bug: what is safe, in words; the kind of error for whoever mends it."""
        self._bar.say(
            tr("Something went wrong in the program ({kind}).", kind=type(error).__name__),
            tr("Every check-in so far is safe on this desk."),
            tr("Go on working; if it happens again, restart the program."),
        )

    def show_doubtful(self, count: int) -> None:
        """Nobody knows whether these badges came out: the desk ended while they were printed."""
        self._bar.say(
            trn(count, "{count} badge was being printed when the desk ended.",
                "{count} badges were being printed when the desk ended."),
            "",
            tr("Look whether they came out, then choose in the print queue (F4)."),
            "mind",
        )  # fmt: skip

    def show_printed(self, printed: Any) -> None:
        """A badge is on its way: the header says where to."""
        self._desk.frame.header.set_printer(printed.printer)

    def show_print_failure(self, failure: Any) -> None:
        """A badge did not come out: nobody waits for it, and the check-in stands."""
        self._desk.self_service.show_no_badge()
        self._desk.frame.header.set_printer(tr("The printer needs you"), "stop")
        if self._desk.frame.current_key() != "badges":
            self._bar.say(
                words.say(failure.error.sentence, words.current()),
                tr("The check-in is safe. The badge can be printed later."),
            )

    def show_new_export(self, preview: Any) -> None:
        """A newer export appeared by itself, and somebody should look before it counts."""
        if role.may(Right.IMPORT) and self._desk.frame.current_key() != "import":
            self._bar.say(
                tr("A newer export is here: {file}.", file=preview.plan.reading.file),
                tr("Nothing is written before you accept."),
                tr("Open Import to see what it would change."),
                tone="accent",
            )

    def remind(self) -> None:
        """Look whether names are kept longer than somebody said."""
        from desk_app.services import privacy

        self._desk.tasks.db(privacy.overdue, self._desk.clock(), done=self.show_overdue)

    def show_overdue(self, overdue: Any) -> None:
        """Names should have left these events by now."""
        if not overdue:
            if self._reminded:
                self._bar.close_notice()
        else:
            self._bar.say(
                trn(len(overdue), "Names are kept longer than said of one event: {title}.",
                    "Names are kept longer than said of {count} events, such as {title}.",
                    title=overdue[0].event.title),
                "",
                tr("Open Events, choose it, then Data protection."),
                tone="mind",
            )  # fmt: skip
        self._reminded = bool(overdue)

    def show_saved(self, path: Path) -> None:
        """A file is written: say where."""
        self._bar.say(tr("Saved: {file}", file=path.name), tone="good")

    @property
    def _bar(self) -> "Notice":
        return self._desk.frame.notice
