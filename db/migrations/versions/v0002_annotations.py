"""Version 2: annotations, the criteria they bear on, and their append-only history."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; nothing that is there changes."""
    _annotations()
    _links_and_history()


def _annotations() -> None:
    op.create_table(
        "annotations",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("author", sa.String(32)),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("style", sa.String(20), nullable=False),
        sa.Column("target", sa.String(20), nullable=False),
        sa.Column("annex", sa.Text(), nullable=False),
        sa.Column("annex_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("page", sa.Integer()),
        sa.Column("quads", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("field_row", sa.Integer()),
        sa.Column("field_column", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("quote_before", sa.Text(), nullable=False),
        sa.Column("quote_after", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("created", sa.DateTime(), nullable=False),
        sa.Column("changed", sa.DateTime(), nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("foreign_id", sa.Text(), nullable=False),
        sa.Column("foreign_author", sa.Text(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("reworded", sa.Boolean(), nullable=False),
        sa.CheckConstraint("target IN ('page', 'field', 'whole')", name="ck_annotations_target"),
        sa.CheckConstraint("(target = 'page') = (page IS NOT NULL)", name="ck_annotations_page"),
        sa.CheckConstraint("state IN ('anchored', 'orphaned')", name="ck_annotations_state"),
        sa.PrimaryKeyConstraint("id", name="pk_annotations"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_annotations_application"),
        sa.ForeignKeyConstraint(["author"], ["people.id"], name="fk_annotations_author"),
    )
    op.create_index("ix_annotations_application", "annotations", ["application"])


def _links_and_history() -> None:
    """Make what hangs on annotations; SQLite keeps the history by triggers, a server by the rights of its role."""
    op.create_table(
        "annotation_links",
        sa.Column("annotation", sa.String(32), nullable=False),
        sa.Column("criterion", sa.String(100), nullable=False),
        sa.Column("direction", sa.String(20), nullable=False),
        sa.CheckConstraint("direction IN ('for', 'against', 'none')", name="ck_annotation_links_direction"),
        sa.PrimaryKeyConstraint("annotation", "criterion", name="pk_annotation_links"),
        sa.ForeignKeyConstraint(["annotation"], ["annotations.id"], name="fk_annotation_links_annotation"),
    )
    op.create_table(
        "annotation_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("application", sa.String(32), nullable=False),
        sa.Column("annotation", sa.String(32), nullable=False),
        sa.Column("front", sa.Integer(), nullable=False),
        sa.Column("back", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(16), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_annotation_history"),
        sa.ForeignKeyConstraint(["application"], ["applications.id"], name="fk_annotation_history_application"),
    )
    op.create_index("ix_annotation_history_application", "annotation_history", ["application", "id"])
    if op.get_context().dialect.name == "sqlite":
        for done, what in (("rewritten", "UPDATE"), ("deleted", "DELETE")):
            op.execute(
                f"CREATE TRIGGER annotation_history_is_not_{done} BEFORE {what} ON annotation_history"
                " BEGIN SELECT RAISE(ABORT, 'annotation_history is append-only'); END"
            )
