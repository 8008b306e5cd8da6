"""``corpuslint sources PATH… --by site``: where records come from, and which of these sources stand out."""

from __future__ import annotations

import argparse
import sys

from corpuslint.commands.judged import judged_run
from corpuslint.errors import UsageError
from corpuslint.options import paths_of
from corpuslint.sources.rows import rows_of
from corpuslint.sources.table import TABLES
from corpuslint.sources.tally import BY_PLACE, tallied


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code: 2 where a file or record could not be read."""
    reference = arguments.reference
    if reference is not None and not 0 < reference < 1:
        raise UsageError(f"--reference {reference}: a share is between 0 and 1")
    by = arguments.by
    judged = judged_run(arguments, paths_of(arguments), () if by in BY_PLACE else (by,))
    rows = rows_of(tallied(judged.judgement, by), judged.judgement.ledger.scheme.names, reference)
    if all(not row.source for row in rows) and rows:
        way_out = "name another one, or use --by file or --by folder"
        print(f"corpuslint: no record has a field for its {by}: {way_out}", file=sys.stderr)
    print(TABLES[arguments.style](rows, by), end="")
    print(judged.said, file=sys.stderr)
    return judged.code
