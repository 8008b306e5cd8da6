"""The rules that look at every word: they find the same in a small text, which is looked at without arrays, as in many
texts at once, and their tables are looked up right."""

import random
from pathlib import Path

import pytest

import corpuslint_rules
from corpuslint import Linter
from corpuslint.page import page
from corpuslint.plugins import load_rules
from corpuslint.scan.buffer import SMALL, of_one
from corpuslint.settings import Settings
from corpuslint_rules.english.lookup import key_of, keys, padded
from corpuslint_rules.english.small_text import is_plain
from corpuslint_rules.english.sorted_lines import SortedLines
from corpuslint_rules.splits import _stop_model

RULES = {rule.code: rule for rule in load_rules([])}
CODES = ("MT111", "SP110", "SP111", "SP112")
EXAMPLES = [line for code in CODES for part in (page(RULES[code]).bad, page(RULES[code]).good) for line in part]
ODD = ["Łukasz zjadł", "Straße und ÿ", "deinstitutionalixation", "(“’s ¿It’s... ", "\x0c. Mr. B", "\r\n", "é. Ab cd"]


def mixed(source: random.Random) -> str:
    """A text made of what stands in the rules' examples, some of it damaged."""
    words = " ".join(source.choices(EXAMPLES, k=6)).split(" ")
    for _ in range(source.randrange(8)):
        at = source.randrange(len(words))
        joined = source.choice(["", "-", ". ", "\n", " "]).join([words[at], source.choice(words).capitalize()])
        words[at] = source.choice([joined, joined.lower(), source.choice(ODD), words[at].upper()])
    return " ".join(words)


@pytest.mark.parametrize("code", CODES)
def test_a_small_text_has_the_findings_that_it_has_among_others(code: str) -> None:
    texts = [*EXAMPLES, *ODD, *(mixed(random.Random(seed)) for seed in range(300))]
    linter = Linter(Settings(select=(code,)))
    assert all(len(text.encode()) < SMALL < sum(map(len, texts)) for text in texts)
    together = list(linter.lint_many(texts))
    assert [linter.lint(text) for text in texts] == together
    assert sum(map(len, together)) > 20


def test_what_is_small_and_plain() -> None:
    assert is_plain(of_one("The café is open."))
    assert not any(is_plain(of_one(text)) for text in ("Łódź", "ÿ", "Straße", "a" * 17, "a " * SMALL))


def test_a_key_is_the_same_without_arrays() -> None:
    words = [b"a", b"Bridge", b"abcdefgh", b"abcdefghi", "été".encode(), b"I'm", b"", b"incomprehensibilities"]
    data = padded(b"".join(words))
    ends = [16 + len(b"".join(words[: at + 1])) for at in range(len(words))]
    import numpy as np  # noqa: PLC0415

    starts = np.array(ends) - [len(word) for word in words]
    assert keys(data, starts, np.array(ends)).tolist() == [key_of(word) for word in words]


@pytest.mark.parametrize("ending", ["\tv{}", ""])
@pytest.mark.parametrize("count", [1, 4000])
def test_every_line_is_found_and_nothing_else(tmp_path: Path, ending: str, count: int) -> None:
    source = random.Random(2)
    known = sorted({"".join(source.choices("ab'é ", k=source.randrange(1, 9))) for _ in range(count)}, key=str.encode)
    path = tmp_path / "lines"
    path.write_text("".join(f"{key}{ending.format(at)}\n" for at, key in enumerate(known)), encoding="utf-8")
    table = SortedLines(path)
    for at, key in enumerate(known):
        assert table.get(key.encode()).decode() == ending.format(at)[1:]
        assert (key.encode() in table) == (not ending)
        other = f"{key}b"
        assert other in known or (not table.get(other.encode()) and other.encode() not in table)


@pytest.mark.parametrize("stage", ["near", "all"])
def test_no_weight_takes_the_place_of_another(stage: str) -> None:
    rows = _stop_model._weights(stage).text.split(b"\n")[2:-1]
    assert (_stop_model._table(stage) != 0).sum() == len(rows) > 2000


TABLES = ("english/words", "english/pairs", "splits/unlikely_stop_near", "splits/unlikely_stop_all",
          "translation/foreign_word", "translation/foreign_word_letters")  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_lines_of_tables_are_sorted(name: str) -> None:
    lines = Path(corpuslint_rules.__file__).parent.joinpath(f"{name}.tsv").read_bytes().splitlines()
    assert lines == sorted(lines)
