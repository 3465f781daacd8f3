"""Runs the steps on the connection that is handed over; there is no ini file and no second way to the database."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
