"""Presets: the numbers are those of the definitions, findings say whose limit they cross, and nothing runs unasked."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, pairwise
from pathlib import Path

import msgspec
import numpy as np
import pytest

from corpuslint import Hit
from corpuslint.errors import UsageError
from corpuslint.linter import Linter
from corpuslint.plugins import load_rules
from corpuslint.scan.buffer import Buffer
from corpuslint.settings import Settings
from corpuslint_rules.text_statistics._counted import Counted
from corpuslint_rules.text_statistics._measuring import label
from corpuslint_rules.text_statistics._places import merged
from corpuslint_rules.text_statistics._presets import Limit, Preset, names, preset
from corpuslint_rules.text_statistics._repetition import Sequences, groups
from corpuslint_rules.text_statistics._statistics import CLOSER, STATISTICS
from corpuslint_rules.text_statistics._text import Text
from corpuslint_rules.text_statistics._words import whitespace, words

ROOT = Path(__file__).parents[2]
GOPHER = preset("gopher")
TWICE = "The harbour wall was mended in May and the quay in June.\n"
TEXTS = [
    "",
    " ",
    "\n\n",
    "a",
    "...",
    "One.\r\nTwo.\rThree.\x85Four.\u2028Five.",
    TWICE * 3,
    f"\n{TWICE}\n\n{TWICE}\n",
    "İstanbul İstanbul javascript\nİİİ javascript {\n😀 emoji 😀 lines…",
    "\ud800 alone " * 4,
]


def joined(texts: Sequence[str]) -> Text:
    encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
    return Text(Buffer(b"\n" + b"\n".join(encoded) + b"\n", [*accumulate((len(e) + 1 for e in encoded), initial=1)]))


def random_text(seed: int) -> str:
    """Few different words, so that all sequences of them come back."""
    dice = random.Random(seed)
    return "".join(dice.choice(("mill ", "ford ", "a ", "the ", "the ", "river.\n", "\n")) for _ in range(120))


def numbers(counted: Counted, of: Preset, limit: Limit) -> list[float]:
    values: list[float] = STATISTICS[limit.statistic](counted, of, limit).tolist()
    for closer in CLOSER.get(limit.statistic, ()):
        found: list[float] = closer(counted, of, limit, np.arange(counted.text.count)).tolist()
        assert all(most >= number for most, number in zip(values, found, strict=True))
        values = found
    return values


@pytest.mark.parametrize("seed", range(12))
def test_sequences_are_those_of_the_definition(seed: int) -> None:
    """Gopher's table A1 as datatrove counts it: a sequence that stood before is skipped whole."""
    texts = [random_text(seed), "", "mill", random_text(seed + 100)]
    sequences = Sequences(whitespace(joined(texts)))
    for doc, text in enumerate(texts):
        given = text.split()
        for n in range(2, 11):
            grams = [" ".join(given[i : i + n]) for i in range(len(given) - n + 1)]
            gram, count = Counter(grams).most_common(1)[0] if grams else ("", 0)
            assert sequences.top(n, np.array([doc])).tolist() == [len(gram) * count]
            assert sequences.top_at_most(n)[doc] >= len(gram) * count
            seen, at, again = set(), 0, 0
            while at < len(grams):
                if grams[at] in seen:
                    again += len(grams[at].replace(" ", ""))
                    at += n
                else:
                    seen.add(grams[at])
                    at += 1
            assert sequences.again_characters(n, np.array([doc])).tolist() == [again]
            assert sequences.again_at_most(n)[doc] >= again


def test_equal_things_are_found_whatever_their_slots() -> None:
    """Hashes that share their highest bits, and many of each."""
    dice = np.random.default_rng(7)
    hashes = dice.integers(0, 40, 500).astype(np.uint64)
    found = groups(hashes)
    given = hashes.tolist()
    assert found.places.tolist() == [i for i, value in enumerate(given) if given.count(value) > 1]
    assert [given.index(given[i]) for i in found.places.tolist()] == found.firsts[found.group].tolist()
    assert found.counts.tolist() == [given.count(given[i]) for i in found.firsts.tolist()]


@pytest.mark.parametrize("text", [*TEXTS, *map(random_text, range(3))])
def test_lines_are_those_of_str(text: str) -> None:
    counted = Counted(joined([text]))
    whole = counted.text.text
    lines = [whole[start:end] for start, end in zip(*counted.text.lines, strict=True)]
    assert lines == text.splitlines()
    assert [whole[a:b] for a, b in zip(*counted.text.inner_lines, strict=True)] == [line.strip() for line in lines]
    given = [line for line in text.split("\n") if line.strip()]
    assert [whole[a:b] for a, b in zip(*counted.text.filled_lines, strict=True)] == given
    characters = sum(len(line) * (count - 1) for line, count in Counter(given).items())
    again = counted.filled_lines.again
    assert (again.ends - again.starts).sum() == characters


@pytest.mark.parametrize("name", names())
def test_a_text_has_the_same_numbers_alone_and_among_others(name: str) -> None:
    texts = [*TEXTS, *map(random_text, range(9)), "One. Two!\r", "\nThe end\n", *TEXTS]
    together, own = Counted(joined(texts)), [Counted(joined([text])) for text in texts]
    for limit in preset(name).limit:
        values = numbers(together, preset(name), limit)
        assert min(values) >= 0
        assert values == [number for each in own for number in numbers(each, preset(name), limit)]


