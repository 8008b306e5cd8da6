"""Write what the docs say of rules and configuration: a page a rule, their index, the schema, presets, precision.

    python tests/tools/generate_docs.py [--profile TEXTS...] [--check]

--profile: first measure what each rule costs on these files and folders, all rules selected, one process, and keep the
figures in docs/rules/cost.json, from where the pages have them. --check: write nothing, say what is not current.

A script and no subcommand: only this project writes these files; of a plugin's rules `corpuslint rule --all --format
markdown` shows the pages.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import re
from collections.abc import Sequence
from pathlib import Path

import msgspec

import corpuslint_rules
from corpuslint.commands.stats import wilson
from corpuslint.config_schema import schema
from corpuslint.discover import discover
from corpuslint.engine_codes import CODES
from corpuslint.linter import Linter
from corpuslint.measured import measured
from corpuslint.page import page, render
from corpuslint.plugins import load_rules
from corpuslint.profile import Profile
from corpuslint.read import ReadOptions, blocks
from corpuslint.rule import Rule
from corpuslint.run import Aids, Work, lint_block
from corpuslint.settings import Settings
from tools import precision_table, preset_table

DOCS = Path(__file__).parents[2] / "docs"
RULES = DOCS / "rules"
COST = RULES / "cost.json"
SCHEMA = DOCS / "corpuslint.schema.json"
NOTE = "<!-- Written by tests/tools/generate_docs.py from the rule itself; do not edit. -->"


class Cost(msgspec.Struct):
    """What a rule costs on a MB (1,000,000 characters) of text: triggers, units judged, milliseconds of judging."""

    triggers: float
    units: float
    ms: float


class Costs(msgspec.Struct):
    """Of all rules, by code; ``texts`` and ``characters``: on what it was measured."""

    texts: str
    characters: int
    rules: dict[str, Cost]


def main(argv: Sequence[str] | None = None) -> int:
    """Writes the files, or with ``--check`` returns 1 where one is not current."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--profile", nargs="+", metavar="PATH", help="measure the rules' cost on these texts")
    parser.add_argument("--check", action="store_true", help="write nothing")
    arguments = parser.parse_args(argv)
    if arguments.profile:
        RULES.mkdir(parents=True, exist_ok=True)
        COST.write_text(msgspec.json.format(msgspec.json.encode(profiled(arguments.profile))).decode() + "\n", "utf-8")
    files = {
        **pages(),
        SCHEMA: config_schema(),
        preset_table.PAGE: preset_table.presets_page(),
        precision_table.README: precision_table.readme(),
    }
    stale = [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]
    stale += [path for path in RULES.glob("*.md") if path not in files]
    for path in stale:
        print(f"{path.relative_to(DOCS.parent)}: {'not current' if arguments.check else 'written'}")
        if not arguments.check and path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[path], "utf-8")
        elif not arguments.check:
            path.unlink()  # the page of a rule that is no more
    return int(bool(stale) and arguments.check)


def pages() -> dict[Path, str]:
    """The pages of the built-in rules and their index, by path."""
    rules = load_rules(())
    costs = msgspec.json.decode(COST.read_bytes(), type=Costs) if COST.exists() else None
    made = {RULES / f"{rule.code}.md": rule_page(rule, costs) for rule in rules}
    return {**made, RULES / "README.md": index(rules, costs)}


def rule_page(rule: Rule, costs: Costs | None) -> str:
    """The page that ``corpuslint rule CODE --format markdown`` shows, with what was measured in full."""
    text = render(rule, "markdown", measured())
    head, _, facts = text.rpartition("## Facts\n\n")
    kept = [line for line in facts.splitlines() if line.startswith("- ") and not line.startswith("- Measured")]
    parts = [head.rstrip(), "## Facts", "\n".join(kept), "## Measured", _measured_table(rule)]
    if costs and (cost := costs.rules.get(rule.code)):
        shown = f"{cost.ms:.2f} ms, {cost.triggers:,.0f} triggers, {cost.units:,.0f} units judged"
        parts += ["## Cost", f"On a MB of text ({costs.texts}, {costs.characters:,} characters): {shown}."]
    parts.append(f"[All rules](README.md) · `corpuslint rule {rule.code}`")
    return f"{NOTE}\n\n" + "\n\n".join(parts) + "\n"


