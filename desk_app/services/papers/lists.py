"""Lists: everybody, who is absent, by organisation, and the one to tick without a computer."""

from functools import partial
from itertools import groupby

from desk_app.domain.names import plain
from desk_app.domain.own_code import badge_code
from desk_app.services import documents, stays
from desk_app.services.documents import Contents
from desk_app.services.papers.request import Draw, Request, contents, head, title
from desk_app.store.session import Session
from desk_app.words import say


def attendance(session: Session, it: Request) -> Draw:
    """Who came and who did not, as on the screen."""
    return partial(documents.drawn, contents(session, it), "pdf")


def absent(session: Session, it: Request) -> Draw:
    """Whoever was expected and did not come."""
    return partial(_listed, contents(session, it, "absent"), "absent", "People absent")


def organisations(session: Session, it: Request) -> Draw:
    """Whoever was expected, organisation by organisation."""
    return partial(_by_organisation, contents(session, it, "expected"))


def paper_list(session: Session, it: Request) -> Draw:
    """Boxes to tick, and codes to scan afterwards whom was ticked."""
    return partial(_to_tick, contents(session, it, "expected"))


def _listed(it: Contents, kind: str, name: str) -> bytes:
    from desk_app.reports.sheet import Section, Sheet, columns_of, person_cells, sheets_pdf

    language = it.summary.language
    rows = tuple(person_cells(row, language, kind) for row in documents.rows_of(it))
    sheet = Sheet(head(it, name), columns_of(kind, language), (Section("", rows),), notes=it.notes)
    return sheets_pdf(title(it, name), language, [sheet], it.summary.generated)


def _by_organisation(it: Contents) -> bytes:
    from desk_app.reports.sheet import Section, Sheet, columns_of, person_cells, sheets_pdf

    language = it.summary.language
    rows = sorted(
        documents.rows_of(it),
        key=lambda row: (not row.organisation.strip(), plain(row.organisation)),
    )
    sections = []
    for _, those in groupby(rows, lambda row: plain(row.organisation)):
        same = list(those)
        name = same[0].organisation.strip() or say("Without an organisation", language)
        arrived = sum(bool(row.arrived) for row in same)
        told = say("{arrived} of {expected}", language, arrived=arrived, expected=len(same))
        told = told.replace(" ", "\u00a0")  # one figure, on one line
        cells = tuple(person_cells(row, language, "organisation") for row in same)
        sections.append(Section(f"{name} · {told}", cells))
    columns = columns_of("organisation", language)
    sheet = Sheet(head(it, "List by organisation"), columns, tuple(sections), notes=it.notes)
    return sheets_pdf(title(it, "List by organisation"), language, [sheet], it.summary.generated)


def _to_tick(it: Contents) -> bytes:
    from desk_app.reports.sheet import Section, Sheet, columns_of, person_cells, sheets_pdf
    from desk_app.reports.table import Code, Tick

    language, name = it.summary.language, "List for the morning without a computer"
    rows = tuple(
        person_cells(
            documents.row_of(person, it, ""),
            language,
            "paper",
            tick=Tick(),
            code=Code(badge_code(person.id, person.scan_code, it.voided.get(person.id, 0))),
        )
        for person in it.people
    )
    blank = ((Tick(), "", "", "", ""),) * stays.rules()["blank_lines"]
    sections = (Section("", rows), Section(say("Not on the list", language), blank, spare=True))
    note = say(
        "Tick whoever comes. Afterwards, scan the code of each ticked line at the Check-in screen:"
        " everybody is in then, at the time of that scan.",
        language,
    )
    above = head(it, name, totals=False)
    sheet = Sheet(above, columns_of("paper", language), sections, notes=(note,))
    return sheets_pdf(title(it, name), language, [sheet], it.summary.generated)
