"""Version 1: a round with its catalogue, applications, annexes, people, reviews, agreed values and history."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of version 1."""
    _round()
    _applications()
    _annexes_and_decisions()
    _files()
    _reviews()
    _scores()
    _history()


def _round() -> None:
    """Make the round, its catalogues, its people and settings."""
    op.create_table(
        "catalogues",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("catalogue_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_catalogues"),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("employers", sa.Text(), nullable=False),
        sa.Column("mandates", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
    )
    op.create_index("ix_people_name_key", "people", ["name_key"])
    op.create_table(
        "rounds",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("mark", sa.String(32), nullable=False),
        sa.Column("previous_mark", sa.String(32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("reference_date", sa.Date()),
        sa.Column("catalogue", sa.String(64), nullable=False),
        sa.Column("me", sa.String(32)),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("today", sa.Date()),
        sa.Column("reviews_due", sa.Date()),
        sa.Column("secrecy_confirmed", sa.Date()),
        sa.Column("last_change", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_rounds"),
        sa.ForeignKeyConstraint(["catalogue"], ["catalogues.sha256"], name="fk_rounds_catalogue"),
        sa.ForeignKeyConstraint(["me"], ["people.id"], name="fk_rounds_me"),
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_settings"),
    )


def _applications() -> None:
    """Make applications with all their versions."""
    op.create_table(
        "applications",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("withdrawn", sa.Date()),
        sa.PrimaryKeyConstraint("id", name="pk_applications"),
        sa.UniqueConstraint("number", name="uq_applications_number"),
    )
    op.create_table(
        "application_versions",
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("procedure", sa.Text(), nullable=False),
        sa.Column("catalogue", sa.String(64), nullable=False),
        sa.Column("reference_date", sa.Date()),
        sa.Column("received", sa.Date()),
        sa.Column("deadline", sa.Date()),
        sa.Column("reviews_due", sa.Date()),
        sa.Column("file_reference", sa.Text(), nullable=False),
        sa.Column("proceeding", sa.Text(), nullable=False),
        sa.Column("imported_at", sa.DateTime()),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("form", sa.Text()),
        sa.Column("form_tables", sa.Text()),
        sa.Column("members", sa.Text()),
        sa.Column("findings", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("application", "version", name="pk_application_versions"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_application_versions_application"),
        sa.ForeignKeyConstraint(["catalogue"], ["catalogues.sha256"], name="fk_application_versions_catalogue"),
    )


def _annexes_and_decisions() -> None:
    """Make the facts of annexes and the decisions on formal checks."""
    op.create_table(
        "attachments",
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("states", sa.Text(), nullable=False),
        sa.Column("blank_pages", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("application", "version", "position", name="pk_attachments"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_attachments_application"),
    )
    op.create_table(
        "formal_decisions",
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("check_id", sa.String(40), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        sa.PrimaryKeyConstraint("application", "check_id", name="pk_formal_decisions"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_formal_decisions_application"),
    )


def _files() -> None:
    """Make annex bytes in chunks."""
    op.create_table(
        "files",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("chunks", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_files"),
    )
    op.create_table(
        "file_chunks",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("compressed", sa.Boolean(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "position", name="pk_file_chunks"),
        sa.ForeignKeyConstraint(["sha256"], ["files.sha256"], name="fk_file_chunks_sha256"),
    )


def _reviews() -> None:
    """Make who is to review what, and the reviews."""
    op.create_table(
        "assignments",
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("application", "person", name="pk_assignments"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_assignments_application"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_assignments_person"),
    )
    op.create_table(
        "conflicts",
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.CheckConstraint("state IN ('none', 'open', 'excluded')", name="ck_conflicts_state"),
        sa.PrimaryKeyConstraint("application", "person", name="pk_conflicts"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_conflicts_application"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_conflicts_person"),
    )
    op.create_table(
        "reviews",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("overall", sa.Text(), nullable=False),
        sa.Column("begun_at", sa.DateTime(), nullable=False),
        sa.Column("submitted_at", sa.DateTime()),
        sa.Column("reopened_reason", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('draft', 'submitted')", name="ck_reviews_state"),
        sa.UniqueConstraint("application", "person", name="uq_reviews_application"),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_reviews_application"),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name="fk_reviews_person"),
    )


def _scores() -> None:
    """Make scores and agreed values."""
    op.create_table(
        "scores",
        sa.Column("review", sa.String(32), nullable=False),
        sa.Column("criterion", sa.String(100), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("step", sa.Integer()),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('none', 'number', 'nb')", name="ck_scores_kind"),
        sa.CheckConstraint("(kind = 'number') = (step IS NOT NULL)", name="ck_scores_step"),
        sa.PrimaryKeyConstraint("review", "criterion", name="pk_scores"),
        sa.ForeignKeyConstraint(["review"], ["reviews.id"], name="fk_scores_review"),
    )
    op.create_table(
        "consensus",
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("criterion", sa.String(100), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("application", "criterion", name="pk_consensus"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_consensus_application"),
    )


def _history() -> None:
    """Make the append-only history; SQLite keeps it so by triggers, a server by the rights of its role."""
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("review", sa.String(32)),
        sa.Column("criterion", sa.String(100), nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("front", sa.Integer(), nullable=False),
        sa.Column("back", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_history_application"),
        sa.ForeignKeyConstraint(["review"], ["reviews.id"], name="fk_history_review"),
    )
    op.create_index("ix_history_application", "history", ["application", "id"])
    if op.get_context().dialect.name == "sqlite":
        for done, what in (("rewritten", "UPDATE"), ("deleted", "DELETE")):
            op.execute(
                f"CREATE TRIGGER history_is_not_{done} BEFORE {what} ON history"
                " BEGIN SELECT RAISE(ABORT, 'history is append-only'); END"
            )
