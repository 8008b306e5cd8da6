"""The command line's arguments."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from corpuslint._version import __version__
from corpuslint.formats import FORMATS
from corpuslint.nearest import did_you_mean


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The arguments, with the name of the command as ``command``. ``corpuslint PATH`` is ``corpuslint check PATH``.

    Only what is asked for is made: of all commands to parse the line of one is slower than to lint a small file.
    """
    if not argv or argv[0] in ("-h", "--help", "--version"):
        _show_commands(argv)
    first = argv[0]
    named = first if first in _COMMANDS else "check"
    parser = _Parser(prog=f"corpuslint {named}")
    _COMMANDS[named][1](parser)
    wanted = "" if first.startswith("-") or first in _COMMANDS or Path(first).exists() else first
    if wanted and (hint := did_you_mean(wanted, _COMMANDS, 0.75)):
        parser.exit(2, f"corpuslint: no command {wanted!r}, and no such file or folder{hint}\n")
    return _parse(parser, list(argv[1:] if first == named else argv))


def _show_commands(argv: Sequence[str]) -> NoReturn:
    """Show all commands, or the version; without arguments that is a mistake."""
    top = argparse.ArgumentParser(
        prog="corpuslint",
        formatter_class=_formatter,
        usage="corpuslint [check] [OPTION]... PATH...\n       corpuslint COMMAND ...",
        description="Lint text corpora for quality and source reliability.",
        epilog="`corpuslint PATH...` is short for `corpuslint check PATH...`; a path named like a command: `./rule`.",
    )
    top.add_argument("--version", action="version", version=f"corpuslint {__version__}")
    commands = top.add_subparsers(required=True, metavar="COMMAND", prog="corpuslint", parser_class=_Parser)
    for name, (summary, _) in _COMMANDS.items():
        commands.add_parser(name, help=summary)
    if argv:
        top.parse_args(argv)
    top.print_help(sys.stderr)
    raise SystemExit(2)


def _parse(parser: argparse.ArgumentParser, given: list[str]) -> argparse.Namespace:
    """Paths may stand before, between and after options; after ``--`` all are paths."""
    if not any(action.dest == "paths" for action in parser._actions):
        return parser.parse_args(given)
    end = given.index("--") if "--" in given else len(given)
    arguments = parser.parse_intermixed_args(given[:end])
    arguments.paths += given[end + 1 :]
    return arguments


class _Parser(argparse.ArgumentParser):
    def __init__(self, *, prog: str):
        # with abbreviations a new option could change what an old call means
        super().__init__(prog=prog, formatter_class=_formatter, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """With the nearest option for one that there is not."""
        before, unknown, given = message.partition("unrecognized arguments: ")
        words = [word.partition("=")[0] for word in given.split() if word.startswith("--")]
        hints = "".join(did_you_mean(word, self._options_like(word), 0.6) for word in words)
        super().error(f"{before}{unknown}{given}{hints}")

    def _options_like(self, word: str) -> Iterable[str]:
        """The options of which it is the beginning; if there are none, all."""
        longer = [option for option in self._option_string_actions if option.startswith(word)]
        return longer or self._option_string_actions


def _formatter(prog: str) -> argparse.HelpFormatter:
    """One is made for each argument, and left to itself looks for its width by modules that are slow to import."""
    return argparse.HelpFormatter(prog, max_help_position=32, width=_columns() - 2)


def _columns() -> int:
    """The width of the terminal, by ``$COLUMNS`` first."""
    try:
        return max(int(os.environ.get("COLUMNS", "0")), 0) or os.get_terminal_size().columns
    except (ValueError, OSError):
        return 80


def _check(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command="check")
    _inputs(parser)
    _output(parser.add_argument_group("output"))
    _running(parser.add_argument_group("running"))


def _inputs(parser: argparse.ArgumentParser) -> None:
    """What to lint, by which rules."""
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="files and folders; - is standard input")
    add("--files-from", metavar="FILE", help="read further paths from a file, a line or NUL after each; - is stdin")
    add("--stdin-filename", metavar="PATH", help="the name under which standard input is linted and shown")
    _rules(parser.add_argument_group("rules"))
    _config(parser.add_argument_group("configuration"))
    _suppressions(parser.add_argument_group("suppressions"))


