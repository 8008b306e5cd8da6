"""``corpuslint medians PATH… -o FILE``: what is usual in a corpus, for ``[verdict] median`` to judge others by."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

import msgspec

from corpuslint._version import __version__
from corpuslint.commands.judged import judged_run
from corpuslint.errors import UsageError
from corpuslint.formats.whole_file import file_named, whole_file
from corpuslint.options import paths_of
from corpuslint.verdicts.judging import ENOUGH
from corpuslint.verdicts.reference import Reference

DIGITS = 4


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code: 2 where a file or record could not be read."""
    file = file_named(arguments.output, "--output")
    judged = judged_run(arguments, paths_of(arguments), output=file, pinned=False)
    medians, scheme = judged.judgement.medians, judged.judgement.ledger.scheme
    if not medians.enough:
        raise UsageError(f"too few records for a median: {ENOUGH} of at least {scheme.min_words} words are needed")
    made = Reference(
        date=datetime.now(UTC).date().isoformat(),
        corpuslint=__version__,
        records=judged.summary.records,
        median=round(1000 * medians.corpus, DIGITS),
        medians={genre: round(1000 * usual, DIGITS) for genre, usual in sorted(medians.genres.items())},
        points=scheme.costs,
    )
    with whole_file(file) as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(made), indent=1).decode() + "\n")
    print(judged.said, file=sys.stderr)
    return judged.code
