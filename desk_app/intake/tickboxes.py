"""Tick boxes of one question about workshops, days or tickets, each in a column of its own."""

from collections.abc import Collection, Sequence

from desk_app.intake import vocabulary
from desk_app.intake.evidence import Evidence
from desk_app.intake.wording import variants


def choices(
    texts: Sequence[str],
    bands: Sequence[str],
    evidences: Sequence[Evidence],
    taken: Collection[int],
) -> tuple[tuple[int, str], ...]:
    """Tick boxes of one question about workshops, days or tickets, with their labels."""
    choices = []
    for index, text in enumerate(texts):
        seen = evidences[index]
        if index in taken or not text or (seen.filled and seen.answers < 1):
            continue
        question, label = _question_and_label(text)
        if _asks_for_ticket(question) or _asks_for_ticket(bands[index]):
            choices.append((index, label))
    ticked = any(evidences[index].filled for index, _ in choices)
    return tuple(choices) if ticked and len(choices) > 1 else ()


def _question_and_label(text: str) -> tuple[str, str]:
    """ "Workshop: Pottery" and "Workshops [Pottery]" name the question before the choice."""
    bare = variants(text)[1] if len(variants(text)) > 1 else text
    if bare.endswith("]") and "[" in bare:
        question, _, label = bare[:-1].partition("[")
        return question.strip(), label.strip()
    question, colon, label = bare.partition(":")
    return (question.strip(), label.strip()) if colon and label.strip() else (bare, bare)


def _asks_for_ticket(text: str) -> bool:
    return any(one.field == "ticket_type" for one in vocabulary.meanings(text)) if text else False
