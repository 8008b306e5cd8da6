"""``corpuslint split IN… --keep F --review F --drop F``: the records of a corpus apart by their verdicts."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from corpuslint.commands.judged import Judged, judged_run
from corpuslint.errors import UsageError
from corpuslint.escape import show_path
from corpuslint.formats.verdicts import Verdicts
from corpuslint.formats.whole_file import file_named, whole_file
from corpuslint.options import paths_of
from corpuslint.splitting.decisions import Decisions
from corpuslint.splitting.outputs import Output, check_kinds, check_outputs, output
from corpuslint.splitting.writing import write_parts
from corpuslint.verdicts.verdict import DECISIONS, Decision


def run(arguments: argparse.Namespace) -> int:
    """The command; returns the exit code: 2 where a file or record could not be read."""
    paths = paths_of(arguments)
    outputs = [output(decision, name) for decision in DECISIONS if (name := getattr(arguments, decision))]
    if not outputs:
        raise UsageError("name at least one file or folder to write to: --keep, --review or --drop")
    verdicts = file_named(arguments.verdicts, "--verdicts") if arguments.verdicts else None
    check_outputs(outputs, paths, [verdicts] if verdicts else [], arguments.force)
    judged = judged_run(arguments, paths)
    check_kinds(outputs, judged.sources)
    counts, decisions = _decide(judged, verdicts)
    write_parts(outputs, judged.sources, decisions, _root(paths))
    print(_outcome(counts, outputs), judged.said, sep="\n", file=sys.stderr)
    return judged.code


def _decide(judged: Judged, file: Path | None) -> tuple[Counter[Decision], Decisions]:
    """All verdicts, also written to a file where one is wanted."""
    counts: Counter[Decision] = Counter()
    decisions = Decisions()
    with ExitStack() as stack:
        lines = Verdicts(stack.enter_context(whole_file(file))) if file else None
        for known, verdict in judged.judgement:
            decisions.add(known.path, known.line, verdict.verdict)
            counts[verdict.verdict] += 1
            if lines:
                lines.judge(verdict)
    return counts, decisions


def _root(paths: Sequence[str]) -> Path:
    """The deepest folder that all inputs lie in."""
    real = [os.path.realpath(path) for path in paths if path != "-"] or [str(Path.cwd())]
    common = Path(os.path.commonpath(real))
    return common if common.is_dir() else common.parent


def _outcome(counts: Counter[Decision], outputs: Sequence[Output]) -> str:
    """``keep 812 (kept.jsonl), review 31 (nowhere), drop 12 (dropped.jsonl)``"""
    names = {out.decision: show_path(str(out.path)) for out in outputs}
    return ", ".join(f"{decision} {counts[decision]:,} ({names.get(decision, 'nowhere')})" for decision in DECISIONS)