def test_findings_are_the_same_alone_and_among_others() -> None:
    texts = [*TEXTS, *map(random_text, range(3)), "Home\n\nNews\nNobody came that day.\nSport", "", TWICE * 3]
    settings = Settings(select=("TQ",), preset=("gopher", "c4", "refinedweb", "data_juicer@words"))
    linter, exhaustive = Linter(settings), Linter(msgspec.structs.replace(settings, scanner=False))
    assert [*linter.lint_many(texts)] == [linter.lint(text) for text in texts] == [*exhaustive.lint_many(texts)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Don't go; it's U.S. law.", "Do n't go ; it 's U.S. law ."),
        ("Mr. Hale (a well-known man) paid 3.14... twice!", "Mr. Hale ( a well - known man ) paid 3.14 ... twice !"),
        ("See https://example.org/a-b?c=d, or ask.", "See https://example.org/a-b?c=d , or ask ."),
        ("A 10-inch pipe and/or 1,000 nails", "A 10 - inch pipe and / or 1,000 nails"),
    ],
)
def test_words(text: str, parts: str) -> None:
    assert [f"\n{text}"[start:end] for start, end in zip(*words(joined([text])).spans, strict=True)] == parts.split()


def test_every_statistic_has_one_rule_and_a_label() -> None:
    owners = Counter(name for rule in load_rules(()) if rule.code[:2] == "TQ" for name in rule.options.statistics)
    assert owners == Counter(dict.fromkeys(STATISTICS, 1))
    for name in names():
        assert all(label(limit) for limit in preset(name).limit)


def test_a_finding_shows_number_limit_preset_and_passage() -> None:
    text = "Nobody came.\n" + TWICE * 2
    found = Linter(Settings(select=("TQ301",), preset=("fineweb",))).lint(text)
    assert [f.message for f in found] == ["share of characters in lines that stood before: 0.452, above 0.01 (fineweb)"]
    assert text[found[0].start : found[0].end] == TWICE.strip()
    assert [(place.line, place.start) for place in found[0].related] == [(2, 13)]
    assert found[0].severity == "error"


def test_presets_share_a_finding_at_one_place() -> None:
    found = Linter(Settings(select=("TQ101",), preset=("gopher", "dolma"))).lint("Nobody came.")
    assert [f.message for f in found] == ["words: 2, below 50 (gopher, dolma)"]


@pytest.mark.parametrize("seed", range(30))
def test_hits_that_overlap_are_one(seed: int) -> None:
    chance = random.Random(seed)
    starts = [chance.randrange(200) for _ in range(chance.randrange(1, 20))]
    hits = [Hit(start, start + chance.randrange(1, 30), f"a number (p{start})") for start in starts]
    groups = sum(not any(hit.start < start < hit.end for hit in hits) for start in set(starts))
    one = list(merged(hits))
    assert len(one) == groups
    assert all(a.end <= b.start for a, b in pairwise(one))


def test_lines_that_a_preset_removes_are_warnings() -> None:
    found = Linter(Settings(select=("TQ2",), preset=("c4",))).lint("Home\nNobody came that day.\nuse JavaScript now.")
    assert [(f.line, f.code, f.severity) for f in found] == [
        (1, "TQ201", "warning"),
        (1, "TQ202", "warning"),
        (3, "TQ204", "warning"),
    ]


def test_removed_lines_that_follow_each_other_are_one_finding() -> None:
    text = "Home\n\nNews\nNobody came that day.\nSport"
    found = Linter(Settings(select=("TQ202",), preset=("c4",))).lint(text)
    assert [(f.line, f.end_line) for f in found] == [(1, 3), (5, 5)]
    assert found[0].message == "words of the line: 1, below 3; lines in all: 2 (c4)"


def test_presets_choose_rules() -> None:
    def codes(**settings: tuple[str, ...]) -> set[str]:
        return {code for code in Linter(Settings(**settings)).rules if code.startswith("TQ")}  # type: ignore[arg-type]

    assert codes() == set()
    assert codes(preset=("fineweb",)) == {"TQ106", "TQ107", "TQ207", "TQ301"}
    assert codes(preset=("fineweb",), ignore=("TQ1",)) == {"TQ207", "TQ301"}
    assert codes(preset=("fineweb",), select=("TQ2",)) >= {"TQ207"}
    assert "PW101" not in Linter(Settings(select=("TQ",), preset=("c4",))).rules


@pytest.mark.parametrize(("name", "said"), [("gophr", "gopher"), ("gopher@spaces", "no tokeniser spaces")])
def test_unknown_names_are_errors(name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        Linter(Settings(preset=(name,)))


def test_a_default_run_loads_none_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nobody came.\n")
    program = (
        "import sys; from corpuslint.cli import main; code = main(['--isolated', '--no-cache', 'a.txt']);"
        "print([m for m in sys.modules if 'text_statistics._' in m], 'tomllib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": f"{ROOT / 'lint'}:{ROOT / 'rules'}", "HOME": str(tmp_path), "PATH": ""},
    )
    assert done.stdout.splitlines()[-1] == "['corpuslint_rules.text_statistics._rule'] False"
