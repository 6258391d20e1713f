"""The command `serve`."""

from __future__ import annotations

import webbrowser
from functools import cache
from typing import Annotated

import typer

from redite.commands.app import app
from redite.commands.intake import ModelName
from redite.commands.ledgers import comparer_for, now, settle
from redite.commands.options import LEDGER, Ledger, Quiet
from redite.commands.output import say
from redite.commands.stopping import Stop
from redite.models import DEFAULT


@app.command(epilog="Example: redite serve --ledger redite.db, then open http://127.0.0.1:8713/")
def serve(
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes a free one.")] = (
        8713
    ),
    browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    model: ModelName = DEFAULT,
    ledger: Ledger = LEDGER,
    quiet: Quiet = False,
) -> None:
    """Open the desk: the ledger in a browser on this machine.

    To read, check and correct. It answers this machine only. Ctrl-C or SIGTERM closes it.
    """
    from redite import desk as desks
    from redite.models import open_tagger
    from redite.store import open_store

    store = open_store(ledger, create=True)
    listening = desks.listen(port)
    if not quiet:
        say("reading the ledger …")
    comparer = cache(lambda: comparer_for(ledger))
    desk = desks.Desk(
        store,
        lambda: open_tagger(model),
        now,
        lambda: settle(store, ledger, comparer()),
        lambda: comparer().encoder,
    )
    desk.jobs.settle()
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    if not quiet:
        say(f"the desk is open: {address} (Ctrl-C closes it)")
    if browser:
        webbrowser.open(address)
    with Stop(now).listening():
        desks.serve(desk, listening)
    if not quiet:
        say("the desk is closed")
