"""Makes lists for SR107 listed-source of lists in other forms; nothing is downloaded.

    python -m corpuslint_rules.reliability.source_lists domains FILE --status STATUS --list NAME --date DATE
    python -m corpuslint_rules.reliability.source_lists ut1 FOLDER --date DATE
    python -m corpuslint_rules.reliability.source_lists wikipedia FILE.csv --date DATE

``domains``: a host a line, ``#`` for comments, lines of a hosts file too. ``ut1``: a category's folder of the
Université Toulouse 1 block lists, with its files ``domains`` and ``urls``; the folder's name is the status.
``wikipedia``: a CSV of Wikipedia's perennial sources with columns for the domain, the status and, if it has one, a
summary. The result goes to standard output. Mind the licence of what you convert: UT1 is CC BY-SA 2.0 fr, Wikipedia
CC BY-SA 4.0.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from corpuslint_rules.reliability._lists import Entry, bare

_HOSTS_FILE = re.compile(r"^(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+")
_HOST = re.compile(r"^[\w-]+(?:\.[\w-]+)+$")
_DOMAIN_COLUMNS = ("domain", "domains", "source_domain", "url", "site", "uses", "links")
_STATUS_COLUMNS = ("status", "reliability", "rating")
_NOTE_COLUMNS = ("note", "summary", "notes", "description")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("form", choices=("domains", "ut1", "wikipedia"))
    parser.add_argument("path", type=Path)
    parser.add_argument("--status", default="listed", help="what the list says of its entries (domains)")
    parser.add_argument("--list", dest="name", help="the list's name; by default that of the file or folder")
    parser.add_argument("--date", required=True, help="when the list was made, like 2024-05-01")
    options = parser.parse_args(arguments)
    name = options.name or {"ut1": "UT1", "wikipedia": "Wikipedia's perennial sources"}.get(
        options.form, options.path.stem
    )
    made = {"domains": _domains, "ut1": _ut1, "wikipedia": _wikipedia}[options.form]
    try:
        found = sorted(set(made(options.path, options.status, name, options.date)))
    except (OSError, UnicodeDecodeError, ValueError) as error:
        print(f"source_lists: {options.path}: {error}", file=sys.stderr)
        return 2
    csv.writer(sys.stdout, lineterminator="\n").writerows(found)
    return 0


def _domains(path: Path, status: str, name: str, date: str) -> Iterator[Entry]:
    for line in _lines(path):
        host = bare(_HOSTS_FILE.sub("", line).partition("#")[0].strip().lstrip("*."))
        if _HOST.match(host.partition("/")[0]):
            yield Entry(host, status, name, date)


def _ut1(path: Path, status: str, name: str, date: str) -> Iterator[Entry]:
    files = [file for file in (path / "domains", path / "urls") if file.is_file()]
    if not files:
        raise ValueError("neither a file domains nor urls in it")
    for file in files:
        yield from _domains(file, path.name, name, date)


def _wikipedia(path: Path, status: str, name: str, date: str) -> Iterator[Entry]:
    rows = csv.DictReader(_lines(path))
    columns = {str(column).strip().lower(): str(column) for column in rows.fieldnames or ()}
    domain, said = _column(columns, _DOMAIN_COLUMNS), _column(columns, _STATUS_COLUMNS)
    if not domain or not said:
        raise ValueError(f"no column for the domain or the status among {', '.join(columns) or 'none'}")
    note = _column(columns, _NOTE_COLUMNS)
    for row in rows:
        for part in re.split(r"[\s,;|]+", row[domain] or ""):
            if part and _HOST.match(bare(part).partition("/")[0]):
                summary = " ".join((row.get(note) or "").split())[:200] if note else ""
                yield Entry(bare(part), " ".join((row[said] or "").split()), name, date, "", summary)


def _column(columns: dict[str, str], names: Iterable[str]) -> str | None:
    return next((columns[name] for name in names if name in columns), None)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines()


if __name__ == "__main__":
    sys.exit(main())
