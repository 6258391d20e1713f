"""The application, to which each module here adds its commands."""

from __future__ import annotations

import typer

app = typer.Typer(
    name="redite",
    help="Has this been said before? A ledger of who said what, when, via whom, and what it adds.",
    epilog="Start with: redite ingest FOLDER, then: redite brief",
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
