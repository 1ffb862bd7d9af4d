"""The tables. `fact` is the truth; all others are what the facts add up to, or the desk's own."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

metadata = MetaData()

desk = Table(
    "desk",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

fact = Table(
    "fact",
    metadata,
    Column("desk", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("clock", Integer, nullable=False),
    Column("event", Integer, nullable=False),
    Column("attendee", Integer),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("desk", "number"),
    Index("fact_of_attendee", "attendee"),
    # Only what is about an event itself: one row in a thousand.
    Index("fact_of_event", "event", "kind", sqlite_where=text("attendee IS NULL")),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("first_day", Text, nullable=False),
    Column("body", Text, nullable=False),
)

attendee = Table(
    "attendee",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event", ForeignKey("event.id"), nullable=False),
    Column("listed", Boolean, nullable=False),
    Column("walk_in", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("scan_code", Text, nullable=False),
    Column("given_name", Text, nullable=False),
    Column("family_name", Text, nullable=False),
    Column("full_name", Text, nullable=False),
    Column("email", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("job_title", Text, nullable=False),
    Column("ticket_type", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("order_id", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("amended", Text, nullable=False),  # field names, joined by blanks
    Column("copies", Integer, nullable=False),
    Column("arrived_at", Integer),
    Column("family_key", Text, nullable=False),  # folded "family given", for order and prefixes
    Column("fingerprint", Integer, nullable=False),  # of the latest registration, for re-imports
    Column("matched", Boolean, nullable=False),
    Column("help", Text, nullable=False),  # what the help desk should know; empty for nearly all
    Index("attendee_help", "event", sqlite_where=text("help <> ''")),
    Index("attendee_matched", "event", sqlite_where=text("matched")),
    # Counts, and every filter of the search, are answered by this alone.
    Index(
        "attendee_by_status", "event", "listed", "status", "ticket_type", "walk_in", "arrived_at"
    ),
)

presence = Table(
    "presence",
    metadata,
    Column("attendee", ForeignKey("attendee.id"), nullable=False),
    Column("checkpoint", Text, nullable=False),
    Column("event", Integer, nullable=False),
    Column("first_at", Integer, nullable=False),
    Column("desk", Text, nullable=False),
    Column("last_at", Integer, nullable=False),
    Column("inside", Boolean, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("companions", Integer, nullable=False),
    PrimaryKeyConstraint("attendee", "checkpoint"),
    Index("presence_by_time", "event", "checkpoint", "first_at"),
    # Few bring somebody along who has no name here.
    Index(
        "presence_companions",
        "event",
        "checkpoint",
        "companions",
        sqlite_where=text("companions > 0"),
    ),
    Index("presence_left", "event", "checkpoint", sqlite_where=text("NOT inside")),
    sqlite_with_rowid=False,
)

ticket_code = Table(
    "ticket_code",
    metadata,
    Column("event", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("attendee", ForeignKey("attendee.id"), nullable=False),
    PrimaryKeyConstraint("event", "code", "attendee"),
    sqlite_with_rowid=False,
)

# The roster in the order of names. A table of its own, and not an index of `attendee`: a large
# import fills this one and `ticket_code` last, in their own order, or each of its slices would
# write nearly every page of them.
roster_line = Table(
    "roster_line",
    metadata,
    Column("event", Integer, nullable=False),
    Column("family_key", Text, nullable=False),
    Column("attendee", ForeignKey("attendee.id"), nullable=False),
    PrimaryKeyConstraint("event", "family_key", "attendee"),
    sqlite_with_rowid=False,
)

# Badges on their way to paper: this desk's own, told to no other desk. A row is written before
# anything reaches a printer, so that a crash leaves a trace of each.
print_job = Table(
    "print_job",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("event", Integer, nullable=False),
    Column("people", Text, nullable=False),  # their ids, joined by blanks
    Column("layout", Text, nullable=False),
    Column("stock", Text, nullable=False),
    Column("printer", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),  # a sentence as JSON
    Column("because", Text, nullable=False),  # why it is printed again
    Column("voids", Integer, nullable=False),  # 1: earlier codes become void
    Column("first_label", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("asked_at", Integer, nullable=False),
    Column("changed_at", Integer, nullable=False),
    Index("print_job_by_state", "state"),
)

# What a person types is looked up here; made and dropped with the tables above.
SEARCH_TABLE = """
CREATE VIRTUAL TABLE person_search USING fts5(
    name, rest, answers, tokenize = "ascii", prefix = '1 2', detail = 'column',
    columnsize = 0
)
"""
VOCABULARY_TABLE = "CREATE VIRTUAL TABLE person_word USING fts5vocab(person_search, 'col')"
