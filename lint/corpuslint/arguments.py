"""The command line's arguments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TypeAlias

from corpuslint._version import __version__
from corpuslint.commands import check, rule

Command: TypeAlias = Callable[[argparse.Namespace], int]


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments, with the command to run as ``command``. ``corpuslint PATH`` is ``corpuslint check PATH``."""
    top = argparse.ArgumentParser(
        prog="corpuslint",
        usage="corpuslint [check] [OPTION]... PATH...\n       corpuslint rule [CODE]",
        description="Lint text corpora for quality and source reliability.",
        epilog="`corpuslint PATH...` is short for `corpuslint check PATH...`; a path named like a command: `./rule`.",
    )
    top.add_argument("--version", action="version", version=f"corpuslint {__version__}")
    commands = top.add_subparsers(required=True, metavar="COMMAND", prog="corpuslint", parser_class=_Parser)
    check_parser = commands.add_parser("check", help="lint files and folders")
    _check(check_parser)
    _rule(commands.add_parser("rule", help="explain a rule, or list all"))
    if not argv:
        top.print_help(sys.stderr)
        raise SystemExit(2)
    if argv[0] in ("rule", "-h", "--help", "--version"):
        return top.parse_args(argv)
    return _parse_check(check_parser, list(argv[1:] if argv[0] == "check" else argv))


def _parse_check(parser: argparse.ArgumentParser, given: list[str]) -> argparse.Namespace:
    """Paths may stand before, between and after options; after ``--`` all are paths."""
    end = given.index("--") if "--" in given else len(given)
    arguments = parser.parse_intermixed_args(given[:end])
    arguments.paths += given[end + 1 :]
    return arguments


class _Parser(argparse.ArgumentParser):
    def __init__(self, *, prog: str):
        # with abbreviations a new option could change what an old call means
        super().__init__(prog=prog, formatter_class=_formatter, allow_abbrev=False)


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, max_help_position=32)


def _check(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=check.run)
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders; - is standard input")
    add("--files-from", metavar="FILE", help="read further paths from a file, a line or NUL after each; - is stdin")
    add("--stdin-filename", metavar="PATH", help="the name under which standard input is linted and shown")
    add = parser.add_argument_group("rules").add_argument
    add("--select", metavar="CODES", action="append", help="run only these: codes, prefixes or names, comma-separated")
    add("--extend-select", metavar="CODES", action="append", help="run these too")
    add("--ignore", metavar="CODES", action="append", help="do not run these")
    add("--languages", metavar="CODES", action="append", help="only rules and phrases for these languages, like en,de")
    _config(parser.add_argument_group("configuration"))
    _output(parser.add_argument_group("output"))
    _running(parser.add_argument_group("running"))


def _config(group: argparse._ArgumentGroup) -> None:
    which = group.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help="use this configuration file instead of the nearest one")
    which.add_argument("--isolated", action="store_true", help="use no configuration file")
    group.add_argument("--exclude", metavar="GLOB", action="append", help="leave out files (gitignore pattern)")
    group.add_argument("--force-exclude", action="store_true", default=None, help="leave them out even where named")
    group.add_argument("--text-field", metavar="FIELD", help="the field of a JSON record that holds the text")
    group.add_argument("--id-field", metavar="FIELD", help="the field of a JSON record that identifies it")


def _output(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--format", metavar="NAME[=FILE]", action="append", help="concise, full, json, jsonl; repeatable"
    )
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    group.add_argument("--statistics", action="store_true", help="count findings by rule")
    group.add_argument("--show-files", action="store_true", help="list the files that would be linted")
    group.add_argument("--profile", action="store_true", help="show what each rule costs")
    group.add_argument("--quiet", action="store_true", help="findings only: no summary, no coverage")
    group.add_argument("--exit-zero", action="store_true", default=None, help="exit 0 though there are findings")
    group.add_argument("--fail-level", choices=("error", "warning", "info"), help="exit 1 from this level on")


def _running(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--jobs", metavar="N", type=int, help="processes; 0 (default): as many as there are processors")
    group.add_argument("--no-cache", action="store_true", help="keep nothing on disk and use nothing kept")
    group.add_argument("--no-scanner", action="store_true", help="judge every unit without the scanner: slow")


def _rule(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=rule.run)
    parser.add_argument("code", nargs="?", metavar="CODE", help="a code or name")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
