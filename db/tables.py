"""The tables of a workspace as metadata, in types that SQLite and PostgreSQL share.

Scores are whole steps of the catalogue's scale beside a kind, never floats; what was never scored has kind `none`, so
0, `n. b.` and not yet scored stay three things. `migrations/` builds the same tables, a test holds the two together.
"""

from typing import override

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)


def plain(text: str) -> str:
    """Return `text` without what a database cannot hold: NUL and lone surrogates become U+FFFD."""
    if text.isascii() and "\0" not in text:
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "\ufffd")


class PlainText(TypeDecorator[str]):
    """Text of any length as people and files write it, made storable on its way in."""

    impl = Text
    cache_ok = True

    @override
    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else plain(value)


metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

SINCE = "since"
"""The key in a table's `info` for the schema version that brought it, where that is not the first."""

ID = String(32)
SHA256 = String(64)

schema_versions = Table(
    "alembic_version",
    metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)

catalogues = Table(
    "catalogues",
    metadata,
    Column("sha256", SHA256, primary_key=True),
    Column("catalogue_id", PlainText, nullable=False),
    Column("version", PlainText, nullable=False),
    Column("source", PlainText, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", ID, primary_key=True),
    Column("name", PlainText, nullable=False),
    Column("name_key", PlainText, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("role", String(20), nullable=False),
    Column("employers", PlainText, nullable=False),
    Column("mandates", PlainText, nullable=False),
)

rounds = Table(
    "rounds",
    metadata,
    Column("id", ID, primary_key=True),
    Column("mark", ID, nullable=False),  # another one with every commit, so that a log proves whose it is
    Column("previous_mark", ID, nullable=False),
    Column("title", PlainText, nullable=False),
    Column("reference_date", Date),
    Column("catalogue", ForeignKey("catalogues.sha256"), nullable=False),
    Column("me", ForeignKey("people.id")),
    Column("is_demo", Boolean, nullable=False),
    Column("today", Date),  # unused: the demo counted its days from here
    Column("reviews_due", Date),
    Column("secrecy_confirmed", Date),
    Column("last_change", DateTime, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("key", String(100), primary_key=True),
    Column("value", PlainText, nullable=False),
)

applications = Table(
    "applications",
    metadata,
    Column("id", ID, primary_key=True),
    Column("number", PlainText, nullable=False, unique=True),
    Column("newest", Integer, nullable=False),
    Column("withdrawn", Date),
)

application_versions = Table(
    "application_versions",
    metadata,
    Column("application", ForeignKey("applications.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", PlainText, nullable=False),
    Column("procedure", PlainText, nullable=False),
    Column("catalogue", ForeignKey("catalogues.sha256"), nullable=False),
    Column("reference_date", Date),
    Column("received", Date),
    Column("deadline", Date),
    Column("reviews_due", Date),
    Column("file_reference", PlainText, nullable=False),
    Column("proceeding", PlainText, nullable=False),
    Column("imported_at", DateTime),
    Column("fingerprint", String(64), nullable=False),
    Column("form", PlainText),
    Column("form_tables", PlainText),
    Column("members", PlainText),
    Column("findings", PlainText, nullable=False),
    Column("changes", PlainText, nullable=False),
    Column("digest", SHA256, nullable=False),
)

attachments = Table(
    "attachments",
    metadata,
    Column("application", ForeignKey("applications.id"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(20), nullable=False),
    Column("name", PlainText, nullable=False),
    Column("sha256", SHA256, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("media_type", PlainText, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("states", PlainText, nullable=False),
    Column("blank_pages", PlainText, nullable=False),
)

formal_decisions = Table(
    "formal_decisions",
    metadata,
    Column("application", ForeignKey("applications.id"), primary_key=True),
    Column("check_id", String(40), primary_key=True),
    Column("outcome", String(20), nullable=False),
)

files = Table(
    "files",
    metadata,
    Column("sha256", SHA256, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("chunks", Integer, nullable=False),
)

file_chunks = Table(
    "file_chunks",
    metadata,
    Column("sha256", ForeignKey("files.sha256"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("compressed", Boolean, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

assignments = Table(
    "assignments",
    metadata,
    Column("application", ForeignKey("applications.id"), primary_key=True),
    Column("person", ForeignKey("people.id"), primary_key=True),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("application", ForeignKey("applications.id"), primary_key=True),
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("state", String(20), nullable=False),
    CheckConstraint("state IN ('none', 'open', 'excluded')", name="state"),
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", ID, primary_key=True),
    Column("application", ForeignKey("applications.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("state", String(20), nullable=False),
    Column("origin", String(20), nullable=False),
    Column("overall", PlainText, nullable=False),
    Column("begun_at", DateTime, nullable=False),
    Column("submitted_at", DateTime),
    Column("reopened_reason", PlainText, nullable=False),
    Column("edition", Integer, nullable=False),
    CheckConstraint("state IN ('draft', 'submitted')", name="state"),
    UniqueConstraint("application", "person"),
)

scores = Table(
    "scores",
    metadata,
    Column("review", ForeignKey("reviews.id"), primary_key=True),
    Column("criterion", String(100), primary_key=True),
    Column("kind", String(10), nullable=False),
    Column("step", Integer),
    Column("rationale", PlainText, nullable=False),
    CheckConstraint("kind IN ('none', 'number', 'nb')", name="kind"),
    CheckConstraint("(kind = 'number') = (step IS NOT NULL)", name="step"),
)

consensus = Table(
    "consensus",
    metadata,
    Column("application", ForeignKey("applications.id"), primary_key=True),
    Column("criterion", String(100), primary_key=True),
    Column("step", Integer, nullable=False),
    Column("reason", PlainText, nullable=False),
    Column("origin", String(20), nullable=False),
    Column("at", DateTime, nullable=False),
    Column("author", PlainText, nullable=False),
    Column("median", PlainText),  # the last column: since version 4
)

history = Table(
    "history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("application", ForeignKey("applications.id"), nullable=False),
    Column("review", ForeignKey("reviews.id")),
    Column("criterion", String(100), nullable=False),
    Column("what", String(20), nullable=False),
    Column("front", Integer, nullable=False),
    Column("back", Integer, nullable=False),
    Column("text", PlainText, nullable=False),
    Column("digest", String(16), nullable=False),
    Column("author", PlainText, nullable=False),
    Column("origin", String(20), nullable=False),
    Column("note", PlainText, nullable=False),
    Index("ix_history_application", "application", "id"),
)

annotations = Table(
    "annotations",
    metadata,
    Column("id", ID, primary_key=True),
    Column("application", ForeignKey("applications.id"), nullable=False, index=True),
    Column("author", ForeignKey("people.id")),
    Column("kind", String(20), nullable=False),
    Column("style", String(20), nullable=False),
    Column("target", String(20), nullable=False),
    Column("annex", PlainText, nullable=False),
    Column("annex_name", PlainText, nullable=False),
    Column("sha256", SHA256, nullable=False),  # the file it was marked in; no reference, a demo comes without files
    Column("page", Integer),
    Column("quads", PlainText, nullable=False),
    Column("area", PlainText, nullable=False),
    Column("field", PlainText, nullable=False),
    Column("field_row", Integer),
    Column("field_column", PlainText, nullable=False),
    Column("quote", PlainText, nullable=False),
    Column("quote_before", PlainText, nullable=False),
    Column("quote_after", PlainText, nullable=False),
    Column("note", PlainText, nullable=False),
    Column("tags", PlainText, nullable=False),
    Column("private", Boolean, nullable=False),
    Column("created", DateTime, nullable=False),
    Column("changed", DateTime, nullable=False),
    Column("origin", String(20), nullable=False),
    Column("foreign_id", PlainText, nullable=False),
    Column("foreign_author", PlainText, nullable=False),
    Column("state", String(20), nullable=False),
    Column("reworded", Boolean, nullable=False),
    CheckConstraint("target IN ('page', 'field', 'whole')", name="target"),
    CheckConstraint("(target = 'page') = (page IS NOT NULL)", name="page"),
    CheckConstraint("state IN ('anchored', 'orphaned')", name="state"),
    info={SINCE: 2},
)

annotation_links = Table(
    "annotation_links",
    metadata,
    Column("annotation", ForeignKey("annotations.id"), primary_key=True),
    Column("criterion", String(100), primary_key=True),
    Column("direction", String(20), nullable=False),
    CheckConstraint("direction IN ('for', 'against', 'none')", name="direction"),
    info={SINCE: 2},
)

annotation_history = Table(
    "annotation_history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", DateTime, nullable=False),
    Column("application", ForeignKey("applications.id"), nullable=False),
    Column("annotation", ID, nullable=False),  # no reference: the history outlives what was deleted
    Column("front", Integer, nullable=False),
    Column("back", Integer, nullable=False),
    Column("text", PlainText, nullable=False),
    Column("digest", String(16), nullable=False),
    Column("author", PlainText, nullable=False),
    Index("ix_annotation_history_application", "application", "id"),
    info={SINCE: 2},
)

recognised_pages = Table(
    "recognised_pages",
    metadata,
    Column("sha256", SHA256, primary_key=True),  # of an annex; no reference, damaged bytes are mended under it
    Column("page", Integer, primary_key=True, autoincrement=False),
    Column("lines", PlainText, nullable=False),
    info={SINCE: 3},
)


def of_newest_version(table: Table = application_versions) -> ColumnElement[bool]:
    """Return the condition under which a row of `table` belongs to the newest version of its application."""
    return (table.c.application == applications.c.id) & (table.c.version == applications.c.newest)


def in_order() -> list[Table]:
    """Return all tables as a workspace is made: by the release that brought them, what is referred to first.

    So the first tables of a file that was upgraded begin where those of a fresh one do.
    """
    return sorted(metadata.sorted_tables, key=lambda table: int(table.info.get(SINCE, 1)))
