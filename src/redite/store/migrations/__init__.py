"""The changes of the schema, applied in order, each once; `upgrade` brings a ledger to the newest.

To add one: a file in versions/ whose `revision` says what it does (at most 32 letters) and whose
`down_revision` names the one before; then `REVISION` and the tables in `redite.store.schema`.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def configuration() -> Config:
    """Return the Alembic configuration of the ledger; there is no ini file."""
    config = Config()
    # The value goes through the parser of ini files, where a percent sign begins a name.
    place = str(Path(__file__).parent).replace("%", "%%")
    config.set_main_option("script_location", place)
    config.set_main_option("path_separator", "os")
    return config


def revisions() -> list[str]:
    """Return every revision this version of redite knows, oldest first."""
    scripts = ScriptDirectory.from_config(configuration()).walk_revisions()
    return [script.revision for script in scripts][::-1]


def upgrade(connection: Connection) -> None:
    """Bring the ledger to the newest revision, inside the transaction that is open."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
