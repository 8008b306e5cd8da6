"""What ends a run: tables where they do not disturb a program, and the coverage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence

from corpuslint.escape import show_path
from corpuslint.formats import HUMAN, Target
from corpuslint.formats.summary import Summary, coverage_line, statistics_table
from corpuslint.groups import Group
from corpuslint.profile import Profile, profile_table


def epilogue(
    arguments: argparse.Namespace,
    groups: Sequence[Group],
    formats: Sequence[Target],
    summary: Summary,
    profile: Profile | None,
    *,
    hidden: int,
) -> None:
    """What comes after the findings: tables where they do not disturb a program, and the coverage."""
    for_people = all(target.name in HUMAN for target in formats if target.file is None)
    if arguments.statistics:
        print(statistics_table(summary), end="", file=sys.stdout if for_people else sys.stderr)
    sys.stdout.flush()
    if profile is not None:
        print(profile_table(profile, summary.characters), end="", file=sys.stderr)
    if not arguments.quiet:
        print(coverage(groups, summary, hidden), file=sys.stderr)


def coverage(groups: Iterable[Group], summary: Summary, hidden: int) -> str:
    """What was linted, how many findings are suppressed, and which files configured it."""
    files = {group.settings.config: None for group in groups if group.settings.config}
    configured = f"; configured by {_few([show_path(os.path.relpath(file)) for file in files])}" if files else ""
    suppressed = f"; {hidden:,} suppressed" if hidden else ""
    return coverage_line(summary) + suppressed + configured


def _few(names: Sequence[str], most: int = 3) -> str:
    more = f" and {len(names) - most:,} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
