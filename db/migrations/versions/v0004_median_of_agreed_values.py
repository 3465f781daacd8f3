"""Version 4: the median that an agreed value was taken over from."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; of values that were taken before, the median is not known."""
    op.add_column("consensus", sa.Column("median", sa.Text()))
