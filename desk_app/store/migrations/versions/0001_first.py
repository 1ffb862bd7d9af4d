"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ATTENDEE_TEXTS = (
    "external_id scan_code given_name family_name full_name email organisation job_title"
    " ticket_type phone order_id note amended"
)


def upgrade() -> None:
    _own()
    _ledger()
    _attendees()
    _of_attendees()
    op.execute(
        "CREATE VIRTUAL TABLE person_search USING fts5("
        "name, rest, answers, tokenize = \"ascii\", prefix = '1 2', detail = 'column',"
        " columnsize = 0)"
    )
    # Merge when there are sixteen of a size, not four: an import writes a quarter less.
    op.execute("INSERT INTO person_search (person_search, rank) VALUES ('automerge', 0)")
    op.execute("CREATE VIRTUAL TABLE person_word USING fts5vocab(person_search, 'col')")


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _number(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _own() -> None:
    op.create_table(
        "desk", sa.Column("id", sa.Text, primary_key=True), *_text("name", "fingerprint")
    )
    op.create_table("setting", sa.Column("key", sa.Text, primary_key=True), *_text("value"))
    op.create_table(
        "print_job",
        sa.Column("id", sa.Integer, primary_key=True),
        *_number("event"),
        *_text("people", "layout", "stock", "printer", "state", "reason", "because"),
        *_number("voids", "first_label", "attempts", "asked_at", "changed_at"),
    )
    op.create_index("print_job_by_state", "print_job", ["state"])


def _ledger() -> None:
    op.create_table(
        "fact",
        *_text("desk"),
        *_number("number", "clock", "event"),
        sa.Column("attendee", sa.Integer),
        *_text("kind", "body"),
        sa.PrimaryKeyConstraint("desk", "number"),
        sqlite_with_rowid=False,
    )
    op.create_index("fact_of_attendee", "fact", ["attendee"])
    op.create_index(
        "fact_of_event", "fact", ["event", "kind"], sqlite_where=sa.text("attendee IS NULL")
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True),
        *_text("title", "first_day", "body"),
    )


def _attendees() -> None:
    op.create_table(
        "attendee",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("event", sa.Integer, sa.ForeignKey("event.id"), nullable=False),
        sa.Column("listed", sa.Boolean, nullable=False),
        sa.Column("walk_in", sa.Boolean, nullable=False),
        *_text("status", *_ATTENDEE_TEXTS.split()),
        *_number("copies"),
        sa.Column("arrived_at", sa.Integer),
        *_text("family_key"),
        *_number("fingerprint"),
        sa.Column("matched", sa.Boolean, nullable=False),
        *_text("help"),
    )
    op.create_index("attendee_help", "attendee", ["event"], sqlite_where=sa.text("help <> ''"))
    op.create_index("attendee_matched", "attendee", ["event"], sqlite_where=sa.text("matched"))
    op.create_index(
        "attendee_by_status",
        "attendee",
        ["event", "listed", "status", "ticket_type", "walk_in", "arrived_at"],
    )


def _of_attendees() -> None:
    op.create_table(
        "presence",
        sa.Column("attendee", sa.Integer, sa.ForeignKey("attendee.id"), nullable=False),
        *_text("checkpoint"),
        *_number("event", "first_at"),
        *_text("desk"),
        *_number("last_at"),
        sa.Column("inside", sa.Boolean, nullable=False),
        *_number("entries", "companions"),
        sa.PrimaryKeyConstraint("attendee", "checkpoint"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "presence_companions",
        "presence",
        ["event", "checkpoint", "companions"],
        sqlite_where=sa.text("companions > 0"),
    )
    op.create_index("presence_by_time", "presence", ["event", "checkpoint", "first_at"])
    op.create_index(
        "presence_left",
        "presence",
        ["event", "checkpoint"],
        sqlite_where=sa.text("NOT inside"),
    )
    op.create_table(
        "ticket_code",
        *_number("event"),
        *_text("code"),
        sa.Column("attendee", sa.Integer, sa.ForeignKey("attendee.id"), nullable=False),
        sa.PrimaryKeyConstraint("event", "code", "attendee"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "roster_line",
        *_number("event"),
        *_text("family_key"),
        sa.Column("attendee", sa.Integer, sa.ForeignKey("attendee.id"), nullable=False),
        sa.PrimaryKeyConstraint("event", "family_key", "attendee"),
        sqlite_with_rowid=False,
    )