def _rules(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--select", metavar="CODES", action="append", help="run only these: codes, prefixes or names, comma-separated")
    add("--extend-select", metavar="CODES", action="append", help="run these too")
    add("--ignore", metavar="CODES", action="append", help="do not run these")
    add(
        "--preset",
        metavar="NAMES",
        action="append",
        help="run a corpus builder's heuristics too: gopher, c4, fineweb, …",
    )
    add("--languages", metavar="CODES", action="append", help="only rules and phrases for these languages, like en,de")


def _config(group: argparse._ArgumentGroup) -> None:
    group.add_argument(
        "--config",
        metavar="FILE|KEY=VALUE",
        action="append",
        help="use this configuration file instead of the nearest ones; or set a key, as in jobs=2",
    )
    group.add_argument("--isolated", action="store_true", help="use no configuration file")
    group.add_argument("--exclude", metavar="GLOB", action="append", help="leave out files (gitignore pattern)")
    group.add_argument("--force-exclude", action="store_true", default=None, help="leave them out even where named")
    group.add_argument("--text-field", metavar="FIELD", help="the field of a JSON record that holds the text")
    group.add_argument("--id-field", metavar="FIELD", help="the field of a JSON record that identifies it")


def _suppressions(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--baseline", metavar="FILE", help="leave out the known findings that this file lists")
    group.add_argument("--strict-baseline", action="store_true", help="exit 1 where the baseline lists too much")
    group.add_argument("--no-suppressions", action="store_true", help="show what comments and files suppress, too")


def _output(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--format", metavar="NAME[=FILE]", action="append", help=f"{', '.join(FORMATS)}; repeatable")
    group.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    group.add_argument("--since", metavar="REF", help="only findings on lines that have changed since a git revision")
    group.add_argument("--statistics", action="store_true", help="count findings by rule")
    group.add_argument("--show-files", action="store_true", help="list the files that would be linted")
    group.add_argument("--show-settings", action="store_true", help="show the settings of each PATH, and who set them")
    group.add_argument("--profile", action="store_true", help="show what each rule costs")
    group.add_argument("-q", "--quiet", action="store_true", help="findings only: no summary, no coverage")
    group.add_argument("--exit-zero", action="store_true", default=None, help="exit 0 though there are findings")
    group.add_argument(
        "--gate", metavar="CONDITION", action="append", help="exit 1 only where 'drop-share <= 5%%' or the like fails"
    )
    group.add_argument("--fail-level", choices=("error", "warning", "info"), help="exit 1 from this level on")


def _running(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--jobs", metavar="N", type=int, help="processes; 0 (default): as many as there are processors")
    group.add_argument("--no-cache", action="store_true", help="keep nothing on disk and use nothing kept")
    group.add_argument("--no-scanner", action="store_true", help="judge every unit without the scanner: slow")


def _rule(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command="rule")
    parser.add_argument("code", nargs="?", metavar="CODE", help="a code or name")
    parser.add_argument("--all", action="store_true", help="all pages, or those under a prefix")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")


def _baseline(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command="baseline", fail_level=None, format=None, exit_zero=None)
    parser.add_argument(
        "action",
        choices=("create", "update", "prune", "audit"),
        help="list all findings; add new and drop stale ones; drop stale ones; say which are right",
    )
    _inputs(parser)
    parser.add_argument("--all", action="store_true", help="audit: also those that are labelled already")
    parser.add_argument("--sample", metavar="N", type=int, help="audit: at most N findings of each rule, by chance")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    _running(parser.add_argument_group("running"))


def _stats(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command="stats")
    parser.add_argument("--baseline", metavar="FILE", help="the labelled baseline")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def _why(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command="why")
    add = parser.add_argument
    add("target", metavar="PATH[:RECORD]", help="a file or folder; or of a file of records the id or line of one")
    add("--preset", metavar="NAMES", action="append", help="only these presets, and all of their numbers")
    add("--all", action="store_true", help="also the numbers that are within their limits")
    add("--format", choices=("text", "json"), default="text")
    add("--text-field", metavar="FIELD", help="the field of a JSON record that holds the text")
    add("--id-field", metavar="FIELD", help="the field of a JSON record that identifies it")


def _clean(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(
        command="clean", fail_level=None, format=None, exit_zero=None, stdin_filename=None, baseline=None
    )
    add = parser.add_argument
    add("source", metavar="IN", help="a file or folder; it is only read")
    add("--out", metavar="OUT", required=True, help="the copy: a file, or a folder that does not exist")
    add("--log", metavar="FILE", help="the edit log, which undoes it all")
    add("--undo", metavar="FILE", help="write to OUT what IN was before it was cleaned, by this log")
    add("--unsafe", action="store_true", help="also what may take wanted text with it: look at the log")
    add(
        "--format",
        choices=("text", "dolma"),
        default="text",
        dest="style",
        help="dolma: attributes with the spans to remove",
    )
    add("--no-suppressions", action="store_true", help="also what comments and files suppress")
    _rules(parser.add_argument_group("rules"))
    _config(parser.add_argument_group("configuration"))
    _running(parser.add_argument_group("running"))


def _split(parser: argparse.ArgumentParser) -> None:
    _judged(parser, "split")
    add = parser.add_argument_group("output").add_argument
    for name, which in (("keep", "to keep"), ("review", "to look at"), ("drop", "to drop")):
        add(f"--{name}", metavar="F", help=f"records {which}: a file; or a folder, F/")
    add("--verdicts", metavar="FILE", help="what becomes of each record, and why: an object a line")
    add("--force", action="store_true", help="replace files that exist")


def _sources(parser: argparse.ArgumentParser) -> None:
    _judged(parser, "sources")
    add = parser.add_argument_group("output").add_argument
    add("--by", metavar="FIELD", default="site", help="site (default), author, file, folder, or a field of the records")
    add("--reference", metavar="SHARE", type=float, help="the share of flagged records from which on one is noticed")
    add("--format", choices=("text", "json", "jsonl", "csv"), default="text", dest="style")


def _medians(parser: argparse.ArgumentParser) -> None:
    _judged(parser, "medians")
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help="the file, for median in [verdict]")


def _judged(parser: argparse.ArgumentParser, name: str) -> None:
    """A command that lints everything for the sake of verdicts."""
    parser.set_defaults(command=name, fail_level=None, format=None, exit_zero=None)
    _inputs(parser)
    _running(parser.add_argument_group("running"))


def _server(parser: argparse.ArgumentParser) -> None:
    unset = dict.fromkeys(("fail_level", "format", "exit_zero", "stdin_filename", "files_from"))
    parser.set_defaults(command="server", jobs=1, paths=(), **unset)
    parser.add_argument("--stdio", action="store_true", help="speak over standard input and output, as it always does")
    _rules(parser.add_argument_group("rules"))
    _config(parser.add_argument_group("configuration"))
    _suppressions(parser.add_argument_group("suppressions"))
    running = parser.add_argument_group("running")
    running.add_argument("--no-cache", action="store_true", help="keep nothing on disk and use nothing kept")
    running.add_argument("--no-scanner", action="store_true", help="judge every unit without the scanner: slow")


def _report(parser: argparse.ArgumentParser) -> None:
    _judged(parser, "report")
    add = parser.add_argument_group("output").add_argument
    add("-o", "--output", metavar="FILE", default="corpuslint-report.html", help="the file (corpuslint-report.html)")
    add(
        "--text",
        choices=("full", "snippet", "none"),
        default="snippet",
        help="how much of the texts is in it: what stands around findings (snippet), all or nothing",
    )
    add("--timestamp", action="store_true", help="say in it when it was made; without, the same input gives the same")


_COMMANDS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "check": ("lint files and folders", _check),
    "rule": ("explain a rule, or list all", _rule),
    "baseline": ("list known findings in a file, and label them", _baseline),
    "clean": ("write a copy without what rules mark as removable, and undo that", _clean),
    "split": ("the records to keep, to review and to drop, each in a file or folder of their own", _split),
    "sources": ("where records come from: sites, authors or files, and what stands out about them", _sources),
    "medians": ("what is usual in a corpus that you trust, in a file to judge others by", _medians),
    "report": ("one HTML file to look at: sources, worst records, copies", _report),
    "server": ("lint in an editor while you type: a language server", _server),
    "why": ("every number of one text, and the limits that presets set", _why),
    "stats": ("how often each rule was right, by the labels of a baseline", _stats),
}
