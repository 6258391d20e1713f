"""The command line. Thin: each command opens a ledger, calls one stage or view, and prints.

Machine output goes to standard output, everything else to standard error. Exit status: 0 done;
1 done, and some inputs were rejected, or `verify` found a mismatch; 2 wrong usage, or a ledger
that cannot be opened or written.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated

import typer
from typer.exceptions import TyperException

from redite import __version__
from redite.commands import (  # noqa: F401
    brief,
    comparing,
    due,
    exporting,
    forecasts,
    intake,
    lens,
    looking,
    names,
    outlets,
    serve,
    speakers,
    verdicts,
    verify,
    watch,
)
from redite.commands.app import app
from redite.commands.output import say
from redite.errors import RediteError

INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells count: 128 and the number of the signal."""


@app.callback(invoke_without_command=True)
def _options(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    if version:
        typer.echo(f"redite {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


# --- entry --------------------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; no error reaches the user as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = app(
            args=list(sys.argv[1:] if arguments is None else arguments),
            prog_name="redite",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except TyperException as error:
        say(f"redite: {_refusal(error)}")
        return 2
    except RediteError as error:
        say(f"redite: {error}")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        status = INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader of our output went away ("| head"): nothing is wrong, and nothing to say. Where
        # a command meets that, typer exits for it, as it does for nothing else when asked not to.
        _drop_output()
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _unexpected(error)
        _drop_output()
        say("redite: no space left on the device; free some and run the same command again")
        return 2
    except Exception as error:
        return _unexpected(error)
    if status == INTERRUPTED:  # typer, too, turns Ctrl-C into this status, and says nothing
        say("redite: interrupted; what was taken in is kept, run the same command to go on")
    return status if isinstance(status, int) else 0


def _refusal(error: TyperException) -> str:
    """Return why typer does not understand the command line, and which help tells more."""
    message = " ".join(error.format_message().split()).replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    return f"{message} ({context.command_path if context else 'redite'} --help tells more)"


def _drop_output() -> None:
    """Let what is still to be written go nowhere: Python would fail on it once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception) -> int:
    if "REDITE_DEBUG" in os.environ:
        traceback.print_exception(error)
    say(
        f"redite: something went wrong inside redite ({type(error).__name__}: {error}); "
        "please report it with what REDITE_DEBUG=1 prints"
    )
    return 2


def run() -> None:
    """Console script."""
    sys.exit(main())
