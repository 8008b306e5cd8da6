"""``corpuslint sources PATH… --by site``: where records come from, and which of these sources stand out."""

from __future__ import annotations

import argparse
import sys

from corpuslint.commands.judged import judged_run
from corpuslint.errors import UsageError
from corpuslint.options import paths_of
from corpuslint.read import ReadOptions
from corpuslint.sources.fields import no_such_field
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
    if rows and not any(row.source for row in rows):
        settings = judged.groups[0].settings
        raise no_such_field(by, judged.sources, ReadOptions(settings.text_field, settings.id_field))
    print(TABLES[arguments.style](rows, by), end="")
    print(judged.said, file=sys.stderr)
    return judged.code