def index(rules: Sequence[Rule], costs: Costs | None) -> str:
    """All rules by family, and the engine's own codes."""
    parts = [NOTE, "# Rules", "In italics: rules that are off by default. ms/MB: what judging costs on text."]
    for family, what in sorted(families().items()):
        rows = [_index_row(rule, costs) for rule in rules if rule.code.startswith(family)]
        table = ["| rule | | what it finds | severity | precision (n) | ms/MB |", "|---|---|---|---|---|---:|", *rows]
        parts += [f"## {family}: {what}", "\n".join(table)]
    rows = [f"| {code} | {known.name} | {known.summary} | {known.severity} |" for code, known in CODES.items()]
    parts += ["## CL: the run itself", "\n".join(["| code | | what it says | severity |", "|---|---|---|---|", *rows])]
    return "\n\n".join(parts) + "\n"


def families() -> dict[str, str]:
    """What each family is about, by its two letters: the packages of rules say it."""
    found = {}
    for module in pkgutil.iter_modules(corpuslint_rules.__path__):
        if module.ispkg:
            doc = importlib.import_module(f"{corpuslint_rules.__name__}.{module.name}").__doc__ or ""
            if match := re.match(r"([A-Z]{2}): (.*?)\.?$", doc, re.MULTILINE):
                found[match[1]] = match[2]
    return found


def config_schema() -> str:
    """The JSON Schema of the configuration file, with the options of the built-in rules."""
    return json.dumps(schema(load_rules(())), indent=1, ensure_ascii=False) + "\n"


def profiled(paths: Sequence[str]) -> Costs:
    """The cost of each rule on the texts that these paths name."""
    linter = Linter(Settings(select=("ALL",)), load_rules(()), profile=True)
    work, profile, characters = Work(linter.settings, ReadOptions(), profile=True), Profile(), 0
    for block in blocks(discover(paths)):
        done = lint_block(linter, block, work, Aids())
        profile.merge(done.profile)
        characters += done.characters
    per_mb = 1e6 / max(characters, 1)
    names = ", ".join(Path(path).name for path in paths)
    rules = {
        code: Cost(*(round(figure * per_mb, 3) for figure in (cost.triggers, cost.units, 1000 * cost.seconds)))
        for code, cost in sorted(profile.items())
    }
    return Costs(names, characters, rules)


def _measured_table(rule: Rule) -> str:
    shown = page(rule, measured()).measured
    if not shown:
        return "Too little evidence for a figure on the labelled sets."
    rows = ["| set | measure | value | 95 % interval | n |", "|---|---|---:|---|---:|"]
    for row in shown:
        low, high = wilson(round(row.value * row.n), row.n) if row.measure == "precision" else (None, None)
        interval = f"{low:.3f} to {high:.3f}" if low is not None and high is not None else ""
        rows.append(f"| {row.set} | {row.measure} | {row.value:.3g} | {interval} | {row.n:,} |")
    return (
        "\n".join(rows) + "\n\nMeasured by `tests/benchmarks/precision.py`, on sets that the rules' authors have seen."
    )


def _index_row(rule: Rule, costs: Costs | None) -> str:
    shown = page(rule, measured())
    best = max((row for row in shown.measured if row.measure == "precision"), key=lambda row: row.n, default=None)
    precision = f"{best.value:.3f} ({best.n:,})" if best else ""
    cost = f"{costs.rules[rule.code].ms:.2f}" if costs and rule.code in costs.rules else ""
    name = rule.name if rule.default else f"*{rule.name}*"
    cells = (f"[{rule.code}]({rule.code}.md)", name, shown.summary.replace("|", "\\|"), rule.severity, precision, cost)
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    raise SystemExit(main())
