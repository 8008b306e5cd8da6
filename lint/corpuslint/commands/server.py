"""``corpuslint server``: a language server on standard input and output."""

from __future__ import annotations

import argparse
import os
import sys

from corpuslint.errors import UsageError


def run(arguments: argparse.Namespace) -> int:
    """The command; serves until the editor says ``exit`` or closes standard input. Returns the exit code."""
    try:
        from corpuslint.server.features import server_for  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageError('corpuslint server needs pygls: pip install "corpus-linter[server]"') from None
    # what a rule prints must not get between the messages
    sys.stdout.flush()
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as messages:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        server_for(arguments).start_io(sys.stdin.buffer, messages)
    return 0
