"""What the banner says of several people: who came together, or which of them is meant."""

from desk_app.controllers.checkin import CheckIn, Results
from desk_app.views.verdicts import Verdict
from desk_app.words import tr, trn


def company_verdict(name: str, count: int, going_out: bool) -> Verdict:
    """With whom somebody came, and how many the button would let in, or out."""
    inwards = trn(count, "Check in {count} person", "Check in {count} people")
    outwards = trn(count, "{count} person goes out", "{count} people go out")
    return Verdict(
        "quiet",
        "users",
        tr("Together with {name}", name=name),
        tr("The space bar ticks whoever is there, Enter goes ahead."),
        "enter_group" if count else "",
        (outwards if going_out else inwards) if count else "",
        "Ctrl+Return",
    )


def which_verdict(results: Results) -> Verdict:
    """Nobody is let in while several may be meant."""
    alike = tr("Several people have this name")
    fitting = tr("Several people fit “{code}”", code=results.text.strip())
    title = alike if results.namesakes else fitting
    if results.guessed:
        title = tr("Nobody is called “{code}”", code=results.text.strip())
    if results.answers_only:
        title = tr("“{code}” is nobody’s name, but an answer", code=results.text.strip())
    return Verdict("mind", "users", title, tr("Choose with ↑ ↓, then Enter."))


def group_verdict(answers: tuple[CheckIn, ...]) -> Verdict:
    """How many came in or went out together, and who did not."""
    left = [it for it in answers if it.outcome.value in ("goodbye", "not_in")]
    came = sum(it.outcome.admits for it in answers)
    kept_out = () if left else tuple(it for it in answers if not it.outcome.admits)
    names = ", ".join(it.person.full_name for it in kept_out if it.person)
    gone = trn(len(left), "{count} person went out", "{count} people went out")
    return Verdict(
        "mind" if kept_out else "good",
        "users",
        gone if left else trn(came, "{count} person is in", "{count} people are in"),
        tr("Not checked in: {why}", why=names) if names else tr("everybody who was ticked"),
        "undo",
        tr("Undo"),
        "Ctrl+Z",
    )
