"""Run by Alembic: applies the migrations on the connection that `upgrade` was given."""

from alembic import context

from redite.store.schema import VERSION_TABLE, metadata

# False where this is merely imported, as by tools that look into every module for examples.
if hasattr(context, "config"):
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        version_table=VERSION_TABLE,
    )
    with context.begin_transaction():
        context.run_migrations()
